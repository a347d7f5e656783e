package org.sarhad.node.machine;

import java.time.Duration;

/// How much one peer may send (06-2.3): a sustained rate, reckoned over a day, so that what waited
/// behind a cut may follow when it is over; while it follows, [#CATCH_UP] times that rate, with
/// room for a burst. Two buckets that fill at their rates and never overflow; what is taken is
/// taken out of both.
final class Quota {
  /// How many times the sustained rate what was not sent before may be sent later.
  static final int CATCH_UP = 20;

  /// How long what was not sent is remembered.
  static final Duration REMEMBERED = Duration.ofDays(1);

  private static final double NANOS_PER_SECOND = 1e9;

  private final Bucket sustained;
  private final Bucket atOnce;
  private long filledAtNanos;

  /// Full at `now`: how long the peer was away before is not known.
  Quota(NodeSettings.Rate rate, Moment now) {
    double day = (double) rate.perSecond() * REMEMBERED.toSeconds();
    this.sustained = new Bucket(rate.perSecond(), Math.max(rate.burst(), day));
    this.atOnce = new Bucket((double) rate.perSecond() * CATCH_UP, rate.burst());
    this.filledAtNanos = now.nanos();
  }

  /// Takes `count` if there is room for them, or nothing.
  boolean take(int count, Moment now) {
    double seconds = Math.max(0, now.nanos() - filledAtNanos) / NANOS_PER_SECOND;
    filledAtNanos = now.nanos();
    sustained.fill(seconds);
    atOnce.fill(seconds);
    if (count > Math.min(sustained.left, atOnce.left)) {
      return false;
    }
    give(-count);
    return true;
  }

  /// Makes room for `count` beside all others.
  void give(int count) {
    sustained.left += count;
    atOnce.left += count;
  }

  private static final class Bucket {
    private final double perSecond;
    private final double size;
    private double left;

    Bucket(double perSecond, double size) {
      this.perSecond = perSecond;
      this.size = size;
      this.left = size;
    }

    /// What was given on top of a full bucket stays.
    void fill(double seconds) {
      left = Math.min(Math.max(size, left), left + perSecond * seconds);
    }
  }
}
