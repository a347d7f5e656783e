package org.sarhad.core.response;

import org.sarhad.core.party.PartyId;

/// The name of an incident, given by the side that opened it: `INC-PK-3`, or `EX-PK-1` for an
/// exercise. Exercises count separately and carry their mark in their name, so that no screen,
/// print or voice message can drop it.
///
/// The opener's party is part of the name. The other side acknowledges, works on and closes the
/// incident under that name, in its own log, without ever giving it another.
public record IncidentId(PartyId owner, int number, boolean exercise)
    implements ResponseId, Comparable<IncidentId> {
  static final String SERIES = "INC";
  static final String EXERCISE_SERIES = "EX";

  public IncidentId {
    ResponseId.checkNumber(number);
  }

  /// Reads the text form exactly as [#toString()] writes it.
  ///
  /// @throws IllegalArgumentException for any other text
  public static IncidentId parse(String text) {
    boolean exercise = text.startsWith(EXERCISE_SERIES + "-");
    var serial = Serial.parse(text, exercise ? EXERCISE_SERIES : SERIES);
    return new IncidentId(serial.owner(), serial.number(), exercise);
  }

  /// Real incidents before exercises, then by owner, then by number.
  @Override
  public int compareTo(IncidentId other) {
    int byKind = Boolean.compare(exercise, other.exercise);
    return byKind != 0 ? byKind : ResponseId.compare(this, other);
  }

  @Override
  public String toString() {
    return Serial.print(exercise ? EXERCISE_SERIES : SERIES, owner, number);
  }
}
