package org.sarhad.sim.world;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.sarhad.node.machine.Moment;
import org.sarhad.node.port.Clock;

/// The clocks of one simulated machine: a wall clock that may be wrong and may step, and one that
/// only moves forward. Both move with the [Scheduler] and with nothing else.
public final class SimClock implements Clock {
  private final Scheduler scheduler;
  private final Instant start;
  private Duration error = Duration.ZERO;

  /// A clock that is right: `start` is the time of day at the beginning of the run.
  public SimClock(Scheduler scheduler, Instant start) {
    this.scheduler = scheduler;
    this.start = start;
  }

  /// Steps the wall clock by `by`, forward or back.
  public void step(Duration by) {
    error = error.plus(by);
  }

  /// Makes the wall clock right again.
  public void correct() {
    error = Duration.ZERO;
  }

  /// How far the wall clock is ahead of the true time; negative if it is behind.
  public Duration error() {
    return error;
  }

  @Override
  public Instant now() {
    return start.plusNanos(scheduler.nowNanos()).plus(error).truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public long nanos() {
    return scheduler.nowNanos();
  }

  /// Now, by both clocks.
  public Moment moment() {
    return new Moment(now(), nanos());
  }
}
