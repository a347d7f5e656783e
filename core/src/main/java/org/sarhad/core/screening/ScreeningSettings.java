package org.sarhad.core.screening;

import java.time.Duration;

/// The agreed numbers of screening; the modalities in force give them.
///
/// @param threshold from which likeness on a name is stopped, 500 to 900; a side may go lower
/// @param listAge how long after it was taken, or looked at again, a list is good to decide by
/// @param lookBack how far back dealings are looked at again when a list has changed
public record ScreeningSettings(int threshold, Duration listAge, Duration lookBack) {
  /// @throws IllegalArgumentException when a value is out of range
  public ScreeningSettings {
    if (threshold < 500 || threshold > 900 || !listAge.isPositive() || !lookBack.isPositive()) {
      throw new IllegalArgumentException(
          "threshold %d, %s, %s; expected 500 to 900 and times of more than nothing"
              .formatted(threshold, listAge, lookBack));
    }
  }

  /// 800, seven days, a year.
  public static ScreeningSettings defaults() {
    return new ScreeningSettings(800, Duration.ofDays(7), Duration.ofDays(365));
  }
}
