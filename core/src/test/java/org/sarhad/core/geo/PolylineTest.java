package org.sarhad.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.testing.Seeded;

/// How far a position is from a line, and on which hand.
class PolylineTest {
  /// North along a meridian, then sharply back to the south-east.
  private static final Polyline BENT =
      new Polyline(
          List.of(
              Position.ofDegrees(29, 61),
              Position.ofDegrees(30, 61),
              Position.ofDegrees(29, 61.5)));

  @ParameterizedTest
  @CsvSource({
    // latitude, longitude, metres, left
    "29.5, 60.99, 968, true",
    "29.5, 61.01, 968, false",
    "29.5, 61.0, 0, false",
    "28.9, 61.0, 11120, false",
    "30.1, 60.999, 11120, true",
    "30.1, 61.001, 11120, true",
    "29.2, 61.5, 8850, true"
  })
  void aPositionBesideALine(double latitude, double longitude, long metres, boolean isLeft) {
    Polyline.Offset offset = BENT.offset(Position.ofDegrees(latitude, longitude));
    assertThat(offset.metres()).isBetween(metres - metres / 50 - 1, metres + metres / 50 + 1);
    assertThat(offset.isLeft()).isEqualTo(isLeft);
  }

  @Test
  void fromTheOtherEndTheOtherHand() {
    Polyline back = new Polyline(BENT.points().reversed());
    Seeded.check(
        300,
        random -> {
          Position position =
              Position.ofDegrees(
                  29.2 + random.nextDouble() * 0.6, 60.5 + random.nextDouble() * 0.4);
          Polyline.Offset there = BENT.offset(position);
          assertThat(back.offset(position))
              .isEqualTo(new Polyline.Offset(there.metres(), !there.isLeft()));
          assertThat(there.isLeft()).isTrue();
        });
  }

  /// Within a tenth of a per cent of the great circle, as it says, for points that lie squarely
  /// off.
  @Test
  void distancesAreThoseOnTheGround() {
    Polyline meridian =
        new Polyline(List.of(Position.ofDegrees(28, 61), Position.ofDegrees(31, 61)));
    Seeded.check(
        200,
        random -> {
          double latitude = 28.5 + random.nextDouble() * 2;
          double longitude = 61 + random.nextDouble() * 0.5;
          Position position = Position.ofDegrees(latitude, longitude);
          long circle = position.distanceTo(Position.ofDegrees(latitude, 61)).metres();
          assertThat(meridian.offset(position).metres())
              .isBetween(circle - circle / 500 - 1, circle + circle / 500 + 1);
        });
  }

  @Test
  void twoPointsAtLeast() {
    assertThatThrownBy(() -> new Polyline(List.of(Position.ofDegrees(29, 61))))
        .hasMessageContaining("at least two");
  }

  @Test
  void pointsAlongItAreAsFarApartAsAskedFor() {
    List<Position> along = BENT.every(10_000);
    // 111.2 km north, and 121 km back.
    assertThat(along).hasSize(23);
    assertThat(along.getFirst().distanceTo(BENT.points().getFirst()).metres())
        .isBetween(4_990L, 5_010L);
    for (int i = 1; i < along.size(); i++) {
      assertThat(BENT.offset(along.get(i)).metres()).isLessThan(200);
      if (i != 11) {
        assertThat(along.get(i).distanceTo(along.get(i - 1)).metres()).isBetween(9_950L, 10_050L);
      }
    }
    assertThat(BENT.every(1_000_000)).isEmpty();
  }
}
