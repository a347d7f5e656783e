package org.sarhad.core.tracks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.geo.LineIndex;
import org.sarhad.core.geo.Position;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;

/// Which side something is certainly on (protocol clause 20-3).
class WatchedLineTest {
  private static final double MICRO_PER_METRE = 1_000_000 / 111_195.0;

  @ParameterizedTest
  @CsvSource({
    "-5000,    0, LEFT,  LEFT",
    " 5000,    0, RIGHT, RIGHT",
    // The line is known to a kilometre.
    " -950,    0, BAND,  LEFT",
    "  950,    0, BAND,  RIGHT",
    "-1050,    0, LEFT,  LEFT",
    " 1050,    0, RIGHT, RIGHT",
    // The position to so many metres as well.
    "-1900, 1000, BAND,  LEFT",
    " 2100, 1000, RIGHT, RIGHT",
    " 2000, 1000, BAND,  RIGHT",
    // So vague that nothing is said at all.
    " 5000, 100000, BAND, BAND"
  })
  void aPositionIsOnASideOrInTheBand(int eastM, int radiusM, LineSide side, LineSide likely) {
    TrackFix fix = Lines.fix(eastM, radiusM, 0);
    assertThat(Lines.LINE.side(fix)).isEqualTo(side);
    assertThat(Lines.LINE.standing(fix).likely()).isEqualTo(likely);
  }

  @ParameterizedTest
  @CsvSource({"30.5, 61.2", "25.9, 60.9", "75, 61.5", "-71, 0"})
  void whereTheLineDoesNotReachNobodyCanSay(double latitude, double longitude) {
    TrackFix fix = new TrackFix(Position.ofDegrees(latitude, longitude), 0, Lines.START);
    assertThat(Lines.LINE.side(fix)).isEqualTo(LineSide.BAND);
    assertThat(Lines.LINE.standing(fix).likely()).isEqualTo(LineSide.BAND);
  }

  @Test
  void aHandIsASide() {
    assertThat(Lines.LINE.party(LineSide.LEFT)).isEqualTo(Sides.IR);
    assertThat(Lines.LINE.party(LineSide.RIGHT)).isEqualTo(Sides.PK);
    assertThatThrownBy(() -> Lines.LINE.party(LineSide.BAND)).hasMessageContaining("nobody");
    assertThatThrownBy(
            () -> new WatchedLine(Lines.LINE.course(), Sides.IR, Sides.IR, Lines.VERSION))
        .hasMessageContaining("both hands");
  }

  /// The line that is meant winds from south to north. The node's differs from it by no more than
  /// it says, and what is seen is no further from where the thing is than it says. However that
  /// falls out, no side is asserted but the one the thing is on.
  @Test
  void noSideIsEverWronglyAsserted() {
    int[] asserted = new int[2];
    Seeded.check(
        2_000,
        random -> {
          int uncertaintyM = 50 + random.nextInt(9_000);
          List<Position> meant = winding(random);
          WatchedLine known =
              new WatchedLine(
                  LineIndex.of(displaced(random, meant, uncertaintyM)),
                  Sides.IR,
                  Sides.PK,
                  new LineVersion(Lines.FILE, uncertaintyM));
          for (int i = 0; i < 100; i++) {
            Position is = beside(random, meant);
            int radiusM = random.nextInt(3_000);
            TrackFix seen = new TrackFix(moved(random, is, radiusM), radiusM, Lines.START);
            LineSide side = known.side(seen);
            asserted[side.isCertain() ? 1 : 0]++;
            if (side.isCertain()) {
              assertThat(side).as("%s seen at %s", is, seen).isEqualTo(trueHand(meant, is));
            }
          }
        });
    assertThat(asserted[0]).isGreaterThan(25_000);
    assertThat(asserted[1]).isGreaterThan(50_000);
  }

  /// Northwards without turning back, so that each latitude has one longitude: the hand is seen by
  /// comparing, with none of the arithmetic that is tested.
  private static List<Position> winding(SplittableRandom random) {
    List<Position> points = new ArrayList<>();
    int longitude = 61_000_000;
    for (int latitude = 26_000_000; latitude <= 30_000_000; latitude += 40_000) {
      longitude += random.nextInt(-40_000, 40_001);
      points.add(new Position(latitude, longitude));
    }
    return points;
  }

