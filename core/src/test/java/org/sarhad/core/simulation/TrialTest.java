package org.sarhad.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.posture.Assistance;
import org.sarhad.core.posture.BusyFraction;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.Reach;
import org.sarhad.core.testing.Seeded;

/// Units that are sent to calls: by hand, and what holds whatever is drawn.
class TrialTest {
  private static final long HOUR = 3_600;
  private static final long DAY = 24 * HOUR;

  /// One point on either side's soil; a unit of each, half an hour from the own and forty minutes
  /// from the other's.
  private static CoverageProblem pair(int... minutes) {
    return new CoverageProblem(
        List.of(new CoverageProblem.Demand(0, 1), new CoverageProblem.Demand(1, 1)),
        List.of(
            new CoverageProblem.Side(Reach.of(2, List.of(List.of(minutes[0], minutes[1]))), 1, 1),
            new CoverageProblem.Side(Reach.of(2, List.of(List.of(minutes[2], minutes[3]))), 1, 1)),
        60,
        BusyFraction.permille(250),
        new Assistance.None());
  }

  private static Trial trial(Help help, int... minutes) {
    return new Trial(
        pair(minutes), List.of(List.of(1), List.of(1)), help, 60, List.of("gate", "well"));
  }

  private static final int[] USUAL = {30, 40, 40, 30};

  @Test
  void aUnitIsAwayUntilItIsBack() {
    // There for 60 minutes and 30 each way: free again two hours after it left.
    List<Call> calls = List.of(new Call(0, 0), new Call(HOUR, 0), new Call(5 * HOUR, 0));
    Figures own = trial(new Help.None(), USUAL).of(calls, DAY).sides().getFirst();
    assertThat(own.calls()).isEqualTo(3);
    assertThat(own.inTime()).as("the second one waits for an hour and is late").isEqualTo(2);
    assertThat(own.medianMin()).isEqualTo(30);
    assertThat(own.ninthMin()).isEqualTo(90);
    assertThat(own.busyPermille()).isEqualTo(6 * 1_000 / 24);
    assertThat(own.sectors()).containsExactly(new Figures.SectorFigures("gate", 3, 2, 0));
    assertThat(own.worst()).as("of three calls nothing is said").isEmpty();
  }

  @Test
  void theOtherSideComesWhereTheOwnIsLateAndItIsSooner() {
    List<Call> calls = List.of(new Call(0, 0), new Call(HOUR, 0));
    Outcome helped = trial(new Help.Crossing(new Assistance.Crossing(15)), USUAL).of(calls, DAY);
    assertThat(helped.sides().get(0).inTime()).isEqualTo(2);
    assertThat(helped.sides().get(0).received()).isEqualTo(1);
    assertThat(helped.sides().get(1).given()).isEqualTo(1);
    assertThat(helped.sides().get(0).ninthMin()).isEqualTo(55);
    assertThat(helped.together().calls()).isEqualTo(2);
    assertThat(helped.together().given()).isEqualTo(1);
    // Where it loses an hour at the line, the own unit is sooner for all its waiting.
    assertThat(
            trial(new Help.Crossing(new Assistance.Crossing(60)), USUAL)
                .of(calls, DAY)
                .together()
                .given())
        .isZero();
  }

  /// The same calls at a point 5 km behind the line: nobody comes who may not go so far.
  @ParameterizedTest
  @CsvSource({"4999, 0", "5000, 1"})
  void nobodyCrossesFartherThanIsAgreed(int depthM, int given) {
    CoverageProblem pair = pair(USUAL);
    CoverageProblem deep =
        new CoverageProblem(
            List.of(new CoverageProblem.Demand(0, 1, 5_000), new CoverageProblem.Demand(1, 1)),
            pair.sides(),
            pair.withinMin(),
            pair.busy(),
            pair.assistance());
    Outcome outcome =
        new Trial(
                deep,
                List.of(List.of(1), List.of(1)),
                new Help.Crossing(new Assistance.Crossing(15, depthM)),
                60,
                List.of("gate", "well"))
            .of(List.of(new Call(0, 0), new Call(HOUR, 0)), DAY);
    assertThat(outcome.together().given()).isEqualTo(given);
  }

  /// A late call has the other side's help near only where its units may go at all.
  @ParameterizedTest
  @CsvSource({"4999, 0", "5000, 1"})
  void whoIsLateHasHelpNearOnlyAsFarAsUnitsGo(int depthM, int near) {
    CoverageProblem pair = pair(USUAL);
    CoverageProblem deep =
        new CoverageProblem(
            List.of(new CoverageProblem.Demand(0, 1, 5_000), new CoverageProblem.Demand(1, 1)),
            pair.sides(),
            pair.withinMin(),
            pair.busy(),
            new Assistance.Crossing(15, depthM));
    Outcome outcome =
        new Trial(
                deep, List.of(List.of(1), List.of(1)), new Help.None(), 60, List.of("gate", "well"))
            .of(List.of(new Call(0, 0), new Call(HOUR, 0)), DAY);
    assertThat(outcome.together().sectors())
        .containsExactly(new Figures.SectorFigures("gate", 2, 1, near));
  }

