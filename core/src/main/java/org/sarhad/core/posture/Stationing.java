package org.sarhad.core.posture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Answers a [CoverageProblem]: greedy, then moves of one unit, then iterated local search, and a
/// Lagrangian bound beside it. Whole numbers only and its own chance, so that whoever has the same
/// problem gets the same plan.
///
/// **No side loses** (*individual rationality*): the plan of both is sought from the two plans that
/// each found for itself, and no step takes either below that.
public final class Stationing {
  private Stationing() {}

  /// A plan. O(effort · units · sites · points in reach).
  public static CoveragePlan plan(CoverageProblem problem, Effort effort) {
    CoverModel model = new CoverModel(problem);
    int[] start = model.empty();
    long[] floors = new long[2];
    for (int side = 0; side < model.sides(); side++) {
      UnitSearch alone = alone(problem, side, effort);
      int[] found = alone.remember();
      System.arraycopy(
          found, model.firstSite(side), start, model.firstSite(side), sites(model, side));
      floors[side] = alone.had(side);
    }
    UnitSearch together = new UnitSearch(model, new UnitWorth.OfSoil(model), start, floors);
    if (model.sides() > 1) {
      together.iterate(effort, model.most());
    }
    int[] units = together.remember();
    long value = together.merit();
    return new CoveragePlan(
        IntStream.range(0, model.sides()).mapToObj(side -> units(model, units, side)).toList(),
        LongStream.of(model.worth(units)).boxed().toList(),
        Arrays.stream(floors, 0, model.sides()).boxed().toList(),
        new Certificate(value, new CoverBound(model).below(value, effort.boundSteps())));
  }

  /// The best that `side` finds when nobody helps.
  private static UnitSearch alone(CoverageProblem problem, int side, Effort effort) {
    List<CoverageProblem.Side> only =
        IntStream.range(0, problem.sides().size())
            .mapToObj(
                other -> {
                  CoverageProblem.Side known = problem.sides().get(other);
                  return other == side
                      ? known
                      : new CoverageProblem.Side(known.reach(), 0, known.perSite());
                })
            .toList();
    CoverModel model =
        new CoverModel(
            new CoverageProblem(
                problem.demand(),
                only,
                problem.withinMin(),
                problem.busy(),
                new Assistance.None()));
    UnitSearch search = new UnitSearch(model, new UnitWorth.OfSoil(model), model.empty(), 0, 0);
    search.fill();
    search.iterate(effort, model.most());
    return search;
  }

  private static int sites(CoverModel model, int side) {
    return model.firstSite(side + 1) - model.firstSite(side);
  }

  private static List<Integer> units(CoverModel model, int[] units, int side) {
    return Arrays.stream(units, model.firstSite(side), model.firstSite(side + 1)).boxed().toList();
  }
}
