package org.sarhad.core.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.testing.Seeded;

/// Choices of sites against every choice there is, on problems small enough to try them all.
class MedianTest {
  private static final Effort SHORT = new Effort(7, 40, 400);

  private static MedianProblem small(SplittableRandom random) {
    int sites = 1 + random.nextInt(9);
    int points = 1 + random.nextInt(12);
    int[][] costs = new int[sites][points];
    for (int[] row : costs) {
      Arrays.setAll(row, _ -> random.nextInt(100));
    }
    return MedianProblem.of(
        sites, points, 1 + random.nextInt(sites), (site, point) -> costs[site][point]);
  }

  private static long best(MedianProblem problem) {
    return IntStream.range(0, 1 << problem.sites())
        .filter(set -> Integer.bitCount(set) == problem.open())
        .mapToLong(
            set ->
                problem.cost(
                    IntStream.range(0, problem.sites())
                        .filter(site -> ((set >> site) & 1) != 0)
                        .boxed()
                        .toList()))
        .min()
        .orElseThrow();
  }

  @Test
  void noChoiceBeatsTheBestAndNoBoundIsAboveIt() {
    int[] met = new int[2];
    Seeded.check(
        300,
        random -> {
          MedianProblem problem = small(random);
          SitePlan plan = Median.plan(problem, SHORT);
          long best = best(problem);
          assertThat(plan.certificate().value()).isGreaterThanOrEqualTo(best);
          assertThat(plan.certificate().bound()).isLessThanOrEqualTo(best);
          met[0] += plan.certificate().value() == best ? 1 : 0;
          met[1] += plan.certificate().isProvenBest() ? 1 : 0;
        });
    assertThat(met[0]).as("choices that are the best there is").isEqualTo(300);
    assertThat(met[1]).as("and proven to be").isGreaterThan(150);
  }

  @Test
  void aChoiceCostsWhatItSays() {
    Seeded.check(
        300,
        random -> {
          MedianProblem problem = small(random);
          SitePlan plan = Median.plan(problem, SHORT);
          assertThat(plan.sites()).hasSize(problem.open()).doesNotHaveDuplicates().isSorted();
          assertThat(problem.cost(plan.sites())).isEqualTo(plan.certificate().value());
          assertThat(Median.plan(problem, SHORT)).isEqualTo(plan);
        });
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> MedianProblem.of(0, 1, 1, (_, _) -> 0)).hasMessageContaining("sites");
    assertThatThrownBy(() -> MedianProblem.of(1, 0, 1, (_, _) -> 0)).hasMessageContaining("points");
    assertThatThrownBy(() -> MedianProblem.of(1, 1, 2, (_, _) -> 0)).hasMessageContaining("open");
    assertThatThrownBy(() -> MedianProblem.of(1, 1, 1, (_, _) -> -1)).hasMessageContaining("-1");
    assertThat(List.of(MedianProblem.of(1, 1, 1, (_, _) -> 4).cost(0, 0))).containsExactly(4);
  }
}
