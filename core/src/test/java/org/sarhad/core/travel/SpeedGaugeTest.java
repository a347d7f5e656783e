package org.sarhad.core.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sarhad.core.geo.Position;

/// Speeds that are known are measured out of made-up tracks: with jitter, halts, jumps and pauses
/// of the report, at every interval and in every direction.
class SpeedGaugeTest {
  private static final Instant NOON = Instant.parse("2026-03-21T12:00:00Z");
  private static final int WHOLE = SpeedGauge.PACE_WHOLE;

  /// Metres of a degree.
  private static final double DEGREE_M = 111_195;

  private static final CostGrid PLAIN = Regions.grid(Regions.plain());

  /// Open ground in the west, sand in the east.
  private static final CostGrid HALVES =
      Regions.grid(
          Regions.survey(
              Regions.MERIDIAN,
              List.of(
                  Regions.land(), Regions.area(Terrain.SAND, Regions.box(28.1, 61.3, 28.9, 62.1))),
              List.of(),
              List.of()));

  /// A unit that drives, seen as its reports say. Mutable.
  private static final class Drive {
    private final SpeedGauge gauge;
    private final String unit;
    private final SplittableRandom chance;
    private final int everySeconds;
    private final int jitterM;
    private double latitude = 28.5;
    private double longitude = 61.25;
    private Instant at = NOON;

    Drive(SpeedGauge gauge, String unit, SplittableRandom chance, int everySeconds, int jitterM) {
      this.gauge = gauge;
      this.unit = unit;
      this.chance = chance;
      this.everySeconds = everySeconds;
      this.jitterM = jitterM;
    }

    Drive at(double startLatitude, double startLongitude) {
      latitude = startLatitude;
      longitude = startLongitude;
      return this;
    }

    /// Straight on for `metres`.
    Drive go(double kmh, double degrees, double metres) {
      double step = kmh / 3.6 * everySeconds;
      for (double gone = 0; gone < metres; gone += step) {
        double north = step * StrictMath.cos(StrictMath.toRadians(degrees));
        double east = step * StrictMath.sin(StrictMath.toRadians(degrees));
        latitude += north / DEGREE_M;
        longitude += east / DEGREE_M / StrictMath.cos(StrictMath.toRadians(latitude));
        report(0, everySeconds);
      }
      return this;
    }

    Drive stand(Duration length) {
      for (long gone = 0; gone < length.toSeconds(); gone += everySeconds) {
        report(0, everySeconds);
      }
      return this;
    }

    Drive silent(Duration length) {
      at = at.plus(length);
      return this;
    }

    /// Reports a place where it is not.
    Drive jump(double metres) {
      report(metres, 0);
      return this;
    }

    private void report(double offM, int afterSeconds) {
      at = at.plusSeconds(afterSeconds).plusMillis(1);
      gauge.take(
          new SpeedGauge.Seen(
              unit,
              Position.ofDegrees(
                  latitude + (offM + jitter()) / DEGREE_M, longitude + jitter() / DEGREE_M),
              jitterM,
              at,
              WHOLE));
    }

    private double jitter() {
      return jitterM == 0 ? 0 : chance.nextDouble(-jitterM, jitterM) / 2;
    }
  }

  private static Drive drive(SpeedGauge gauge) {
    return new Drive(gauge, "unit", new SplittableRandom(3), 10, 0);
  }

  /// A hundred kilometres along the rows and the columns, there and back.
  private static void manyPieces(Drive drive, double kmh, int rounds) {
    for (int round = 0; round < rounds; round++) {
      drive.go(kmh, 0, 16_000).go(kmh, 90, 16_000).go(kmh, 180, 16_000).go(kmh, 270, 16_000);
    }
  }

