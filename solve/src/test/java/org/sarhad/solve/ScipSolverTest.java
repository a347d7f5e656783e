package org.sarhad.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.posture.Assistance;
import org.sarhad.core.posture.Certificate;
import org.sarhad.core.posture.CoveragePlan;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.Covering;
import org.sarhad.core.posture.Effort;
import org.sarhad.core.posture.Exact;
import org.sarhad.core.posture.Median;
import org.sarhad.core.posture.MedianProblem;
import org.sarhad.core.posture.Reach;
import org.sarhad.core.posture.SitePlan;
import org.sarhad.core.posture.SiteProgramme;
import org.sarhad.core.posture.SiteSolver;
import org.sarhad.core.posture.Stationing;

/// The own engine against an exact solver: what the one finds is never better than what the other
/// proves, and what the one bounds never below what the other finds.
class ScipSolverTest {
  private static final Effort SHORT = new Effort(7, 60, 300);

  @BeforeAll
  static void thereIsANativeLibrary() {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    Assumptions.assumeTrue(
        system.equals("Linux amd64"), () -> "only Linux on x86-64 is tested, not " + system);
  }

  private static Exact exact() {
    return new Exact(new ScipSolver(), Duration.ofSeconds(60));
  }

  /// A command finds it like this.
  @Test
  void isFoundWhereItsJarIs() {
    assertThat(ServiceLoader.load(SiteSolver.class))
        .extracting(SiteSolver::name)
        .containsExactly("OR-Tools SCIP");
  }

  // ---- two sides ------------------------------------------------------------------------------

  /// bound ≥ exact ≥ own value, with neither side below what it has alone; and how often the own
  /// value is the exact one.
  @Test
  void noPlanOfTwoSidesBeatsTheExactOneAndNoBoundIsBelowIt() {
    int met = 0;
    for (long seed = 0; seed < 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      CoverageProblem problem =
          Questions.line(
              random,
              120 + random.nextInt(200),
              40 + random.nextInt(60),
              8 + random.nextInt(10),
              1 + random.nextInt(5),
              new Assistance.Crossing(random.nextInt(40)));
      met += isMet(problem, SHORT) ? 1 : 0;
    }
    assertThat(met).as("plans that are the best there is, of 60").isGreaterThanOrEqualTo(57);
  }

  private static boolean isMet(CoverageProblem problem, Effort effort) {
    CoveragePlan own = Stationing.plan(problem, effort);
    Exact.Answer found = exact().coverage(problem, own.alone()).orElseThrow();
    assertThat(found.isProven()).isTrue();
    assertThat(found.value())
        .isGreaterThanOrEqualTo(own.certificate().value())
        .isLessThanOrEqualTo(own.certificate().bound());
    assertThat(own.covered().get(0)).isGreaterThanOrEqualTo(own.alone().get(0));
    return found.value() == own.certificate().value();
  }

  /// What a side has alone is what its own problem gives.
  @Test
  void aSideAloneIsAProblemOfOneSide() {
    for (long seed = 0; seed < 40; seed++) {
      CoverageProblem problem =
          Questions.line(new SplittableRandom(seed), 150, 40, 9, 3, new Assistance.None());
      CoveragePlan own = Stationing.plan(problem, SHORT);
      long alone = exact().coverage(problem, List.of()).orElseThrow().value();
      assertThat(alone).isGreaterThanOrEqualTo(own.certificate().value());
      assertThat(alone).isLessThanOrEqualTo(own.certificate().bound());
      // Alone, each side's best adds up: no floor can be in the way.
      assertThat(exact().coverage(problem, own.alone()).orElseThrow().value()).isEqualTo(alone);
    }
  }

  /// The border case: 300 sites, 1000 points, twelve units each.
  @ParameterizedTest
  @CsvSource({"1, 0", "2, 15", "3, 30"})
  void theBorderCaseIsProven(long seed, int handoverMin) {
    CoverageProblem problem =
        Questions.line(
            new SplittableRandom(seed), 817, 1_000, 150, 12, new Assistance.Crossing(handoverMin));
    CoveragePlan own = Stationing.plan(problem, Effort.DEFAULT);
    Exact.Answer found = exact().coverage(problem, own.alone()).orElseThrow();
    assertThat(found.isProven()).isTrue();
    assertThat(found.value())
        .isGreaterThanOrEqualTo(own.certificate().value())
        .isLessThanOrEqualTo(own.certificate().bound());
    Certificate gap = new Certificate(own.certificate().value(), found.value());
    System.out.printf(
        "border case %d, hand-over %d min: own plan %d millionths below the exact one%n",
        seed, handoverMin, gap.gap(1_000_000));
    assertThat(gap.gap(1_000)).as("permille below the best").isLessThanOrEqualTo(2);
  }

