package org.sarhad.node.api;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.sarhad.core.joint.PostureComparison;
import org.sarhad.core.joint.PosturePlanner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The comparison of plans that this node is making or has made, the last one only, in memory only.
/// One is made at a time, by a thread of its own, and can be stopped between two sites.
/// Thread-safe.
final class HeldComparison {
  private static final Logger LOG = LoggerFactory.getLogger(HeldComparison.class);

  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Held> held = Optional.empty();
  private long made;

  /// How far it is.
  sealed interface Stage {
    /// It is being made.
    ///
    /// @param sites of which the journeys are known
    /// @param of all of them; 0 where that is not known yet
    record Running(int sites, int of) implements Stage {}

    /// It is there.
    record Done(PostureComparison comparison) implements Stage {}

    /// Somebody stopped it.
    record Stopped() implements Stage {}

    /// It could not be made.
    record Failed() implements Stage {}
  }

  /// A comparison.
  ///
  /// @param number by which it is told from others, from 1 on, as long as the node runs
  /// @param wish what was asked for
  /// @param leftOut how many ready units are not in it
  record Held(long number, PosturePlanner.Wish wish, int leftOut, Stage stage) {
    private Held at(Stage other) {
      return as(number, other);
    }

    private Held as(long other, Stage there) {
      return new Held(other, wish, leftOut, there);
    }

    private boolean isRunning() {
      return stage instanceof Stage.Running;
    }
  }

  /// Makes a comparison; empty when it was stopped.
  @FunctionalInterface
  interface Making {
    Optional<PostureComparison> by(PostureComparison.Watch watch);
  }

  /// The last one; empty before there is any.
  Optional<Held> last() {
    lock.lock();
    try {
      return held;
    } finally {
      lock.unlock();
    }
  }

  /// Begins one, in place of the last; empty while another is being made.
  Optional<Held> begin(PosturePlanner.Wish wish, int leftOut, Making making) {
    lock.lock();
    try {
      if (held.filter(Held::isRunning).isPresent()) {
        return Optional.empty();
      }
      made++;
      var begun = new Held(made, wish, leftOut, new Stage.Running(0, 0));
      held = Optional.of(begun);
      Thread.ofVirtual()
          .name("posture-comparison-" + begun.number())
          .start(() -> run(begun.number(), making));
      return held;
    } finally {
      lock.unlock();
    }
  }

  /// Puts what `change` makes of the comparison of that number in its place, under a number of its
  /// own; empty when that is not the last one, or is not there. Whoever asks waits for it.
  Optional<Held> change(long number, UnaryOperator<PostureComparison> change) {
    Optional<Held> before = done(number);
    Optional<PostureComparison> changed = before.flatMap(HeldComparison::comparison).map(change);
    lock.lock();
    try {
      if (changed.isEmpty() || !held.equals(before)) {
        return Optional.empty();
      }
      made++;
      held = changed.map(now -> before.get().as(made, new Stage.Done(now)));
      return held;
    } finally {
      lock.unlock();
    }
  }

  /// The one of that number, if it is the last and is there.
  Optional<Held> done(long number) {
    return last().filter(one -> one.number() == number && one.stage() instanceof Stage.Done);
  }

  /// What was made of `held`; empty where that is not there.
  static Optional<PostureComparison> comparison(Held held) {
    return held.stage() instanceof Stage.Done(PostureComparison comparison)
        ? Optional.of(comparison)
        : Optional.empty();
  }

  private void run(long number, Making making) {
    Stage end = new Stage.Failed();
    try {
      end =
          making
              .by((sites, of) -> goesOn(number, sites, of))
              .<Stage>map(Stage.Done::new)
              .orElseGet(Stage.Stopped::new);
    } catch (IllegalArgumentException | ArithmeticException e) {
      LOG.warn("plans of posts cannot be compared: {}", e.getMessage());
    } finally {
      set(number, end);
    }
  }

  /// Notes how far it is; whether it is still wanted.
  private boolean goesOn(long number, int sites, int of) {
    return set(number, new Stage.Running(sites, of));
  }

  /// The stage of the one that runs under that number; false when none does.
  private boolean set(long number, Stage stage) {
    lock.lock();
    try {
      boolean isWanted =
          held.filter(last -> last.number() == number && last.isRunning()).isPresent();
      if (isWanted) {
        held = held.map(last -> last.at(stage));
      }
      return isWanted;
    } finally {
      lock.unlock();
    }
  }

  /// Stops the one that is being made, if one is.
  void stop() {
    lock.lock();
    try {
      held = held.map(last -> last.isRunning() ? last.at(new Stage.Stopped()) : last);
    } finally {
      lock.unlock();
    }
  }
}
