package org.sarhad.core.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Plans held against each other: what they cover, and the moves from one to another.
class PlanScaleTest {
  private static final int POINTS = 8;

  /// Site `i` reaches the points `i` to `i + 2`; half of the time a unit is busy.
  private static CoverageProblem problem(int units) {
    return new CoverageProblem(
        Collections.nCopies(POINTS, new CoverageProblem.Demand(0, 1)),
        List.of(
            new CoverageProblem.Side(
                Reach.of(
                    POINTS,
                    IntStream.range(0, 6)
                        .mapToObj(
                            site ->
                                IntStream.range(0, POINTS)
                                    .mapToObj(at -> at >= site && at <= site + 2 ? 10 : 90)
                                    .toList())
                        .toList()),
                units,
                3)),
        60,
        BusyFraction.permille(500),
        new Assistance.None());
  }

  private static final PlanScale SCALE = new PlanScale(problem(6));

  private static List<PlanMove> moves(List<Integer> from, List<Integer> to) {
    return SCALE.moves(from, to, (here, there) -> Math.abs(here - there));
  }

  @Test
  void aPlanCoversWhatItsUnitsReach() {
    List<Integer> plan = List.of(1, 0, 0, 1, 0, 0);
    assertThat(SCALE.present(plan)).containsExactly(1, 1, 1, 1, 1, 1, 0, 0);
    assertThat(SCALE.worth(plan)).isEqualTo(6 * 500_000);
    assertThat(SCALE.worth(List.of(2, 0, 0, 0, 0, 0))).isEqualTo(3 * 750_000);
  }

  @Test
  void thePostThatAddsTheMostIsTakenUpFirst() {
    List<PlanMove> moves = moves(List.of(2, 0, 0, 0, 0, 0), List.of(0, 1, 0, 0, 1, 0));
    assertThat(moves)
        .containsExactly(
            new PlanMove(OptionalInt.of(0), OptionalInt.of(4), 3 * 250_000),
            new PlanMove(OptionalInt.of(0), OptionalInt.of(1), 0));
  }

  @Test
  void theNearestUnitTakesItUp() {
    assertThat(moves(List.of(1, 0, 0, 1, 0, 0), List.of(0, 1, 0, 0, 1, 0)))
        .extracting(PlanMove::from, PlanMove::to)
        .containsExactly(
            tuple(OptionalInt.of(3), OptionalInt.of(4)),
            tuple(OptionalInt.of(0), OptionalInt.of(1)));
  }

  @Test
  void aUnitMoreComesFromNowhereAndAUnitLessGoesThere() {
    List<Integer> one = List.of(1, 0, 0, 0, 0, 0);
    List<Integer> two = List.of(1, 0, 0, 1, 0, 0);
    assertThat(moves(one, two))
        .containsExactly(new PlanMove(OptionalInt.empty(), OptionalInt.of(3), 1_500_000));
    assertThat(moves(two, one))
        .containsExactly(new PlanMove(OptionalInt.of(3), OptionalInt.empty(), -1_500_000));
    assertThat(moves(one, one)).isEmpty();
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> SCALE.worth(List.of(1))).hasMessageContaining("a plan of 1 sites");
    assertThatThrownBy(() -> SCALE.worth(List.of(3, 3, 3, 0, 0, 0)))
        .hasMessageContaining("a plan of 9 units; expected at most 6");
    CoverageProblem one = problem(1);
    CoverageProblem two =
        new CoverageProblem(
            one.demand(),
            List.of(one.sides().getFirst(), new CoverageProblem.Side(none(), 0, 1)),
            60,
            one.busy(),
            new Assistance.None());
    assertThatThrownBy(() -> new PlanScale(two)).hasMessageContaining("2 sides; expected one");
  }

  private static Reach none() {
    return Reach.of(POINTS, List.of());
  }

  /// Whatever the plans, the gains add up to the difference, and no more units move than have to.
  @Test
  void theGainsAddUpToTheDifference() {
    SplitMix chance = new SplitMix(7);
    for (int i = 0; i < 500; i++) {
      List<Integer> from = plan(chance);
      List<Integer> to = plan(chance);
      List<PlanMove> moves = moves(from, to);
      assertThat(moves.stream().mapToLong(PlanMove::gain).sum())
          .isEqualTo(SCALE.worth(to) - SCALE.worth(from));
      assertThat(moves).hasSize(Math.max(more(from, to), more(to, from)));
    }
  }

  private static List<Integer> plan(SplitMix chance) {
    return IntStream.range(0, 6).mapToObj(_ -> chance.below(2)).toList();
  }

  private static int more(List<Integer> plan, List<Integer> other) {
    return IntStream.range(0, 6).map(i -> Math.max(0, plan.get(i) - other.get(i))).sum();
  }
}
