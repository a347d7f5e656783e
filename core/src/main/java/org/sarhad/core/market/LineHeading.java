package org.sarhad.core.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sarhad.core.data.Ordered;

/// The first line of a [LineTable]: its columns, in whatever order.
///
/// @param columns where each stands, from 0
/// @param languages the same of the columns of texts, by the code of the language
/// @param refused what is wrong with it; then nothing can be read
record LineHeading(
    SortedMap<LineColumn, Integer> columns,
    SortedMap<String, Integer> languages,
    List<LineTable.Refused> refused) {
  /// Before the code of a language.
  static final String TEXT = "text_";

  private static final Pattern TEXT_COLUMN = Pattern.compile(TEXT + "([a-z]{2,3})");

  /// Copies its collections.
  LineHeading {
    columns = Ordered.map(columns);
    languages = Ordered.map(languages);
    refused = List.copyOf(refused);
  }

  static LineHeading of(List<String> names) {
    TreeMap<LineColumn, Integer> columns = new TreeMap<>();
    TreeMap<String, Integer> languages = new TreeMap<>();
    List<LineTable.Refused> refused = new ArrayList<>();
    for (int at = 0; at < names.size(); at++) {
      String name = names.get(at).strip().toLowerCase(Locale.ROOT);
      Matcher text = TEXT_COLUMN.matcher(name);
      Optional<LineColumn> column = LineColumn.find(name);
      boolean isFirst =
          text.matches()
              ? languages.putIfAbsent(text.group(1), at) == null
              : column.isEmpty() || columns.putIfAbsent(column.get(), at) == null;
      if (!text.matches() && column.isEmpty()) {
        refused.add(wrong(name, LineFlaw.COLUMN_UNKNOWN));
      } else if (!isFirst) {
        refused.add(wrong(name, LineFlaw.COLUMN_TWICE));
      }
    }
    for (LineColumn column : LineColumn.values()) {
      if (column.isNeeded() && !columns.containsKey(column)) {
        refused.add(wrong(column.code(), LineFlaw.COLUMN_MISSING));
      }
    }
    if (languages.isEmpty()) {
      refused.add(wrong(TEXT + "en", LineFlaw.COLUMN_MISSING));
    }
    return new LineHeading(columns, languages, refused);
  }

  private static LineTable.Refused wrong(String name, LineFlaw why) {
    return new LineTable.Refused(1, "", name, why);
  }

  int size() {
    return columns.size() + languages.size();
  }
}
