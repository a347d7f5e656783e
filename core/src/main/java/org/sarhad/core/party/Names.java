package org.sarhad.core.party;

/// The one alphabet of machine names in this package: lower-case ASCII letters, digits and a few
/// marks, beginning with a letter. A name compares the same as UTF-8 bytes, as UTF-16 and as text.
final class Names {
  private Names() {}

  /// Returns `name` if it is `[a-z][a-z0-9<marks>]*` of at most `lengthMax` characters.
  ///
  /// @throws IllegalArgumentException naming the kind of name, the value and the rule
  static String check(String what, String name, String marks, int lengthMax) {
    if (!isName(name, marks, lengthMax)) {
      throw new IllegalArgumentException(
          "%s \"%s\" is not 1 to %d characters of [a-z0-9%s] beginning with a letter"
              .formatted(what, name, lengthMax, marks));
    }
    return name;
  }

  static boolean isName(String name, String marks, int lengthMax) {
    if (name.isEmpty() || name.length() > lengthMax || !isLetter(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLetter(c) && !(c >= '0' && c <= '9') && marks.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
