package org.sarhad.core.commitments;

import java.time.Duration;

/// After how long silence is shown as such; for display only.
///
/// @param silent without a word of any side, it is shown as silent
/// @param lapsed without a word of any side, it is shown as lapsed; not less than `silent`
public record CommitmentSettings(Duration silent, Duration lapsed) {
  /// @throws IllegalArgumentException when they do not ascend from more than nothing
  public CommitmentSettings {
    if (silent.isNegative() || silent.isZero() || lapsed.compareTo(silent) < 0) {
      throw new IllegalArgumentException(
          "silent, lapsed are %s, %s; expected 0 < silent ≤ lapsed".formatted(silent, lapsed));
    }
  }

  /// 90 days, the cycle of a commission; 365 days.
  public static CommitmentSettings defaults() {
    return new CommitmentSettings(Duration.ofDays(90), Duration.ofDays(365));
  }
}
