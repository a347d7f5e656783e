package org.sarhad.core.posture;

import org.sarhad.tlog.Bytes;

/// Whole numbers with white space between them, read one after the other. Mutable.
final class NumberText {
  private final String what;
  private final Bytes text;
  private int at;

  /// @param what the text is taken for, in complaints
  NumberText(String what, Bytes text) {
    this.what = what;
    this.text = text;
  }

  /// The next number.
  ///
  /// @param name what it is, in complaints
  /// @throws MalformedProblemException when there is none, or it is not from `least` to `most`
  int number(String name, int least, int most) throws MalformedProblemException {
    skipSpace();
    int start = at;
    boolean isNegative = at < text.size() && text.at(at) == '-';
    at += isNegative ? 1 : 0;
    int digits = at;
    long value = 0;
    while (at < text.size() && isDigit(text.at(at)) && value <= Integer.MAX_VALUE) {
      value = value * 10 + (text.at(at) - '0');
      at++;
    }
    value = isNegative ? -value : value;
    if (at == digits || value < least || value > most) {
      throw malformed(
          at == digits ? "no number at byte " + start : "%d at byte %d".formatted(value, start),
          "%s: a whole number from %d to %d".formatted(name, least, most));
    }
    return (int) value;
  }

  /// @throws MalformedProblemException when there is anything more
  void end() throws MalformedProblemException {
    skipSpace();
    if (at < text.size()) {
      throw malformed("more at byte " + at, "the end behind the last number");
    }
  }

  /// Whether the text goes on with `word`, which is then passed over.
  boolean skip(String word) {
    skipSpace();
    boolean isThere = at + word.length() <= text.size();
    for (int i = 0; isThere && i < word.length(); i++) {
      isThere = text.at(at + i) == word.charAt(i);
    }
    at += isThere ? word.length() : 0;
    return isThere;
  }

  MalformedProblemException malformed(String found, String expected) {
    return new MalformedProblemException(what, found, expected);
  }

  private void skipSpace() {
    while (at < text.size() && isSpace(text.at(at))) {
      at++;
    }
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(byte c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
