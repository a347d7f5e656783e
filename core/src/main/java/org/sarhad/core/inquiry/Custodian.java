package org.sarhad.core.inquiry;

import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// Who keeps an exhibit: a function in an organisation, never a person.
///
/// @param organisation prose of 1 to 120 characters: "district forensic laboratory"
/// @param function prose of 1 to 120 characters: "evidence room, officer on duty"
public record Custodian(String organisation, String function) {
  private static final int TEXT_MAX = 120;

  /// @throws IllegalArgumentException when a text is not prose
  public Custodian {
    Codes.requireProse("organisation", organisation, TEXT_MAX);
    Codes.requireProse("function", function, TEXT_MAX);
  }

  Json.Obj toJson() {
    return Json.obj().put("function", function).put("organisation", organisation).build();
  }

  static Custodian fromJson(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("function", "organisation");
    return new Custodian(json.text("organisation"), json.text("function"));
  }
}
