package org.sarhad.node.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How long to wait before trying again (06-3.5).
class BackoffTest {
  @ParameterizedTest(name = "after {0} failures {1}")
  @CsvSource({
    "0, PT0S",
    "1, PT1S",
    "2, PT2S",
    "3, PT4S",
    "6, PT32S",
    "7, PT1M",
    "8, PT1M",
    "1000, PT1M"
  })
  void doublesUpToTheLongest(int failures, Duration pause) {
    var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
    for (int i = 0; i < failures; i++) {
      backoff = backoff.failed();
    }

    assertThat(backoff.pause()).isEqualTo(pause);
    assertThat(backoff.succeeded().pause()).isZero();
  }
}
