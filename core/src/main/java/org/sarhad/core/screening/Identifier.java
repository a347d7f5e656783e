package org.sarhad.core.screening;

import java.util.Comparator;
import java.util.Locale;

/// A number that a register gave, and that beats any name.
///
/// @param scheme whose number it is
/// @param value 3 to 40 of `A-Z` and `0-9`
public record Identifier(Scheme scheme, String value) implements Comparable<Identifier> {
  private static final int LENGTH_MIN = 3;
  private static final int LENGTH_MAX = 40;
  private static final int IMO_LENGTH = 7;
  private static final Comparator<Identifier> ORDER =
      Comparator.comparing(Identifier::scheme).thenComparing(Identifier::value);

  /// Whose numbers.
  public enum Scheme {
    /// The number of a ship's hull, for its life (IMO Resolution A.1117(30)): seven digits, the
    /// last of which checks the others.
    IMO,
    /// The code of a bank (ISO 9362), eight or eleven characters.
    BIC,
    /// The number of a firm in some register or tax office; which one is not said on lists.
    REGISTER
  }

  /// @throws IllegalArgumentException when the value is not one of the scheme
  public Identifier {
    boolean isWritten =
        value.length() >= LENGTH_MIN
            && value.length() <= LENGTH_MAX
            && value.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
    boolean isOne =
        isWritten
            && switch (scheme) {
              case IMO -> isImo(value);
              case BIC -> value.length() == 8 || value.length() == 11;
              case REGISTER -> true;
            };
    if (!isOne) {
      throw new IllegalArgumentException("\"" + value + "\" is no number of " + scheme);
    }
  }

  /// The number in `text`, which may have blanks and marks and an `IMO` before it.
  ///
  /// @throws IllegalArgumentException when there is none
  public static Identifier of(Scheme scheme, String text) {
    String value = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    boolean hasPrefix = scheme == Scheme.IMO && value.startsWith("IMO");
    return new Identifier(scheme, hasPrefix ? value.substring("IMO".length()) : value);
  }

  private static boolean isImo(String value) {
    if (value.length() != IMO_LENGTH || !value.chars().allMatch(Character::isDigit)) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < IMO_LENGTH - 1; i++) {
      sum += (value.charAt(i) - '0') * (IMO_LENGTH - i);
    }
    return sum % 10 == value.charAt(IMO_LENGTH - 1) - '0';
  }

  /// By scheme, then by characters.
  @Override
  public int compareTo(Identifier other) {
    return ORDER.compare(this, other);
  }

  /// `IMO 9074729`.
  @Override
  public String toString() {
    return scheme + " " + value;
  }
}
