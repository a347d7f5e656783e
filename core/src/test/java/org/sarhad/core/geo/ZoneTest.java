package org.sarhad.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.geo.Areas.at;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.testing.Seeded;

/// Areas on the ground: exact, and the same for both nodes.
class ZoneTest {
  @Test
  void aPlaceLiesInItsSector() {
    assertThat(Areas.ZONE.find(at(29.5, 60.5)).orElseThrow().name()).isEqualTo("north");
    assertThat(Areas.ZONE.find(at(28.5, 60.5)).orElseThrow().name()).isEqualTo("south");
    assertThat(Areas.ZONE.contains(at(27.999, 60.5))).isFalse();
    assertThat(Areas.ZONE.contains(at(29.5, 61.001))).isFalse();
    assertThat(Zone.NONE.contains(at(29.5, 60.5))).isFalse();
  }

  /// A point on the edge between two areas is in one of them, whichever way each edge is walked.
  @Test
  void aPlaceOnASharedEdgeLiesInExactlyOneSector() {
    for (boolean isTurned : new boolean[] {false, true}) {
      Ring west = Areas.square(28, 60, 1);
      Ring east = turned(Areas.square(28, 61, 1), isTurned);
      Ring north = turned(Areas.square(29, 60, 1), isTurned);
      for (int i = 0; i < 1_000; i += 7) {
        Position upright = new Position(28_000_000 + i * 1_000, 61_000_000);
        Position level = new Position(29_000_000, 60_000_001 + i * 1_000);
        assertThat(Stream.of(west, east).filter(r -> r.contains(upright))).hasSize(1);
        assertThat(Stream.of(west, north).filter(r -> r.contains(level))).hasSize(1);
      }
    }
  }

  private static Ring turned(Ring ring, boolean isTurned) {
    List<Position> corners = new ArrayList<>(ring.corners());
    if (isTurned) {
      Collections.reverse(corners);
    }
    return new Ring(corners);
  }

  /// Against a look at the same area cut into triangles from its middle.
  @Test
  void aRingContainsWhatItsTrianglesContain() {
    Seeded.check(
        200,
        random -> {
          Position middle = new Position(28_000_000, 61_000_000);
          List<Position> corners = star(random, middle);
          Ring ring = new Ring(corners);
          for (int i = 0; i < 40; i++) {
            Position point =
                new Position(
                    27_000_000 + random.nextInt(2_000_000), 60_000_000 + random.nextInt(2_000_000));
            boolean isInTriangle =
                IntStream.range(0, corners.size())
                    .anyMatch(
                        c ->
                            isIn(
                                point,
                                middle,
                                corners.get(c),
                                corners.get((c + 1) % corners.size())));
            assertThat(ring.contains(point)).isEqualTo(isInTriangle);
          }
        });
  }

  /// Corners all around a middle, at any distance.
  private static List<Position> star(SplittableRandom random, Position middle) {
    List<Position> corners = new ArrayList<>();
    int count = 5 + random.nextInt(40);
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * i / count;
      double reach = 100_000 + random.nextInt(900_000);
      corners.add(
          new Position(
              middle.latitudeMicro() + (int) (reach * Math.sin(angle)),
              middle.longitudeMicro() + (int) (reach * Math.cos(angle))));
    }
    return corners;
  }

  private static boolean isIn(Position p, Position a, Position b, Position c) {
    long one = side(a, b, p);
    long two = side(b, c, p);
    long three = side(c, a, p);
    return (one > 0 && two > 0 && three > 0) || (one < 0 && two < 0 && three < 0);
  }

  private static long side(Position a, Position b, Position p) {
    return (long) (b.latitudeMicro() - a.latitudeMicro())
            * (p.longitudeMicro() - a.longitudeMicro())
        - (long) (b.longitudeMicro() - a.longitudeMicro())
            * (p.latitudeMicro() - a.latitudeMicro());
  }

  @Test
  void anEdgeDoesNotMeetItself() {
    assertMeets(at(28, 60), at(29, 61), at(28, 61), at(29, 60)); // crosses
    assertMeets(at(28, 60), at(28, 62), at(28, 61)); // back on itself
    assertMeets(at(28, 60), at(28, 60), at(29, 61)); // a corner twice
    assertMeets(at(28, 60), at(28, 62), at(29, 62), at(28, 61), at(29, 60)); // touches
    assertMeets(at(28, 60), at(28, 62), at(29, 62), at(28, 60), at(29, 60)); // a corner again
    assertMeets( // runs along itself
        at(28, 60), at(28, 63), at(29, 63), at(28, 62), at(28, 61), at(29, 60));
    assertThat(new Ring(List.of(at(28, 60), at(28, 61), at(28, 62), at(29, 61))).corners())
        .hasSize(4); // straight on is no fault
  }

  private static void assertMeets(Position... corners) {
    assertThatThrownBy(() -> new Ring(List.of(corners)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the edge of an area");
  }

  @Test
  void aZoneHasLimits() {
    Ring wide =
        new Ring(
            IntStream.range(0, 128)
                .mapToObj(
                    i ->
                        new Position(
                            (int) (1_000_000 * Math.sin(Math.PI * i / 64)),
                            (int) (1_000_000 * Math.cos(Math.PI * i / 64))))
                .toList());
    List<Zone.Sector> sectors =
        IntStream.range(0, 33)
            .mapToObj(
                i -> new Zone.Sector("s" + (char) ('a' + i / 26) + (char) ('a' + i % 26), wide))
            .toList();

    assertThat(new Zone(sectors.subList(0, 8)).sectors()).hasSize(8);
    assertThatThrownBy(() -> new Zone(sectors.subList(0, 9))).hasMessageContaining("1152 corners");
    assertThatThrownBy(() -> new Zone(sectors)).hasMessageContaining("33 sectors");
    assertThatThrownBy(() -> new Zone(List.of(sectors.get(1), sectors.get(0))))
        .hasMessageContaining("does not ascend");
    assertThatThrownBy(() -> new Ring(Collections.nCopies(129, at(1, 1))))
        .hasMessageContaining("129 corners");
  }
}
