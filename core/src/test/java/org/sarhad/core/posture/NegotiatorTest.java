package org.sarhad.core.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.testing.Seeded;

/// What two sides reach that tell each other nothing but counts by sectors (protocol clause 15-7),
/// against what one that knew both would.
class NegotiatorTest {
  private static final Effort SHORT = new Effort(7, 30, 1);
  private static final int ROUNDS = 3;

  /// What the two have come to, as only a test can see it.
  ///
  /// @param worth of each side, by the true posts of both
  /// @param floors of each side
  /// @param beginning what both had together before they spoke
  private record Outcome(List<Long> worth, List<Long> floors, long beginning) {
    long together() {
      return worth.get(0) + worth.get(1);
    }
  }

  /// One that plays by the rules: offers in turn, and of what it is offered each side takes the
  /// best that it can accept.
  private static Outcome negotiate(CoverageProblem problem, List<String> sectors, Effort effort) {
    List<Negotiator> sides = List.of(of(problem, sectors, 0), of(problem, sectors, 1));
    List<Negotiator.Stance> alone = List.of(sides.get(0).alone(effort), sides.get(1).alone(effort));
    List<Negotiator.Stance> made = new ArrayList<>(List.of(alone.get(0)));
    Negotiator.Pick best = Negotiator.Pick.NONE;
    for (int turn = 1; turn < 2 * ROUNDS; turn++) {
      int side = turn % 2;
      made.add(sides.get(side).reply(alone.get(side), made.getLast().told(), effort));
      Negotiator.Stance beside =
          sides.get(1 - side).beside(made.get(turn - 1), made.get(turn).told());
      // The opener settles: it alone picks, among the answers to its own offers.
      best = side == 1 ? best.or(turn, beside) : best;
    }
    int answer = best.offer().orElseThrow();
    long[] worth = worth(problem, made.get(answer - 1).units(), made.get(answer).units());
    return new Outcome(
        List.of(worth[0], worth[1]),
        List.of(alone.get(0).floor(), alone.get(1).floor()),
        sum(worth(problem, alone.get(0).units(), alone.get(1).units())));
  }

  /// What a node of `side` knows of `problem`.
  private static Negotiator of(CoverageProblem problem, List<String> sectors, int side) {
    List<CoverageProblem.Side> sides = new ArrayList<>(problem.sides());
    Reach nothing = Reach.of(problem.demand().size(), List.of());
    sides.set(1 - side, new CoverageProblem.Side(nothing, 0, 1));
    return new Negotiator(
        new CoverageProblem(
            problem.demand(), sides, problem.withinMin(), problem.busy(), problem.assistance()),
        side,
        sectors,
        sectors.stream().distinct().sorted().toList());
  }

  private static long[] worth(CoverageProblem problem, List<Integer> one, List<Integer> other) {
    return new CoverModel(problem)
        .worth(Stream.of(one, other).flatMap(List::stream).mapToInt(Integer::intValue).toArray());
  }

  private static long sum(long... worth) {
    return worth[0] + worth[1];
  }

  // ---- the border case ------------------------------------------------------------------------

  /// The goal: 98.5 % of what one would plan that had the sites of both, in three rounds.
  @ParameterizedTest
  @CsvSource({"1, 15", "2, 15", "3, 15", "4, 15", "1, 30", "2, 0"})
  void countsBySectorsAreEnoughForNearlyAll(long seed, int handoverMin) {
    BorderCase border = BorderCase.of(seed, handoverMin);
    long joint = Stationing.plan(border.problem(), Effort.DEFAULT).certificate().value();
    Outcome outcome = negotiate(border.problem(), border.sectors(), Effort.DEFAULT);

    assertThat(outcome.together() * 1_000).isGreaterThanOrEqualTo(joint * 985);
    assertNobodyPays(outcome);
  }

  private static void assertNobodyPays(Outcome outcome) {
    for (int side = 0; side < 2; side++) {
      assertThat(outcome.worth().get(side)).isGreaterThanOrEqualTo(outcome.floors().get(side));
    }
  }

  // ---- whatever is negotiated -----------------------------------------------------------------

  @Test
  void noSideIsLeftWithLessThanItHasAlone() {
    int[] better = new int[1];
    Seeded.check(
        200,
        random -> {
          CoverageProblem problem = small(random);
          Outcome outcome = negotiate(problem, sectors(problem), SHORT);
          assertNobodyPays(outcome);
          assertThat(outcome.together())
              .isGreaterThanOrEqualTo(outcome.floors().get(0) + outcome.floors().get(1));
          better[0] += outcome.together() > outcome.beginning() ? 1 : 0;
        });
    assertThat(better[0]).as("negotiations that gained something").isGreaterThan(20);
  }

  /// What a side reckons to be sure of is there, if the other one speaks the truth.
  @Test
  void whatIsSureIsTrue() {
    Seeded.check(
        200,
        random -> {
          CoverageProblem problem = small(random);
          List<String> sectors = sectors(problem);
          Negotiator one = of(problem, sectors, 0);
          Negotiator other = of(problem, sectors, 1);
          Negotiator.Stance theirs = other.alone(SHORT);
          Negotiator.Stance reply = one.reply(one.alone(SHORT), theirs.told(), SHORT);
          assertThat(reply.sure())
              .isGreaterThanOrEqualTo(reply.floor())
              .isLessThanOrEqualTo(worth(problem, reply.units(), theirs.units())[0]);
          assertThat(one.beside(reply, theirs.told())).isEqualTo(reply);
          assertThat(one.reply(one.alone(SHORT), theirs.told(), SHORT)).isEqualTo(reply);
        });
  }

