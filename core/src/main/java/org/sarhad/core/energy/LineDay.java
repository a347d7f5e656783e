package org.sarhad.core.energy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.DueDate;

/// One day of one line. Days end where those of the account do (protocol clause 14-2.6).
///
/// @param line the act that agreed on it
/// @param day from 1900 to 2999
public record LineDay(EntryId line, LocalDate day) implements Comparable<LineDay> {
  static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

  private static final Comparator<LineDay> ORDER =
      Comparator.comparing(LineDay::line).thenComparing(LineDay::day);

  /// @throws IllegalArgumentException when the day is out of range
  public LineDay {
    if (!DueDate.isInRange(day)) {
      throw new IllegalArgumentException("day " + day + "; expected the years 1900 to 2999");
    }
  }

  /// The day so many days later; empty beyond the days that there can be.
  Optional<LineDay> plus(int days) {
    return Optional.of(day.plusDays(days))
        .filter(DueDate::isInRange)
        .map(other -> new LineDay(line, other));
  }

  void putInto(JsonBuilder json) {
    json.put("day", day.toString()).put("line", line.toString());
  }

  static LineDay fromJson(Json.Obj json) throws MalformedJsonException {
    return new LineDay(json.as("line", EntryId::parse), json.as("day", LineDay::parseDay));
  }

  private static LocalDate parseDay(String text) {
    return DueDate.parse(text + "+00:00").day();
  }

  /// By line, then by day.
  @Override
  public int compareTo(LineDay other) {
    return ORDER.compare(this, other);
  }
}
