package org.sarhad.core.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.geo.Position;

/// FEATURE UNDER TEST: what is wrong with a line that is to take the place of another (19-10.2),
/// and what it makes of the ground that is held (19-10.3).
class LineCheckTest {
  /// Points as `latitude longitude`, one behind the other.
  private static List<Position> line(String text) {
    String[] numbers = text.strip().split("\\s+", -1);
    return IntStream.range(0, numbers.length / 2)
        .mapToObj(
            i ->
                Position.ofDegrees(
                    Double.parseDouble(numbers[2 * i]), Double.parseDouble(numbers[2 * i + 1])))
        .toList();
  }

  private static Optional<LineCheck> check(List<Position> line) {
    return LineCheck.of(line, Optional.of(Regions.FRAME.region()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          28.1 61.5 28.9 61.5                        |                |
          28.1 61.5 28.5 61.5 28.5 61.5 28.9 61.5    |                | one point twice in a row
          28.2 61.2 28.2 61.4 28.4 61.4 28.2 61.2    |                | a line that closes
          28.1 61.5 28.9 61.5 28.95 61.5             |                | straight on
          28.1 61.5                                  | EMPTY          |
          28.1 61.5 28.1 61.5                        | EMPTY          | no length
          61.5 28.1 61.5 28.9                        | SWAPPED        |
          10 10 11 11                                | OUTSIDE        |
          20 61.5 40 61.5                            |                | longer than the region
          28.1 61.5 28.9 61.5 28.9 61.6 28.5 61.4    | SELF_CROSSING  |
          28.1 61.5 28.9 61.5 28.5 61.5              | SELF_CROSSING  | back along itself
          28.1 61.5 28.9 61.5 28.9 61.6 28.5 61.5    | SELF_CROSSING  | it touches itself
          28.2 61.2 28.2 61.4 28.4 61.4 28.1 61.3    | SELF_CROSSING  | it closes too late
          """)
  void whatIsWrongWithALine(String points, String flaw, String why) {
    assertThat(check(line(points)).map(LineCheck::flaw).map(Enum::name).orElse(null))
        .as("%s %s", points, why)
        .isEqualTo(flaw);
  }

  @Test
  void withoutARegionItMayLieAnywhere() {
    assertThat(LineCheck.of(line("61.5 28.1 61.5 28.9"), Optional.empty())).isEmpty();
    assertThat(LineCheck.of(List.of(), Optional.empty()))
        .contains(new LineCheck(SurveyFlaw.EMPTY, Optional.empty()));
  }

  @Test
  void whereALineCrossesItselfIsSaid() {
    var found = check(line("28.1 61.5 28.9 61.5 28.9 61.6 28.5 61.4")).orElseThrow();
    assertThat(found.where().orElseThrow().latitudeDegrees()).isBetween(28.0, 29.0);
  }

  /// Against every pair of pieces, one by one.
  @Test
  void anyLineIsJudgedAsByHoldingEveryPieceAgainstEveryOther() {
    var random = new SplittableRandom(11);
    int[] met = new int[2];
    for (int round = 0; round < 2_000; round++) {
      List<Position> line = new ArrayList<>();
      for (int i = 0; i < 3 + random.nextInt(6); i++) {
        line.add(new Position(28_000_000 + random.nextInt(12), 61_000_000 + random.nextInt(12)));
      }
      boolean isSimple = check(line).isEmpty();
      assertThat(isSimple).as("%s", line).isEqualTo(isSimpleByHand(line));
      met[isSimple ? 1 : 0]++;
    }
    assertThat(met[0]).isGreaterThan(100);
    assertThat(met[1]).isGreaterThan(100);
  }

  private static boolean isSimpleByHand(List<Position> points) {
    List<Position> line = new ArrayList<>(points.subList(0, 1));
    points.stream().filter(point -> !point.equals(line.getLast())).forEach(line::add);
    int last = line.size() - 2;
    boolean isClosed = line.getFirst().equals(line.getLast());
    for (int i = 0; i <= last; i++) {
      for (int j = i + 1; j <= last; j++) {
        Position a = line.get(i);
        Position b = line.get(i + 1);
        Position c = line.get(j);
        Position d = line.get(j + 1);
        boolean isNext = j == i + 1;
        boolean isRound = isClosed && i == 0 && j == last;
        boolean isWrong =
            isNext
                ? isRound || on(a, b, d) || on(c, d, a)
                : isRound ? on(a, b, c) || on(c, d, b) : meet(a, b, c, d);
        if (isWrong) {
          return false;
        }
      }
    }
    return last >= 0;
  }

  private static long turn(Position a, Position b, Position p) {
    return ((long) b.latitudeMicro() - a.latitudeMicro())
            * ((long) p.longitudeMicro() - a.longitudeMicro())
        - ((long) b.longitudeMicro() - a.longitudeMicro())
            * ((long) p.latitudeMicro() - a.latitudeMicro());
  }

  private static boolean on(Position a, Position b, Position p) {
    return turn(a, b, p) == 0
        && Math.min(a.latitudeMicro(), b.latitudeMicro()) <= p.latitudeMicro()
        && p.latitudeMicro() <= Math.max(a.latitudeMicro(), b.latitudeMicro())
        && Math.min(a.longitudeMicro(), b.longitudeMicro()) <= p.longitudeMicro()
        && p.longitudeMicro() <= Math.max(a.longitudeMicro(), b.longitudeMicro());
  }

  private static boolean meet(Position a, Position b, Position c, Position d) {
    boolean isAcross =
        Long.signum(turn(a, b, c)) * Long.signum(turn(a, b, d)) < 0
            && Long.signum(turn(c, d, a)) * Long.signum(turn(c, d, b)) < 0;
    return isAcross || on(a, b, c) || on(a, b, d) || on(c, d, a) || on(c, d, b);
  }

  // ---- over the ground ------------------------------------------------------------------------

  private static LineTrial trial(String line) throws UnfitSurveyException {
    return LineTrial.of(Regions.grid(Regions.plain()), Regions.IR, Regions.PK, line(line));
  }

  @Test
  void theLineInForceChangesNothingOfItsGround() throws Exception {
    assertThat(trial("28.1 61.5 28.9 61.5")).isEqualTo(new LineTrial(0, List.of()));
  }

  @Test
  void aLineThatBulgesTakesCellsAndLeavesAGateBehind() throws Exception {
    var trial = trial("28.1 61.5 28.7 61.7 28.9 61.5");
    assertThat(trial.sidesChanged()).isBetween(500, 1_500);
    assertThat(trial.gatesOff()).containsExactly("mile");
  }

  @Test
  void whoWalksTheOtherWayTurnsEveryCell() throws Exception {
    var grid = Regions.grid(Regions.plain());
    int all =
        LineTrial.of(grid, Regions.IR, Regions.PK, line("28.9 61.5 28.1 61.5")).sidesChanged();
    assertThat(all).isGreaterThan(7_000);
    assertThat(LineTrial.of(grid, Regions.PK, Regions.IR, line("28.9 61.5 28.1 61.5")))
        .isEqualTo(new LineTrial(0, List.of()));
  }

  @Test
  void aLineThatOneCanDriveAroundIsRefused() {
    assertThatThrownBy(() -> trial("28.1 61.5 28.5 61.6"))
        .isInstanceOfSatisfying(
            UnfitSurveyException.class,
            unfit -> assertThat(unfit.flaw()).isEqualTo(SurveyFlaw.LINE_ENDS_INLAND));
    assertThatThrownBy(() -> trial("28.3 61.3 28.3 61.4 28.4 61.4 28.4 61.3"))
        .isInstanceOf(UnfitSurveyException.class);
    assertThatThrownBy(() -> trial("10 10 11 11"))
        .isInstanceOfSatisfying(
            UnfitSurveyException.class,
            unfit -> assertThat(unfit.flaw()).isEqualTo(SurveyFlaw.NO_GROUND));
  }
}
