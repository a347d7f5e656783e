package org.sarhad.core.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.geo.Position;
import org.sarhad.core.testing.Seeded;

/// FEATURE UNDER TEST: the ground that is reached within a time, and its edges (19-5.5).
class IsochroneTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final GridFrame WIDE =
      GridFrame.over(Position.ofDegrees(28, 61), Position.ofDegrees(31, 64));

  /// Whether an odd number of edges lies to the east of the place, as one counts on paper.
  private static boolean isIn(List<List<Position>> edges, Position place) {
    boolean isIn = false;
    for (List<Position> edge : edges) {
      for (int i = 0; i < edge.size(); i++) {
        Position a = edge.get(i);
        Position b = edge.get((i + 1) % edge.size());
        boolean isBeside =
            (a.latitudeMicro() > place.latitudeMicro())
                != (b.latitudeMicro() > place.latitudeMicro());
        double up = (double) place.latitudeMicro() - a.latitudeMicro();
        double height = (double) b.latitudeMicro() - a.latitudeMicro();
        double width = (double) b.longitudeMicro() - a.longitudeMicro();
        isIn ^= isBeside && a.longitudeMicro() + up / height * width > place.longitudeMicro();
      }
    }
    return isIn;
  }

  private static boolean[] any(SplittableRandom random, int cells) {
    boolean[] isIn = new boolean[cells];
    int share = 1 + random.nextInt(9);
    for (int cell = 0; cell < cells; cell++) {
      isIn[cell] = random.nextInt(10) < share;
    }
    return isIn;
  }

  @Test
  void theEdgesOfAnyCellsKeepThemFromTheOthers() {
    Seeded.check(
        300,
        random -> {
          var frame =
              new GridFrame(0, 0, 9_000, 9_000, 2 + random.nextInt(9), 2 + random.nextInt(9));
          boolean[] isIn = any(random, frame.cells());
          List<List<Position>> edges = Outline.of(frame, cell -> isIn[cell]);
          for (int cell = 0; cell < isIn.length; cell++) {
            assertThat(isIn(edges, frame.centre(cell))).as("cell %d", cell).isEqualTo(isIn[cell]);
          }
        });
  }

  @Test
  void cellsThatTouchAtACornerAreApart() {
    var frame = new GridFrame(0, 0, 9_000, 9_000, 2, 2);
    assertThat(Outline.of(frame, cell -> cell == 0 || cell == 3))
        .hasSize(2)
        .allSatisfy(edge -> assertThat(edge).hasSize(4));
    assertThat(Outline.of(frame, cell -> cell == 1 || cell == 2)).hasSize(2);
    assertThat(Outline.of(frame, _ -> true)).hasSize(1);
    assertThat(Outline.of(frame, _ -> false)).isEmpty();
  }

  /// A circle of 100 km around the middle, by what it takes at 60 km/h.
  @Test
  void aCircleComesOutRound() {
    Position middle = Position.ofDegrees(29.5, 62.5);
    var found =
        Isochrone.of(
            WIDE, cell -> WIDE.centre(cell).distanceTo(middle).metres() * 3_600 / 60_000, HOUR);

    assertThat(found.within()).isEqualTo(HOUR);
    assertThat((double) found.km2()).isCloseTo(Math.PI * 60 * 60, within(60.0));
    assertThat(found.edges()).hasSize(1);
    assertThat(found.edges().getFirst()).hasSizeBetween(12, 80);
    assertThat(found.edges().getFirst())
        .allSatisfy(
            point ->
                assertThat((double) point.distanceTo(middle).metres())
                    .isCloseTo(60_000, within(2_000.0)));
  }

  @Test
  void whatIsSmallerThanABendIsLeftOutAndStillCounted() {
    var found = Isochrone.of(WIDE, cell -> cell == 777 ? 60 : Long.MAX_VALUE, HOUR);
    assertThat(found.edges()).isEmpty();
    assertThat(found.km2()).isEqualTo(1);
    assertThat(Isochrone.of(WIDE, _ -> Long.MAX_VALUE, HOUR).km2()).isZero();
  }

  /// Speckles over a large region: as many points as are allowed, the longest edges first.
  @Test
  void howeverTornTheGroundIsThePointsAreBounded() {
    var random = new SplittableRandom(5);
    int[] blocks = IntStream.range(0, WIDE.cells()).map(_ -> random.nextInt(3)).toArray();
    var found =
        Isochrone.of(
            WIDE,
            cell -> {
              int row = cell / WIDE.columns() / 4;
              int column = cell % WIDE.columns() / 4;
              return blocks[row * WIDE.columns() + column] == 0 ? 0 : Long.MAX_VALUE;
            },
            HOUR);
    assertThat(found.edges().stream().mapToInt(List::size).sum())
        .isBetween(Isochrone.POINTS_MAX / 2, Isochrone.POINTS_MAX);
    assertThat(found.edges().getFirst().size())
        .isGreaterThanOrEqualTo(found.edges().getLast().size());
  }
}
