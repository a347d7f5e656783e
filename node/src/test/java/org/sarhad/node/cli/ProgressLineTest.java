package org.sarhad.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// How a waiting person is told how far it is.
class ProgressLineTest {
  private static final long SECOND = 1_000_000_000L;

  private final StringWriter err = new StringWriter();
  private final AtomicLong nanos = new AtomicLong(77 * SECOND);
  private final ProgressLine progress = new ProgressLine(new PrintWriter(err), nanos::get);

  private void after(int seconds, long entries) {
    nanos.addAndGet(seconds * SECOND);
    progress.read(entries, 1_000_000);
  }

  @Test
  void everyFewSecondsWithTheTimeLeft() {
    after(0, 0);
    after(4, 40_000);
    after(1, 50_000);
    after(1, 60_000);
    after(45, 510_000);
    after(40, 995_000);
    after(9, 1_000_000);

    assertThat(err)
        .hasToString(
            """
            50000 of 1000000 entries read; about 1 min 35 s left
            510000 of 1000000 entries read; about 49 s left
            995000 of 1000000 entries read; about 1 s left
            """);
  }

  @Test
  void theNextLogIsReckonedAnew() {
    after(0, 0);
    after(100, 999_999);
    after(0, 0);
    after(10, 500_000);

    assertThat(err.toString()).endsWith("500000 of 1000000 entries read; about 10 s left\n");
  }

  @Test
  void whatIsDoneInAMomentNeedsNoWords() {
    after(0, 0);
    after(3, 1_000_000);

    assertThat(err.toString()).isEmpty();
  }
}
