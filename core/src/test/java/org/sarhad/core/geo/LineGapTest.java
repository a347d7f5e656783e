package org.sarhad.core.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.core.geo.Region.Fit;

/// FEATURE UNDER TEST: how far two lines lie from each other, and whether something lies in a
/// region.
class LineGapTest {
  private static Polyline line(double... degrees) {
    var points = new ArrayList<Position>();
    for (int i = 0; i < degrees.length; i += 2) {
      points.add(Position.ofDegrees(degrees[i], degrees[i + 1]));
    }
    return new Polyline(points);
  }

  private static final Polyline MERIDIAN = line(29, 61, 30, 61);

  @Test
  void theSameLineDrawnWithMorePointsHasNoGap() {
    var gap = LineGap.between(List.of(MERIDIAN), List.of(line(29, 61, 29.5, 61, 30, 61)));
    assertThat(gap.orElseThrow().metres()).isZero();
    assertThat(LineGap.between(List.of(), List.of(MERIDIAN))).isEmpty();
  }

  @Test
  void aBulgeIsFoundFromEitherSideAndSaidWhere() {
    var bulge = line(29, 61, 29.5, 61.1, 30, 61);
    for (var order : List.of(List.of(MERIDIAN, bulge), List.of(bulge, MERIDIAN))) {
      var gap = LineGap.between(List.of(order.getFirst()), List.of(order.getLast())).orElseThrow();
      assertThat(gap.metres()).isBetween(9_600L, 9_760L);
      assertThat(gap.at().latitudeDegrees()).isBetween(29.49, 29.51);
    }
  }

  @Test
  void aLineThatIsLongerEndsAwayFromTheOther() {
    var gap = LineGap.between(List.of(MERIDIAN), List.of(line(29, 61, 30.5, 61))).orElseThrow();
    assertThat(gap.at()).isEqualTo(Position.ofDegrees(30.5, 61));
    assertThat(gap.metres()).isBetween(55_000L, 56_000L);
  }

  @Test
  void betweenTwoCornersOfALongPieceItIsLookedToo() {
    var detour = line(29, 61, 29.3, 61, 29.5, 61.2, 29.7, 61, 30, 61);
    assertThat(LineGap.between(List.of(MERIDIAN), List.of(detour)).orElseThrow().metres())
        .isGreaterThan(19_000);
    assertThat(MERIDIAN.lengthM()).isBetween(111_000L, 111_400L);
  }

  @Test
  void whereAPlaceLiesToARegion() {
    var region = new Region(28_000_000, 61_000_000, 29_000_000, 62_000_000);
    assertThat(region.fit(List.of(Position.ofDegrees(28.5, 61.5)))).isEqualTo(Fit.HERE);
    assertThat(region.fit(List.of(Position.ofDegrees(61.5, 28.5)))).isEqualTo(Fit.SWAPPED);
    assertThat(region.fit(List.of(Position.ofDegrees(10, 10)))).isEqualTo(Fit.ELSEWHERE);
    assertThat(region.fit(List.of(Position.ofDegrees(20, 61.5), Position.ofDegrees(40, 61.5))))
        .as("it passes through")
        .isEqualTo(Fit.HERE);
    assertThat(region.fit(List.of(Position.ofDegrees(61.5, 28.5), Position.ofDegrees(1, 1))))
        .as("not all of it")
        .isEqualTo(Fit.ELSEWHERE);
    assertThat(region.contains(Position.ofDegrees(29, 61.5))).as("its northern edge").isFalse();
    assertThat(Region.around(MERIDIAN.points(), 0).contains(Position.ofDegrees(30, 61))).isTrue();
  }
}
