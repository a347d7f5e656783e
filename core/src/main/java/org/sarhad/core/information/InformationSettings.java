package org.sarhad.core.information;

import java.time.Duration;

/// How long an answer may take, counted from proven receipt (Dir. (EU) 2023/977 art. 5(1)). What is
/// agreed comes in from outside: `clock.information_urgent`, `clock.information_indirect` and
/// `clock.information_other` of the modalities.
///
/// @param urgentDirect an urgent request that the desk can answer itself
/// @param urgentIndirect an urgent one for which it has to ask others; not shorter
/// @param ordinary any other; not shorter
public record InformationSettings(
    Duration urgentDirect, Duration urgentIndirect, Duration ordinary) {
  /// @throws IllegalArgumentException when they do not ascend from more than nothing
  public InformationSettings {
    boolean ascends =
        urgentDirect.isPositive()
            && urgentDirect.compareTo(urgentIndirect) <= 0
            && urgentIndirect.compareTo(ordinary) <= 0;
    if (!ascends) {
      throw new IllegalArgumentException(
          "limits %s, %s, %s; expected each at least as long as the one before"
              .formatted(urgentDirect, urgentIndirect, ordinary));
    }
  }

  /// Eight hours, three days, seven days.
  public static InformationSettings defaults() {
    return new InformationSettings(Duration.ofHours(8), Duration.ofDays(3), Duration.ofDays(7));
  }
}
