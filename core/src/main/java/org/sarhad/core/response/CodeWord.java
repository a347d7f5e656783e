package org.sarhad.core.response;

import java.util.regex.Pattern;

/// One word for a kind of incident, said the same in English, Persian and Urdu, so that it survives
/// a bad telephone line (the EMRIC regions of the Meuse and Rhine work so, with words understood in
/// three languages).
///
/// `latin` is the word's name in the record: 2 to 24 of `A`-`Z`, `0`-`9` and `-`, beginning with a
/// letter. The other two are its spelling on screens in those languages, and may be empty.
public record CodeWord(String latin, String persian, String urdu) {
  private static final Pattern LATIN = Pattern.compile("[A-Z][A-Z0-9-]{1,23}");

  public CodeWord {
    check(latin);
  }

  /// @throws IllegalArgumentException unless `word` can be the Latin form of a code-word
  static void check(String word) {
    if (!LATIN.matcher(word).matches()) {
      throw new IllegalArgumentException(
          "code-word is \"" + word + "\", expected 2 to 24 capital letters. Maybe \"TUFAN\"?");
    }
  }
}
