package org.sarhad.tlog.witness;

import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Decimal;

/// What a witness answers with status 409: "the head of yours that I hold has this size".
///
/// It is the most valuable refusal in the protocol. A log that learns of a size above its own has
/// lost entries, and must not sign before it has them back.
///
/// @param size how many entries the head has, 0 or more
public record HeldSize(long size) {
  /// The media type of the body.
  public static final String MEDIA_TYPE = "text/x.tlog.size";

  /// The size in the body of an answer.
  public static HeldSize parse(Bytes body) throws MalformedHeldSizeException {
    // 19 digits and a newline; nothing longer is turned into a string.
    var text = body.slice(0, Math.min(body.size(), 21)).findUtf8().orElse("other bytes");
    if (!text.endsWith("\n")) {
      throw new MalformedHeldSizeException(text);
    }
    return Decimal.parse(text.substring(0, text.length() - 1))
        .map(HeldSize::new)
        .orElseThrow(() -> new MalformedHeldSizeException(text));
  }

  /// The body of the answer. Inverse of [#parse].
  public Bytes bytes() {
    return Bytes.ofUtf8(size + "\n");
  }
}
