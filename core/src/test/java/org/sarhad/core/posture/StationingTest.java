package org.sarhad.core.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.testing.Seeded;

/// Plans of coverage against every plan there is, on problems small enough to try them all.
class StationingTest {
  private static final Effort SHORT = new Effort(7, 60, 300);

  /// A small problem of two sides whose soil and reach overlap at random.
  private static CoverageProblem small(SplittableRandom random) {
    int points = 4 + random.nextInt(9);
    List<CoverageProblem.Demand> demand =
        IntStream.range(0, points)
            .mapToObj(
                _ ->
                    new CoverageProblem.Demand(
                        random.nextInt(2), random.nextInt(1, 50), 5_000 * random.nextInt(3)))
            .toList();
    return new CoverageProblem(
        demand,
        List.of(side(random, points), side(random, points)),
        60,
        new BusyFraction(random.nextInt(4), 5),
        random.nextInt(4) == 0
            ? new Assistance.None()
            : new Assistance.Crossing(random.nextInt(40), random.nextInt(1, 12_000)));
  }

  private static CoverageProblem.Side side(SplittableRandom random, int points) {
    int sites = 2 + random.nextInt(4);
    List<List<Integer>> rows =
        IntStream.range(0, sites)
            .mapToObj(
                _ -> IntStream.range(0, points).mapToObj(_ -> random.nextInt(10, 140)).toList())
            .toList();
    int perSite = 1 + random.nextInt(2);
    return new CoverageProblem.Side(
        Reach.of(points, rows), random.nextInt(Math.min(4, sites * perSite + 1)), perSite);
  }

  /// Every way to put `units` at so many sites.
  private static List<List<Integer>> ways(int sites, int units, int perSite) {
    if (sites == 0) {
      return units == 0 ? List.of(List.of()) : List.of();
    }
    List<List<Integer>> ways = new ArrayList<>();
    for (int here = 0; here <= Math.min(units, perSite); here++) {
      for (List<Integer> rest : ways(sites - 1, units - here, perSite)) {
        List<Integer> way = new ArrayList<>(List.of(here));
        way.addAll(rest);
        ways.add(way);
      }
    }
    return ways;
  }

  private static List<List<Integer>> ways(CoverageProblem.Side side) {
    return ways(side.reach().sites(), side.units(), side.perSite());
  }

  /// What each side has by these units, reckoned anew from the words of the problem.
  private static long[] worth(CoverageProblem problem, List<List<Integer>> units) {
    long[] worth = new long[2];
    long[] gains = problem.busy().gains(100);
    for (int point = 0; point < problem.demand().size(); point++) {
      int present = 0;
      for (int side = 0; side < units.size(); side++) {
        for (int site = 0; site < units.get(side).size(); site++) {
          present += problem.isCovered(side, site, point) ? units.get(side).get(site) : 0;
        }
      }
      CoverageProblem.Demand demand = problem.demand().get(point);
      for (int k = 0; k < present; k++) {
        worth[demand.side()] += demand.weight() * gains[k];
      }
    }
    return worth;
  }

  /// The best that there is, with neither side below its floor.
  private static long best(CoverageProblem problem, List<Long> floors) {
    long best = -1;
    for (List<Integer> one : ways(problem.sides().get(0))) {
      for (List<Integer> other : ways(problem.sides().get(1))) {
        long[] worth = worth(problem, List.of(one, other));
        if (worth[0] >= floors.get(0) && worth[1] >= floors.get(1)) {
          best = Math.max(best, worth[0] + worth[1]);
        }
      }
    }
    return best;
  }

