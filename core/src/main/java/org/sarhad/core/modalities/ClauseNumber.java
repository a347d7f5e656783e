package org.sarhad.core.modalities;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// By what people cite a clause: `7`, or `7.2` for a paragraph of it.
///
/// @param article 1 to 999
/// @param paragraph 1 to 999, or 0 for the clause itself
public record ClauseNumber(int article, int paragraph) implements Comparable<ClauseNumber> {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,2})(?:\\.([1-9][0-9]{0,2}))?");

  /// Inverse of [#toString].
  ///
  /// @throws IllegalArgumentException when it is no such number in its one spelling
  public static ClauseNumber parse(String text) {
    Matcher match = FORM.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not the number of a clause, such as 7 or 7.2");
    }
    String paragraph = match.group(2);
    return new ClauseNumber(
        Integer.parseInt(match.group(1)), paragraph == null ? 0 : Integer.parseInt(paragraph));
  }

  @Override
  public int compareTo(ClauseNumber other) {
    return article != other.article
        ? Integer.compare(article, other.article)
        : Integer.compare(paragraph, other.paragraph);
  }

  /// `7` or `7.2`.
  @Override
  public String toString() {
    return paragraph == 0 ? Integer.toString(article) : article + "." + paragraph;
  }
}
