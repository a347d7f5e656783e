package org.sarhad.node.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A language that the node speaks on paper: how it is written and counted, as in the console's
/// `languages.js`.
public enum Language {
  EN("en", false, '0', ","),
  FA("fa", true, '\u06f0', "\u066c"),
  UR("ur", true, '0', ",");

  private static final int GROUP_DIGITS = 3;

  private final String code;
  private final boolean isRightToLeft;
  private final char zero;
  private final String separator;

  Language(String code, boolean isRightToLeft, char zero, String separator) {
    this.code = code;
    this.isRightToLeft = isRightToLeft;
    this.zero = zero;
    this.separator = separator;
  }

  /// All of them by their codes.
  public static Map<String, Language> byCode() {
    var all = new TreeMap<String, Language>();
    Arrays.stream(values()).forEach(language -> all.put(language.code, language));
    return all;
  }

  /// ISO 639 code: `fa`.
  public String code() {
    return code;
  }

  /// Whether its lines run from right to left.
  public boolean isRightToLeft() {
    return isRightToLeft;
  }

  /// For the names of months.
  Locale locale() {
    return Locale.of(code);
  }

  /// Whether `number` takes the singular (CLDR's plural rules for whole numbers).
  boolean isOne(long number) {
    return number == 1 || (this == FA && number == 0);
  }

  /// A whole number in the digits of the language, in groups of three: `۱٬۲۳۴`.
  public String number(long number) {
    var digits = new StringBuilder(Long.toString(Math.abs(number)));
    for (int at = digits.length() - GROUP_DIGITS; at > 0; at -= GROUP_DIGITS) {
      digits.insert(at, separator);
    }
    return (number < 0 ? "\u2212" : "") + digits(digits.toString());
  }

  /// A number of `decimals` behind the point, in the digits of the language: `۱٬۲۳۴٫۵۰۰۰`.
  ///
  /// @param scaled the number times ten to the power of `decimals`
  public String decimal(long scaled, int decimals) {
    long unit = Math.powExact(10L, decimals);
    var fraction = String.valueOf(unit + Math.abs(scaled % unit)).substring(1);
    var sign = scaled < 0 && scaled > -unit ? "\u2212" : "";
    return sign + number(scaled / unit) + (this == FA ? "\u066b" : ".") + digits(fraction);
  }

  /// A difference, with its sign unless it is none.
  public String signed(long number) {
    return (number > 0 ? "+" : "") + number(number);
  }

  /// `text` with its European digits in those of the language.
  String digits(String text) {
    return text.chars()
        .map(c -> c >= '0' && c <= '9' ? zero + c - '0' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
