package org.sarhad.core.response;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sarhad.core.json.Text;

/// What a person wrote, with the language they wrote it in. The original is kept for ever; a
/// translation is another entry, never a replacement.
///
/// `language` is an ISO 639 code (`en`, `fa`, `ur`), which also decides the writing direction on a
/// screen. `text` may be empty where the person may leave the field empty.
public record Words(String language, String text) {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  /// No words, in no particular language: for optional remarks.
  public static final Words NONE = new Words("en", "");

  /// @throws IllegalArgumentException when the language is no code, or the text cannot be signed
  public Words {
    if (!LANGUAGE.matcher(language).matches()) {
      throw new IllegalArgumentException(
          "language is \"" + language + "\", expected two or three small letters. Maybe \"en\"?");
    }
    Optional<String> flaw = Text.flawInSignable(text);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException("text has " + flaw.get());
    }
  }

  /// What a person typed, in Unicode's normal form.
  public static Words typed(String language, String text) {
    return new Words(language, Text.normalized(text));
  }

  /// English words.
  public static Words en(String text) {
    return typed("en", text);
  }

  /// Whether nothing was written.
  public boolean isBlank() {
    return text.isBlank();
  }

  /// The text alone.
  @Override
  public String toString() {
    return text;
  }
}
