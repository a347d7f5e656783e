package org.sarhad.tlog;

/// Bytes from outside are not in the format they claim to be.
///
/// Each format has exactly one subclass, and its parser throws nothing else, whatever it is fed.
/// The three parts of the message are always the same: *what* was read, *which value* was found
/// there, and *what was expected* instead. Values are shortened and escaped, so a message is safe
/// to log and never longer than a few hundred characters.
public abstract class MalformedException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN_CHARACTERS = 80;

  private final String what;
  private final String found;
  private final String expected;

  /// `what` names the part of the input ("note", "line 3 of a checkpoint"), `found` is the value
  /// met there, `expected` says what the format wants in its place.
  protected MalformedException(String what, String found, String expected) {
    super("%s: found %s, expected %s".formatted(what, shown(found), expected));
    this.what = what;
    this.found = shown(found);
    this.expected = expected;
  }

  /// The same fault as `inner`, met while reading a larger format: `where` goes in front of what
  /// was read, and `inner` is the cause.
  protected MalformedException(String where, MalformedException inner) {
    super("%s: %s".formatted(where, inner.getMessage()), inner);
    this.what = "%s: %s".formatted(where, inner.what);
    this.found = inner.found;
    this.expected = inner.expected;
  }

  /// The part of the input that is wrong.
  public final String what() {
    return what;
  }

  /// The value that was met, shortened to 80 characters, quoted, control characters escaped.
  public final String found() {
    return found;
  }

  /// What the format wants in its place.
  public final String expected() {
    return expected;
  }

  private static String shown(String value) {
    var out = new StringBuilder().append('"');
    int end =
        value.offsetByCodePoints(
            0, Math.min(SHOWN_CHARACTERS, value.codePointCount(0, value.length())));
    value
        .substring(0, end)
        .codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
              } else if (isPlain(c)) {
                out.appendCodePoint(c);
              } else {
                out.append(String.format("\\u%04X", c));
              }
            });
    return out.append(end < value.length() ? "\"…" : "\"").toString();
  }

  /// Controls, lone surrogates and the invisible characters that turn text around are escaped.
  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
