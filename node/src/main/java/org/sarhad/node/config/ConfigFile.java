package org.sarhad.node.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The lines of a configuration file, before anybody knows what they mean.
///
/// @param values each key with its value and line, in the order of the file
record ConfigFile(SequencedMap<String, Value> values) {
  /// The most lines a file may have; one that is longer is not a configuration.
  static final int LINES_MAX = 10_000;

  /// What stood behind a key.
  ///
  /// @param text the value, trimmed; may be empty
  /// @param line the line of the file, from 1
  record Value(String text, int line) {}

  /// Keeps its own copy, in order.
  ConfigFile {
    values = new LinkedHashMap<>(values);
  }

  /// Reads the lines of `text`. Throws with one complaint for each line that is not `key = value`
  /// and for each key that stands there twice.
  static ConfigFile parse(String text) throws MalformedConfigException {
    var values = new LinkedHashMap<String, Value>();
    var complaints = new ArrayList<Complaint>();
    var lines = text.lines().limit(LINES_MAX + 1L).toList();
    if (lines.size() > LINES_MAX) {
      throw new MalformedConfigException(
          List.of(
              new Complaint(
                  Optional.of(LINES_MAX + 1),
                  "file",
                  "is longer than %d lines.".formatted(LINES_MAX),
                  "Maybe this is another file.")));
    }
    for (int i = 0; i < lines.size(); i++) {
      readLine(lines.get(i).strip(), i + 1, values, complaints);
    }
    if (!complaints.isEmpty()) {
      throw new MalformedConfigException(complaints);
    }
    return new ConfigFile(values);
  }

  private static void readLine(
      String line, int number, Map<String, Value> values, List<Complaint> complaints) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    int equals = line.indexOf('=');
    var key = equals < 0 ? line : line.substring(0, equals).strip();
    if (equals < 0 || !key.matches("[a-z][a-z0-9.-]*")) {
      complaints.add(
          new Complaint(
              Optional.of(number),
              shortened(line),
              "is not of the form key = value.",
              "Keys are lower-case letters, digits, dots and dashes; a comment begins with #."));
      return;
    }
    var before = values.putIfAbsent(key, new Value(line.substring(equals + 1).strip(), number));
    if (before != null) {
      complaints.add(
          new Complaint(
              Optional.of(number),
              key,
              "stands on line %d already.".formatted(before.line()),
              "Keep one of the two."));
    }
  }

  static String shortened(String value) {
    return value.length() <= 60 ? value : value.substring(0, 60) + "…";
  }
}
