package org.sarhad.core.posture;

/// Whether units of one side count for points on the soil of the other.
public sealed interface Assistance {
  /// They do not: each side is on its own. So it is as well where the neighbour only closes the
  /// roads on its own soil.
  record None() implements Assistance {}

  /// They cross with leave, lose time at the line for it, and go no farther than is agreed.
  ///
  /// @param handoverMin minutes from arriving at the line to going on, 0 to 1440
  /// @param depthM how far beyond the line they may be, in metres, 1 to [#DEPTH_MAX]
  record Crossing(int handoverMin, int depthM) implements Assistance {
    /// The farthest that can be agreed, in metres (`crossing.depth`).
    public static final int DEPTH_MAX = 50_000;

    private static final int HANDOVER_MAX = 24 * 60;

    /// @throws IllegalArgumentException when one is not in its range
    public Crossing {
      if (handoverMin < 0 || handoverMin > HANDOVER_MAX) {
        throw new IllegalArgumentException(
            "a hand-over of %d minutes; expected 0 to %d".formatted(handoverMin, HANDOVER_MAX));
      }
      if (depthM < 1 || depthM > DEPTH_MAX) {
        throw new IllegalArgumentException(
            "%d metres beyond the line; expected 1 to %d".formatted(depthM, DEPTH_MAX));
      }
    }

    /// As far beyond the line as can be agreed: where every point lies at the line, it makes no
    /// difference.
    public Crossing(int handoverMin) {
      this(handoverMin, DEPTH_MAX);
    }
  }
}
