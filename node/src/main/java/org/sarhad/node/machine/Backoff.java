package org.sarhad.node.machine;

import java.time.Duration;

/// How long to wait before trying something again that failed: the least wait, doubled with every
/// failure in a row, up to the longest. Without chance: two nodes that retry at the same moment do
/// not disturb each other, and the simulation replays.
///
/// @param failures in a row, 0 after a success
record Backoff(Duration min, Duration max, int failures) {
  private static final int DOUBLINGS_MAX = 20;

  /// Nothing has failed yet.
  Backoff(Duration min, Duration max) {
    this(min, max, 0);
  }

  /// After one more failure.
  Backoff failed() {
    return new Backoff(min, max, failures + 1);
  }

  /// After a success.
  Backoff succeeded() {
    return new Backoff(min, max, 0);
  }

  /// How long to wait now; zero if nothing has failed.
  Duration pause() {
    if (failures == 0) {
      return Duration.ZERO;
    }
    var doubled = min.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS_MAX));
    return doubled.compareTo(max) < 0 ? doubled : max;
  }
}
