package org.sarhad.node.intake;

import java.time.Instant;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// Takes the fields of a frame off, in the order in which [FrameWriter] put them. Every length is
/// checked against what is there before anything is allocated.
final class FrameReader {
  private final Bytes frame;
  private int at;

  FrameReader(Bytes frame) {
    this.frame = frame;
  }

  boolean isAtEnd() {
    return at == frame.size();
  }

  int u8() throws MalformedIntakeException {
    return Byte.toUnsignedInt(take(1).at(0));
  }

  int u32() throws MalformedIntakeException {
    return take(Integer.BYTES).asByteBuffer().getInt();
  }

  long u64() throws MalformedIntakeException {
    return take(Long.BYTES).asByteBuffer().getLong();
  }

  /// A number of things, each of which takes at least `leastBytes`.
  int count(int leastBytes) throws MalformedIntakeException {
    int count = u32();
    if (count < 0 || (long) count * leastBytes > frame.size() - at) {
      throw new MalformedIntakeException(
          "count in an intake frame", Integer.toString(count), "as many as there is room for");
    }
    return count;
  }

  Bytes bytes() throws MalformedIntakeException {
    return take(count(1));
  }

  String text() throws MalformedIntakeException {
    var bytes = bytes();
    return bytes
        .findUtf8()
        .orElseThrow(
            () -> new MalformedIntakeException("text in an intake frame", bytes.hex(), "UTF-8"));
  }

  Hash hash() throws MalformedIntakeException {
    return Hash.of(take(Hash.SIZE));
  }

  Instant instant() throws MalformedIntakeException {
    return Instant.ofEpochMilli(u64());
  }

  private Bytes take(int count) throws MalformedIntakeException {
    if (count > frame.size() - at) {
      throw new MalformedIntakeException(
          "intake frame", frame.size() - at + " bytes left", count + " more");
    }
    at += count;
    return frame.slice(at - count, at);
  }
}
