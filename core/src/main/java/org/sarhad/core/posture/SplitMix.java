package org.sarhad.core.posture;

/// Numbers that look random and are not: SplitMix64 (Steele, Lea and Flood 2014), written out so
/// that a seed gives the same plan on every machine and in every version of Java. Mutable; for one
/// search.
public final class SplitMix {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  /// The numbers of `seed`.
  public SplitMix(long seed) {
    this.state = seed;
  }

  /// The next 64 bits.
  public long next() {
    state += STEP;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// A number from 0 to `bound` - 1; biased by less than `bound` in 2³².
  public int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }
}