  // ---- the other questions --------------------------------------------------------------------

  @Test
  void noMedianIsCheaperThanTheExactOne() {
    int met = 0;
    for (long seed = 0; seed < 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int size = 10 + random.nextInt(25);
      MedianProblem problem = Questions.median(random, size, 1 + random.nextInt(size / 2));
      SitePlan own = Median.plan(problem, SHORT);
      Exact.Answer found = exact().median(problem).orElseThrow();
      assertThat(found.isProven()).isTrue();
      assertThat(problem.cost(found.sites().getFirst())).isEqualTo(found.value());
      assertThat(found.value())
          .isLessThanOrEqualTo(own.certificate().value())
          .isGreaterThanOrEqualTo(own.certificate().bound());
      met += found.value() == own.certificate().value() ? 1 : 0;
    }
    assertThat(met).as("medians that are the best there is, of 60").isGreaterThanOrEqualTo(58);
  }

  @Test
  void nothingIsEverywhereSoonerOrWithFewer() {
    int met = 0;
    for (long seed = 0; seed < 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Reach reach = Questions.median(random, 8 + random.nextInt(14), 1).reach();
      int posts = 1 + random.nextInt(5);
      SitePlan soonest = Covering.shortest(reach, posts, SHORT).orElseThrow();
      Exact.Answer best = exact().shortest(reach, posts).orElseThrow();
      assertThat(best.isProven()).isTrue();
      assertThat(best.value())
          .isLessThanOrEqualTo(soonest.certificate().value())
          .isGreaterThanOrEqualTo(soonest.certificate().bound());
      met += best.value() == soonest.certificate().value() ? 1 : 0;
      int within = 20 + random.nextInt(60);
      Optional<Long> own =
          Covering.fewest(reach, within, SHORT).map(plan -> plan.certificate().value());
      Optional<Exact.Answer> fewest = exact().fewest(reach, within);
      assertThat(fewest.isPresent()).isEqualTo(own.isPresent());
      fewest.ifPresent(answer -> assertThat(answer.value()).isLessThanOrEqualTo(own.orElseThrow()));
    }
    assertThat(met).as("times that are the shortest there are, of 40").isGreaterThanOrEqualTo(36);
  }

  // ---- a solver is not believed ---------------------------------------------------------------

  /// One that says whatever it is told to.
  private record Liar(List<Long> values) implements SiteSolver {
    @Override
    public String name() {
      return "a liar";
    }

    @Override
    public Optional<Found> solve(SiteProgramme programme, Duration limit) {
      return Optional.of(new Found(values, true));
    }
  }

  @Test
  void whatBreaksARuleIsNoAnswer() {
    CoverageProblem problem =
        Questions.line(new SplittableRandom(1), 60, 12, 2, 1, new Assistance.None());
    for (List<Long> lie :
        List.of(
            List.of(1L, 1L, 0L, 1L), // a unit too many
            List.of(2L, -1L, 0L, 1L), // a site with minus one
            List.of(1L, 0L))) { // not every site
      assertThat(new Exact(new Liar(lie), Duration.ZERO).coverage(problem, List.of())).isEmpty();
    }
    Exact honest = new Exact(new Liar(List.of(1L, 0L, 0L, 1L)), Duration.ZERO);
    assertThat(honest.coverage(problem, List.of(0L, 0L))).isPresent();
    assertThat(honest.coverage(problem, List.of(Long.MAX_VALUE, 0L))).as("a floor").isEmpty();
    Reach island = Reach.of(2, List.of(List.of(5, 90), List.of(90, 5)));
    assertThat(new Exact(new Liar(List.of(1L, 0L)), Duration.ZERO).fewest(island, 60)).isEmpty();
  }
}
