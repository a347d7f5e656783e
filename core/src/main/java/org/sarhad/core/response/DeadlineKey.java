package org.sarhad.core.response;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

/// Which deadline: the duty, the incident it is about, the thread of assistance if it is about one,
/// and when it falls due. The time is part of the name, so each of a series of reports has its own.
public record DeadlineKey(
    Duty duty, IncidentId incident, Optional<AssistanceId> assistance, Instant due)
    implements Comparable<DeadlineKey> {
  private static final Comparator<DeadlineKey> ORDER =
      Comparator.comparing(DeadlineKey::duty)
          .thenComparing(DeadlineKey::incident)
          .thenComparing(DeadlineKey::subject)
          .thenComparing(DeadlineKey::due);

  public DeadlineKey {
    due = due.truncatedTo(ChronoUnit.MILLIS);
  }

  /// The name of what it is about, as it is said aloud.
  public String subject() {
    return assistance.map(AssistanceId::toString).orElseGet(incident::toString);
  }

  /// By duty, then by what it is about, then by time.
  @Override
  public int compareTo(DeadlineKey other) {
    return ORDER.compare(this, other);
  }
}
