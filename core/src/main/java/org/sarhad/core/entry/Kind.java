package org.sarhad.core.entry;

/// What sort of fact an entry states: the application and the fact's name, `response.alert`,
/// `record.erased_confirmed`. A kind that a version does not know is kept and shown, never fatal.
///
/// @param value at most 64 characters: two or more words of `[a-z][a-z0-9_]*`, dots between them
public record Kind(String value) implements Comparable<Kind> {
  private static final int LENGTH_MAX = 64;

  /// @throws IllegalArgumentException when the name is not of that form
  public Kind {
    if (!isKind(value)) {
      throw new IllegalArgumentException(
          "kind \"" + value + "\" is not an application and a fact, such as response.alert");
    }
  }

  /// The kind called `value`; same as the constructor.
  public static Kind of(String value) {
    return new Kind(value);
  }

  /// The first word: the package of `core` that knows what it means, `response`.
  public String application() {
    return value.substring(0, value.indexOf('.'));
  }

  /// What follows the application: `alert`.
  public String fact() {
    return value.substring(value.indexOf('.') + 1);
  }

  @Override
  public int compareTo(Kind other) {
    return value.compareTo(other.value);
  }

  /// The name itself.
  @Override
  public String toString() {
    return value;
  }

  private static boolean isKind(String value) {
    boolean atStart = true;
    int words = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean isLetter = c >= 'a' && c <= 'z';
      boolean isInner = !atStart && ((c >= '0' && c <= '9') || c == '_');
      if (c == '.' && !atStart) {
        atStart = true;
      } else if (isLetter || isInner) {
        words += atStart ? 1 : 0;
        atStart = false;
      } else {
        return false;
      }
    }
    return words >= 2 && !atStart && value.length() <= LENGTH_MAX;
  }
}
