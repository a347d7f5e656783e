package org.sarhad.node.keys;

import java.util.Base64;
import java.util.Optional;
import org.sarhad.tlog.Bytes;

/// The text around binary keys and certificates: RFC 7468, one object a file.
final class Pem {
  private Pem() {}

  /// `content` between the lines of `label`.
  static String print(String label, Bytes content) {
    var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content.toArray());
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, base64);
  }

  /// What stands between the lines of `label`; empty if the text is anything else.
  static Optional<Bytes> parse(String label, String text) {
    var begin = "-----BEGIN " + label + "-----\n";
    var end = "\n-----END " + label + "-----";
    var trimmed = text.strip().replace("\r\n", "\n");
    if (!trimmed.startsWith(begin) || !trimmed.endsWith(end)) {
      return Optional.empty();
    }
    var body = trimmed.substring(begin.length(), trimmed.length() - end.length());
    return Bytes.parseBase64(body.replace("\n", ""));
  }
}
