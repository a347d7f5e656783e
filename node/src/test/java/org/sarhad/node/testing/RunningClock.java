package org.sarhad.node.testing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.sarhad.node.port.Clock;

/// The clock of the machine that runs the tests.
public final class RunningClock implements Clock {
  @Override
  public Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }
}
