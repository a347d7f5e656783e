package org.sarhad.core.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.time.UtcTime;

/// When an activity takes place.
///
/// As JSON the members `from` and `until`.
///
/// @param from the beginning, whole milliseconds
/// @param until the end, which is no longer part of it; after `from`, by 366 days at the most
public record Window(Instant from, Instant until) {
  /// The longest.
  public static final Duration LENGTH_MAX = Duration.ofDays(366);

  /// @throws IllegalArgumentException when it ends before it begins, is too long, or a time has no
  ///   spelling
  public Window {
    String spelled = UtcTime.print(from) + " to " + UtcTime.print(until);
    if (!until.isAfter(from) || Duration.between(from, until).compareTo(LENGTH_MAX) > 0) {
      throw new IllegalArgumentException(
          "from %s; expected a later end, within 366 days".formatted(spelled));
    }
  }

  /// Whether `now` lies in it.
  public boolean contains(Instant now) {
    return !now.isBefore(from) && now.isBefore(until);
  }

  /// Whether it is over at `now`.
  public boolean isOver(Instant now) {
    return !now.isBefore(until);
  }

  /// The time that both have in common; empty when one ends where the other begins, or before.
  public Optional<Window> and(Window other) {
    Instant later = from.isAfter(other.from) ? from : other.from;
    Instant earlier = until.isBefore(other.until) ? until : other.until;
    return earlier.isAfter(later) ? Optional.of(new Window(later, earlier)) : Optional.empty();
  }

  JsonBuilder putInto(JsonBuilder json) {
    return json.put("from", from).put("until", until);
  }

  static Window fromJson(Json.Obj json) throws MalformedJsonException {
    return new Window(json.time("from"), json.time("until"));
  }
}
