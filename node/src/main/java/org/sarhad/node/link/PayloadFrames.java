package org.sarhad.node.link;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.sarhad.core.entry.EntryLimits;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.TilePath;

/// Payloads on their way (06-2.4; ours): the body of `POST /payloads`, the resource
/// `payloads/<bundle>/<part>` of a log that is pulled, and the file of that name in an offline
/// bundle. [PayloadFrame]s one behind the other to the end:
///
/// - `C`, four bytes of size, the payload: its content;
/// - `E`, 32 bytes of SHA-256, eight bytes of index: erased by that entry of the same log.
///
/// Numbers are big-endian. The hash of a content is computed from its bytes by whoever reads it.
public final class PayloadFrames {
  /// The largest body that is read, in bytes: [PayloadFrame#MAX_BYTES_PER_REQUEST] of payload and
  /// as many frames around it as there may be.
  public static final int BYTES_MAX =
      PayloadFrame.MAX_BYTES_PER_REQUEST + PayloadFrame.MAX_PER_REQUEST * (1 + Hash.SIZE + 8);

  /// What all paths of payloads begin with.
  public static final String DIRECTORY = "payloads/";

  private static final int CONTENT = 'C';
  private static final int ERASED = 'E';

  private PayloadFrames() {}

  /// Where part `part` of the payloads beside bundle `bundle` is.
  public static String path(long bundle, int part) {
    var index = new TilePath.Entries(bundle, TilePath.FULL_WIDTH).path();
    return index.replaceFirst("^tile/entries/", DIRECTORY) + "/" + part;
  }

  /// Whether a part with these frames may be followed by another one: the next frame might not have
  /// had room in it.
  public static boolean isFull(List<PayloadFrame> frames) {
    long bytes = frames.stream().mapToLong(PayloadFrame::size).sum();
    return frames.size() == PayloadFrame.MAX_PER_REQUEST
        || bytes + EntryLimits.PAYLOAD_BYTES_MAX > PayloadFrame.MAX_BYTES_PER_REQUEST;
  }

  /// `frames` as a body. Inverse of [#parse].
  public static Bytes bytes(List<PayloadFrame> frames) {
    var parts = new ArrayList<Bytes>(2 * frames.size());
    for (var frame : frames) {
      switch (frame) {
        case PayloadFrame.Content(Hash _, Bytes bytes) -> {
          var head = ByteBuffer.allocate(1 + Integer.BYTES).put((byte) CONTENT);
          parts.add(Bytes.of(head.putInt(bytes.size()).flip()));
          parts.add(bytes);
        }
        case PayloadFrame.Erased(Hash sha256, long by) -> {
          var head = ByteBuffer.allocate(1 + Hash.SIZE + Long.BYTES).put((byte) ERASED);
          parts.add(Bytes.of(head.put(sha256.toArray()).putLong(by).flip()));
        }
      }
    }
    return Bytes.concat(parts.toArray(Bytes[]::new));
  }

  /// The frames in `body`.
  public static List<PayloadFrame> parse(Bytes body) throws MalformedPayloadFramesException {
    try {
      return read(new ByteArrayInputStream(body.toArray()));
    } catch (IOException e) {
      throw new BugException("memory does not fail to be read: " + e);
    }
  }

  /// The frames in `body`, to its end, each payload under the hash it really has. Nothing is
  /// allocated for bytes that have not arrived.
  public static List<PayloadFrame> read(InputStream body)
      throws IOException, MalformedPayloadFramesException {
    var frames = new ArrayList<PayloadFrame>();
    long total = 0;
    for (int kind = body.read(); kind >= 0; kind = body.read()) {
      var where = "frame " + frames.size();
      if (frames.size() == PayloadFrame.MAX_PER_REQUEST) {
        throw malformed("body", "more frames", "at most " + PayloadFrame.MAX_PER_REQUEST);
      }
      var frame = frame(where, kind, body);
      total += frame.size();
      if (total > PayloadFrame.MAX_BYTES_PER_REQUEST) {
        throw malformed(
            where, total + " bytes in all", "at most " + PayloadFrame.MAX_BYTES_PER_REQUEST);
      }
      frames.add(frame);
    }
    return List.copyOf(frames);
  }

  private static PayloadFrame frame(String where, int kind, InputStream body)
      throws IOException, MalformedPayloadFramesException {
    try {
      return switch (kind) {
        case CONTENT -> {
          long size = Integer.toUnsignedLong(ByteBuffer.wrap(exactly(body, 4)).getInt());
          if (size > EntryLimits.PAYLOAD_BYTES_MAX) {
            throw malformed(where, size + " bytes", "at most " + EntryLimits.PAYLOAD_BYTES_MAX);
          }
          var content = Bytes.of(exactly(body, (int) size));
          yield new PayloadFrame.Content(Merkle.sha256(content), content);
        }
        case ERASED -> {
          var sha256 = Hash.of(exactly(body, Hash.SIZE), 0);
          long by = ByteBuffer.wrap(exactly(body, 8)).getLong();
          if (by < 0) {
            throw malformed(where, Long.toUnsignedString(by), "an index below 2^63");
          }
          yield new PayloadFrame.Erased(sha256, by);
        }
        default -> throw malformed(where, "kind 0x%02x".formatted(kind), "`C` or `E`");
      };
    } catch (EOFException _) {
      throw malformed(where, "the end of the body", "the rest of the frame");
    }
  }

  private static byte[] exactly(InputStream body, int size) throws IOException {
    var bytes = body.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException();
    }
    return bytes;
  }

  private static MalformedPayloadFramesException malformed(
      String what, String found, String expected) {
    return new MalformedPayloadFramesException(what, found, expected);
  }
}
