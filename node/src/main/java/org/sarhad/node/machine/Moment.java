package org.sarhad.node.machine;

import java.time.Duration;
import java.time.Instant;

/// Now, by both clocks of the machine. The wall clock is what people are shown and what goes into
/// entries and cosignatures; it may be wrong and may step. Every wait, deadline of a call and retry
/// is measured by the other one, which only moves forward.
///
/// @param wall the time of day in UTC, to the millisecond
/// @param nanos nanoseconds since some arbitrary moment of this run; means nothing after a restart
public record Moment(Instant wall, long nanos) {
  /// How long before this moment `earlier` was; negative if it was later.
  public Duration since(Moment earlier) {
    return Duration.ofNanos(nanos - earlier.nanos);
  }

  /// Whether at least `wait` has passed since `earlier`.
  public boolean isAtLeast(Duration wait, Moment earlier) {
    return nanos - earlier.nanos >= wait.toNanos();
  }

  /// This moment and `wait` more, on both clocks.
  public Moment plus(Duration wait) {
    return new Moment(wall.plus(wait), nanos + wait.toNanos());
  }
}
