package org.sarhad.core.inquiry;

import java.util.regex.Pattern;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// What a person wrote, verbatim, with the language they wrote it in.
///
/// As JSON `{"lang":"fa","text":"…"}`.
///
/// @param language an ISO 639 code of two or three small letters
/// @param text prose of 1 to 2000 characters
public record Words(String language, String text) {
  /// Longest text, in UTF-16 units.
  public static final int TEXT_MAX = 2000;

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  /// @throws IllegalArgumentException when the language is no code or the text no prose
  public Words {
    if (!LANGUAGE.matcher(language).matches()) {
      throw new IllegalArgumentException(
          "language \"" + language + "\" is not two or three small letters. Maybe \"en\"?");
    }
    Codes.requireProse("text", text, TEXT_MAX);
  }

  /// English words.
  public static Words en(String text) {
    return new Words("en", text);
  }

  Json.Obj toJson() {
    return Json.obj().put("lang", language).put("text", text).build();
  }

  static Words fromJson(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("lang", "text");
    return new Words(json.text("lang"), json.text("text"));
  }
}
