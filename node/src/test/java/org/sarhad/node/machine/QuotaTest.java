package org.sarhad.node.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What one peer may send (06-2.3), and what an administrator carries beside it (06-8.3).
class QuotaTest {
  private static final long SECOND = 1_000_000_000;

  private static Moment at(long seconds) {
    return new Moment(Instant.EPOCH.plusSeconds(seconds), seconds * SECOND);
  }

  @Test
  void aBurstThenTheRate() {
    var quota = new Quota(50, 5000, at(0));

    assertThat(quota.take(5000, at(0))).isTrue();
    assertThat(quota.take(1, at(0))).isFalse();
    assertThat(quota.take(50, at(1))).isTrue();
    assertThat(quota.take(51, at(2))).isFalse();
    assertThat(quota.take(50, at(2))).isTrue();
  }

  @Test
  void itNeverFillsBeyondTheBurst() {
    var quota = new Quota(50, 5000, at(0));

    assertThat(quota.take(5001, at(1_000_000))).isFalse();
    assertThat(quota.take(5000, at(1_000_000))).isTrue();
  }

  @Test
  void whatComesByHandLeavesTheRestAsItWas() {
    var quota = new Quota(50, 100, at(0));
    for (int carried = 0; carried < 100; carried++) {
      quota.give(256);
      assertThat(quota.take(256, at(0))).isTrue();
    }

    assertThat(quota.take(101, at(0))).isFalse();
    assertThat(quota.take(100, at(0))).isTrue();
  }
}
