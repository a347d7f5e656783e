package org.sarhad.node.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.sarhad.node.store.DirectoryCheck;

/// Tells a waiting person now and then how far a check is and how long it will take if it goes on
/// like that. For several threads.
final class ProgressLine implements DirectoryCheck.Progress {
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final PrintWriter err;
  private final LongSupplier clock;
  private long startedNanos;
  private long toldNanos;

  /// @param err where to tell it
  /// @param clock nanoseconds that only go forward
  ProgressLine(PrintWriter err, LongSupplier clock) {
    this.err = err;
    this.clock = clock;
  }

  @Override
  public synchronized void read(long entries, long size) {
    long now = clock.getAsLong();
    if (entries == 0) {
      startedNanos = now;
      toldNanos = now;
    } else if (now - toldNanos >= EVERY.toNanos() && entries < size) {
      toldNanos = now;
      double leftNanos = (double) (now - startedNanos) / entries * (size - entries);
      err.printf(
          "%d of %d entries read; about %s left%n", entries, size, shown(Math.round(leftNanos)));
      err.flush();
    }
  }

  private static String shown(long nanos) {
    var time = Duration.ofSeconds(Math.ceilDiv(nanos, 1_000_000_000L));
    return time.toMinutes() == 0
        ? "%d s".formatted(time.toSeconds())
        : "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