  @Test
  void aSpeedThatIsKnownIsMeasured() {
    for (int kmh : List.of(5, 8, 20, 45, 80, 120)) {
      SpeedGauge gauge = new SpeedGauge(PLAIN);
      manyPieces(drive(gauge), kmh, 2);
      MeasuredSpeed measured = gauge.on(Terrain.OPEN).orElseThrow();
      assertThat(measured.kmh()).as("%d km/h", kmh).isBetween(kmh - 1, kmh + 1);
      assertThat(measured.pieces()).isGreaterThanOrEqualTo(SpeedGauge.PIECES_MIN);
      assertThat(gauge.all()).containsExactly(measured);
    }
  }

  /// Across the grid a way of eight directions is up to 8 % longer (19-4.5), and so much faster is
  /// who drives straight: then the grid's minutes are right.
  @Test
  void acrossTheGridItIsTheSpeedThatMakesTheMinutesRight() {
    SpeedGauge gauge = new SpeedGauge(PLAIN);
    for (int round = 0; round < 4; round++) {
      drive(gauge).at(28.2, 61.2).silent(Duration.ofHours(round)).go(40, 22.5, 40_000);
    }
    assertThat(gauge.on(Terrain.OPEN).orElseThrow().kmh()).isBetween(42, 44);
  }

  @Test
  void belowTheLeastNumberOfPiecesNothingIsSaid() {
    SpeedGauge gauge = new SpeedGauge(PLAIN);
    drive(gauge).at(28.2, 61.25).go(45, 0, 61_000);
    assertThat(gauge.pieces(Terrain.OPEN)).isBetween(15, 20);
    assertThat(gauge.on(Terrain.OPEN)).isEmpty();
    assertThat(gauge.all()).isEmpty();
    assertThat(gauge.pieces(Terrain.ROAD)).isZero();
  }

  @Test
  void eachTerrainHasItsOwnAndWhatLiesOnBothCountsForNone() {
    SpeedGauge gauge = new SpeedGauge(HALVES);
    var open = drive(gauge).at(28.2, 61.1);
    var sand = new Drive(gauge, "other", new SplittableRandom(4), 10, 0).at(28.2, 61.6);
    for (int round = 0; round < 3; round++) {
      open.go(30, 0, 40_000).go(30, 180, 40_000);
      sand.go(12, 0, 40_000).go(12, 180, 40_000);
    }
    assertThat(gauge.on(Terrain.OPEN).orElseThrow().kmh()).isBetween(29, 31);
    assertThat(gauge.on(Terrain.SAND).orElseThrow().kmh()).isBetween(11, 13);
    int before = gauge.pieces(Terrain.OPEN) + gauge.pieces(Terrain.SAND);
    // 2 km on either side of the change, back and forth.
    var both = new Drive(gauge, "third", new SplittableRandom(5), 10, 0).at(28.5, 61.28);
    for (int round = 0; round < 10; round++) {
      both.go(20, 90, 4_000).go(20, 270, 4_000);
    }
    assertThat(gauge.pieces(Terrain.OPEN) + gauge.pieces(Terrain.SAND)).isEqualTo(before);
  }

  @Test
  void whoStandsIsNotSlow() {
    SpeedGauge gauge = new SpeedGauge(PLAIN);
    var drive = drive(gauge);
    for (int round = 0; round < 30; round++) {
      drive.go(40, round % 2 == 0 ? 0 : 180, 7_500).stand(Duration.ofMinutes(20 + round % 7));
    }
    assertThat(gauge.on(Terrain.OPEN).orElseThrow())
        .matches(measured -> measured.lowerKmh() >= 38 && measured.upperKmh() <= 42);
  }

  @Test
  void whatCannotBeMovesNothing() {
    SpeedGauge gauge = new SpeedGauge(PLAIN);
    var drive = drive(gauge).at(28.2, 61.25);
    for (int round = 0; round < 240; round++) {
      drive.go(40, round / 60 % 2 == 0 ? 0 : 180, 1_000).jump(20_000).jump(-9_000);
    }
    assertThat(gauge.on(Terrain.OPEN).orElseThrow())
        .matches(measured -> measured.lowerKmh() >= 38 && measured.upperKmh() <= 42);
  }

