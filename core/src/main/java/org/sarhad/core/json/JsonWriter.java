package org.sarhad.core.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sarhad.tlog.Bytes;

/// Writes the canonical text: RFC 8785 for the values of the profile. No white space; names come
/// sorted with the object; RFC 8785 §3.2.2.2 gives each character one spelling inside a string.
final class JsonWriter {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] out = new byte[512];
  private int size;

  private JsonWriter() {}

  static Bytes write(Json value) {
    JsonWriter writer = new JsonWriter();
    writer.value(value);
    return Bytes.of(writer.out, 0, writer.size);
  }

  private void value(Json value) {
    switch (value) {
      case Json.Obj object -> object(object);
      case Json.Arr array -> array(array);
      case Json.Str(String text) -> string(text);
      case Json.Int(long number) -> ascii(Long.toString(number));
      case Json.Bool(boolean truth) -> ascii(truth ? "true" : "false");
      case Json.Null _ -> ascii("null");
    }
  }

  private void object(Json.Obj object) {
    put('{');
    for (int i = 0; i < object.size(); i++) {
      if (i > 0) {
        put(',');
      }
      put('"');
      ascii(object.nameAt(i));
      put('"');
      put(':');
      value(object.valueAt(i));
    }
    put('}');
  }

  private void array(Json.Arr array) {
    put('[');
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        put(',');
      }
      value(array.values().get(i));
    }
    put(']');
  }

  private void string(String text) {
    put('"');
    int length = text.length();
    for (int i = plain(text); i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        // Everything behind the first non-ASCII character goes the general way.
        wide(text, i);
        break;
      }
      character(c);
    }
    put('"');
  }

  /// Puts the characters at the beginning of `text` that stand for themselves in one byte, and
  /// returns how many there are: in what machines say, all.
  private int plain(String text) {
    int length = text.length();
    makeRoom(length);
    int i = 0;
    for (; i < length && isPlain(text.charAt(i)); i++) {
      out[size + i] = (byte) text.charAt(i);
    }
    size += i;
    return i;
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0x80 && c != '"' && c != '\\';
  }

  private void wide(String text, int from) {
    for (int i = from; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < 0x80) {
        character((char) c);
      } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        continuation(c);
      } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        continuation(c >> 6);
        continuation(c);
      } else {
        put(0xF0 | (c >> 18));
        continuation(c >> 12);
        continuation(c >> 6);
        continuation(c);
      }
    }
  }

  private void continuation(int c) {
    put(0x80 | (c & 0x3F));
  }

  private void character(char c) {
    switch (c) {
      case '"', '\\' -> escape(c);
      case '\b' -> escape('b');
      case '\t' -> escape('t');
      case '\n' -> escape('n');
      case '\f' -> escape('f');
      case '\r' -> escape('r');
      default -> {
        if (c >= ' ') {
          put(c);
        } else {
          escape('u');
          put('0');
          put('0');
          put(HEX[c >> 4]);
          put(HEX[c & 0xF]);
        }
      }
    }
  }

  private void escape(char c) {
    put('\\');
    put(c);
  }

  /// Puts a name, a number or a word, which is plain throughout.
  private void ascii(String text) {
    plain(text);
  }

  private void put(int b) {
    makeRoom(1);
    out[size++] = (byte) b;
  }

  private void makeRoom(int bytes) {
    if (bytes > out.length - size) {
      out = Arrays.copyOf(out, Math.max(2 * out.length, size + bytes));
    }
  }
}
