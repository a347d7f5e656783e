package org.sarhad.core.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.testing.Seeded;

/// The least driving between two plans, against every way to match their posts.
class RelocationTest {
  private static Reach small(SplittableRandom random) {
    int points = 1 + random.nextInt(6);
    return Reach.of(
        points,
        IntStream.rangeClosed(0, random.nextInt(6))
            .mapToObj(_ -> IntStream.range(0, points).mapToObj(_ -> random.nextInt(90)).toList())
            .toList());
  }

  /// The least sum over all ways to give each of the fewer ones one of the more.
  private static long least(Reach reach) {
    boolean isFewer = reach.sites() > reach.points();
    int rows = Math.min(reach.sites(), reach.points());
    int columns = Math.max(reach.sites(), reach.points());
    return least(
        0,
        rows,
        columns,
        0,
        (row, column) -> isFewer ? reach.minutes(column, row) : reach.minutes(row, column));
  }

  private interface Cost {
    int of(int row, int column);
  }

  private static long least(int row, int rows, int columns, int taken, Cost cost) {
    if (row == rows) {
      return 0;
    }
    return IntStream.range(0, columns)
        .filter(column -> ((taken >> column) & 1) == 0)
        .mapToLong(
            column ->
                cost.of(row, column) + least(row + 1, rows, columns, taken | (1 << column), cost))
        .min()
        .orElseThrow();
  }

  @Test
  void noMatchingNeedsLessDriving() {
    Seeded.check(
        500,
        random -> {
          Reach reach = small(random);
          Relocation found = Relocation.of(reach);
          assertThat(found.minutes()).isEqualTo(least(reach));
          assertThat(found.moves()).hasSize(Math.min(reach.sites(), reach.points()));
          assertThat(all(found.moves().stream().map(Relocation.Move::from), found.freed()))
              .containsExactlyInAnyOrderElementsOf(numbers(reach.sites()));
          assertThat(all(found.moves().stream().map(Relocation.Move::to), found.waiting()))
              .containsExactlyInAnyOrderElementsOf(numbers(reach.points()));
          assertThat(Relocation.of(reach)).isEqualTo(found);
        });
  }

  private static List<Integer> all(Stream<Integer> moved, List<Integer> left) {
    return Stream.concat(moved, left.stream()).toList();
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  /// Everybody one post on is further for nobody alone, and further together.
  @Test
  void whoCanStayStays() {
    Reach road = Reach.of(3, List.of(List.of(0, 30, 60), List.of(30, 0, 30), List.of(60, 30, 0)));
    assertThat(Relocation.of(road).moves())
        .containsExactly(
            new Relocation.Move(0, 0, 0),
            new Relocation.Move(1, 1, 0),
            new Relocation.Move(2, 2, 0));
  }

  @Test
  void whoHasNoWayIsLeftWhereThatCanBe() {
    Reach island = Reach.of(1, List.of(List.of(Reach.NEVER), List.of(500)));
    assertThat(Relocation.of(island))
        .isEqualTo(
            new Relocation(List.of(new Relocation.Move(1, 0, 500)), List.of(0), List.of(), 500));
    Relocation none = Relocation.of(Reach.of(1, List.of(List.of(Reach.NEVER))));
    assertThat(none.moves().getFirst().isPossible()).isFalse();
    assertThat(none.minutes()).isZero();
  }

  @Test
  void sixtyFourPostsAreMatchedAtOnce() {
    SplittableRandom random = new SplittableRandom(3);
    Reach many =
        Reach.of(
            64,
            IntStream.range(0, 64)
                .mapToObj(_ -> IntStream.range(0, 64).mapToObj(_ -> random.nextInt(900)).toList())
                .toList());
    assertThat(Relocation.of(many).minutes())
        .isLessThan(IntStream.range(0, 64).mapToLong(i -> many.minutes(i, i)).sum() / 4);
  }
}
