package org.sarhad.node.intake;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// Puts the fields of a frame one behind the other, big-endian, each byte string after its length.
/// [FrameReader] takes them off again in the same order.
final class FrameWriter {
  private byte[] buffer = new byte[1024];
  private int size;

  FrameWriter u8(int value) {
    room(1);
    buffer[size++] = (byte) value;
    return this;
  }

  FrameWriter u32(int value) {
    room(Integer.BYTES);
    ByteBuffer.wrap(buffer).putInt(size, value);
    size += Integer.BYTES;
    return this;
  }

  FrameWriter u64(long value) {
    room(Long.BYTES);
    ByteBuffer.wrap(buffer).putLong(size, value);
    size += Long.BYTES;
    return this;
  }

  FrameWriter bytes(Bytes bytes) {
    u32(bytes.size());
    room(bytes.size());
    bytes.copyTo(buffer, size);
    size += bytes.size();
    return this;
  }

  FrameWriter text(String text) {
    return bytes(Bytes.ofUtf8(text));
  }

  FrameWriter hash(Hash hash) {
    room(Hash.SIZE);
    hash.copyTo(buffer, size);
    size += Hash.SIZE;
    return this;
  }

  FrameWriter instant(Instant instant) {
    return u64(instant.toEpochMilli());
  }

  Bytes done() {
    return Bytes.of(buffer, 0, size);
  }

  private void room(int more) {
    if (size + more > buffer.length) {
      buffer = java.util.Arrays.copyOf(buffer, Math.max(size + more, 2 * buffer.length));
    }
  }
}
