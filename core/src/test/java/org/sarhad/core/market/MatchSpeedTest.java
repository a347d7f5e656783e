package org.sarhad.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Figures of issue 4: 500 needs and 500 offers are previewed in 0.2 s with 96 per cent of what can
/// be had, matched in a second, and checked in 20 ms with a proven gap of 0.05 per cent.
@Tag("slow")
class MatchSpeedTest {
  private static final int BIDS = 500;
  private static final int ROUNDS = 5;

  /// Dense and sparse: lines of 125, of 50 and of 12 bids.
  private static final List<Integer> LINES = List.of(8, 20, 40);

  /// Those that the search was written with, and others that it was not.
  private static final List<Integer> SEEDS = List.of(0, 1, 2, 1_000, 1_001, 1_002);

  @Test
  void aCommitteesMatchIsFoundAndChecked() {
    for (int lines : LINES) {
      for (int seed : SEEDS) {
        look(Committee.problem(new SplittableRandom(seed), BIDS, lines), lines, seed);
      }
    }
  }

  private static void look(MatchProblem problem, int lines, int seed) {
    Certificate found = Matching.found(problem);
    Certificate preview = Matching.preview(problem);
    double share = (double) preview.value().minor() / (double) found.bound().minor();
    Duration previewed = best(() -> Matching.preview(problem));
    Duration matched = best(() -> Matching.found(problem));
    Duration checked = best(() -> CertificateCheck.flaw(problem, found));
    System.out.printf(
        "%d lines, seed %d: %d pairs; preview %.1f ms, %.2f %% of the bound; match %d ms, gap %d"
            + " millionths, %d placed; check %.1f ms%n",
        lines,
        seed,
        problem.pairs().size(),
        millis(previewed),
        100 * share,
        matched.toMillis(),
        found.gap(),
        found.placed().size(),
        millis(checked));
    assertThat(CertificateCheck.flaw(problem, found)).isEmpty();
    assertThat(share).isGreaterThan(0.96);
    assertThat(found.gap()).isLessThan(10_000);
    assertThat(found.placed()).hasSizeLessThan(2 * BIDS);
  }

  private static double millis(Duration took) {
    return took.toNanos() / 1e6;
  }

  private static Duration best(Supplier<?> work) {
    long[] took =
        IntStream.range(0, ROUNDS)
            .mapToLong(
                _ -> {
                  long began = System.nanoTime();
                  assertThat(work.get()).isNotNull();
                  return System.nanoTime() - began;
                })
            .toArray();
    return Duration.ofNanos(Arrays.stream(took).min().orElseThrow());
  }
}
