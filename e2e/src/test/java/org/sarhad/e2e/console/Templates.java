package org.sarhad.e2e.console;

import java.util.ArrayList;
import java.util.List;

/// Finds the markup templates in a module of the console: what stands between `` html` `` or ``
/// svg` `` and its closing back-tick, with every `${…}` replaced by [#HOLE]. Templates inside a
/// hole are found too, as templates of their own.
final class Templates {
  /// Stands where a template takes a value.
  static final char HOLE = '\u0001';

  private final String source;
  private final List<String> found = new ArrayList<>();
  private int at;

  private Templates(String source) {
    this.source = source;
  }

  static List<String> of(String source) {
    var reader = new Templates(source);
    reader.code('\0');
    return List.copyOf(reader.found);
  }

  /// Reads code up to a closing brace that was not opened in it, or to the end.
  private void code(char closing) {
    int depth = 0;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == closing && depth == 0) {
        return;
      }
      switch (c) {
        case '{' -> {
          depth++;
          at++;
        }
        case '}' -> {
          depth--;
          at++;
        }
        case '\'', '"' -> string(c);
        case '`' -> template();
        case '/' -> slash();
        default -> at++;
      }
    }
  }

  private void string(char quote) {
    for (at++; source.charAt(at) != quote; at++) {
      if (source.charAt(at) == '\\') {
        at++;
      }
    }
    at++;
  }

  /// A comment, a regular expression or a division.
  private void slash() {
    if (source.startsWith("//", at)) {
      at = indexOrEnd("\n");
    } else if (source.startsWith("/*", at)) {
      at = indexOrEnd("*/") + 2;
    } else if (beginsExpression()) {
      regularExpression();
    } else {
      at++;
    }
  }

  /// Whether a slash here can only begin a regular expression.
  private boolean beginsExpression() {
    String before = source.substring(0, at).stripTrailing();
    return before.isEmpty() || "(,=:[!&|?{};+~".indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  private void regularExpression() {
    boolean set = false;
    for (at++; set || source.charAt(at) != '/'; at++) {
      char c = source.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        set = true;
      } else if (c == ']') {
        set = false;
      }
    }
    at++;
  }

  private void template() {
    String before = source.substring(0, at);
    boolean markup = before.endsWith("html") || before.endsWith("svg");
    var text = new StringBuilder();
    for (at++; source.charAt(at) != '`'; ) {
      if (source.charAt(at) == '\\') {
        text.append(source, at, at + 2);
        at += 2;
      } else if (source.startsWith("${", at)) {
        at += 2;
        code('}');
        at++;
        text.append(HOLE);
      } else {
        text.append(source.charAt(at++));
      }
    }
    at++;
    if (markup) {
      found.add(text.toString());
    }
  }

  private int indexOrEnd(String text) {
    int index = source.indexOf(text, at);
    return index < 0 ? source.length() : index;
  }
}