  private static LineSide trueHand(List<Position> meant, Position is) {
    int piece = (is.latitudeMicro() - 26_000_000) / 40_000;
    Position a = meant.get(piece);
    Position b = meant.get(piece + 1);
    double share = (is.latitudeMicro() - (double) a.latitudeMicro()) / 40_000;
    double line = a.longitudeMicro() + share * ((double) b.longitudeMicro() - a.longitudeMicro());
    return is.longitudeMicro() < line ? LineSide.LEFT : LineSide.RIGHT;
  }

  /// Every point moved by at most `mostM`, neighbours alike: a survey that drifts.
  private static List<Position> displaced(
      SplittableRandom random, List<Position> meant, int mostM) {
    double turn = random.nextDouble(0.05, 0.5);
    double begin = random.nextDouble(6.28);
    List<Position> points = new ArrayList<>();
    for (int i = 0; i < meant.size(); i++) {
      double angle = begin + i * turn;
      points.add(moved(meant.get(i), angle, mostM * 0.999));
    }
    return points;
  }

  private static Position beside(SplittableRandom random, List<Position> meant) {
    Position point = meant.get(2 + random.nextInt(meant.size() - 4));
    int width = random.nextBoolean() ? 30_000 : 300_000;
    return new Position(
        point.latitudeMicro() + random.nextInt(40_000),
        point.longitudeMicro() + random.nextInt(-width, width));
  }

  private static Position moved(SplittableRandom random, Position from, int mostM) {
    return moved(from, random.nextDouble(6.28), mostM * random.nextDouble() * 0.999);
  }

  private static Position moved(Position from, double angle, double metres) {
    double shrink = Math.cos(Math.toRadians(from.latitudeDegrees()));
    return new Position(
        (int) (from.latitudeMicro() + metres * Math.sin(angle) * MICRO_PER_METRE),
        (int) (from.longitudeMicro() + metres * Math.cos(angle) * MICRO_PER_METRE / shrink));
  }

  @ParameterizedTest
  @CsvSource({
    // Six kilometres from the band, straight at it, at a kilometre a minute.
    "-7000,  90,  60, 15, true,  6",
    "-7000,  90,  60,  5, false, 0",
    "-7000, 270,  60, 15, false, 0",
    // Along the line it does not come nearer.
    "-7000,   0,  60, 15, false, 0",
    // Half as fast against it.
    "-7000,  30,  60, 15, true,  12",
    "-7000,  90,   0, 15, false, 0",
    "-7000,  90,  60,  0, false, 0",
    " 7000, 270,  60, 15, true,  6",
    // In the band already.
    " -500,  90,  60, 15, false, 0",
    // An aircraft is past the line within a minute.
    "-7000,  90, 900, 15, true,  1"
  })
  void anApproachIsForetold(
      int eastM, int course, int kmh, int within, boolean comes, int minutes) {
    TrackFix fix = Lines.fix(eastM, 0, 0);
    OptionalDouble forecast =
        Lines.LINE.minutesToBand(fix, Lines.LINE.standing(fix), new Motion(course, kmh), within);
    assertThat(forecast.isPresent()).isEqualTo(comes);
    forecast.ifPresent(
        found -> assertThat((int) Math.round(found)).isBetween(minutes - 1, minutes));
  }

  @Test
  void whatIsOutOfRangeIsRefused() {
    assertThatThrownBy(() -> new Motion(360, 0)).hasMessageContaining("360 degrees");
    assertThatThrownBy(() -> new Motion(0, 4_001)).hasMessageContaining("4001 km/h");
    assertThatThrownBy(() -> new LineVersion(Lines.FILE, -1)).hasMessageContaining("-1 m");
    assertThatThrownBy(() -> new LineVersion(Lines.FILE, 100_001)).hasMessageContaining("100001");
    assertThatThrownBy(() -> new TrackFix(Lines.east(0), -1, Lines.START))
        .hasMessageContaining("-1 m");
    assertThatThrownBy(() -> new TrackId("a person's name")).hasMessageContaining("names no track");
    assertThatThrownBy(() -> new TrackId("")).hasMessageContaining("names no track");
  }

  @Test
  void forecastsEndAtTheEdgeOfTheMap() {
    Position end = new Motion(0, 4_000).after(Position.ofDegrees(89.9, 179.9), 600);
    assertThat(end.latitudeMicro()).isEqualTo(90_000_000);
    assertThat(new Motion(90, 4_000).after(Position.ofDegrees(60, 179.9), 600).longitudeMicro())
        .isEqualTo(180_000_000);
  }
}
