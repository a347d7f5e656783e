package org.sarhad.node.exhibit;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.DiskFile;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// Which chunks of a part are there, on disk (05-7.2): a sector for each chunk, which a power cut
/// leaves as it was or as it is to be. A sector holds `SARHADC1`, the chunk's number, its SHA-256,
/// and a CRC-32C of these; anything else says that the chunk is missing.
final class ChunkTable {
  private static final byte[] MAGIC = {'S', 'A', 'R', 'H', 'A', 'D', 'C', '1'};
  private static final int CRC_AT = MAGIC.length + Integer.BYTES + Hash.SIZE;

  private ChunkTable() {}

  /// A whole table that says these chunks are there.
  static Bytes of(List<Optional<Hash>> chunks) {
    var table = ByteBuffer.allocate(chunks.size() * Disk.SECTOR_BYTES);
    for (int index = 0; index < chunks.size(); index++) {
      table.put(
          chunks.get(index).isPresent()
              ? sector(index, chunks.get(index).get())
              : ByteBuffer.allocate(Disk.SECTOR_BYTES));
    }
    return Bytes.of(table.flip());
  }

  /// Notes in `table` that the chunk `index` is there, durably.
  static void put(DiskFile table, int index, Hash sha256) throws DiskException {
    table.write(offset(index), sector(index, sha256));
    table.sync();
  }

  /// Notes in `table` that the chunk `index` is missing, durably.
  static void clear(DiskFile table, int index) throws DiskException {
    table.write(offset(index), ByteBuffer.allocate(Disk.SECTOR_BYTES));
    table.sync();
  }

  /// The SHA-256 of the chunk `index`, if it is there.
  static Optional<Hash> find(DiskFile table, int index) throws DiskException {
    byte[] sector = table.read(offset(index), Disk.SECTOR_BYTES);
    if (sector.length < Disk.SECTOR_BYTES) {
      return Optional.empty();
    }
    var sha256 = Hash.of(sector, MAGIC.length + Integer.BYTES);
    return ByteBuffer.wrap(sector).equals(sector(index, sha256))
        ? Optional.of(sha256)
        : Optional.empty();
  }

  private static long offset(int index) {
    return (long) index * Disk.SECTOR_BYTES;
  }

  private static ByteBuffer sector(int index, Hash sha256) {
    var sector = ByteBuffer.allocate(Disk.SECTOR_BYTES);
    sector.put(MAGIC).putInt(index).put(sha256.toArray());
    var crc = new CRC32C();
    crc.update(sector.array(), 0, CRC_AT);
    return sector.putInt((int) crc.getValue()).clear();
  }
}
