package org.sarhad.core.meetings;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How often: every so many days, or every so many months (protocol clause 10-3.3).
///
/// Text form as ISO 8601: `P30D`, `P3M`; a year is `P12M`, a week `P7D`.
///
/// @param every 1 to 3 660 days or 1 to 120 months
/// @param unit days or months
public record Cycle(int every, Unit unit) {
  /// What is counted.
  public enum Unit {
    /// Calendar days.
    DAYS('D', 3_660),
    /// Calendar months; the day of the month is the first date's, or the month's last one.
    MONTHS('M', 120);

    private final char letter;
    private final int most;

    Unit(char letter, int most) {
      this.letter = letter;
      this.most = most;
    }
  }

  private static final Pattern FORM = Pattern.compile("P([1-9][0-9]{0,3})([DM])");

  /// @throws IllegalArgumentException when it is not in its range
  public Cycle {
    if (every < 1 || every > unit.most) {
      throw new IllegalArgumentException(
          "a cycle of %d %s; expected 1 to %d".formatted(every, unit, unit.most));
    }
  }

  /// Every `days` days.
  public static Cycle ofDays(int days) {
    return new Cycle(days, Unit.DAYS);
  }

  /// Every `months` months.
  public static Cycle ofMonths(int months) {
    return new Cycle(months, Unit.MONTHS);
  }

  /// Inverse of [#toString()].
  ///
  /// @throws IllegalArgumentException when it is no cycle in its one spelling
  public static Cycle parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("expected a cycle such as P30D or P3M");
    }
    int every = Integer.parseInt(form.group(1));
    return form.group(2).equals("D") ? ofDays(every) : ofMonths(every);
  }

  /// The date `times` cycles after `first`, counted from `first` each time: the 31st of January,
  /// the 28th of February, the 31st of March.
  ///
  /// @param times from 0
  public LocalDate after(LocalDate first, int times) {
    long count = (long) every * times;
    return switch (unit) {
      case DAYS -> first.plusDays(count);
      case MONTHS -> first.plusMonths(count);
    };
  }

  /// `P30D`, `P3M`.
  @Override
  public String toString() {
    return "P" + every + unit.letter;
  }
}
