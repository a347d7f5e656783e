package org.sarhad.core.screening;

import java.util.Comparator;
import org.sarhad.core.party.PartyId;

/// A trading party as one side has looked at it.
///
/// @param side the side that screens
/// @param subject whom
public record SubjectKey(PartyId side, SubjectId subject) implements Comparable<SubjectKey> {
  private static final Comparator<SubjectKey> ORDER =
      Comparator.comparing(SubjectKey::side).thenComparing(SubjectKey::subject);

  /// By side, then by name.
  @Override
  public int compareTo(SubjectKey other) {
    return ORDER.compare(this, other);
  }
}
