package org.sarhad.solve;

import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.LinearExpr;
import com.google.ortools.modelbuilder.LinearExprBuilder;
import com.google.ortools.modelbuilder.ModelBuilder;
import com.google.ortools.modelbuilder.ModelSolver;
import com.google.ortools.modelbuilder.SolveStatus;
import com.google.ortools.modelbuilder.Variable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sarhad.core.posture.SiteProgramme;
import org.sarhad.core.posture.SiteSolver;

/// Answers questions about sites by SCIP, a solver of mixed integer programmes inside OR-Tools. It
/// reckons in doubles; what comes of that the core reckons anew (`docs/decisions/0024`).
public final class ScipSolver implements SiteSolver {
  private static final String NAME = "OR-Tools SCIP";
  private static final String SOLVER = "scip";

  /// Numbers of a row are divided until the largest is about this: what a solver in doubles can
  /// tell apart.
  private static final double LARGEST = 1_000;

  /// Loads the native library.
  ///
  /// @throws UnsatisfiedLinkError when there is none for this system
  public ScipSolver() {
    Loader.loadNativeLibraries();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Found> solve(SiteProgramme programme, Duration limit) {
    ModelBuilder model = new ModelBuilder();
    List<Variable> variables = variables(model, programme);
    programme.rows().forEach(row -> add(model, variables, row));
    model.maximize(sum(variables, worth(programme)));
    ModelSolver solver = new ModelSolver(SOLVER);
    solver.setTimeLimit(Duration.ofMillis(limit.toMillis()));
    SolveStatus status = solver.solve(model);
    boolean isFound = status == SolveStatus.OPTIMAL || status == SolveStatus.FEASIBLE;
    return isFound
        ? Optional.of(
            new Found(values(programme, variables, solver), status == SolveStatus.OPTIMAL))
        : Optional.empty();
  }

  private static List<Variable> variables(ModelBuilder model, SiteProgramme programme) {
    List<Variable> variables = new ArrayList<>();
    for (SiteProgramme.Variable each : programme.variables()) {
      variables.add(
          each.isWhole()
              ? model.newIntVar(0, (double) each.most(), "")
              : model.newNumVar(0, (double) each.most(), ""));
    }
    return variables;
  }

  private static List<SiteProgramme.Part> worth(SiteProgramme programme) {
    return IntStream.range(0, programme.variables().size())
        .mapToObj(i -> new SiteProgramme.Part(i, programme.variables().get(i).worth()))
        .filter(part -> part.times() != 0)
        .toList();
  }

  private static void add(ModelBuilder model, List<Variable> variables, SiteProgramme.Row row) {
    model.addGreaterOrEqual(sum(variables, row.parts()), row.least() / unit(row.parts()));
  }

  private static LinearExpr sum(List<Variable> variables, List<SiteProgramme.Part> parts) {
    double unit = unit(parts);
    LinearExprBuilder sum = LinearExpr.newBuilder();
    parts.forEach(part -> sum.addTerm(variables.get(part.variable()), part.times() / unit));
    return sum.build();
  }

  private static double unit(List<SiteProgramme.Part> parts) {
    long largest = parts.stream().mapToLong(part -> Math.abs(part.times())).max().orElse(1);
    return Math.max(1, largest / LARGEST);
  }

  private static List<Long> values(
      SiteProgramme programme, List<Variable> variables, ModelSolver solver) {
    return IntStream.range(0, variables.size())
        .filter(i -> programme.variables().get(i).isWhole())
        .mapToObj(i -> Math.round(solver.getValue(variables.get(i))))
        .toList();
  }
}
