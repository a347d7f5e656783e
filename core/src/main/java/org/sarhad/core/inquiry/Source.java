package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.time.UtcTime;

/// Where something was said: an outlet, an agency, a register. Organisations and publications,
/// never persons.
///
/// @param name as the claimant calls it; prose of 1 to 200 characters
/// @param locator where to find it, such as an address or a file number; prose of 1 to 300
/// @param at when it was said there
public record Source(String name, Optional<String> locator, Optional<Instant> at) {
  private static final int NAME_MAX = 200;
  private static final int LOCATOR_MAX = 300;

  /// @throws IllegalArgumentException when a text is not prose, or the time has no spelling
  public Source {
    Codes.requireProse("source", name, NAME_MAX);
    locator.ifPresent(text -> Codes.requireProse("locator", text, LOCATOR_MAX));
    at.ifPresent(UtcTime::print);
  }

  /// A source known by name only.
  public static Source named(String name) {
    return new Source(name, Optional.empty(), Optional.empty());
  }

  Json.Obj toJson() {
    return Json.obj()
        .putTextIfPresent("at", at.map(UtcTime::print))
        .putTextIfPresent("locator", locator)
        .put("name", name)
        .build();
  }

  static Source fromJson(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("at", "locator", "name");
    return new Source(json.text("name"), json.findText("locator"), json.findTime("at"));
  }
}
