package org.sarhad.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sarhad.core.testing.Seeded;

class DistanceTest {
  private static final Position ZAHEDAN = Position.ofDegrees(29.4963, 60.8629);
  private static final Position GWADAR = Position.ofDegrees(25.1264, 62.3225);
  private static final Position CHABAHAR = Position.ofDegrees(25.2919, 60.6430);

  @Test
  void oneDegreeOfAMeridianIsACircleOver360() {
    // 2π·6 371 008.8 m / 360 = 111 195.08 m
    assertThat(Position.ofDegrees(0, 0).distanceTo(Position.ofDegrees(1, 0)).metres())
        .isEqualTo(111_195);
  }

  @Test
  void knownDistancesOfTheBorderCountry() {
    // By the spherical law of cosines, a different formula, to the metre.
    assertThat(CHABAHAR.distanceTo(GWADAR).metres()).isEqualTo(lawOfCosines(CHABAHAR, GWADAR));
    assertThat(ZAHEDAN.distanceTo(GWADAR).metres()).isEqualTo(lawOfCosines(ZAHEDAN, GWADAR));
    assertThat(CHABAHAR.distanceTo(GWADAR).wholeKilometres()).isBetween(169L, 171L);
  }

  @Test
  void halfTheWorldIsTheFarthest() {
    assertThat(Position.ofDegrees(90, 0).distanceTo(Position.ofDegrees(-90, 137)).metres())
        .isEqualTo(20_015_114);
    assertThat(Position.ofDegrees(0, -180).distanceTo(Position.ofDegrees(0, 180)).metres())
        .isZero();
  }

  @Test
  void distanceIsAMetric() {
    Seeded.check(
        2_000,
        random -> {
          Position a = random(random);
          Position b = random(random);
          Position c = random(random);
          assertThat(a.distanceTo(a)).isEqualTo(Distance.ZERO);
          assertThat(a.distanceTo(b)).isEqualTo(b.distanceTo(a));
          // Each of the three is rounded to a metre.
          assertThat(a.distanceTo(c).metres())
              .isLessThanOrEqualTo(a.distanceTo(b).metres() + b.distanceTo(c).metres() + 2);
        });
  }

  @Test
  void positionsOutsideTheWorldAreRefusedByName() {
    assertThatThrownBy(() -> new Position(90_000_001, 0))
        .hasMessage("latitude of 90000001 micro-degrees is beyond a pole");
    assertThatThrownBy(() -> new Position(0, -180_000_001))
        .hasMessage("longitude of -180000001 micro-degrees is outside -180 to 180 degrees");
    assertThatThrownBy(() -> Position.ofDegrees(Double.NaN, 0)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Distance(-1)).hasMessage("a distance of -1 m is negative");
  }

  @Test
  void aPositionPrintsSixDigits() {
    assertThat(new Position(-500, 60_870_001)).hasToString("-0.000500, 60.870001");
    assertThat(ZAHEDAN.latitudeDegrees()).isCloseTo(29.4963, within(1e-9));
  }

  private static Position random(SplittableRandom random) {
    return new Position(
        random.nextInt(-90_000_000, 90_000_001), random.nextInt(-180_000_000, 180_000_001));
  }

  private static long lawOfCosines(Position a, Position b) {
    double latA = Math.toRadians(a.latitudeDegrees());
    double latB = Math.toRadians(b.latitudeDegrees());
    double lon = Math.toRadians(b.longitudeDegrees() - a.longitudeDegrees());
    double arc =
        Math.acos(
            Math.sin(latA) * Math.sin(latB) + Math.cos(latA) * Math.cos(latB) * Math.cos(lon));
    return Math.round(Distance.EARTH_RADIUS_M * arc);
  }
}
