package org.sarhad.core.modalities;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;

/// The same words in each language of a document, all equally authentic.
///
/// As JSON `{"en":"…","fa":"…","ur":"…"}`.
///
/// @param byLanguage by ISO 639 code; prose
public record Wording(PersistentMap<String, String> byLanguage) {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  /// Whether `code` could be the code of a language.
  static boolean isLanguage(String code) {
    return LANGUAGE.matcher(code).matches();
  }

  /// The languages in which it is there, in the order of their codes.
  public List<String> languages() {
    return byLanguage.keys().toList();
  }

  /// The words in `language`.
  ///
  /// @throws java.util.NoSuchElementException when the document is not in that language
  public String in(String language) {
    return byLanguage.get(language);
  }

  /// Passes when it has each of `languages`, no other, and prose of at most `lengthMax` characters
  /// in each (protocol clause 08-2.3).
  ///
  /// @throws IllegalArgumentException naming what is wrong
  void check(String what, List<String> languages, int lengthMax) {
    if (!languages().equals(languages)) {
      throw new IllegalArgumentException(
          "%s in %s; the document is in %s".formatted(what, languages(), languages));
    }
    for (PersistentMap.Entry<String, String> one : byLanguage) {
      Optional<String> flaw = Text.flawInProse(one.value(), lengthMax);
      if (flaw.isPresent()) {
        throw new IllegalArgumentException(
            "%s in \"%s\" has %s".formatted(what, one.key(), flaw.get()));
      }
    }
  }

  Json.Obj toJson() {
    JsonBuilder json = Json.obj();
    byLanguage.stream().forEach(one -> json.put(one.key(), one.value()));
    return json.build();
  }

  static Wording fromJson(Json.Obj json) throws MalformedJsonException {
    PersistentMap<String, String> words = PersistentMap.empty();
    for (String language : json.names()) {
      words = words.put(language, json.text(language));
    }
    return new Wording(words);
  }

  static Optional<Wording> find(Json.Obj json, String name) throws MalformedJsonException {
    Optional<Json.Obj> words = json.findObject(name);
    return words.isPresent() ? Optional.of(fromJson(words.get())) : Optional.empty();
  }
}
