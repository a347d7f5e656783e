package org.sarhad.core.response;

/// A short text in the languages of both sides and of the world between them. English is always
/// there; an empty Persian or Urdu form falls back to it.
public record Label(String en, String fa, String ur) {
  public Label {
    if (en.isBlank()) {
      throw new IllegalArgumentException("en is blank, expected the English form");
    }
  }

  /// Only in English so far.
  public static Label en(String en) {
    return new Label(en, "", "");
  }

  /// The form for a screen in `language` (`en`, `fa`, `ur`); English for any other.
  public String in(String language) {
    String form =
        switch (language) {
          case "fa" -> fa;
          case "ur" -> ur;
          default -> en;
        };
    return form.isEmpty() ? en : form;
  }

  @Override
  public String toString() {
    return en;
  }
}
