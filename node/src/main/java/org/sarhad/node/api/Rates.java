package org.sarhad.node.api;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How fast each account may call: a bucket that holds `burst` calls and refills at `perSecond`.
/// Accounts are few, so nothing is forgotten. Safe for use by several threads.
final class Rates {
  private final int perSecond;
  private final int burst;
  private final Map<String, Bucket> buckets = new HashMap<>();

  private static final class Bucket {
    double calls;
    long nanos;

    Bucket(double calls, long nanos) {
      this.calls = calls;
      this.nanos = nanos;
    }
  }

  Rates(int perSecond, int burst) {
    this.perSecond = perSecond;
    this.burst = burst;
  }

  /// Takes one call of `login`; how long to wait when there is none left.
  synchronized Optional<Duration> take(String login, long nowNanos) {
    var bucket = buckets.computeIfAbsent(login, _ -> new Bucket(burst, nowNanos));
    double refilled = (nowNanos - bucket.nanos) / 1e9 * perSecond;
    bucket.calls = Math.min(burst, bucket.calls + refilled);
    bucket.nanos = nowNanos;
    if (bucket.calls < 1) {
      return Optional.of(Duration.ofNanos((long) ((1 - bucket.calls) / perSecond * 1e9)));
    }
    bucket.calls -= 1;
    return Optional.empty();
  }
}
