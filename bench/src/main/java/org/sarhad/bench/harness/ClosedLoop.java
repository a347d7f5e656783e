package org.sarhad.bench.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A fixed number of writers, each of which asks again as soon as it was answered: finds out how
/// much goes through. Answer times from here are those of a system at its limit.
public final class ClosedLoop {
  private ClosedLoop() {}

  /// What one writer does once; `writer` is its number from 0, `turn` counts its own calls.
  @FunctionalInterface
  public interface Work {
    /// Returns when it is done.
    void once(int writer, long turn) throws Exception;
  }

  /// What a round gave.
  ///
  /// @param count how often the work was done
  /// @param seconds from the first start to the last end
  /// @param answered how long each took
  public record Result(long count, double seconds, Histogram answered) {
    /// How often the work was done in a second.
    public double perSecond() {
      return count / seconds;
    }
  }

  /// Lets `writers` virtual threads work for `duration`; what has begun is finished. The first
  /// failure of any of them is thrown, after the others have ended.
  public static Result run(int writers, Duration duration, Work work) throws Exception {
    var answered = new Histogram();
    long started = System.nanoTime();
    long until = started + duration.toNanos();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        int writer = i;
        ends.add(
            threads.submit(
                () -> {
                  long begun = System.nanoTime();
                  for (long turn = 0; begun < until; turn++) {
                    work.once(writer, turn);
                    long ended = System.nanoTime();
                    answered.record(ended - begun);
                    begun = ended;
                  }
                  return writer;
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
    return new Result(answered.count(), (System.nanoTime() - started) / 1e9, answered);
  }
}
