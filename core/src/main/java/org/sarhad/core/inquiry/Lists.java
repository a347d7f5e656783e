package org.sarhad.core.inquiry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// Lists in signed bytes: an array, or no member where the list is empty, so that each has one
/// spelling.
final class Lists {
  private Lists() {}

  /// Reads one object of a list.
  @FunctionalInterface
  interface Reading<T> {
    T read(Json.Obj json) throws MalformedJsonException;
  }

  /// What to put for `items`; empty for none.
  static <T> Optional<Json> written(Collection<T> items, Function<T, Json> writing) {
    return items.isEmpty() ? Optional.empty() : Optional.of(Json.arr(items.stream().map(writing)));
  }

  /// The objects of the member `name`; none when it is absent.
  static <T> List<T> read(Json.Obj json, String name, Reading<T> reading)
      throws MalformedJsonException {
    var items = new ArrayList<T>();
    if (json.has(name)) {
      for (Json.Obj item : json.array(name).objects()) {
        items.add(reading.read(item));
      }
    }
    return List.copyOf(items);
  }

  /// The strings of the member `name`; none when it is absent.
  ///
  /// @throws IllegalArgumentException when `parse` refuses one
  static <T> List<T> texts(Json.Obj json, String name, Function<String, T> parse)
      throws MalformedJsonException {
    return json.has(name) ? json.array(name).texts().stream().map(parse).toList() : List.of();
  }

  static Optional<Json> entries(Collection<EntryId> entries) {
    return written(entries, entry -> Json.of(entry.toString()));
  }

  static List<EntryId> entries(Json.Obj json, String name) throws MalformedJsonException {
    return texts(json, name, EntryId::parse);
  }

  /// Passes when `items` ascend, none twice: the one order in which a set is written.
  ///
  /// @throws IllegalArgumentException naming the first that does not
  static <T extends Comparable<T>> void requireAscending(String what, List<T> items) {
    for (int i = 1; i < items.size(); i++) {
      if (items.get(i - 1).compareTo(items.get(i)) >= 0) {
        throw new IllegalArgumentException(what + " " + items.get(i) + " does not ascend");
      }
    }
  }
}
