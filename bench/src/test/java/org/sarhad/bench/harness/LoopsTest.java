package org.sarhad.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoopsTest {
  @Test
  void everyTurnOfEveryWriterIsCounted() throws Exception {
    var turns = new AtomicLong();

    var result =
        ClosedLoop.run(
            4,
            Duration.ofMillis(50),
            (_, _) -> {
              turns.incrementAndGet();
              Thread.sleep(1);
            });

    assertThat(result.count()).isEqualTo(turns.get()).isPositive();
    assertThat(result.answered().millisAt(50)).isGreaterThanOrEqualTo(1);
    assertThat(result.seconds()).isGreaterThanOrEqualTo(0.05);
  }

  @Test
  void aFailureOfAWriterIsTheFailureOfTheRound() {
    assertThatThrownBy(
            () ->
                ClosedLoop.run(
                    2,
                    Duration.ofMillis(20),
                    (writer, _) -> {
                      if (writer == 1) {
                        throw new IOException("disk full");
                      }
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
  }

  @Test
  void workIsBegunWhenItIsDueEvenIfEarlierWorkHangs() throws Exception {
    var late = new ConcurrentLinkedQueue<Duration>();

    long count =
        OpenLoop.run(
            100,
            Duration.ofMillis(200),
            (_, due) -> {
              late.add(Duration.ofNanos(System.nanoTime() - due));
              Thread.sleep(200);
            });

    assertThat(count).isEqualTo(20);
    assertThat(late).hasSize(20).allMatch(lateness -> !lateness.isNegative());
  }

  @Test
  void subjectsTakeTurnsAfterOneRoundToWarmUp() throws Exception {
    List<String> order = new ArrayList<>();

    var samples =
        Rounds.interleaved(
            List.of("a", "b"),
            2,
            subject -> {
              order.add(subject);
              return order.size();
            });

    assertThat(order).containsExactly("a", "b", "a", "b", "a", "b");
    assertThat(samples).containsEntry("a", Samples.of(3, 5)).containsEntry("b", Samples.of(4, 6));
  }
}
