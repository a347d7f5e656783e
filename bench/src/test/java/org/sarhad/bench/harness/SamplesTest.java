package org.sarhad.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void theMedianOfAnOddNumberIsTheMiddleOne() {
    var samples = Samples.of(9, 1, 4);

    assertThat(samples.median()).isEqualTo(4);
    assertThat(samples.min()).isEqualTo(1);
    assertThat(samples.max()).isEqualTo(9);
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
    assertThat(Samples.of(8, 1, 2, 4).median()).isEqualTo(3);
  }

  @Test
  void whatWasNotMeasuredIsNoSample() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Samples(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> Samples.of(1, Double.NaN));
  }

  @Test
  void aRatioIsTakenRoundByRound() {
    assertThat(Samples.of(2, 30).dividedBy(Samples.of(1, 10))).isEqualTo(Samples.of(2, 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Samples.of(1).dividedBy(Samples.of(1, 2)));
  }

  @Test
  void aTargetIsJudgedByTheMedian() {
    assertThat(Target.atLeast(3).isMetBy(Samples.of(1, 3, 9))).isTrue();
    assertThat(Target.atLeast(3.1).isMetBy(Samples.of(1, 3, 9))).isFalse();
    assertThat(Target.atMost(3).isMetBy(Samples.of(1, 3, 9))).isTrue();
  }

  @Test
  void numbersAreShownWithThreeDigitsThatMean() {
    assertThat(Figure.number(1_234_567.8)).isEqualTo("1 234 568");
    assertThat(Figure.number(12.345)).isEqualTo("12.3");
    assertThat(Figure.number(0.01234)).isEqualTo("0.012");
    assertThat(Figure.number(60)).isEqualTo("60");
  }
}
