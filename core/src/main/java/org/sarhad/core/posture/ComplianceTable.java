package org.sarhad.core.posture;

import java.util.List;
import java.util.stream.IntStream;

/// Which posts of a plan are held when so many of its units are free: a *compliance table*
/// (Gendreau and others 2006). Each row is the best that the engine finds for its number, so that a
/// post held by few need not be held by more (protocol clause 15-8.2).
///
/// @param rows for one unit, two, and so on up to all of them
public record ComplianceTable(List<Row> rows) {
  /// With so many free units.
  ///
  /// @param held the posts, by their numbers in the plan, ascending; as many as there are units
  /// @param certificate what is covered from there, and what no choice of as many exceeds
  public record Row(List<Integer> held, Certificate certificate) {
    /// Copies the list.
    public Row {
      held = List.copyOf(held);
    }

    /// How many units go to another post when one more is free, and takes up the post left over:
    /// posts of this row that `next` does not hold.
    public long movedBy(Row next) {
      return held.stream().filter(post -> !next.held().contains(post)).count();
    }
  }

  /// Copies the list.
  public ComplianceTable {
    rows = List.copyOf(rows);
  }

  /// The table of `problem`: one side alone, whose sites are the posts of a plan. O(posts · a
  /// plan).
  public static ComplianceTable of(CoverageProblem problem, Effort effort) {
    CoverageProblem.Side side = problem.sides().getFirst();
    return new ComplianceTable(
        IntStream.rangeClosed(1, side.reach().sites())
            .mapToObj(free -> row(problem, side, free, effort))
            .toList());
  }

  private static Row row(
      CoverageProblem problem, CoverageProblem.Side side, int free, Effort effort) {
    CoverageProblem fewer =
        new CoverageProblem(
            problem.demand(),
            List.of(new CoverageProblem.Side(side.reach(), free, 1)),
            problem.withinMin(),
            problem.busy(),
            problem.assistance());
    CoveragePlan plan = Stationing.plan(fewer, effort.fitting(fewer));
    List<Integer> units = plan.units().getFirst();
    return new Row(
        IntStream.range(0, units.size()).filter(post -> units.get(post) > 0).boxed().toList(),
        plan.certificate());
  }
}
