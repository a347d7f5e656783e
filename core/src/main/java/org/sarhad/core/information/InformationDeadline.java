package org.sarhad.core.information;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// When the answer to one request is due, and how that stands (protocol clause 13-4).
///
/// @param request the entry that asked
/// @param owner the side that is to answer
/// @param since when its node had the request; empty while that is not proven
/// @param limit until when the agreed time runs, without what the clock stood; empty while it has
///   not begun, and while it stands
/// @param due the same, or later if the answer was put off in time
/// @param left how much of the agreed time is left while the clock stands
/// @param status how it stands
public record InformationDeadline(
    EntryId request,
    PartyId owner,
    Optional<Instant> since,
    Optional<Instant> limit,
    Optional<Instant> due,
    Optional<Duration> left,
    Status status) {
  /// What is due soonest first; what has no time yet last.
  static final Comparator<InformationDeadline> SOONEST_FIRST =
      Comparator.comparing((InformationDeadline line) -> line.due().orElse(Instant.MAX))
          .thenComparing(InformationDeadline::request);

  /// How it stands.
  public enum Status {
    /// The asked side's node is not proven to have the request; nobody is late.
    NOT_DELIVERED,
    /// The time runs.
    RUNNING,
    /// The clock stands: the asking side was asked back.
    PAUSED,
    /// The time is over and there is no answer.
    OVERDUE,
    /// The other side is out of sight; what it has done since is not known.
    CANNOT_BE_JUDGED,
    /// Answered, and proven to have been in time.
    IN_TIME,
    /// Answered, and proven, or said by the answering side itself, to have been late.
    LATE,
    /// Answered, and neither is proven.
    UNPROVEN,
    /// Taken back by the side that asked.
    WITHDRAWN;

    /// Whether nothing is to be done any more.
    public boolean isOver() {
      return switch (this) {
        case NOT_DELIVERED, RUNNING, PAUSED, OVERDUE, CANNOT_BE_JUDGED -> false;
        case IN_TIME, LATE, UNPROVEN, WITHDRAWN -> true;
      };
    }
  }
}
