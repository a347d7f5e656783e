package org.sarhad.node.peer;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// [PayloadFrame]s as the body of `POST /payloads` (06-3.2), one behind the other until the body
/// ends:
///
/// - `C`, four bytes of size, the payload: its content;
/// - `E`, 32 bytes of SHA-256, eight bytes of index: erased by that entry of the same log.
///
/// Numbers are big-endian. The hash of a content is computed from its bytes by whoever reads it.
final class PayloadStream {
  /// The largest payload, in bytes.
  static final int PAYLOAD_BYTES_MAX = 1 << 20;

  /// The largest body, in bytes.
  static final long BODY_BYTES_MAX =
      PayloadFrame.MAX_BYTES_PER_REQUEST + 41L * PayloadFrame.MAX_PER_REQUEST;

  private static final int CONTENT = 'C';
  private static final int ERASED = 'E';

  private PayloadStream() {}

  /// The body that carries `frames`. Inverse of [#read].
  static byte[] print(List<PayloadFrame> frames) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      for (var frame : frames) {
        switch (frame) {
          case PayloadFrame.Content(Hash _, Bytes content) -> {
            out.writeByte(CONTENT);
            out.writeInt(content.size());
            content.writeTo(out);
          }
          case PayloadFrame.Erased(Hash sha256, long by) -> {
            out.writeByte(ERASED);
            out.write(sha256.toArray());
            out.writeLong(by);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return bytes.toByteArray();
  }

  /// The frames in `body`, to its end. Nothing is allocated for bytes that have not arrived.
  static List<PayloadFrame> read(InputStream body) throws IOException, MalformedPayloadsException {
    var frames = new ArrayList<PayloadFrame>();
    long total = 0;
    for (int kind = body.read(); kind >= 0; kind = body.read()) {
      var where = "frame " + frames.size();
      if (frames.size() == PayloadFrame.MAX_PER_REQUEST) {
        throw new MalformedPayloadsException(
            "body", "more frames", "at most " + PayloadFrame.MAX_PER_REQUEST);
      }
      var frame = frame(where, kind, body);
      total += frame.size();
      if (total > PayloadFrame.MAX_BYTES_PER_REQUEST) {
        throw new MalformedPayloadsException(
            where, total + " bytes in all", "at most " + PayloadFrame.MAX_BYTES_PER_REQUEST);
      }
      frames.add(frame);
    }
    return List.copyOf(frames);
  }

  private static PayloadFrame frame(String where, int kind, InputStream body)
      throws IOException, MalformedPayloadsException {
    try {
      return switch (kind) {
        case CONTENT -> {
          long size = Integer.toUnsignedLong(ByteBuffer.wrap(exactly(body, 4)).getInt());
          if (size > PAYLOAD_BYTES_MAX) {
            throw new MalformedPayloadsException(
                where, size + " bytes", "at most " + PAYLOAD_BYTES_MAX);
          }
          var content = Bytes.of(exactly(body, (int) size));
          yield new PayloadFrame.Content(Merkle.sha256(content), content);
        }
        case ERASED -> {
          var sha256 = Hash.of(exactly(body, Hash.SIZE), 0);
          long by = ByteBuffer.wrap(exactly(body, 8)).getLong();
          if (by < 0) {
            throw new MalformedPayloadsException(where, Long.toUnsignedString(by), "an index");
          }
          yield new PayloadFrame.Erased(sha256, by);
        }
        default ->
            throw new MalformedPayloadsException(
                where, "kind 0x%02x".formatted(kind), "`C` or `E`");
      };
    } catch (EOFException _) {
      throw new MalformedPayloadsException(where, "the end of the body", "the rest of the frame");
    }
  }

  private static byte[] exactly(InputStream body, int size) throws IOException {
    var bytes = body.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException();
    }
    return bytes;
  }
}
