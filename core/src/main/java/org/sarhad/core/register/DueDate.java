package org.sarhad.core.register;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// A day by whose end something is owed, at an agreed offset from UTC (protocol clause 10-3.3).
///
/// The offset is part of what was agreed. A zone by name (`Asia/Tehran`) would be looked up in the
/// tables of each node's machine, and two nodes with tables of different years would fold two
/// states; an offset is the same everywhere and for ever.
///
/// Text form `2019-06-30+05:00`, as XML Schema writes a date with a time zone; UTC is `+00:00`.
///
/// @param day from 1900 to 2999
/// @param offset in whole minutes
public record DueDate(LocalDate day, ZoneOffset offset) implements Comparable<DueDate> {
  private static final int DAY_LENGTH = 10;
  static final int YEAR_MIN = 1900;
  static final int YEAR_MAX = 2999;

  /// @throws IllegalArgumentException when the day is out of range or the offset has seconds
  public DueDate {
    if (!isInRange(day) || offset.getTotalSeconds() % 60 != 0) {
      throw new IllegalArgumentException(
          "due date %s at %s; expected the years %d to %d and an offset of whole minutes"
              .formatted(day, offset, YEAR_MIN, YEAR_MAX));
    }
  }

  /// Whether something can be due on `day`.
  public static boolean isInRange(LocalDate day) {
    return day.getYear() >= YEAR_MIN && day.getYear() <= YEAR_MAX;
  }

  /// Inverse of [#toString()].
  ///
  /// @throws IllegalArgumentException when it is not in its one spelling
  public static DueDate parse(String text) {
    DueDate date;
    try {
      date =
          new DueDate(
              LocalDate.parse(text.substring(0, Math.min(DAY_LENGTH, text.length()))),
              ZoneOffset.of(text.substring(Math.min(DAY_LENGTH, text.length()))));
    } catch (DateTimeException notADate) {
      throw new IllegalArgumentException("expected a day such as 2019-06-30+05:00", notADate);
    }
    if (!date.toString().equals(text)) {
      throw new IllegalArgumentException("due date \"" + text + "\"; Maybe \"" + date + "\"?");
    }
    return date;
  }

  /// The first instant after the day: what is owed by the day is late from here on.
  public Instant over() {
    return day.plusDays(1).atStartOfDay().toInstant(offset);
  }

  /// Another day at the same offset.
  public DueDate on(LocalDate other) {
    return new DueDate(other, offset);
  }

  /// By the instant at which they are over, then by offset.
  @Override
  public int compareTo(DueDate other) {
    int byInstant = over().compareTo(other.over());
    return byInstant != 0 ? byInstant : offset.compareTo(other.offset);
  }

  /// `2019-06-30+05:00`.
  @Override
  public String toString() {
    return day + (offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId());
  }
}
