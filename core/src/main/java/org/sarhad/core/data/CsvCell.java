package org.sarhad.core.data;

import java.util.regex.Pattern;

/// A field of a table that people open in a spreadsheet: quoted where it has to be, and no formula.
///
/// What a spreadsheet would take for a formula begins with an apostrophe, which it does not show.
/// One that stands before such a sign already is given another, so that nothing is lost.
public final class CsvCell {
  private static final String APOSTROPHE = "'";
  private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\t\r\n].*");
  private static final Pattern TO_QUOTE = Pattern.compile("(?s).*[\",\r\n].*");

  private CsvCell() {}

  /// `value` as it stands in the file, between commas.
  public static String write(String value) {
    String safe = FORMULA.matcher(value).matches() ? APOSTROPHE + value : value;
    return TO_QUOTE.matcher(safe).matches() ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }

  /// The value of a field of [Csv]. Inverse of [#write].
  public static String read(String field) {
    return field.startsWith(APOSTROPHE) && FORMULA.matcher(field).matches()
        ? field.substring(1)
        : field;
  }
}
