package org.sarhad.tlog;

import java.util.Optional;

/// Numbers as the text formats write them: decimal digits, no sign, no leading zeros.
public final class Decimal {
  /// What a parser says it expected where a number is something else.
  public static final String EXPECTED = "a decimal number below 2^63 without leading zeros";

  private Decimal() {}

  /// The number from 0 to 2^63 - 1 written as `digits`, or empty if it is not written as
  /// [Long#toString] would.
  public static Optional<Long> parse(String digits) {
    // 2^63 - 1 has 19 digits.
    if (digits.isEmpty() || digits.length() > 19 || !digits.chars().allMatch(Decimal::isDigit)) {
      return Optional.empty();
    }
    if (digits.length() > 1 && digits.startsWith("0")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(digits));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
