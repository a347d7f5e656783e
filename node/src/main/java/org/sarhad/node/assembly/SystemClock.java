package org.sarhad.node.assembly;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.sarhad.node.port.Clock;

/// The clocks of this machine.
public final class SystemClock implements Clock {
  @Override
  public Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }
}
