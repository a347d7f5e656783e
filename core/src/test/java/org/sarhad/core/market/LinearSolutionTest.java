package org.sarhad.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.json.Json;
import org.sarhad.core.testing.Seeded;

/// What becomes of what a solver says: whatever it is, it is made a certificate that holds.
class LinearSolutionTest {
  /// What a solver might say that is broken, or means no good.
  private static final List<Double> BAD =
      List.of(
          0.0,
          -0.0,
          -1e18,
          1e18,
          1e-300,
          0.999_999_9,
          1e300,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY);

  private static final double REACH = 60;
  private static final int CASES = 300;

  /// About one in four of them bad.
  private static List<Double> said(RandomGenerator random, int count, double reach) {
    return Stream.generate(
            () ->
                random.nextInt(4) == 0
                    ? BAD.get(random.nextInt(BAD.size()))
                    : random.nextDouble(-1, reach))
        .limit(count)
        .toList();
  }

  private static LinearSolution said(RandomGenerator random, MatchProblem problem) {
    return new LinearSolution(
        said(random, problem.pairs().size(), REACH),
        said(random, problem.needs().size(), REACH),
        said(random, problem.rows().size(), REACH));
  }

  private static LinearSolution all(MatchProblem problem, double lots, double price) {
    return new LinearSolution(
        Collections.nCopies(problem.pairs().size(), lots),
        Collections.nCopies(problem.needs().size(), price),
        Collections.nCopies(problem.rows().size(), price));
  }

  @Test
  void whateverASolverSaysTheCertificateHolds() {
    Seeded.check(
        CASES,
        random -> {
          MatchProblem problem = Problems.small(random);
          Certificate made = Matching.made(problem, said(random, problem));
          assertThat(CertificateCheck.flaw(problem, made)).isEmpty();
          assertThat(made.value()).isGreaterThanOrEqualTo(Matching.preview(problem).value());
        });
  }

  @Test
  void aPriceThatCannotBeWrittenIsNone() {
    Seeded.check(
        CASES,
        random -> {
          MatchProblem problem = Problems.small(random);
          for (double bad : List.of(1e17, 1e300, Double.POSITIVE_INFINITY, Double.NaN, -3.0, 0.4)) {
            assertThat(all(problem, 0, bad).prices(problem).needs()).as("%s", bad).isEmpty();
          }
          assertThat(all(problem, 0, 7.6).prices(problem).needs().values())
              .allMatch(price -> price == 8);
          assertThat(all(problem, 0, Json.INTEGER_MAX).prices(problem).needs())
              .hasSize(problem.needs().size());
        });
  }

  @Test
  void moneyIsPricedInMillionths() {
    Seeded.check(
        CASES,
        random -> {
          MatchProblem problem = Problems.small(random);
          Prices prices = all(problem, 0, 3).prices(problem);
          problem
              .rows()
              .forEach(
                  row ->
                      assertThat(prices.of(row))
                          .isEqualTo(
                              row.id().kind().measure() == Row.Measure.WORTH ? 3_000_000 : 3));
        });
  }

  @Test
  void aSolutionOfAnotherProblemIsRefused() {
    Seeded.check(
        CASES,
        random -> {
          MatchProblem problem = Problems.small(random);
          LinearSolution other =
              new LinearSolution(
                  Collections.nCopies(problem.pairs().size() + 1, 0.0), List.of(), List.of());
          assertThatThrownBy(() -> Matching.made(problem, other))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageContaining("another problem");
        });
  }
}
