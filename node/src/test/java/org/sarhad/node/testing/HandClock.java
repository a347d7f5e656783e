package org.sarhad.node.testing;

import java.time.Duration;
import java.time.Instant;
import org.sarhad.node.port.Clock;

/// A clock that moves when a test says so.
public final class HandClock implements Clock {
  private Instant now = Instant.parse("2019-04-22T08:00:00Z");
  private long nanos;

  /// Lets time pass on both clocks.
  public synchronized void pass(Duration time) {
    now = now.plus(time);
    nanos += time.toNanos();
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }
}
