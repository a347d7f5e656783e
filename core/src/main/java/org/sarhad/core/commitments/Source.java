package org.sarhad.core.commitments;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;

/// Where it can be read that a commitment was made, outside this record.
///
/// @param day when it was stated, years 1 to 9999
/// @param where a treaty article, a press conference, reports; 1 to 300 characters
public record Source(LocalDate day, String where) {
  private static final int WHERE_MAX = 300;

  /// @throws IllegalArgumentException when `where` is not prose, or the day has no spelling
  public Source {
    Optional<String> flaw = Text.flawInProse(where, WHERE_MAX);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException("where has " + flaw.get());
    }
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw new IllegalArgumentException("day " + day + "; expected the years 1 to 9999");
    }
  }

  Json.Obj toJson() {
    return Json.obj().put("day", day.toString()).put("where", where).build();
  }

  static Source fromJson(Json.Obj json) throws MalformedJsonException {
    return new Source(json.as("day", Source::day), json.text("where"));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADay) {
      throw new IllegalArgumentException("expected a day such as 2019-04-22", notADay);
    }
  }
}
