package org.sarhad.tlog.note;

/// The name a key signs under, `pk.sarhad.example/mirror` for example; signed-note, "Format".
///
/// Names are plain strings here; this is the rule they keep: not empty, no space of any script, no
/// plus, no control character, and encodable in UTF-8.
public final class KeyName {
  private KeyName() {}

  /// Whether `name` may name a key.
  public static boolean isValid(String name) {
    for (int i = 0; i < name.length(); ) {
      int c = name.codePointAt(i);
      if (!isValid(c)) {
        return false;
      }
      i += Character.charCount(c);
    }
    return !name.isEmpty();
  }

  /// `name`, if it may name a key; throws [IllegalArgumentException] otherwise.
  static String checked(String name) {
    if (!isValid(name)) {
      throw new IllegalArgumentException(
          "key name \"%s\" is empty or has a space, plus or control character".formatted(name));
    }
    return name;
  }

  private static boolean isValid(int c) {
    return c > 0x20 && c != '+' && (c < 0x7f || isValidBeyondAscii(c));
  }

  private static boolean isValidBeyondAscii(int c) {
    return c != 0x85 // next line: a space to Unicode, though Java calls it a control character
        && !Character.isSpaceChar(c)
        && Character.getType(c) != Character.SURROGATE;
  }
}
