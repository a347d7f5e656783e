package org.sarhad.core.screening;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.DueDate;
import org.sarhad.tlog.tree.Hash;

/// Which list a side goes by: all that the other side is told of it.
///
/// @param source whose it is
/// @param dated what the list says of its own date, in the years 1900 to 2999
/// @param sha256 of its file
/// @param entities how many firms and ships are on it, 0 to 1 000 000
public record ListState(ListSource source, LocalDate dated, Hash sha256, int entities) {
  private static final int ENTITIES_MAX = 1_000_000;

  /// @throws IllegalArgumentException when a value is out of range
  public ListState {
    if (!DueDate.isInRange(dated) || entities < 0 || entities > ENTITIES_MAX) {
      throw new IllegalArgumentException(
          "list of %s with %d entries; expected the years 1900 to 2999 and 0 to %d"
              .formatted(dated, entities, ENTITIES_MAX));
    }
  }

  /// What is said of `list`.
  public static ListState of(ListSnapshot list) {
    return new ListState(list.source(), list.dated(), list.sha256(), list.entities().size());
  }

  Json.Obj toJson() {
    return Json.obj()
        .put("dated", dated.toString())
        .put("entities", entities)
        .putSha256("sha256", sha256)
        .put("source", source.code())
        .build();
  }

  static ListState fromJson(Json.Obj json) throws MalformedJsonException {
    return new ListState(
        json.as("source", ListSource::of),
        json.as("dated", ListState::day),
        json.sha256("sha256"),
        Math.toIntExact(json.integer("entities", 0, ENTITIES_MAX)));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notADay) {
      throw new IllegalArgumentException("expected a day such as 2019-06-30", notADay);
    }
  }
}
