package org.sarhad.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.posture.CoverageProblem;

/// Calls as they are drawn: as many as there should be, when and where they should be.
class SeasonTest {
  private static final List<CoverageProblem.Demand> THREE =
      List.of(
          new CoverageProblem.Demand(0, 1),
          new CoverageProblem.Demand(0, 0),
          new CoverageProblem.Demand(0, 3));

  @Test
  void asManyAsInTheMean() {
    List<Call> calls = Season.even(365, 20, 1).calls(THREE);
    // 7300 in the mean; three times its root is 256.
    assertThat(calls).hasSizeBetween(7_044, 7_556);
    assertThat(calls).isSortedAccordingTo((a, b) -> Long.compare(a.second(), b.second()));
    assertThat(calls.getLast().second()).isLessThan(365L * 86_400);
  }

  /// The mark of a Poisson process: of the counts of its days variance and mean are alike.
  @Test
  void daysDifferAsMuchAsByAPoissonProcess() {
    int[] days = new int[3_650];
    Season.even(3_650, 20, 5).calls(THREE).forEach(call -> days[(int) (call.second() / 86_400)]++);
    double mean = IntStream.of(days).average().orElseThrow();
    double variance =
        IntStream.of(days).mapToDouble(day -> (day - mean) * (day - mean)).average().orElseThrow();
    assertThat(variance / mean).isBetween(0.92, 1.08);
  }

  @Test
  void pointsGetCallsByTheirWeight() {
    List<Call> calls = Season.even(365, 20, 2).calls(THREE);
    long last = calls.stream().filter(call -> call.point() == 2).count();
    assertThat(calls).noneMatch(call -> call.point() == 1);
    assertThat(last * 1_000 / calls.size()).isBetween(730L, 770L);
    assertThat(Season.even(9, 20, 2).calls(List.of(new CoverageProblem.Demand(0, 0)))).isEmpty();
  }

  @Test
  void theHoursOfADayAreAsTheyAreGiven() {
    List<Integer> night = new ArrayList<>(Collections.nCopies(24, 0));
    night.set(3, 1);
    List<Call> calls = new Season(100, 20, night, 1).calls(THREE);
    assertThat(calls).hasSizeBetween(1_800, 2_200);
    assertThat(calls).allMatch(call -> call.second() / 3_600 % 24 == 3);
  }

  @Test
  void theSameSeedGivesTheSameCalls() {
    assertThat(Season.even(50, 20, 3).calls(THREE)).isEqualTo(Season.even(50, 20, 3).calls(THREE));
    assertThat(Season.even(50, 20, 4).calls(THREE))
        .isNotEqualTo(Season.even(50, 20, 3).calls(THREE));
  }

  @Test
  void whatIsOutOfRangeIsRefused() {
    assertThatThrownBy(() -> Season.even(0, 20, 1)).hasMessageContaining("0 days");
    assertThatThrownBy(() -> Season.even(1, 1_001, 1)).hasMessageContaining("1001 calls");
    assertThatThrownBy(() -> new Season(1, 1, List.of(1), 1)).hasMessageContaining("24 of 0");
    assertThatThrownBy(() -> new Season(1, 1, Collections.nCopies(24, 0), 1))
        .hasMessageContaining("not only 0");
  }
}
