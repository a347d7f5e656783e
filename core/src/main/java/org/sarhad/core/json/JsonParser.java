package org.sarhad.core.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.tlog.Bytes;

/// Reads JSON text (RFC 8259) of the signed profile. Total: every input gives a value or a
/// [MalformedJsonException] that names the place; bounded: depth by the limits, memory by the
/// length of the input.
final class JsonParser {
  private static final int NAME_MAX = 128;
  private static final int INTEGER_DIGITS_MAX = 16;

  private final String text;
  private final int depthMax;
  private int at;

  private JsonParser(String text, int depthMax) {
    this.text = text;
    this.depthMax = depthMax;
  }

  static Json parse(Bytes bytes, JsonLimits limits) throws MalformedJsonException {
    if (bytes.size() > limits.bytesMax()) {
      throw new MalformedJsonException(
          "JSON text", bytes.size() + " bytes", "at most %d bytes".formatted(limits.bytesMax()));
    }
    Optional<String> text = bytes.findUtf8();
    if (text.isEmpty()) {
      throw new MalformedJsonException("JSON text", "other bytes", "UTF-8");
    }
    JsonParser parser = new JsonParser(text.get(), limits.depthMax());
    Json value = parser.value(1);
    parser.skipSpace();
    if (parser.at < parser.text.length()) {
      throw parser.unexpected("the end of the text");
    }
    return value;
  }

  /// Whether `name` is `[a-z_][a-z0-9_./-]*` of at most 128 characters. Such names sort alike as
  /// bytes and as text. The marks are for the few objects whose names are origins.
  static boolean isName(String name) {
    int length = name.length();
    if (length == 0 || length > NAME_MAX || name.charAt(0) < '_') {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = name.charAt(i);
      boolean allowed =
          (c >= 'a' && c <= 'z') || (c >= '-' && c <= '9') || c == '_'; // '-' '.' '/' '0'…'9'
      if (!allowed) {
        return false;
      }
    }
    return true;
  }

  static MalformedJsonException notCanonical(Bytes text, Bytes canonical) {
    int same = 0;
    while (same < Math.min(text.size(), canonical.size()) && text.at(same) == canonical.at(same)) {
      same++;
    }
    return new MalformedJsonException(
        "JSON text at byte " + same,
        excerpt(text, same),
        "the canonical text " + excerpt(canonical, same));
  }

  private static String excerpt(Bytes text, int from) {
    // Only ASCII is shown: the place may be inside a character.
    StringBuilder shown = new StringBuilder();
    for (int i = from; i < Math.min(text.size(), from + 20); i++) {
      byte b = text.at(i);
      shown.append(b >= ' ' && b < 0x7F ? (char) b : '?');
    }
    return shown.isEmpty() ? "end" : shown.toString();
  }

  private Json value(int depth) throws MalformedJsonException {
    skipSpace();
    if (at == text.length()) {
      throw unexpected("a value");
    }
    char c = text.charAt(at);
    return switch (c) {
      case '{' -> object(deeper(depth));
      case '[' -> array(deeper(depth));
      case '"' -> string();
      case 't' -> word("true", Json.of(true));
      case 'f' -> word("false", Json.of(false));
      case 'n' -> word("null", Json.ofNull());
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> integer();
      default -> throw unexpected("a value");
    };
  }

  private int deeper(int depth) throws MalformedJsonException {
    if (depth > depthMax) {
      throw new MalformedJsonException(
          place(), "another level", "at most %d levels of nesting".formatted(depthMax));
    }
    return depth + 1;
  }

  private Json.Obj object(int inner) throws MalformedJsonException {
    at++;
    List<String> names = new ArrayList<>();
    List<Json> values = new ArrayList<>();
    boolean ascending = true;
    skipSpace();
    if (!take('}')) {
      do {
        String name = name();
        ascending &= names.isEmpty() || names.getLast().compareTo(name) < 0;
        skipSpace();
        require(':');
        names.add(name);
        values.add(value(inner));
        skipSpace();
      } while (take(','));
      require('}');
    }
    return ascending
        ? new Json.Obj(names.toArray(String[]::new), values.toArray(Json[]::new))
        : sorted(names, values);
  }

