package org.sarhad.core.meetings;

/// How many occurrences were due, and what became of them.
///
/// @param held all sides say so, in time or late
/// @param cancelled the sides agreed that they need not be held
/// @param notHeld all sides say so
/// @param differing the sides say different things
/// @param unstated not all sides have said anything
public record DutyTally(int held, int cancelled, int notHeld, int differing, int unstated) {
  /// None were due.
  public static final DutyTally NONE = new DutyTally(0, 0, 0, 0, 0);

  /// How many were due.
  public int due() {
    return held + cancelled + notHeld + differing + unstated;
  }

  /// How many of them were neither held, as all sides say, nor cancelled.
  public int missed() {
    return notHeld + differing + unstated;
  }

  /// Both together.
  public DutyTally plus(DutyTally other) {
    return new DutyTally(
        held + other.held,
        cancelled + other.cancelled,
        notHeld + other.notHeld,
        differing + other.differing,
        unstated + other.unstated);
  }

  static DutyTally of(OccurrenceStage stage) {
    return switch (stage) {
      case HELD -> new DutyTally(1, 0, 0, 0, 0);
      case CANCELLED -> new DutyTally(0, 1, 0, 0, 0);
      case NOT_HELD -> new DutyTally(0, 0, 1, 0, 0);
      case DIFFERING -> new DutyTally(0, 0, 0, 1, 0);
      case OPEN -> new DutyTally(0, 0, 0, 0, 1);
    };
  }
}
