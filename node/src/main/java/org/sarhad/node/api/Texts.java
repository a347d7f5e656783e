package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.response.Label;
import org.sarhad.core.response.Words;

/// Free text in requests: every body names the language of its texts once, in `language`.
final class Texts {
  private final Fields fields;
  private final String language;

  private Texts(Fields fields, String language) {
    this.fields = fields;
    this.language = language;
  }

  /// Reads `language` of `fields`; English if it is left out.
  static Texts in(Fields fields) {
    var language = fields.optionalText("language", 3).orElse("en");
    if (!language.matches("[a-z]{2,3}")) {
      fields.complain("language", language, "expected a code such as en, fa or ur");
      return new Texts(fields, "en");
    }
    return new Texts(fields, language);
  }

  /// Texts inside `object`, in the language that the object around it names.
  static Texts within(Fields object, Fields around) {
    return new Texts(object, Texts.in(around).language);
  }

  /// Words that must be there.
  Words words(String name, int max) {
    return typed(name, fields.text(name, 1, max));
  }

  /// Words that may be left out.
  Words optionalWords(String name, int max) {
    return typed(name, fields.optionalText(name, max).orElse(""));
  }

  private Words typed(String name, String text) {
    try {
      return Words.typed(language, text);
    } catch (IllegalArgumentException e) {
      fields.complain(name, text, String.valueOf(e.getMessage()));
      return Words.NONE;
    }
  }

  /// A label in three languages that must be there.
  static Label label(Fields fields, String name) {
    return fields
        .optionalObject(name, Texts::labelOf)
        .orElseGet(
            () -> {
              fields.complain(name, "", "expected an object with `en`");
              return Label.en("?");
            });
  }

  /// A list of labels.
  static List<Label> labels(Fields fields, String name, int max) {
    return fields.objects(name, max, Texts::labelOf);
  }

  /// A label that may be left out.
  static Optional<Label> optionalLabel(Fields fields, String name) {
    return fields.optionalObject(name, Texts::labelOf);
  }

  private static Label labelOf(Fields label) {
    var en = label.text("en", 1, 500);
    return new Label(
        en.isEmpty() ? "?" : en,
        label.optionalText("fa", 500).orElse(""),
        label.optionalText("ur", 500).orElse(""));
  }
}