  @Test
  void noPlanBeatsTheBestAndNoBoundIsBelowIt() {
    int[] met = new int[2];
    Seeded.check(
        200,
        random -> {
          CoverageProblem problem = small(random);
          CoveragePlan plan = Stationing.plan(problem, SHORT);
          long best = best(problem, plan.alone());
          assertThat(plan.certificate().value()).isLessThanOrEqualTo(best);
          assertThat(plan.certificate().bound()).isGreaterThanOrEqualTo(best);
          met[0] += plan.certificate().value() == best ? 1 : 0;
          met[1] += plan.certificate().isProvenBest() ? 1 : 0;
        });
    assertThat(met[0]).as("plans that are the best there is").isGreaterThan(190);
    assertThat(met[1]).as("and proven to be").isGreaterThan(50);
  }

  @Test
  void aPlanIsWhatItSaysAndHasAllUnitsWhereThereIsRoom() {
    Seeded.check(
        200,
        random -> {
          CoverageProblem problem = small(random);
          CoveragePlan plan = Stationing.plan(problem, SHORT);
          long[] worth = worth(problem, plan.units());
          assertThat(plan.covered()).containsExactly(worth[0], worth[1]);
          assertThat(plan.certificate().value()).isEqualTo(worth[0] + worth[1]);
          for (int side = 0; side < 2; side++) {
            CoverageProblem.Side known = problem.sides().get(side);
            assertThat(plan.units().get(side))
                .hasSize(known.reach().sites())
                .allMatch(units -> units >= 0 && units <= known.perSite());
            assertThat(plan.units().get(side).stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(known.units());
          }
        });
  }

  @Test
  void noSideIsWorseOffThanAlone() {
    Seeded.check(
        200,
        random -> {
          CoverageProblem problem = small(random);
          CoveragePlan plan = Stationing.plan(problem, SHORT);
          for (int side = 0; side < 2; side++) {
            assertThat(plan.covered().get(side)).isGreaterThanOrEqualTo(plan.alone().get(side));
          }
        });
  }

  /// A case in which the sum is larger if one side pays for it: that plan is not taken.
  @Test
  void theSumIsNotPaidForByOneSide() {
    // The one unit of side 0 can cover its own point, or the two of side 1.
    CoverageProblem problem =
        new CoverageProblem(
            List.of(
                new CoverageProblem.Demand(0, 10),
                new CoverageProblem.Demand(1, 10),
                new CoverageProblem.Demand(1, 10)),
            List.of(
                new CoverageProblem.Side(
                    Reach.of(3, List.of(List.of(10, 99, 99), List.of(99, 10, 10))), 1, 1),
                new CoverageProblem.Side(Reach.of(3, List.of(List.of(99, 99, 99))), 0, 1)),
            60,
            new BusyFraction(0, 1),
            new Assistance.Crossing(15));
    CoveragePlan plan = Stationing.plan(problem, SHORT);
    assertThat(plan.units().get(0)).containsExactly(1, 0);
    assertThat(plan.certificate().value()).isEqualTo(10 * BusyFraction.WHOLE);
    assertThat(plan.certificate().bound()).isEqualTo(20 * BusyFraction.WHOLE);
  }

  @Test
  void eachMinuteAtTheLineCostsAndNoneIsWorseThanNoAssistance() {
    Seeded.check(
        50,
        random -> {
          CoverageProblem problem = small(random);
          long before = Long.MAX_VALUE;
          for (int handover : List.of(0, 15, 30, 60)) {
            long value = best(with(problem, new Assistance.Crossing(handover)), List.of(0L, 0L));
            assertThat(value).isLessThanOrEqualTo(before);
            before = value;
          }
          assertThat(best(with(problem, new Assistance.None()), List.of(0L, 0L)))
              .isLessThanOrEqualTo(before);
        });
  }

  /// The farther a unit may go, the more it can be worth; where it may go nowhere behind the line,
  /// only what lies at it.
  @Test
  void eachMetreBeyondTheLineCanOnlyHelp() {
    int[] better = new int[1];
    Seeded.check(
        50,
        random -> {
          CoverageProblem problem = small(random);
          long before = best(with(problem, new Assistance.None()), List.of(0L, 0L));
          for (int depthM : List.of(4_999, 5_000, 10_000)) {
            long value = best(with(problem, new Assistance.Crossing(5, depthM)), List.of(0L, 0L));
            assertThat(value).isGreaterThanOrEqualTo(before);
            better[0] += value > before ? 1 : 0;
            before = value;
          }
          assertThat(best(with(problem, new Assistance.Crossing(5)), List.of(0L, 0L)))
              .isEqualTo(before);
        });
    assertThat(better[0]).as("depths that made a difference").isGreaterThan(20);
  }

  private static CoverageProblem with(CoverageProblem problem, Assistance assistance) {
    return new CoverageProblem(
        problem.demand(), problem.sides(), problem.withinMin(), problem.busy(), assistance);
  }

  @Test
  void theSameSeedGivesTheSamePlan() {
    Seeded.check(
        30,
        random -> {
          CoverageProblem problem = small(random);
          assertThat(Stationing.plan(problem, SHORT)).isEqualTo(Stationing.plan(problem, SHORT));
        });
  }

  @Test
  void aSideAloneIsPlannedForAsWell() {
    CoverageProblem problem =
        new CoverageProblem(
            List.of(new CoverageProblem.Demand(0, 3), new CoverageProblem.Demand(0, 1)),
            List.of(
                new CoverageProblem.Side(
                    Reach.of(2, List.of(List.of(99, 5), List.of(5, 99))), 1, 1)),
            30,
            BusyFraction.permille(250),
            new Assistance.None());
    CoveragePlan plan = Stationing.plan(problem, SHORT);
    assertThat(plan.units()).containsExactly(List.of(0, 1));
    assertThat(plan.certificate()).isEqualTo(new Certificate(2_250_000, 2_250_000));
    assertThat(problem.whole()).isEqualTo(4_000_000);
  }

  @Test
  void withoutSitesThereIsNothingToPlan() {
    CoverageProblem problem =
        new CoverageProblem(
            List.of(new CoverageProblem.Demand(0, 3)),
            List.of(new CoverageProblem.Side(Reach.of(1, List.of()), 0, 1)),
            30,
            BusyFraction.permille(0),
            new Assistance.None());
    assertThat(Stationing.plan(problem, SHORT).certificate()).isEqualTo(new Certificate(0, 0));
  }

  /// A day is time enough to be everywhere from everywhere: the largest problem that is asked for.
  @Test
  void whoWaitsForALargeProblemDoesNotWaitLong() {
    int points = 6_000;
    List<CoverageProblem.Demand> demand =
        Collections.nCopies(points, new CoverageProblem.Demand(0, 1));
    Reach reach = Reach.of(points, Collections.nCopies(400, Collections.nCopies(points, 5)));
    CoverageProblem large =
        new CoverageProblem(
            demand,
            List.of(new CoverageProblem.Side(reach, 64, 1)),
            1_440,
            BusyFraction.permille(250),
            new Assistance.None());
    assertThat(Effort.DEFAULT.fitting(large)).isEqualTo(new Effort(1, 2, 400));
    assertThat(Effort.DEFAULT.fitting(problem(demand.subList(0, 1), List.of(one()), 60)))
        .isEqualTo(Effort.DEFAULT);
  }

  private static CoverageProblem.Side one() {
    return new CoverageProblem.Side(Reach.of(1, List.of(List.of(5))), 1, 1);
  }

  // ---- what the parts refuse ------------------------------------------------------------------

  @Test
  void whatDoesNotFitIsRefused() {
    Reach two = Reach.of(2, List.of(List.of(1, 2)));
    CoverageProblem.Side side = new CoverageProblem.Side(two, 1, 1);
    List<CoverageProblem.Demand> demand =
        List.of(new CoverageProblem.Demand(0, 1), new CoverageProblem.Demand(0, 1));
    assertThatThrownBy(() -> new CoverageProblem.Side(two, 2, 1)).hasMessageContaining("0 to 1");
    assertThatThrownBy(() -> new CoverageProblem.Side(two, 1, 0)).hasMessageContaining("1 to 100");
    assertThatThrownBy(() -> problem(List.of(), List.of(side), 60)).hasMessageContaining("points");
    assertThatThrownBy(() -> problem(demand, List.of(), 60)).hasMessageContaining("one or two");
    assertThatThrownBy(() -> problem(demand, List.of(side), 0)).hasMessageContaining("within 0");
    assertThatThrownBy(() -> problem(demand.subList(0, 1), List.of(side), 60))
        .hasMessageContaining("a reach over 2 points");
    assertThatThrownBy(() -> problem(List.of(new CoverageProblem.Demand(1, 1)), List.of(side), 60))
        .hasMessageContaining("expected one of 1 sides");
    assertThatThrownBy(
            () ->
                problem(
                    List.of(
                        new CoverageProblem.Demand(0, CoverageProblem.WEIGHT_MAX),
                        new CoverageProblem.Demand(0, 1)),
                    List.of(side),
                    60))
        .hasMessageContaining("1000000000");
    assertThatThrownBy(() -> Reach.of(2, List.of(List.of(1)))).hasMessageContaining("expected 2");
    assertThatThrownBy(() -> Reach.of(1, List.of(List.of(-1)))).hasMessageContaining("-1 minutes");
    assertThatThrownBy(() -> new BusyFraction(1, 1)).hasMessageContaining("less than 1");
    assertThatThrownBy(() -> new Assistance.Crossing(-1)).hasMessageContaining("-1 minutes");
    assertThatThrownBy(() -> new Assistance.Crossing(0, 0)).hasMessageContaining("0 metres");
    assertThatThrownBy(() -> new Assistance.Crossing(0, 50_001)).hasMessageContaining("50001");
    assertThatThrownBy(() -> new Effort(1, -1, 1)).hasMessageContaining("-1 shakes");
    assertThatThrownBy(() -> new Certificate(-1, 0)).hasMessageContaining("-1");
  }

  private static CoverageProblem problem(
      List<CoverageProblem.Demand> demand, List<CoverageProblem.Side> sides, int within) {
    return new CoverageProblem(
        demand, sides, within, BusyFraction.permille(250), new Assistance.None());
  }

  // ---- small parts ----------------------------------------------------------------------------

  @Test
  void furtherUnitsAddLessAndAllOfThemNeverMoreThanCertainty() {
    for (int busy = 0; busy < 1_000; busy += 37) {
      long[] gains = BusyFraction.permille(busy).gains(400);
      assertThat(gains[0]).isBetween(1_000L * (1_000 - busy), 1_000L * (1_000 - busy) + 1);
      for (int k = 1; k < gains.length; k++) {
        assertThat(gains[k]).isBetween(0L, gains[k - 1]);
      }
      assertThat(Arrays.stream(gains).sum()).isBetween(gains[0], BusyFraction.WHOLE);
    }
  }

  @Test
  void aGapIsNeverRoundedAway() {
    assertThat(new Certificate(999_999, 1_000_000).gap(1_000)).isEqualTo(1);
    assertThat(new Certificate(0, 0).gap(1_000)).isZero();
    assertThat(new Certificate(5, 5).isProvenBest()).isTrue();
    assertThat(new Certificate(200, 100).gap(1_000)).isEqualTo(500);
    assertThat(new Certificate(0, Long.MAX_VALUE).gap(1_000_000)).isEqualTo(1_000_000);
  }

  /// The first numbers from seed 0, as Vigna publishes them.
  @Test
  void chanceIsSplitMix() {
    SplitMix chance = new SplitMix(0);
    assertThat(chance.next()).isEqualTo(0xE220A8397B1DCDAFL);
    assertThat(chance.next()).isEqualTo(0x6E789E6AA1B965F4L);
    assertThat(chance.next()).isEqualTo(0x06C45D188009454FL);
    for (int i = 0; i < 1_000; i++) {
      assertThat(chance.below(7)).isBetween(0, 6);
    }
  }
}
