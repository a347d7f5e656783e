package org.sarhad.tlog.testing;

import java.util.SplittableRandom;

/// Property checks with a seed: many small random cases, each of which can be replayed.
///
/// Seeds 0, 1, 2, … are run in turn, so that a plain build is the same everywhere. A failure names
/// its seed; `-Dsarhad.seed=N` runs that one only, and `-Dsarhad.seed.from=N` begins there.
public final class Seeded {
  private Seeded() {}

  /// One case; everything random in it comes from `random`.
  @FunctionalInterface
  public interface Case {
    /// Runs the case, or throws what is wrong.
    void run(SplittableRandom random) throws Exception;
  }

  /// Runs `check` with `cases` seeds, and rethrows the first failure with its seed in front.
  public static void check(int cases, Case check) {
    Long only = Long.getLong("sarhad.seed");
    long first = only != null ? only : Long.getLong("sarhad.seed.from", 0);
    long count = only != null ? 1 : cases;
    for (long seed = first; seed < first + count; seed++) {
      try {
        check.run(new SplittableRandom(seed));
      } catch (Exception | AssertionError | StackOverflowError failure) {
        throw new AssertionError(
            "seed %d (replay with -Dsarhad.seed=%d): %s"
                .formatted(seed, seed, failure.getMessage()),
            failure);
      }
    }
  }
}
