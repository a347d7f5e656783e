package org.sarhad.bench.harness;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/// Work that comes at its own pace, like alerts do: it is begun when it is due, whether or not what
/// came before is done. Whoever measures from the time it was *due* does not fool themselves when
/// the system stalls.
public final class OpenLoop {
  private OpenLoop() {}

  /// What is done once.
  @FunctionalInterface
  public interface Work {
    /// Returns when it is done.
    ///
    /// @param number counts from 0
    /// @param dueNanos when it ought to have begun, by [System#nanoTime]
    void once(long number, long dueNanos) throws Exception;
  }

  /// Begins `perSecond` pieces of work every second, evenly, for `duration`, each on a virtual
  /// thread of its own, and returns how many when all have ended. A failure is thrown.
  public static long run(int perSecond, Duration duration, Work work) throws Exception {
    long count = perSecond * duration.toMillis() / 1000;
    long gap = 1_000_000_000L / perSecond;
    var failure = new AtomicReference<Optional<Exception>>(Optional.empty());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long started = System.nanoTime();
      for (long i = 0; i < count; i++) {
        long number = i;
        long due = started + i * gap;
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
          Thread.sleep(Duration.ofNanos(wait));
        }
        threads.execute(
            () -> {
              try {
                work.once(number, due);
              } catch (Exception e) {
                failure.set(Optional.of(e));
              }
            });
      }
    }
    if (failure.get().isPresent()) {
      throw failure.get().get();
    }
    return count;
  }
}
