package org.sarhad.core.register;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;

/// One thing said in one to four languages, as prose. What a single person wrote is in one
/// language; what the sides sign together is in the languages of all of them, and every language
/// counts alike.
///
/// As JSON `{"en":"Gas pipeline","fa":"خط لولهٔ گاز"}`.
///
/// @param texts by ISO 639 code (`en`, `fa`, `ur`); each 1 to 20 000 characters of prose
public record Wording(SortedMap<String, String> texts) {
  /// Most characters in one language, where a member allows no less.
  public static final int LENGTH_MAX = 20_000;

  private static final int LANGUAGES_MAX = 4;
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  /// @throws IllegalArgumentException when there are no texts or too many, or one is not prose
  public Wording {
    texts = Ordered.map(texts);
    if (texts.isEmpty() || texts.size() > LANGUAGES_MAX) {
      throw new IllegalArgumentException(
          "wording in %d languages; expected 1 to %d".formatted(texts.size(), LANGUAGES_MAX));
    }
    texts.forEach(Wording::check);
  }

  private static void check(String language, String text) {
    if (!LANGUAGE.matcher(language).matches()) {
      throw new IllegalArgumentException(
          "language \"" + language + "\"; expected two or three small letters. Maybe \"en\"?");
    }
    Optional<String> flaw = Text.flawInProse(text, LENGTH_MAX);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException("text in " + language + " has " + flaw.get());
    }
  }

  /// `text` in one language.
  public static Wording of(String language, String text) {
    TreeMap<String, String> texts = new TreeMap<>();
    texts.put(language, text);
    return new Wording(texts);
  }

  /// This, and the same in another language.
  public Wording and(String language, String text) {
    TreeMap<String, String> all = new TreeMap<>(texts);
    all.put(language, text);
    return new Wording(all);
  }

  /// The text in `language`; empty when it was not said in it. Nothing is translated here.
  public Optional<String> in(String language) {
    return Optional.ofNullable(texts.get(language));
  }

  /// Characters in all languages together.
  public int length() {
    return texts.values().stream().mapToInt(String::length).sum();
  }

  /// This, if it has at most `lengthMax` characters in all languages together.
  ///
  /// @param what the member it is for, for the message
  /// @throws IllegalArgumentException when it has more
  public Wording atMost(String what, int lengthMax) {
    if (length() > lengthMax) {
      throw new IllegalArgumentException(
          "%s has %d characters; at most %d, the rest goes into attachments"
              .formatted(what, length(), lengthMax));
    }
    return this;
  }

  /// The JSON form. Inverse of [#fromJson].
  public Json.Obj toJson() {
    JsonBuilder json = Json.obj();
    texts.forEach(json::put);
    return json.build();
  }

  /// Reads the JSON form.
  ///
  /// @throws MalformedJsonException when a member is no text
  /// @throws IllegalArgumentException when the texts are no wording
  public static Wording fromJson(Json.Obj json) throws MalformedJsonException {
    TreeMap<String, String> texts = new TreeMap<>();
    for (String language : json.names()) {
      texts.put(language, json.text(language));
    }
    return new Wording(texts);
  }
}
