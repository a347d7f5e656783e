package org.sarhad.core.testing;

import java.util.SplittableRandom;

/// Property checks with a seed: a few hundred small random cases, each of which can be replayed.
///
/// Seeds 0, 1, 2, … are run in turn, so that a plain build is the same everywhere. A failure names
/// its seed; `-Dsarhad.seed=N` runs that one only, and `-Dsarhad.seed.from=N` begins there.
public final class Seeded {
  private Seeded() {}

  /// One case; everything random in it comes from `random`.
  @FunctionalInterface
  public interface Case {
    void run(SplittableRandom random) throws Exception;
  }

  /// Runs `check` with `cases` seeds, and rethrows the first failure with its seed in front.
  public static void check(int cases, Case check) {
    Long only = Long.getLong("sarhad.seed");
    long from = Long.getLong("sarhad.seed.from", 0);
    long first = only != null ? only : from;
    long count = only != null ? 1 : cases;
    for (long seed = first; seed < first + count; seed++) {
      try {
        check.run(new SplittableRandom(seed));
      } catch (Exception | AssertionError | StackOverflowError failure) {
        throw new AssertionError(
            "seed " + seed + " (replay with -Dsarhad.seed=" + seed + "): " + failure.getMessage(),
            failure);
      }
    }
  }
}
