package org.sarhad.solve;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sarhad.core.barter.Money;
import org.sarhad.core.market.LinearSolution;
import org.sarhad.core.market.MatchProblem;
import org.sarhad.core.market.MatchSolver;
import org.sarhad.core.market.Pair;
import org.sarhad.core.market.Row;

/// Matches by GLOP, the simplex of OR-Tools. What it answers is doubles, of which the core makes
/// whole lots and a certificate; a fault here costs worth, and never correctness
/// (`docs/decisions/0024`).
///
/// Only continuous programmes are given to it: its interface to other solvers has failed on whole
/// numbers with a time limit, and whole lots are the core's.
public final class GlopSolver implements MatchSolver {
  private static final String NAME = "OR-Tools GLOP";
  private static final String SOLVER = "GLOP";

  /// A committee's problem takes a second or two; beyond this somebody has waited long enough.
  private static final long MILLIS_MAX = 60_000;

  /// Loads the native library.
  ///
  /// @throws UnsatisfiedLinkError when there is none for this system
  public GlopSolver() {
    Loader.loadNativeLibraries();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<LinearSolution> solve(MatchProblem problem) {
    MPSolver solver = MPSolver.createSolver(SOLVER);
    try {
      return new Programme(problem, solver).solved();
    } finally {
      solver.delete();
    }
  }

  /// The problem as a linear programme: a variable for each pair, a bound for each offer, need and
  /// row. Money is in units of account, so that its numbers are of the size of the others.
  private static final class Programme {
    private final MatchProblem problem;
    private final MPSolver solver;
    private final MPConstraint[] needs;
    private final MPConstraint[] rows;
    private final MPVariable[] lots;

    Programme(MatchProblem problem, MPSolver solver) {
      this.problem = problem;
      this.solver = solver;
      MPConstraint[] offers = atMost(problem.offers());
      needs = atMost(problem.needs());
      rows =
          problem.rows().stream()
              .map(row -> atMost(row.capacity() / unit(row)))
              .toArray(MPConstraint[]::new);
      lots = new MPVariable[problem.pairs().size()];
      MPObjective worth = solver.objective();
      worth.setMaximization();
      for (int i = 0; i < lots.length; i++) {
        Pair pair = problem.pairs().get(i);
        lots[i] = solver.makeNumVar(0, MPSolver.infinity(), "");
        worth.setCoefficient(lots[i], (double) pair.value() / Money.UNIT);
        offers[pair.offer()].setCoefficient(lots[i], 1);
        needs[pair.need()].setCoefficient(lots[i], 1);
        for (Row.Use use : problem.uses(pair)) {
          double takes = use.of(pair) / unit(problem.rows().get(use.row()));
          rows[use.row()].setCoefficient(lots[i], takes);
        }
      }
    }

    private MPConstraint[] atMost(List<MatchProblem.Slot> slots) {
      return slots.stream().map(slot -> atMost((double) slot.lots())).toArray(MPConstraint[]::new);
    }

    private MPConstraint atMost(double capacity) {
      return solver.makeConstraint(-MPSolver.infinity(), capacity);
    }

    private static double unit(Row row) {
      return switch (row.id().kind().measure()) {
        case COUNT -> 1;
        case WORTH -> Money.UNIT;
      };
    }

    Optional<LinearSolution> solved() {
      solver.setTimeLimit(MILLIS_MAX);
      if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
        return Optional.empty();
      }
      List<Double> placed = new ArrayList<>();
      for (MPVariable each : lots) {
        placed.add(each.solutionValue());
      }
      return Optional.of(new LinearSolution(placed, ofNeeds(), ofRows()));
    }

    private List<Double> ofNeeds() {
      List<Double> prices = new ArrayList<>();
      for (MPConstraint need : needs) {
        prices.add(Math.max(0, need.dualValue()) * Money.UNIT);
      }
      return prices;
    }

    /// Of what is counted units of account for one; of what is money a share, as it is.
    private List<Double> ofRows() {
      return IntStream.range(0, rows.length)
          .mapToObj(
              row ->
                  Math.max(0, rows[row].dualValue()) * (Money.UNIT / unit(problem.rows().get(row))))
          .toList();
    }
  }
}
