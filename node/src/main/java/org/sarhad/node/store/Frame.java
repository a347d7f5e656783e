package org.sarhad.node.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.sarhad.node.port.OrderedLog.Committed;
import org.sarhad.node.port.OrderedLog.Writer;
import org.sarhad.tlog.Bytes;

/// One record in a write-ahead segment; 05-2.3.
///
/// Big-endian: CRC-32C of everything behind it (4 bytes), size of what follows the header (4),
/// generation of the segment (8), position (8), position of the first record of the same flush (8),
/// the writer's sequence number (8); then the size of the writer's name (1), the name, the record's
/// bytes, and zeros up to a multiple of 8.
///
/// The generation is in every frame because segments are reused: what is left of an earlier life
/// has another generation and so is never taken for a record. The first position of the flush is
/// there because a flush begins only after the one before it was synced: a frame proves that
/// everything below its flush was acknowledged.
record Frame(long flush, int sizeBytes, Committed committed) {
  /// Flushes begin at multiples of this, so no flush rewrites a block that holds acknowledged
  /// records.
  static final int BLOCK_BYTES = 4096;

  static final int HEADER_BYTES = 40;
  static final int ALIGNMENT = 8;
  private static final int CRC_BYTES = 4;
  private static final int GENERATION_AT = 8;
  private static final int FLUSH_AT = 24;

  /// How many bytes a record takes in a segment.
  static int sizeOf(Writer writer, Bytes bytes) {
    return alignedUp(HEADER_BYTES + bodySize(writer, bytes), ALIGNMENT);
  }

  /// Puts one frame at the position of `into`, which must have room for [#sizeOf] bytes.
  static void put(
      ByteBuffer into,
      long generation,
      long flush,
      long position,
      Writer writer,
      long sequence,
      Bytes bytes) {
    int start = into.position();
    into.putInt(0)
        .putInt(bodySize(writer, bytes))
        .putLong(generation)
        .putLong(position)
        .putLong(flush)
        .putLong(sequence)
        .put((byte) writer.name().length())
        .put(writer.name().getBytes(StandardCharsets.US_ASCII));
    bytes.putInto(into);
    int end = start + alignedUp(into.position() - start, ALIGNMENT);
    while (into.position() < end) {
      into.put((byte) 0);
    }
    into.putInt(start, crc(into, start, end));
  }

  /// Whether the header at `at` claims to be of a record of `generation` in a flush that began
  /// above position `acknowledged`. Looks at 40 bytes and checks nothing else: a sieve for a
  /// search.
  static boolean claims(ByteBuffer in, int at, long generation, long acknowledged) {
    return in.getLong(at + GENERATION_AT) == generation && in.getLong(at + FLUSH_AT) > acknowledged;
  }

  /// The size in bytes that the header at `at` claims for its frame, or 0 if it cannot be one of a
  /// record of at most `recordBytesMax` bytes in `generation`.
  static int claimedSize(ByteBuffer in, int at, long generation, int recordBytesMax) {
    int body = in.getInt(at + CRC_BYTES);
    boolean possible =
        body > 1 && body <= 1 + 64 + recordBytesMax && in.getLong(at + GENERATION_AT) == generation;
    return possible ? alignedUp(HEADER_BYTES + body, ALIGNMENT) : 0;
  }

  /// Whether the `size` bytes from `at` on are what was written there.
  static boolean isIntact(ByteBuffer in, int at, int size) {
    return crc(in, at, at + size) == in.getInt(at);
  }

  /// The frame at `at`, known to be intact.
  static Frame get(ByteBuffer in, int at, int size) {
    int body = in.getInt(at + CRC_BYTES);
    int nameSize = in.get(at + HEADER_BYTES);
    var name = new byte[nameSize];
    in.get(at + HEADER_BYTES + 1, name);
    int start = at + HEADER_BYTES + 1 + nameSize;
    var bytes = Bytes.of(in.duplicate().limit(at + HEADER_BYTES + body).position(start));
    var writer = new Writer(new String(name, StandardCharsets.US_ASCII));
    return new Frame(
        in.getLong(at + FLUSH_AT),
        size,
        new Committed(in.getLong(at + 16), writer, in.getLong(at + 32), bytes));
  }

  static int alignedUp(int bytes, int alignment) {
    return (bytes + alignment - 1) / alignment * alignment;
  }

  private static int bodySize(Writer writer, Bytes bytes) {
    return 1 + writer.name().length() + bytes.size();
  }

  private static int crc(ByteBuffer in, int start, int end) {
    var crc = new CRC32C();
    crc.update(in.duplicate().limit(end).position(start + CRC_BYTES));
    return (int) crc.getValue();
  }
}