  private static CoverageProblem small(SplittableRandom random) {
    int points = 8 + random.nextInt(20);
    return new CoverageProblem(
        IntStream.range(0, points)
            .mapToObj(
                i ->
                    new CoverageProblem.Demand(
                        i % 2, random.nextInt(1, 50), 5_000 * random.nextInt(3)))
            .toList(),
        List.of(side(random, points), side(random, points)),
        60,
        new BusyFraction(random.nextInt(4), 5),
        new Assistance.Crossing(random.nextInt(40), random.nextInt(4_000, 12_000)));
  }

  private static CoverageProblem.Side side(SplittableRandom random, int points) {
    List<List<Integer>> rows =
        IntStream.range(0, 5)
            .mapToObj(
                _ -> {
                  int at = random.nextInt(points);
                  return IntStream.range(0, points).mapToObj(i -> 12 * Math.abs(i - at)).toList();
                })
            .toList();
    return new CoverageProblem.Side(Reach.of(points, rows), 1 + random.nextInt(3), 1);
  }

  private static List<String> sectors(CoverageProblem problem) {
    return IntStream.range(0, problem.demand().size())
        .mapToObj(point -> "s" + (char) ('a' + point / 4))
        .toList();
  }

  // ---- by hand --------------------------------------------------------------------------------

  /// Four points of one sector, by turns on both sides' soil; a unit at either of two sites.
  @Test
  void countsAreMeansRoundedDownAndWhatEveryPointHas() {
    CoverageProblem problem =
        new CoverageProblem(
            IntStream.range(0, 4).mapToObj(i -> new CoverageProblem.Demand(i % 2, 1)).toList(),
            List.of(
                new CoverageProblem.Side(
                    Reach.of(4, List.of(List.of(5, 40, 70, 46), List.of(5, 40, 70, 44))), 2, 1),
                new CoverageProblem.Side(Reach.of(4, List.of()), 0, 1)),
            60,
            BusyFraction.permille(0),
            new Assistance.Crossing(15));
    Negotiator.Stance alone =
        new Negotiator(problem, 0, List.of("gate", "gate", "gate", "gate"), List.of("gate", "well"))
            .alone(SHORT);
    // Home: two units at one point of two. Across: two at one point, one at the other.
    assertThat(alone.told())
        .containsExactly(new SectorHelp("gate", 2, 3, 1), new SectorHelp("well", 0, 0, 0));
    assertThat(alone.floor()).isEqualTo(1_000_000);
  }

  /// Where a point lies deeper than a unit may go, nobody is counted there, and no count is about
  /// it: what is told of the others stays true of each of them.
  @ParameterizedTest
  @CsvSource({"4999, 4, 2", "5000, 3, 1", "50000, 3, 1"})
  void countsAreOfThePointsThatAUnitMayGoTo(int depthM, int across, int sure) {
    CoverageProblem problem =
        new CoverageProblem(
            List.of(
                new CoverageProblem.Demand(0, 1, 5_000),
                new CoverageProblem.Demand(1, 1, 5_000),
                new CoverageProblem.Demand(1, 1)),
            List.of(
                new CoverageProblem.Side(
                    Reach.of(3, List.of(List.of(5, 40, 20), List.of(5, 50, 20))), 2, 1),
                new CoverageProblem.Side(Reach.of(3, List.of()), 0, 1)),
            60,
            BusyFraction.permille(0),
            new Assistance.Crossing(15, depthM));
    Negotiator own = new Negotiator(problem, 0, List.of("gate", "gate", "gate"), List.of("gate"));
    Negotiator.Stance alone = own.alone(SHORT);
    assertThat(alone.told()).containsExactly(new SectorHelp("gate", 4, across, sure));
  }

  /// What the other side is sure of is of use only where its units may go: an own point behind that
  /// gains nothing by it.
  @ParameterizedTest
  @CsvSource({"4999, 0", "5000, 1000000"})
  void helpIsCountedOnNoDeeperThanItMayCome(int depthM, long sure) {
    CoverageProblem problem =
        new CoverageProblem(
            List.of(
                new CoverageProblem.Demand(0, 1, 5_000), new CoverageProblem.Demand(1, 1, 5_000)),
            List.of(
                new CoverageProblem.Side(Reach.of(2, List.of(List.of(90, 90))), 1, 1),
                new CoverageProblem.Side(Reach.of(2, List.of()), 0, 1)),
            60,
            BusyFraction.permille(0),
            new Assistance.Crossing(15, depthM));
    Negotiator own = new Negotiator(problem, 0, List.of("gate", "gate"), List.of("gate"));
    Negotiator.Stance alone = own.alone(SHORT);
    Negotiator.Stance beside = own.beside(alone, List.of(new SectorHelp("gate", 0, 2, 1)));
    assertThat(beside.sure()).isEqualTo(sure);
    assertThat(beside.together()).isEqualTo(sure);
  }

  @Test
  void whoWouldKnowTheOthersSitesIsRefused() {
    CoverageProblem both = BorderCase.of(1, 15).problem();
    assertThatThrownBy(() -> new Negotiator(both, 0, List.of(), List.of()))
        .hasMessageContaining("own one");
    assertThatThrownBy(() -> of(both, List.of("north"), 0)).hasMessageContaining("1 sectors");
  }
}
