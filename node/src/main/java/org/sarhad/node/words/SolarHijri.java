package org.sarhad.node.words;

import java.time.LocalDate;
import java.util.Locale;

/// A day of the solar Hijri calendar, which Iran's offices count by.
///
/// By the cycle of 33 years with eight leap years, which is the calendar as it was kept, and will
/// be, from 1304 to 1468 (1925 to 2090).
///
/// @param year from 1304
/// @param month 1 to 12
/// @param day 1 to 31
public record SolarHijri(int year, int month, int day) {
  private static final int CYCLE = 33;
  private static final int LEAPS = 8;
  private static final int LONG_MONTHS = 6;
  private static final int LONG = 31;
  private static final int SHORT = 30;
  private static final int DAYS = 365;

  /// The first day of 1304, the first of Farvardin.
  private static final LocalDate BEGIN = LocalDate.of(1925, 3, 21);

  private static final int FIRST = 1304;

  /// The same day as `date`.
  ///
  /// @throws IllegalArgumentException when that is before 1304
  public static SolarHijri of(LocalDate date) {
    long left = date.toEpochDay() - BEGIN.toEpochDay();
    if (left < 0) {
      throw new IllegalArgumentException(date + " is before " + BEGIN);
    }
    int year = FIRST;
    for (int days = length(year); left >= days; days = length(year)) {
      left -= days;
      year++;
    }
    int inYear = Math.toIntExact(left);
    int inLong = LONG_MONTHS * LONG;
    return inYear < inLong
        ? new SolarHijri(year, inYear / LONG + 1, inYear % LONG + 1)
        : new SolarHijri(
            year, LONG_MONTHS + (inYear - inLong) / SHORT + 1, (inYear - inLong) % SHORT + 1);
  }

  private static int length(int year) {
    return isLeap(year) ? DAYS + 1 : DAYS;
  }

  /// The years 1, 5, 9, 13, 17, 22, 26 and 30 of each cycle.
  private static boolean isLeap(int year) {
    return (year * LEAPS + CYCLE - 4) % CYCLE < LEAPS;
  }

  /// `1398/02/02`.
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d/%02d/%02d", year, month, day);
  }
}
