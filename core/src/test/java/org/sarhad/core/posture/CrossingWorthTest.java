package org.sarhad.core.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What one more opened crossing is worth, by hand: two posts and four points beyond the line.
class CrossingWorthTest {
  private static final CrossingWorth.Through NORTH =
      new CrossingWorth.Through(
          "north",
          true,
          Reach.of(4, List.of(List.of(20, 40, 90, 95), List.of(70, 80, Reach.NEVER, 90))));
  private static final CrossingWorth.Through SOUTH =
      new CrossingWorth.Through(
          "south", false, Reach.of(4, List.of(List.of(99, 45, 45, 80), List.of(90, 80, 30, 20))));

  @Test
  void eachIsTurnedForItself() {
    CrossingWorth worth = CrossingWorth.of(List.of(NORTH, SOUTH), 45, BusyFraction.permille(0));
    assertThat(worth.whole()).isEqualTo(4_000_000);
    assertThat(worth.now()).as("the first two points, from the first post").isEqualTo(2_000_000);
    assertThat(worth.crossings())
        .containsExactly(
            new CrossingWorth.Otherwise("north", true, 0),
            new CrossingWorth.Otherwise("south", false, 4_000_000));
  }

  /// Two in reach of the third point: one that is busy for half of its time is not in vain there.
  @Test
  void aSecondUnitCountsForLess() {
    CrossingWorth worth = CrossingWorth.of(List.of(NORTH, SOUTH), 45, BusyFraction.permille(500));
    assertThat(worth.crossings().get(1).across()).isEqualTo(3 * 500_000 + 750_000);
  }
}
