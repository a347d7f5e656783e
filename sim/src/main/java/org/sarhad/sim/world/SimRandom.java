package org.sarhad.sim.world;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.sarhad.node.port.Randomness;

/// All chance in a run, from one seed. [#fork] gives every part of the world its own stream, so
/// that a part which draws more or less does not shift the luck of the others.
public final class SimRandom implements Randomness {
  private final SplittableRandom random;

  /// The chance of the run with this seed.
  public SimRandom(long seed) {
    this(new SplittableRandom(seed));
  }

  private SimRandom(SplittableRandom random) {
    this.random = random;
  }

  /// An independent stream.
  public SimRandom fork() {
    return new SimRandom(random.split());
  }

  /// True with a chance of `perMille` in a thousand.
  public boolean chance(int perMille) {
    return perMille > 0 && random.nextInt(1000) < perMille;
  }

  /// A number in `[low, high]`, each equally likely.
  public int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  /// A duration in `[low, high]`, to the nanosecond.
  public Duration between(Duration low, Duration high) {
    return Duration.ofNanos(random.nextLong(low.toNanos(), high.toNanos() + 1));
  }

  /// One of `choices`, each equally likely; `choices` is not empty.
  public <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /// Any number at all: a seed for something else.
  public long seed() {
    return random.nextLong();
  }

  /// An independent stream, for parts that draw by themselves.
  public RandomGenerator generator() {
    return random.split();
  }

  @Override
  public byte[] bytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
