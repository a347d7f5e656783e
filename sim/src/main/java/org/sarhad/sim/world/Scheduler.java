package org.sarhad.sim.world;

import java.time.Duration;
import java.util.Optional;
import java.util.PriorityQueue;

/// The one queue of everything that is going to happen, and the only thing that makes simulated
/// time pass.
///
/// Time is in nanoseconds since the beginning of the run and never goes back. Two actions planned
/// for the same instant happen in the order in which they were planned, so a run is a function of
/// its seed. Planning and taking cost O(log n).
public final class Scheduler {
  /// What happens at some instant.
  @FunctionalInterface
  public interface Action {
    /// Lets it happen.
    void run();
  }

  private record Planned(long atNanos, long order, String label, Action action)
      implements Comparable<Planned> {
    @Override
    public int compareTo(Planned other) {
      int byTime = Long.compare(atNanos, other.atNanos);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Planned> queue = new PriorityQueue<>();
  private long nowNanos;
  private long planned;
  private long happened;

  /// Nanoseconds since the beginning of the run.
  public long nowNanos() {
    return nowNanos;
  }

  /// How many actions have happened so far.
  public long happened() {
    return happened;
  }

  /// Plans `action` in `delay` from now (not negative). `label` names it in traces.
  public void in(Duration delay, String label, Action action) {
    inNanos(delay.toNanos(), label, action);
  }

  /// Plans `action` in `delayNanos` nanoseconds from now (not negative).
  public void inNanos(long delayNanos, String label, Action action) {
    if (delayNanos < 0) {
      throw new IllegalArgumentException("delayNanos must not be negative: " + delayNanos);
    }
    queue.add(new Planned(nowNanos + delayNanos, planned++, label, action));
  }

  /// Lets the next action happen, if it is planned before `endNanos`, and returns its label;
  /// otherwise time passes up to `endNanos`, nothing happens, and the answer is empty.
  public Optional<String> step(long endNanos) {
    var next = queue.peek();
    if (next == null || next.atNanos >= endNanos) {
      nowNanos = Math.max(nowNanos, endNanos);
      return Optional.empty();
    }
    queue.remove();
    nowNanos = next.atNanos;
    happened++;
    next.action.run();
    return Optional.of(next.label);
  }
}
