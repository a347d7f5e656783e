package org.sarhad.node.peer;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.sarhad.core.entry.EntryLimits;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// The body of a push of payloads (06-3.3), and of the payloads of one bundle as they are pulled
/// (06-8.1); ours. Frames one behind the other: a byte `0`, four bytes of length, big-endian, and a
/// payload; or a byte `1`, 32 bytes of SHA-256 and eight bytes, the index of the entry that erased
/// it.
public final class PayloadFrames {
  /// The media type of the body.
  public static final String MEDIA_TYPE = "application/octet-stream";

  /// The largest body that is read, in bytes: [PayloadFrame#MAX_BYTES_PER_REQUEST] of payload and
  /// as many frames around it as there may be.
  public static final int BYTES_MAX =
      PayloadFrame.MAX_BYTES_PER_REQUEST + PayloadFrame.MAX_PER_REQUEST * (1 + Hash.SIZE + 8);

  private static final byte CONTENT = 0;
  private static final byte ERASED = 1;

  private PayloadFrames() {}

  /// `frames` as a body. Inverse of [#parse].
  public static Bytes bytes(List<PayloadFrame> frames) {
    var parts = new ArrayList<Bytes>(2 * frames.size());
    for (var frame : frames) {
      switch (frame) {
        case PayloadFrame.Content(Hash _, Bytes bytes) -> {
          var head = ByteBuffer.allocate(1 + Integer.BYTES).put(CONTENT).putInt(bytes.size());
          parts.add(Bytes.of(head.flip()));
          parts.add(bytes);
        }
        case PayloadFrame.Erased(Hash sha256, long by) -> {
          var head = ByteBuffer.allocate(1 + Hash.SIZE + Long.BYTES).put(ERASED);
          parts.add(Bytes.of(head.put(sha256.toArray()).putLong(by).flip()));
        }
      }
    }
    return Bytes.concat(parts.toArray(Bytes[]::new));
  }

  /// The frames in `body`, each payload under the hash it really has. They share memory with it.
  public static List<PayloadFrame> parse(Bytes body) throws MalformedPayloadFramesException {
    if (body.size() > BYTES_MAX) {
      throw malformed("body", body.size() + " bytes", "at most " + BYTES_MAX);
    }
    var frames = new ArrayList<PayloadFrame>();
    for (int at = 0; at < body.size(); ) {
      if (frames.size() == PayloadFrame.MAX_PER_REQUEST) {
        throw malformed("body", "more frames", "at most " + PayloadFrame.MAX_PER_REQUEST);
      }
      byte kind = body.at(at++);
      switch (kind) {
        case CONTENT -> {
          int size = field(body, at, Integer.BYTES).asByteBuffer().getInt();
          if (size < 0 || size > EntryLimits.PAYLOAD_BYTES_MAX) {
            throw malformed(
                "payload size", Integer.toString(size), "0 to " + EntryLimits.PAYLOAD_BYTES_MAX);
          }
          var bytes = field(body, at + Integer.BYTES, size);
          frames.add(new PayloadFrame.Content(Merkle.sha256(bytes), bytes));
          at += Integer.BYTES + size;
        }
        case ERASED -> {
          var hash = Hash.of(field(body, at, Hash.SIZE));
          long by = field(body, at + Hash.SIZE, Long.BYTES).asByteBuffer().getLong();
          if (by < 0) {
            throw malformed("erasing entry", Long.toUnsignedString(by), "an index below 2^63");
          }
          frames.add(new PayloadFrame.Erased(hash, by));
          at += Hash.SIZE + Long.BYTES;
        }
        default -> throw malformed("frame", "kind " + kind, "0 or 1");
      }
    }
    return List.copyOf(frames);
  }

  private static Bytes field(Bytes body, int at, int size) throws MalformedPayloadFramesException {
    if (size > body.size() - at) {
      throw malformed("frame", "the end of the body", size + " more bytes");
    }
    return body.slice(at, at + size);
  }

  private static MalformedPayloadFramesException malformed(
      String what, String found, String expected) {
    return new MalformedPayloadFramesException(what, found, expected);
  }
}