  @Test
  void whoTurnsBackWasNotGoingThere() {
    SpeedGauge gauge = new SpeedGauge(PLAIN);
    var drive = drive(gauge);
    for (int round = 0; round < 200; round++) {
      drive.go(40, 0, 2_000).go(40, 180, 1_000);
      if (round % 20 == 19) {
        drive.silent(Duration.ofHours(1)).at(28.3, 61.25);
      }
    }
    assertThat(gauge.pieces(Terrain.OPEN)).isLessThan(10);
  }

  @Test
  void aReportThatPausedBelongsToNoPiece() {
    SpeedGauge gauge = new SpeedGauge(PLAIN);
    var drive = drive(gauge).at(28.2, 61.25);
    for (int round = 0; round < 20; round++) {
      drive.go(40, round % 2 == 0 ? 0 : 180, 2_500).silent(Duration.ofMinutes(11));
    }
    assertThat(gauge.pieces(Terrain.OPEN)).isZero();
  }

  @Test
  void whatIsNotOnTheGroundOrTooCoarseIsNotLookedAt() {
    SpeedGauge gauge = new SpeedGauge(PLAIN);
    drive(gauge).at(40, 61.25).go(40, 0, 20_000);
    drive(gauge).at(28.02, 61.25).go(40, 90, 20_000);
    new Drive(gauge, "coarse", new SplittableRandom(6), 10, SpeedGauge.RADIUS_MAX_M + 1)
        .go(40, 0, 20_000);
    assertThat(gauge.pieces(Terrain.OPEN)).isZero();
  }

  @Test
  void aFasterTypeIsReckonedAsAPatrolVehicle() {
    SpeedGauge gauge = new SpeedGauge(PLAIN);
    for (int i = 0; i < 1_200; i++) {
      gauge.take(
          new SpeedGauge.Seen(
              "ambulance",
              Position.ofDegrees(28.2 + (i % 600) * 100 / DEGREE_M, 61.25),
              0,
              // 100 m in 6 s is 60 km/h; turned about after an hour.
              NOON.plusSeconds(6L * i + (i >= 600 ? 3_600 : 0)),
              WHOLE * 60 / 45));
    }
    assertThat(gauge.on(Terrain.OPEN).orElseThrow().kmh()).isBetween(44, 46);
  }

  /// Whatever the speed, the interval and the direction, with jitter, halts and jumps: between 3 %
  /// below what the unit drove and 8 % (19-4.5) and 3 % above, and a kilometre an hour of rounding.
  @Test
  void theMedianIsWithinTheStatedTolerance() {
    SplittableRandom random = new SplittableRandom(11);
    for (int number = 0; number < 60; number++) {
      SpeedGauge gauge = new SpeedGauge(PLAIN);
      double kmh = random.nextDouble(5, 110);
      int every = List.of(1, 5, 10, 30).get(random.nextInt(4));
      int jitter = List.of(0, 10, 50).get(random.nextInt(3));
      for (int day = 0; day < 8; day++) {
        double heading = random.nextDouble(360);
        var drive = new Drive(gauge, "unit " + day, random.split(), every, jitter);
        for (int leg = 0; leg < 4; leg++) {
          drive
              .go(kmh, heading, 10_000)
              .stand(Duration.ofMinutes(random.nextInt(20)))
              .jump(random.nextInt(10_000, 30_000))
              .go(kmh, heading + 180, 10_000);
        }
      }
      assertThat(gauge.on(Terrain.OPEN).orElseThrow().kmh())
          .as("%s km/h every %d s, %d m", kmh, every, jitter)
          .isBetween((int) (0.97 * kmh) - 1, (int) (1.11 * kmh) + 1);
    }
  }
}
