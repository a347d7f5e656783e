package org.sarhad.core.data;

import java.util.ArrayList;
import java.util.List;

/// Comma-separated values as RFC 4180 has them: fields in quotes may hold commas, quotes (doubled)
/// and line breaks; a record ends with a line feed, with or without a carriage return before it.
/// Table programs of some countries put a semicolon or a tab where others put the comma.
public final class Csv {
  private final String text;
  private final char delimiter;
  private final List<Line> records = new ArrayList<>();
  private final List<String> fields = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private int at;
  private int line = 1;
  private int began = 1;

  private Csv(String text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  /// One record.
  ///
  /// @param number of the line it begins in, from 1
  /// @param fields in order
  /// @param isClosed false when a quote in it is never closed
  public record Line(int number, List<String> fields, boolean isClosed) {
    /// Copies the list.
    public Line {
      fields = List.copyOf(fields);
    }
  }

  /// The records of `text`, in order; empty lines are none. O(length).
  public static List<Line> parse(String text) {
    return parse(text, ',');
  }

  /// The same where `delimiter` stands between fields.
  public static List<Line> parse(String text, char delimiter) {
    Csv csv = new Csv(text, delimiter);
    csv.run();
    return List.copyOf(csv.records);
  }

  private void run() {
    boolean isClosed = true;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == delimiter) {
        endField();
        continue;
      }
      switch (c) {
        case '"' -> isClosed = field.isEmpty() ? quoted() : plain(c);
        case '\n' -> endRecord(isClosed);
        case '\r' -> {
          if (at >= text.length() || text.charAt(at) != '\n') {
            plain(c);
          }
        }
        default -> plain(c);
      }
    }
    endRecord(isClosed);
  }

  private boolean plain(char c) {
    field.append(c);
    return true;
  }

  /// Reads to the closing quote; whether there was one.
  private boolean quoted() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      line += c == '\n' ? 1 : 0;
      if (c != '"') {
        field.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        field.append(text.charAt(at++));
      } else {
        return true;
      }
    }
    return false;
  }

  private void endField() {
    fields.add(field.toString());
    field.setLength(0);
  }

  private void endRecord(boolean isClosed) {
    endField();
    if (fields.size() > 1 || !fields.getFirst().isBlank()) {
      records.add(new Line(began, fields, isClosed));
    }
    fields.clear();
    line++;
    began = line;
  }
}
