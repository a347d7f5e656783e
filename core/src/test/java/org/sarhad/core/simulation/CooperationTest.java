package org.sarhad.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.posture.Assistance;
import org.sarhad.core.posture.BusyFraction;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.Effort;
import org.sarhad.core.posture.Reach;

/// What cooperation is worth: the same calls, alone and with ever more help.
class CooperationTest {
  private static final int POINTS = 40;
  private static final Effort SHORT = new Effort(1, 20, 1);
  private static final Season SEASON = Season.even(120, 6, 3);
  private static final List<String> SECTORS =
      IntStream.range(0, POINTS).mapToObj(i -> "s" + (char) ('a' + i / 10)).toList();

  /// A line of forty points, by turns on either side's soil, and ten sites of each along it.
  private static CoverageProblem line(Assistance assistance) {
    return new CoverageProblem(
        IntStream.range(0, POINTS).mapToObj(i -> new CoverageProblem.Demand(i % 2, 1)).toList(),
        List.of(side(0), side(2)),
        60,
        BusyFraction.permille(250),
        assistance);
  }

  private static CoverageProblem.Side side(int shift) {
    return new CoverageProblem.Side(
        Reach.of(
            POINTS,
            IntStream.range(0, 10)
                .mapToObj(
                    site ->
                        IntStream.range(0, POINTS)
                            .mapToObj(i -> 5 + 8 * Math.abs(i - shift - 4 * site))
                            .toList())
                .toList()),
        2,
        1);
  }

  private static int inTime(Cooperation year, Cooperation.Kind kind) {
    return year.cases().stream()
        .filter(one -> one.kind() == kind)
        .mapToInt(one -> one.outcome().together().inTime())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachStepOfItBringsMoreInTime() {
    Cooperation year =
        Cooperation.of(line(new Assistance.Crossing(10)), SECTORS, SEASON, 60, SHORT);
    assertThat(year.cases())
        .extracting(Cooperation.Case::kind)
        .containsExactly(Cooperation.Kind.values());
    assertThat(year.cases().stream().map(one -> one.outcome().together().calls()).distinct())
        .as("the same calls each time")
        .hasSize(1);
    assertThat(inTime(year, Cooperation.Kind.HELPED))
        .isGreaterThan(inTime(year, Cooperation.Kind.ALONE));
    assertThat(inTime(year, Cooperation.Kind.JOINT))
        .isGreaterThan(inTime(year, Cooperation.Kind.HELPED));
    assertThat(Cooperation.of(line(new Assistance.Crossing(10)), SECTORS, SEASON, 60, SHORT))
        .isEqualTo(year);
  }

  /// Alone and together each by its own: what the season before shows is what the plan is made
  /// with, and nothing else changes.
  @Test
  void whoPlansByTheLogPlansWithHowBusyUnitsWere() {
    CoverageProblem problem = line(new Assistance.Crossing(10));
    Season before = SEASON.before();
    assertThat(before.calls(problem.demand())).isNotEqualTo(SEASON.calls(problem.demand()));
    Cooperation first = Cooperation.of(problem, SECTORS, before, 60, SHORT);
    Cooperation learnt = Cooperation.learnt(problem, SECTORS, SEASON, 60, SHORT);
    for (Cooperation.Kind kind : List.of(Cooperation.Kind.ALONE, Cooperation.Kind.JOINT)) {
      int busy = find(first, kind).outcome().together().busyPermille();
      assertThat(busy).isNotEqualTo(250);
      CoverageProblem as =
          new CoverageProblem(
              problem.demand(),
              problem.sides(),
              60,
              BusyFraction.permille(busy),
              problem.assistance());
      assertThat(find(learnt, kind))
          .isEqualTo(find(Cooperation.of(as, SECTORS, SEASON, 60, SHORT), kind));
    }
  }

  private static Cooperation.Case find(Cooperation year, Cooperation.Kind kind) {
    return year.cases().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
  }

  @Test
  void whereNobodyCrossesThereIsNoHelpButOpposite() {
    Cooperation year = Cooperation.of(line(new Assistance.None()), SECTORS, SEASON, 60, SHORT);
    assertThat(year.cases())
        .extracting(Cooperation.Case::kind)
        .containsExactly(Cooperation.Kind.ALONE, Cooperation.Kind.MIRRORED);
    assertThat(year.cases().get(1).outcome().together().sealed()).isPositive();
    assertThat(year.cases().get(1).outcome().together().given()).isZero();
  }
}