  @Test
  void whereTheOwnIsInTimeNobodyCrosses() {
    Outcome outcome =
        trial(new Help.Crossing(new Assistance.Crossing(0)), 50, 40, 10, 30)
            .of(List.of(new Call(0, 0)), DAY);
    assertThat(outcome.together().given()).isZero();
    assertThat(outcome.together().medianMin()).isEqualTo(50);
  }

  @Test
  void oppositeStandsWhoIsThereInTime() {
    Outcome outcome =
        trial(new Help.Mirrored(), USUAL).of(List.of(new Call(0, 0), new Call(60, 0)), DAY);
    assertThat(outcome.sides().get(0).sealed()).as("it is busy by the second").isEqualTo(1);
    assertThat(outcome.sides().get(0).received()).isZero();
    assertThat(outcome.sides().get(1).busyPermille()).isPositive();
  }

  @Test
  void whereNobodyGetsIsMissed() {
    Outcome outcome =
        trial(new Help.Mirrored(), Reach.NEVER, 40, 90, 30).of(List.of(new Call(0, 0)), DAY);
    assertThat(outcome.together().missed()).isEqualTo(1);
    assertThat(outcome.together().inTimePermille()).isZero();
    assertThat(trial(new Help.None(), USUAL).of(List.of(), DAY).together().inTimePermille())
        .isEqualTo(1_000);
  }

  // ---- whatever is drawn ----------------------------------------------------------------------

  private static Trial drawn(SplittableRandom random, Help help) {
    int points = 2 + random.nextInt(20);
    CoverageProblem problem =
        new CoverageProblem(
            IntStream.range(0, points)
                .mapToObj(i -> new CoverageProblem.Demand(i % 2, 1 + random.nextInt(5)))
                .toList(),
            List.of(side(random, points), side(random, points)),
            60,
            BusyFraction.permille(250),
            new Assistance.None());
    return new Trial(
        problem,
        List.of(List.of(1, 2, 0), List.of(2, 0, 1)),
        help,
        random.nextInt(240),
        Collections.nCopies(points, "line"));
  }

  private static CoverageProblem.Side side(SplittableRandom random, int points) {
    return new CoverageProblem.Side(
        Reach.of(
            points,
            IntStream.range(0, 3)
                .mapToObj(
                    _ -> IntStream.range(0, points).mapToObj(_ -> random.nextInt(200)).toList())
                .toList()),
        3,
        3);
  }

  @Test
  void whatIsCountedAddsUp() {
    Seeded.check(
        100,
        random -> {
          Help help =
              List.of(
                      new Help.None(),
                      new Help.Mirrored(),
                      new Help.Crossing(new Assistance.Crossing(random.nextInt(60))))
                  .get(random.nextInt(3));
          Trial trial = drawn(random, help);
          Season season = Season.even(20, 1 + random.nextInt(60), random.nextLong());
          List<Call> calls = season.calls(trial.problem().demand());
          Outcome outcome = trial.of(calls, season.seconds());
          Figures all = outcome.together();
          assertThat(all.calls()).isEqualTo(calls.size());
          assertThat(all.given()).isEqualTo(all.received());
          assertThat(all.sectors().stream().mapToInt(Figures.SectorFigures::calls).sum())
              .isEqualTo(all.calls());
          for (int side = 0; side < 2; side++) {
            Figures one = outcome.sides().get(side);
            assertThat(one.given()).isEqualTo(outcome.sides().get(1 - side).received());
            assertThat(one.busyPermille()).isBetween(0, 1_000);
            assertThat(one.medianMin()).isLessThanOrEqualTo(one.ninthMin());
            assertThat(one.inTime()).isLessThanOrEqualTo(one.calls() - one.missed());
          }
          assertThat(trial.of(calls, season.seconds())).isEqualTo(outcome);
        });
  }

  /// Help that costs nothing at the line brings more in time over many seasons.
  @Test
  void helpBringsMoreInTime() {
    int[] inTime = new int[2];
    Seeded.check(
        60,
        random -> {
          Trial alone = drawn(random, new Help.None());
          Trial helped =
              new Trial(
                  alone.problem(),
                  alone.units(),
                  new Help.Crossing(new Assistance.Crossing(0)),
                  alone.serviceMin(),
                  alone.sectors());
          List<Call> calls = Season.even(10, 20, 1).calls(alone.problem().demand());
          inTime[0] += alone.of(calls, 10 * DAY).together().inTime();
          inTime[1] += helped.of(calls, 10 * DAY).together().inTime();
        });
    assertThat(inTime[1]).isGreaterThan(inTime[0] * 11 / 10);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> new Help.Crossing(new Assistance.Crossing(-1)))
        .hasMessageContaining("-1 minutes");
    CoverageProblem pair = pair(USUAL);
    List<List<Integer>> one = List.of(List.of(1), List.of(1));
    List<String> names = List.of("gate", "well");
    assertThatThrownBy(() -> new Trial(pair, one, new Help.None(), -1, names))
        .hasMessageContaining("service of -1");
    assertThatThrownBy(() -> new Trial(pair, one, new Help.None(), 1, List.of("gate")))
        .hasMessageContaining("1 sectors");
    assertThatThrownBy(
            () -> new Trial(pair, List.of(List.of(1), List.of(-1)), new Help.None(), 1, names))
        .hasMessageContaining("units [-1] at 1 sites");
  }
}
