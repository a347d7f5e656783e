package org.sarhad.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sarhad.core.testing.Seeded;

/// The line for many positions says what the plain line says.
class LineIndexTest {
  private static final List<Position> ANGLE =
      List.of(Position.ofDegrees(28, 61), Position.ofDegrees(29, 61), Position.ofDegrees(29, 62));

  @Test
  void itAgreesWithThePlainLine() {
    Seeded.check(
        300,
        random -> {
          List<Position> points = walk(random, 2 + random.nextInt(60));
          LineIndex index = LineIndex.of(points);
          Polyline line = new Polyline(points);
          for (int i = 0; i < 40; i++) {
            Position at = near(random, points);
            Polyline.Offset plain = line.offset(at);
            LineIndex.Nearest fast = index.nearest(at);

            assertThat(fast.metres()).isCloseTo((double) plain.metres(), within(0.51));
            if (fast.metres() > 1) {
              assertThat(fast.isLeft()).as("%s beside %s", at, points).isEqualTo(plain.isLeft());
            }
          }
        });
  }

  @Test
  void itMeetsTheWaysThatMeetAPiece() {
    int[] met = new int[2];
    Seeded.check(
        300,
        random -> {
          List<Position> points = walk(random, 2 + random.nextInt(60));
          LineIndex index = LineIndex.of(points);
          for (int i = 0; i < 20; i++) {
            Position a = near(random, points);
            Position b = near(random, points);
            boolean meets = false;
            for (int piece = 1; piece < points.size(); piece++) {
              meets |= Segments.meet(a, b, points.get(piece - 1), points.get(piece));
            }
            assertThat(index.crosses(a, b)).isEqualTo(meets);
            met[meets ? 1 : 0]++;
          }
        });
    assertThat(met[0]).isGreaterThan(500);
    assertThat(met[1]).isGreaterThan(500);
  }

  @Test
  void pastAnEndThereIsNoLeftAndRight() {
    LineIndex index = LineIndex.of(ANGLE);
    assertThat(index.nearest(Position.ofDegrees(27.9, 60.95)).isBeyond()).isTrue();
    assertThat(index.nearest(Position.ofDegrees(29.1, 62.1)).isBeyond()).isTrue();
    assertThat(index.nearest(Position.ofDegrees(28.1, 60.95)).isBeyond()).isFalse();
    // Outside the bend the corner is the nearest point, and it is no end.
    assertThat(index.nearest(Position.ofDegrees(29.1, 60.9)).isBeyond()).isFalse();
    assertThat(index.nearest(Position.ofDegrees(29.1, 60.9)).isLeft()).isTrue();
  }

  @Test
  void aLineThatEndsWhereItBeganHasNoEnd() {
    List<Position> closed = new ArrayList<>(ANGLE);
    closed.add(ANGLE.getFirst());
    assertThat(LineIndex.of(closed).nearest(Position.ofDegrees(27.9, 60.95)).isBeyond()).isFalse();
  }

  @Test
  void aLineOfOnePointIsNone() {
    assertThatThrownBy(() -> LineIndex.of(ANGLE.subList(0, 1))).hasMessageContaining("1 points");
  }

  /// A line northwards that winds and does not meet itself.
  private static List<Position> walk(SplittableRandom random, int count) {
    List<Position> points = new ArrayList<>();
    int latitude = 26_000_000;
    for (int i = 0; i < count; i++) {
      latitude += 1_000 + random.nextInt(60_000);
      points.add(new Position(latitude, 61_000_000 + random.nextInt(-40_000, 40_000)));
    }
    return points;
  }

  private static Position near(SplittableRandom random, List<Position> points) {
    Position point = points.get(random.nextInt(points.size()));
    return new Position(
        point.latitudeMicro() + random.nextInt(-300_000, 300_000),
        point.longitudeMicro() + random.nextInt(-300_000, 300_000));
  }
}
