package org.sarhad.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;
import org.sarhad.core.barter.Money;
import org.sarhad.core.market.Certificate;
import org.sarhad.core.market.CertificateCheck;
import org.sarhad.core.market.LinearSolution;
import org.sarhad.core.market.MarketRefusal;
import org.sarhad.core.market.MatchProblem;
import org.sarhad.core.market.MatchSolver;
import org.sarhad.core.market.Matching;
import org.sarhad.core.market.Pair;
import org.sarhad.core.market.Placed;
import org.sarhad.core.market.Row;

/// What GLOP finds, against another solver, and what becomes of it in whole numbers.
class GlopSolverTest {
  private static final int SEEDS = 12;
  private static final int BIDS = 12;
  private static final int LINES = 3;

  @BeforeAll
  static void thereIsANativeLibrary() {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    Assumptions.assumeTrue(
        system.equals("Linux amd64"), () -> "only Linux on x86-64 is tested, not " + system);
  }

  private static MatchProblem drawn(long seed) {
    return Bazaar.drawn(new Random(seed), BIDS, LINES);
  }

  private static LinearSolution solved(MatchProblem problem) {
    return new GlopSolver().solve(problem).orElseThrow();
  }

  /// A node finds it like this.
  @Test
  void isFoundWhereItsJarIs() {
    assertThat(ServiceLoader.load(MatchSolver.class))
        .extracting(MatchSolver::name)
        .containsExactly("OR-Tools GLOP");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void itsPricesProveTheOptimumThatAnotherSolverFinds(long seed) {
    MatchProblem problem = drawn(seed);
    Certificate made = Matching.made(problem, solved(problem));
    double optimum = oracle(problem);
    double bound = (double) made.bound().minor() / Money.UNIT;
    assertThat(bound).isCloseTo(optimum, within(optimum * 1e-6));
    assertThat(CertificateCheck.flaw(problem, made)).isEmpty();
    assertThat(made.value()).isLessThanOrEqualTo(made.bound());
    assertThat(made.gap()).as("millionths").isLessThan(20_000);
  }

  /// Fractions rounded down one by one let a side owe more than it may, since what goes the other
  /// way is rounded down, too. What the core makes of the same fractions never does.
  @Test
  void withoutTheShaveRoundingViolatesTheSwing() {
    List<Long> violated = new ArrayList<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      MatchProblem problem = drawn(seed);
      LinearSolution solution = solved(problem);
      Certificate made = Matching.made(problem, solution);
      assertThat(CertificateCheck.flaw(problem, made)).as("seed %d", seed).isEmpty();
      if (CertificateCheck.flaw(problem, floored(problem, solution))
          .equals(Optional.of(MarketRefusal.SWING_EXCEEDED))) {
        violated.add(seed);
      }
    }
    assertThat(violated).as("seeds whose roundings violate the swing").isNotEmpty();
  }

  private static Certificate floored(MatchProblem problem, LinearSolution solution) {
    List<Placed> placed =
        IntStream.range(0, problem.pairs().size())
            .filter(pair -> solution.lots().get(pair) >= 1)
            .mapToObj(pair -> placed(problem, pair, (long) Math.floor(solution.lots().get(pair))))
            .toList();
    return new Certificate(
        placed, Matching.made(problem, solution).prices(), Money.ZERO, Money.ZERO);
  }

  private static Placed placed(MatchProblem problem, int index, long lots) {
    Pair pair = problem.pairs().get(index);
    return new Placed(
        problem.offers().get(pair.offer()).bid(), problem.needs().get(pair.need()).bid(), lots);
  }

  @Test
  void isNoWorseThanTheNodesOwnSearch() {
    MatchProblem problem = drawn(7);
    Certificate made = Matching.made(problem, solved(problem));
    Certificate searched = Matching.found(problem);
    assertThat(made.bound()).isLessThanOrEqualTo(searched.bound().plus(Money.of(1_000)));
    assertThat(made.value().minor()).isGreaterThan(searched.value().minor() * 99 / 100);
  }

  @Test
  void nothingIsMatchedWhereThereIsNothing() {
    MatchProblem none = new MatchProblem(List.of(), List.of(), List.of(), List.of(), List.of());
    Certificate made = Matching.made(none, solved(none));
    assertThat(made.placed()).isEmpty();
    assertThat(made.gap()).isZero();
  }

  /// The optimum by ojAlgo, in units of account.
  private static double oracle(MatchProblem problem) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Variable> lots = new ArrayList<>();
    for (Pair pair : problem.pairs()) {
      lots.add(
          model
              .addVariable("lots" + lots.size())
              .lower(0)
              .weight((double) pair.value() / Money.UNIT));
    }
    for (int i = 0; i < problem.offers().size(); i++) {
      int offer = i;
      bound(
          model,
          problem,
          lots,
          "offer" + i,
          (double) problem.offers().get(i).lots(),
          pair -> pair.offer() == offer ? 1 : 0);
    }
    for (int i = 0; i < problem.needs().size(); i++) {
      int need = i;
      bound(
          model,
          problem,
          lots,
          "need" + i,
          (double) problem.needs().get(i).lots(),
          pair -> pair.need() == need ? 1 : 0);
    }
    for (int i = 0; i < problem.rows().size(); i++) {
      int row = i;
      Row known = problem.rows().get(i);
      double unit = known.id().kind().measure() == Row.Measure.COUNT ? 1 : Money.UNIT;
      bound(
          model,
          problem,
          lots,
          known.id().toString(),
          known.capacity() / unit,
          pair ->
              problem.uses(pair).stream()
                  .filter(use -> use.row() == row)
                  .mapToDouble(use -> use.of(pair) / unit)
                  .sum());
    }
    return model.maximise().getValue();
  }

  private static void bound(
      ExpressionsBasedModel model,
      MatchProblem problem,
      List<Variable> lots,
      String name,
      double capacity,
      ToDoubleFunction<Pair> takes) {
    Expression bound = model.addExpression(name).upper(capacity);
    for (int i = 0; i < lots.size(); i++) {
      double much = takes.applyAsDouble(problem.pairs().get(i));
      if (much != 0) {
        bound.set(lots.get(i), much);
      }
    }
  }
}
