package org.sarhad.tlog.mirror;

import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Decimal;

/// Where an upload goes on: what a mirror answers with status 202 and 409; tlog-mirror,
/// "Processing".
///
/// @param size the size of a pending checkpoint that the mirror knows; use it as the end
/// @param next the first entry that it does not have; use it as the start
/// @param ticket to be handed back unread with the next request; often empty
public record MirrorInfo(long size, long next, Bytes ticket) {
  /// The media type of the body.
  public static final String MEDIA_TYPE = "text/x.tlog.mirror-info";

  /// The size of the largest ticket a request can carry, in bytes.
  public static final int TICKET_BYTES_MAX = 65_535;

  /// The size of the largest body that is read, in bytes: two numbers and the base64 of a ticket.
  public static final int BYTES_MAX = 2 * 20 + 4 * (TICKET_BYTES_MAX / 3 + 1) + 1;

  /// Throws [IllegalArgumentException] if a number is negative or the ticket too large.
  public MirrorInfo {
    if (size < 0 || next < 0) {
      throw new IllegalArgumentException("size %d, next %d".formatted(size, next));
    }
    if (ticket.size() > TICKET_BYTES_MAX) {
      throw new IllegalArgumentException("a ticket of %d bytes".formatted(ticket.size()));
    }
  }

  /// The state in the body of an answer. Printing the result gives `body` again.
  public static MirrorInfo parse(Bytes body) throws MalformedMirrorInfoException {
    if (body.size() > BYTES_MAX) {
      throw malformed("body", body.size() + " bytes", "at most " + BYTES_MAX);
    }
    var text = body.findUtf8().orElseThrow(() -> malformed("body", "other bytes", "UTF-8 text"));
    var lines = text.split("\n", -1);
    if (lines.length != 4 || !lines[3].isEmpty()) {
      throw malformed("body", text, "three lines, each ended by a newline");
    }
    long size =
        Decimal.parse(lines[0]).orElseThrow(() -> malformed("size", lines[0], Decimal.EXPECTED));
    long next =
        Decimal.parse(lines[1])
            .orElseThrow(() -> malformed("next entry", lines[1], Decimal.EXPECTED));
    var ticket =
        Bytes.parseBase64(lines[2])
            .filter(bytes -> bytes.size() <= TICKET_BYTES_MAX)
            .orElseThrow(
                () -> malformed("ticket", lines[2], "canonical base64 of at most 65535 bytes"));
    return new MirrorInfo(size, next, ticket);
  }

  /// The body of the answer. Inverse of [#parse].
  public Bytes bytes() {
    return Bytes.ofUtf8(size + "\n" + next + "\n" + ticket.base64() + "\n");
  }

  private static MalformedMirrorInfoException malformed(
      String what, String found, String expected) {
    return new MalformedMirrorInfoException(what, found, expected);
  }
}
