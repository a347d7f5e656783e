package org.sarhad.core.record;

import java.util.ArrayList;
import java.util.List;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.MalformedVerifierKeyException;
import org.sarhad.tlog.note.VerifierKey;

/// Verifier keys and signatures as JSON strings.
final class Keys {
  private Keys() {}

  static VerifierKey read(Json.Obj json, String name) throws MalformedJsonException {
    return parse("member \"" + name + "\"", json.text(name));
  }

  static List<VerifierKey> readAll(Json.Obj json, String name) throws MalformedJsonException {
    List<VerifierKey> keys = new ArrayList<>();
    for (String text : json.array(name).texts()) {
      keys.add(parse("an item of \"" + name + "\"", text));
    }
    return keys;
  }

  static Bytes readSignature(Json.Obj json, String name) throws MalformedJsonException {
    return json.as(
        name,
        text ->
            Bytes.parseBase64(text)
                .filter(signature -> !signature.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("base64 of a signature")));
  }

  private static VerifierKey parse(String what, String text) throws MalformedJsonException {
    try {
      return VerifierKey.parse(text);
    } catch (MalformedVerifierKeyException fault) {
      throw new MalformedJsonException(what, text, fault.expected());
    }
  }
}
