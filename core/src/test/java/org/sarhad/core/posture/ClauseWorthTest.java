package org.sarhad.core.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a clause is worth, and which posts are held by few (protocol clause 15-8).
class ClauseWorthTest {
  private static final Effort SHORT = new Effort(7, 30, 100);

  /// Points on either soil, one every six minutes from three posts; every other pair 7 km behind
  /// the line where `isDeep`.
  private static CoverageProblem problem(boolean isDeep) {
    List<List<Integer>> rows =
        IntStream.of(0, 10, 14)
            .mapToObj(at -> IntStream.range(0, 40).mapToObj(i -> 6 * Math.abs(i / 2 - at)).toList())
            .toList();
    return new CoverageProblem(
        IntStream.range(0, 40)
            .mapToObj(
                i -> new CoverageProblem.Demand(i % 2, 1, isDeep && i / 2 % 2 == 1 ? 7_000 : 0))
            .toList(),
        List.of(
            new CoverageProblem.Side(Reach.of(40, rows), 3, 1),
            new CoverageProblem.Side(Reach.of(40, List.of()), 0, 1)),
        30,
        BusyFraction.permille(500),
        new Assistance.None());
  }

  private static List<ClauseWorth> clauses(boolean isCrossing) {
    return clauses(problem(false), 10_000, isCrossing);
  }

  private static List<ClauseWorth> clauses(
      CoverageProblem problem, int depthM, boolean isCrossing) {
    return ClauseWorth.of(
        new ClauseWorth.Standing(
            problem, 0, List.of(1, 1, 1), new Assistance.Crossing(15, depthM), isCrossing));
  }

  private static List<Long> of(
      List<ClauseWorth> all, ClauseWorth.Rule rule, ToLongFunction<ClauseWorth> part) {
    return all.stream().filter(one -> one.rule() == rule).mapToLong(part).boxed().toList();
  }

  /// By hand: within 15 minutes a post reaches two points to either side, within 30 five.
  @Test
  void everyMinuteOfHandOverCostsWhatItCosts() {
    List<ClauseWorth> all = clauses(true);
    assertThat(all)
        .filteredOn(ClauseWorth::isAgreed)
        .extracting(ClauseWorth::rule, ClauseWorth::value)
        .containsExactly(
            tuple(ClauseWorth.Rule.TARGET, 30),
            tuple(ClauseWorth.Rule.HANDOVER, 15),
            tuple(ClauseWorth.Rule.DEPTH, 10_000),
            tuple(ClauseWorth.Rule.CROSSING, 1));
    assertThat(of(all, ClauseWorth.Rule.HANDOVER, ClauseWorth::value))
        .containsExactly(0L, 5L, 10L, 15L, 20L, 25L, 30L);
    // At 15 minutes: 3 points from the end, 4 and 4 from one post, and one that two reach.
    assertThat(of(all, ClauseWorth.Rule.HANDOVER, ClauseWorth::across))
        .containsExactly(
            12_000_000L, 10_250_000L, 8_250_000L, 6_250_000L, 4_000_000L, 1_500_000L, 1_500_000L);
    assertThat(of(all, ClauseWorth.Rule.HANDOVER, ClauseWorth::home)).containsOnly(12_000_000L);
    assertThat(of(all, ClauseWorth.Rule.CROSSING, ClauseWorth::across))
        .containsExactly(0L, 6_250_000L);
  }

  /// By hand, of what is covered at the line: the end has points 0 and 2, the posts at 10 and at 14
  /// have 8, 10 and 12, which both reach, 14 and 16; what lies between is 7 km behind it.
  @Test
  void everyKilometreBeyondTheLineIsWorthWhatLiesThere() {
    List<ClauseWorth> all = clauses(problem(true), 10_000, true);
    assertThat(of(all, ClauseWorth.Rule.DEPTH, ClauseWorth::value))
        .containsExactly(5_000L, 10_000L, 20_000L);
    assertThat(of(all, ClauseWorth.Rule.DEPTH, ClauseWorth::across))
        .containsExactly(3_750_000L, 6_250_000L, 6_250_000L);
    assertThat(of(all, ClauseWorth.Rule.DEPTH, ClauseWorth::home)).containsOnly(12_000_000L);
    assertThat(
            of(clauses(problem(true), 10_000, false), ClauseWorth.Rule.DEPTH, ClauseWorth::across))
        .as("where nobody crosses")
        .containsOnly(0L);
  }

  @Test
  void noDepthIsTriedThatCannotBeAgreed() {
    assertThat(of(clauses(problem(false), 1, true), ClauseWorth.Rule.DEPTH, ClauseWorth::value))
        .containsExactly(1L, 2L);
    assertThat(
            of(clauses(problem(false), 50_000, true), ClauseWorth.Rule.DEPTH, ClauseWorth::value))
        .containsExactly(25_000L, 50_000L);
  }

  @Test
  void moreTimeNeverCoversLess() {
    List<Long> home = of(clauses(true), ClauseWorth.Rule.TARGET, ClauseWorth::home);
    assertThat(home)
        .containsExactly(
            6_250_000L,
            8_250_000L,
            10_250_000L,
            12_000_000L,
            12_000_000L,
            13_000_000L,
            13_875_000L);
  }

  @Test
  void whereNobodyCrossesNoMinuteAtTheLineIsWorthAnything() {
    assertThat(of(clauses(false), ClauseWorth.Rule.HANDOVER, ClauseWorth::across)).containsOnly(0L);
  }

  @Test
  void withFewUnitsThePostsAreHeldThatCoverMost() {
    CoverageProblem alone =
        new CoverageProblem(
            problem(false).demand().stream().map(_ -> new CoverageProblem.Demand(0, 1)).toList(),
            problem(false).sides().subList(0, 1),
            30,
            BusyFraction.permille(500),
            new Assistance.None());
    List<ComplianceTable.Row> rows = ComplianceTable.of(alone, SHORT).rows();
    // Two of the posts reach eleven points each, and one of the two is held first.
    assertThat(rows.getFirst().held()).isIn(List.of(1), List.of(2));
    assertThat(rows.subList(1, 3))
        .extracting(ComplianceTable.Row::held)
        .containsExactly(List.of(1, 2), List.of(0, 1, 2));
    List<Long> moved = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      assertThat(rows.get(i).certificate().value())
          .isGreaterThan(rows.get(i - 1).certificate().value());
      moved.add(rows.get(i - 1).movedBy(rows.get(i)));
    }
    assertThat(moved).containsExactly(0L, 0L);
    assertThat(rows.get(1).movedBy(rows.get(0))).isEqualTo(1);
  }
}
