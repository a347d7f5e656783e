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
  void aBurstThenTwentyTimesTheRate() {
    var quota = new Quota(new NodeSettings.Rate(50, 5000), at(0));

    assertThat(quota.take(5000, at(0))).isTrue();
    assertThat(quota.take(1, at(0))).isFalse();
    assertThat(quota.take(1000, at(1))).isTrue();
    assertThat(quota.take(1001, at(2))).isFalse();
    assertThat(quota.take(1000, at(2))).isTrue();
  }

  @Test
  void anHourOfTrafficFollowsACutWithinAMinute() {
    var quota = new Quota(new NodeSettings.Rate(50, 5000), at(0));
    int left = 14 * 3600;
    long second = 3600;
    for (; left > 0; second++) {
      while (left > 0 && quota.take(Math.min(left, 200), at(second))) {
        left -= Math.min(left, 200);
      }
    }

    assertThat(second - 3600).isBetween(40L, 60L);
  }

  @Test
  void overADayNoMoreThanTheRate() {
    var quota = new Quota(new NodeSettings.Rate(50, 5000), at(0));
    long taken = 0;
    for (long second = 0; second < 4 * 86_400; second++) {
      while (quota.take(250, at(second))) {
        taken += 250;
      }
    }

    assertThat(taken)
        .as("one day at once, four days as they pass")
        .isBetween(5 * 86_400 * 50L - 1_000, 5 * 86_400 * 50L);
    assertThat(quota.take(300, at(4 * 86_400))).isFalse();
  }

  @Test
  void itNeverFillsBeyondTheBurst() {
    var quota = new Quota(new NodeSettings.Rate(50, 5000), at(0));

    assertThat(quota.take(5001, at(1_000_000))).isFalse();
    assertThat(quota.take(5000, at(1_000_000))).isTrue();
  }

  @Test
  void whatComesByHandLeavesTheRestAsItWas() {
    var quota = new Quota(new NodeSettings.Rate(50, 100), at(0));
    for (int carried = 0; carried < 100; carried++) {
      quota.give(256);
      assertThat(quota.take(256, at(0))).isTrue();
    }

    assertThat(quota.take(101, at(0))).isFalse();
    assertThat(quota.take(100, at(0))).isTrue();
  }
}
