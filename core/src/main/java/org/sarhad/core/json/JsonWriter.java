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
    for (int i = 0; i < length; i++) {
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

  private void ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      put(text.charAt(i));
    }
  }

  private void put(int b) {
    if (size == out.length) {
      out = Arrays.copyOf(out, 2 * size);
    }
    out[size++] = (byte) b;
  }
}