  private Json.Obj sorted(List<String> names, List<Json> values) throws MalformedJsonException {
    TreeMap<String, Json> members = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (members.put(names.get(i), values.get(i)) != null) {
        throw new MalformedJsonException(
            "an object ending at character " + at, names.get(i), "each member name once");
      }
    }
    return new Json.Obj(
        members.keySet().toArray(String[]::new), members.values().toArray(Json[]::new));
  }

  private String name() throws MalformedJsonException {
    skipSpace();
    int start = at;
    require('"');
    int end = text.indexOf('"', at);
    // The longest name, and one for the quote: a long string in place of a name is not read twice.
    if (end < 0 || end - at > NAME_MAX || !isName(text.substring(at, end))) {
      at = start;
      throw unexpected("a member name of [a-z0-9_./-]");
    }
    String name = text.substring(at, end);
    at = end + 1;
    return name;
  }

  private Json.Arr array(int inner) throws MalformedJsonException {
    at++;
    List<Json> values = new ArrayList<>();
    skipSpace();
    if (!take(']')) {
      do {
        values.add(value(inner));
        skipSpace();
      } while (take(','));
      require(']');
    }
    return new Json.Arr(values);
  }

  private Json.Str string() throws MalformedJsonException {
    int start = at++;
    int plain = at;
    while (plain < text.length() && isPlain(text.charAt(plain))) {
      plain++;
    }
    String value;
    if (plain < text.length() && text.charAt(plain) == '"') {
      value = text.substring(at, plain);
      at = plain + 1;
    } else {
      value = escaped(plain);
    }
    try {
      return new Json.Str(value);
    } catch (IllegalArgumentException _) {
      throw new MalformedJsonException(
          "string at character " + start,
          Text.flawInSignable(value).orElseThrow(),
          "text in Normalization Form C");
    }
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\';
  }

  /// The rest of a string whose first escape, or fault, is at `plain`.
  private String escaped(int plain) throws MalformedJsonException {
    StringBuilder value = new StringBuilder(text.substring(at, plain));
    at = plain;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return value.toString();
      }
      if (c == '\\') {
        value.append(escape());
      } else if (c >= ' ') {
        value.append(c);
        at++;
      } else {
        throw unexpected("an escape for a control character");
      }
    }
    throw unexpected("the end of the string");
  }

  private char escape() throws MalformedJsonException {
    if (at + 1 >= text.length()) {
      throw unexpected("an escape");
    }
    char c = text.charAt(at + 1);
    char meant =
        switch (c) {
          case '"', '\\', '/' -> c;
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          case 'u' -> hex4();
          default -> throw unexpected("an escape");
        };
    at += c == 'u' ? 6 : 2;
    return meant;
  }

  private char hex4() throws MalformedJsonException {
    int code = 0;
    for (int i = at + 2; i < at + 6; i++) {
      int digit = i < text.length() ? hexDigit(text.charAt(i)) : -1;
      if (digit < 0) {
        throw unexpected("four hexadecimal digits");
      }
      code = 16 * code + digit;
    }
    return (char) code;
  }

  private static int hexDigit(char c) {
    // Character.digit also takes digits of other scripts.
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private Json.Int integer() throws MalformedJsonException {
    int start = at;
    boolean negative = take('-');
    int digits = at;
    long magnitude = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      if (at - digits == INTEGER_DIGITS_MAX) {
        at = start;
        throw unexpected("an integer of at most 2^53-1");
      }
      magnitude = 10 * magnitude + (text.charAt(at++) - '0');
    }
    boolean leadingZero = at - digits > 1 && text.charAt(digits) == '0';
    boolean goesOn = at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0;
    boolean isInteger = at > digits && !leadingZero && !goesOn && !(negative && magnitude == 0);
    if (!isInteger || magnitude > Json.INTEGER_MAX) {
      at = start;
      throw unexpected("an integer of at most 2^53-1, without fraction, exponent or leading zero");
    }
    return Json.of(negative ? -magnitude : magnitude);
  }

  private Json word(String word, Json value) throws MalformedJsonException {
    if (!text.startsWith(word, at)) {
      throw unexpected(word);
    }
    at += word.length();
    return value;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean take(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void require(char c) throws MalformedJsonException {
    if (!take(c)) {
      throw unexpected("'" + c + "'");
    }
  }

  private MalformedJsonException unexpected(String expected) {
    String found =
        at == text.length() ? "the end" : text.substring(at, Math.min(text.length(), at + 20));
    return new MalformedJsonException(place(), found, expected);
  }

  private String place() {
    return "JSON text at character " + at;
  }
}
