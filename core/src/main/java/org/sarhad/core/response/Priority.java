package org.sarhad.core.response;

/// How much a minute matters. The number is what people say; the letter, shape and sound of a
/// screen follow it. Only [#P1] and [#P2] may sound (EEMUA 191: few alarms, each one meant).
public enum Priority {
  /// Life in danger or an attack still going on.
  P1,
  /// Imminent danger.
  P2,
  /// Urgent, nobody in danger now.
  P3,
  /// Routine.
  P4,
  /// Information only.
  P5;

  /// Of the number that people say, 1 to 5.
  ///
  /// @throws IllegalArgumentException for any other number
  public static Priority of(int number) {
    return valueOf("P" + number);
  }

  /// Whether an item of this priority may make a sound until a person acknowledges it.
  public boolean audible() {
    return this == P1 || this == P2;
  }

  /// Whether this is more urgent than `other`.
  public boolean above(Priority other) {
    return compareTo(other) < 0;
  }
}
