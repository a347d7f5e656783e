package org.sarhad.core.posture;

/// Whether units of one side count for points on the soil of the other.
public sealed interface Assistance {
  /// They do not: each side is on its own. So it is as well where the neighbour only closes the
  /// roads on its own soil.
  record None() implements Assistance {}

  /// They cross with leave, and lose time at the line for it.
  ///
  /// @param handoverMin minutes from arriving at the line to going on, 0 to 1440
  record Crossing(int handoverMin) implements Assistance {
    private static final int HANDOVER_MAX = 24 * 60;

    /// @throws IllegalArgumentException when it is not in its range
    public Crossing {
      if (handoverMin < 0 || handoverMin > HANDOVER_MAX) {
        throw new IllegalArgumentException(
            "a hand-over of %d minutes; expected 0 to %d".formatted(handoverMin, HANDOVER_MAX));
      }
    }
  }
}
