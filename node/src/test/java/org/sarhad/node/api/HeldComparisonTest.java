package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.sarhad.core.joint.PosturePlanner;
import org.sarhad.core.response.UnitType;

/// One comparison at a time: it says how far it is, it can be stopped, and what comes of one that
/// nobody waits for any more is dropped.
class HeldComparisonTest {
  private static final PosturePlanner.Wish WISH =
      new PosturePlanner.Wish(List.of(), 1, 60, 250, UnitType.PATROL);

  private final HeldComparison held = new HeldComparison();
  private final CountDownLatch goesOn = new CountDownLatch(1);
  private final CountDownLatch isAtTheSecond = new CountDownLatch(1);

  /// Reckons two sites of five and waits before the third.
  private Optional<HeldComparison.Held> beginSlowly() {
    return held.begin(
        WISH,
        3,
        watch -> {
          watch.goesOn(2, 5);
          isAtTheSecond.countDown();
          await(goesOn);
          boolean isWanted = watch.goesOn(3, 5);
          throw new IllegalArgumentException("wanted: " + isWanted);
        });
  }

  @Test
  void atFirstThereIsNone() {
    assertThat(held.last()).isEmpty();
    held.stop();
    assertThat(held.last()).isEmpty();
  }

  @Test
  void itSaysHowFarItIsAndLetsNoOtherBegin() {
    assertThat(beginSlowly().orElseThrow().leftOut()).isEqualTo(3);
    await(isAtTheSecond);
    assertThat(stage()).contains(new HeldComparison.Stage.Running(2, 5));
    assertThat(beginSlowly()).isEmpty();
    goesOn.countDown();
    until(new HeldComparison.Stage.Failed()::equals);
  }

  @Test
  void whatWasStoppedStaysStoppedWhateverComesOfItAndAnotherCanBegin() throws Exception {
    beginSlowly();
    await(isAtTheSecond);
    held.stop();
    assertThat(stage()).contains(new HeldComparison.Stage.Stopped());
    assertThat(held.begin(WISH, 0, _ -> Optional.empty()).orElseThrow().number()).isEqualTo(2);
    goesOn.countDown();
    until(new HeldComparison.Stage.Stopped()::equals);
    assertThat(held.last().orElseThrow().number()).isEqualTo(2);
  }

  /// A site is added to what is there, and to nothing else: not while it is being made, and not
  /// under the number of one before.
  @Test
  void onlyWhatIsThereIsChanged() {
    beginSlowly();
    await(isAtTheSecond);
    assertThat(held.change(1, one -> one)).isEmpty();
    held.stop();
    goesOn.countDown();
    assertThat(held.change(1, one -> one)).as("stopped").isEmpty();
    assertThat(held.change(7, one -> one)).isEmpty();
  }

  private Optional<HeldComparison.Stage> stage() {
    return held.last().map(HeldComparison.Held::stage);
  }

  private void until(Predicate<HeldComparison.Stage> wanted) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (stage().filter(wanted).isEmpty()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
