package org.sarhad.node.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32C;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.Disk.Mode;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.DiskFile;

/// A stretch of the log in one preallocated file; 05-2.2.
///
/// The first block says which life of the file this is (its generation, also in its name) and at
/// which position it starts. Behind it come flushes, each at a block boundary.
final class Segment {
  /// First bytes of the header block; the last digit is the version of the format.
  private static final byte[] MAGIC = "SARHADW1".getBytes(StandardCharsets.US_ASCII);

  private static final int HEADER_BYTES = MAGIC.length + 8 + 8 + 4;
  private static final String LIVE = "segment-";
  private static final String SPARE = "spare-";

  private final String directory;
  private final long generation;
  private final long base;
  private long end;

  /// Where each flush begins; see [Flush].
  private long[] flushPositions = new long[16];

  private long[] flushOffsets = new long[16];
  private int flushes;

  Segment(String directory, long generation, long base) {
    this.directory = directory;
    this.generation = generation;
    this.base = base;
    this.end = base;
  }

  long generation() {
    return generation;
  }

  /// The position of its first record.
  long base() {
    return base;
  }

  /// The position behind its last record.
  long end() {
    return end;
  }

  String path() {
    return livePath(directory, generation);
  }

  static String livePath(String directory, long generation) {
    return directory + "/" + LIVE + "%020d".formatted(generation);
  }

  static String sparePath(String directory, long generation) {
    return directory + "/" + SPARE + "%020d".formatted(generation);
  }

  /// The generation in the name of a segment in use, or nothing if `name` is not one.
  static OptionalLong liveGeneration(String name) {
    return generation(name, LIVE);
  }

  /// The generation in the name of a spare segment, or nothing if `name` is not one.
  static OptionalLong spareGeneration(String name) {
    return generation(name, SPARE);
  }

  private static OptionalLong generation(String name, String prefix) {
    boolean matches =
        name.startsWith(prefix) && name.substring(prefix.length()).matches("[0-9]{20}");
    return matches
        ? OptionalLong.of(Long.parseLong(name.substring(prefix.length())))
        : OptionalLong.empty();
  }

  /// Writes the header block of a life of `generation` that starts at position `base`.
  static void writeHeader(DiskFile file, long generation, long base) throws DiskException {
    var block = ByteBuffer.allocate(Frame.BLOCK_BYTES);
    block.put(MAGIC).putLong(generation).putLong(base);
    block.putInt(crc(block.array())).rewind();
    file.write(0, block);
  }

  /// The segment in the file of that generation, still without records, or nothing if its header is
  /// damaged.
  static Optional<Segment> readHeader(Disk disk, String directory, long generation)
      throws DiskException {
    try (var file = disk.open(livePath(directory, generation), Mode.READ)) {
      var bytes = file.read(0, HEADER_BYTES);
      var block = ByteBuffer.wrap(bytes);
      boolean intact =
          bytes.length == HEADER_BYTES
              && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
              && block.getLong(MAGIC.length) == generation
              && block.getInt(HEADER_BYTES - 4) == crc(bytes);
      return intact
          ? Optional.of(new Segment(directory, generation, block.getLong(MAGIC.length + 8)))
          : Optional.empty();
    }
  }

  private static int crc(byte[] header) {
    var crc = new CRC32C();
    crc.update(header, 0, HEADER_BYTES - 4);
    return (int) crc.getValue();
  }

  /// Notes the next record, which belongs to the flush that begins with position `flush` at
  /// `offset`.
  void addRecord(long flush, long offset) {
    if (flushes == 0 || flushPositions[flushes - 1] != flush) {
      if (flushes == flushPositions.length) {
        flushPositions = Arrays.copyOf(flushPositions, 2 * flushes);
        flushOffsets = Arrays.copyOf(flushOffsets, 2 * flushes);
      }
      flushPositions[flushes] = flush;
      flushOffsets[flushes++] = offset;
    }
    end++;
  }

  /// Where a flush begins: the position of its first record, and its offset in the file.
  record Flush(long position, long offset) {}

  /// The flush that wrote `position`, which must be in this segment.
  Flush flushOf(long position) {
    int found = Arrays.binarySearch(flushPositions, 0, flushes, position);
    int at = found >= 0 ? found : -found - 2;
    return new Flush(flushPositions[at], flushOffsets[at]);
  }
}
