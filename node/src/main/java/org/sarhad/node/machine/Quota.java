package org.sarhad.node.machine;

/// How much one peer may send: a sustained rate with room for a burst (06-2.3). A bucket that fills
/// at the rate and never overflows.
final class Quota {
  private static final double NANOS_PER_SECOND = 1e9;

  private final int perSecond;
  private final int burst;
  private double left;
  private long filledAtNanos;

  /// Full at `now`.
  Quota(int perSecond, int burst, Moment now) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.left = burst;
    this.filledAtNanos = now.nanos();
  }

  /// Takes `count` if there is room for them, or nothing.
  boolean take(int count, Moment now) {
    long passed = Math.max(0, now.nanos() - filledAtNanos);
    filledAtNanos = now.nanos();
    left = Math.min(Math.max(burst, left), left + perSecond * (passed / NANOS_PER_SECOND));
    if (count > left) {
      return false;
    }
    left -= count;
    return true;
  }

  /// Makes room for `count` beside all others.
  void give(int count) {
    left += count;
  }
}
