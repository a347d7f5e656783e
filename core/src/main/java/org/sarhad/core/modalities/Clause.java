package org.sarhad.core.modalities;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// One numbered clause: words for people, and perhaps a value for the machines.
///
/// Where the text has `{value}`, the bound value is shown there with its unit, in the language of
/// the text. So a number is stated once, and no text can contradict what the machines obey
/// (protocol clause 08-2.5).
///
/// @param number by which it is cited
/// @param heading what it is about, 1 to 200 characters in each language
/// @param text what is agreed, 1 to 4000 characters in each language; a clause has a heading or a
///   text, and a text if it binds a value
/// @param binding what it tells the machines
public record Clause(
    ClauseNumber number,
    Optional<Wording> heading,
    Optional<Wording> text,
    Optional<Binding> binding) {
  private static final int HEADING_MAX = 200;
  private static final int TEXT_MAX = 4_000;
  private static final String VALUE = "{value}";

  /// @throws IllegalArgumentException when there is nothing to read, or a place for a value where
  ///   none is bound
  public Clause {
    if (text.isEmpty() && (heading.isEmpty() || binding.isPresent())) {
      throw new IllegalArgumentException("clause " + number + " says nothing to people");
    }
    boolean hasPlace =
        text.stream()
            .flatMap(words -> words.byLanguage().values())
            .anyMatch(w -> w.contains(VALUE));
    if (hasPlace && binding.isEmpty()) {
      throw new IllegalArgumentException("clause " + number + " has a place for a value it lacks");
    }
  }

  /// Passes when it is complete in `languages`.
  ///
  /// @throws IllegalArgumentException naming what is wrong
  void check(List<String> languages) {
    heading.ifPresent(words -> words.check("heading of clause " + number, languages, HEADING_MAX));
    text.ifPresent(words -> words.check("text of clause " + number, languages, TEXT_MAX));
  }

  /// This clause without its number and its value: what it says to people.
  Json.Obj words() {
    return Json.obj()
        .putIfPresent("heading", heading.map(Wording::toJson))
        .putIfPresent("text", text.map(Wording::toJson))
        .build();
  }

  /// As it stands in a document.
  public Json.Obj toJson() {
    return Json.obj()
        .putIfPresent("bind", binding.map(Binding::toJson))
        .putIfPresent("heading", heading.map(Wording::toJson))
        .put("number", number.toString())
        .putIfPresent("text", text.map(Wording::toJson))
        .build();
  }

  static Clause fromJson(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("bind", "heading", "number", "text");
    Optional<Json.Obj> bind = json.findObject("bind");
    return new Clause(
        json.as("number", ClauseNumber::parse),
        Wording.find(json, "heading"),
        Wording.find(json, "text"),
        bind.isPresent() ? Optional.of(Binding.fromJson(bind.get())) : Optional.empty());
  }
}
