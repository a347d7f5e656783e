package org.sarhad.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The one spelling of an instant in signed bytes: RFC 3339, UTC, milliseconds, `Z`:
/// `2019-04-22T08:00:00.123Z`, always 24 characters, years 0001 to 9999 (protocol clause 02-3.5).
///
/// `Instant.toString` drops zero fractions and `Instant.parse` reads many spellings; both would
/// give one instant several byte strings. There is no leap second: `:60` is refused.
public final class UtcTime {
  private static final int LENGTH = 24;
  private static final String SHAPE = "dddd-dd-ddTdd:dd:dd.dddZ";

  private UtcTime() {}

  /// The instant written as `text`; empty when `text` is not its one spelling. Inverse of
  /// [#print(Instant)].
  public static Optional<Instant> parse(String text) {
    if (!hasShape(text)) {
      return Optional.empty();
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    boolean exists =
        year >= 1
            && month >= 1
            && month <= 12
            && day >= 1
            && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth())
            && hour <= 23
            && minute <= 59
            && second <= 59;
    if (!exists) {
      return Optional.empty();
    }
    long seconds =
        LocalDate.of(year, month, day).toEpochDay() * 86_400L
            + hour * 3_600L
            + minute * 60L
            + second;
    return Optional.of(Instant.ofEpochSecond(seconds, number(text, 20, 23) * 1_000_000L));
  }

  /// The one spelling of `instant`. Inverse of [#parse(String)].
  ///
  /// @throws IllegalArgumentException when it is not of whole milliseconds or outside the years 1
  ///   to 9999; see [#toMillis(Instant)]
  public static String print(Instant instant) {
    long day = Math.floorDiv(instant.getEpochSecond(), 86_400L);
    int ofDay = (int) Math.floorMod(instant.getEpochSecond(), 86_400L);
    if (instant.getNano() % 1_000_000 != 0 || !isInRange(day)) {
      throw new IllegalArgumentException(
          "time " + instant + " is not of whole milliseconds in the years 1 to 9999");
    }
    LocalDate date = LocalDate.ofEpochDay(day);
    StringBuilder text = new StringBuilder(LENGTH);
    digits(text, date.getYear(), 4).append('-');
    digits(text, date.getMonthValue(), 2).append('-');
    digits(text, date.getDayOfMonth(), 2).append('T');
    digits(text, ofDay / 3600, 2).append(':');
    digits(text, ofDay / 60 % 60, 2).append(':');
    digits(text, ofDay % 60, 2).append('.');
    return digits(text, instant.getNano() / 1_000_000, 3).append('Z').toString();
  }

  /// `instant` without what is finer than a millisecond: what a clock's reading must go through
  /// before it is signed.
  public static Instant toMillis(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  private static boolean isInRange(long epochDay) {
    return epochDay >= LocalDate.of(1, 1, 1).toEpochDay()
        && epochDay <= Year.of(9999).atDay(365).toEpochDay();
  }

  private static boolean hasShape(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(i);
      char wanted = SHAPE.charAt(i);
      if (wanted == 'd' ? c < '0' || c > '9' : c != wanted) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  private static StringBuilder digits(StringBuilder text, int number, int width) {
    String digits = Integer.toString(number);
    return text.append("0".repeat(width - digits.length())).append(digits);
  }
}
