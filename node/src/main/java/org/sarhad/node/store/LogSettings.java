package org.sarhad.node.store;

/// How a [FileLog] uses its disk.
///
/// @param segmentBytes size of a write-ahead segment, a multiple of 4096 from 8 KiB to 1 GiB; a
///   segment grows beyond it only to hold one large record
/// @param recordBytesMax the largest record accepted, in bytes
/// @param queueBytesMax how much may wait to be written before appends are refused as busy, in
///   bytes
/// @param batchBytesMax how much is written with one sync, in bytes; a single larger record is
///   written by itself
/// @param spares how many segments are kept ready for reuse
public record LogSettings(
    int segmentBytes, int recordBytesMax, int queueBytesMax, int batchBytesMax, int spares) {
  /// 64 MiB segments, records to 32 MiB, 64 MiB waiting, 4 MiB a sync, one spare.
  public static final LogSettings DEFAULT =
      new LogSettings(64 << 20, 32 << 20, 64 << 20, 4 << 20, 1);

  /// Throws [IllegalArgumentException] outside the ranges above.
  public LogSettings {
    if (segmentBytes % Frame.BLOCK_BYTES != 0
        || segmentBytes < 2 * Frame.BLOCK_BYTES
        || segmentBytes > 1 << 30) {
      throw new IllegalArgumentException(
          "segmentBytes %d: expected a multiple of 4096 from 8192 to 1073741824"
              .formatted(segmentBytes));
    }
    if (recordBytesMax < 1
        || recordBytesMax > 1 << 28
        || queueBytesMax < recordBytesMax
        || batchBytesMax < 1
        || spares < 0) {
      throw new IllegalArgumentException(
          "recordBytesMax %d, queueBytesMax %d, batchBytesMax %d, spares %d: out of range"
              .formatted(recordBytesMax, queueBytesMax, batchBytesMax, spares));
    }
  }

  /// These settings with another segment size, in bytes.
  public LogSettings withSegmentBytes(int segmentBytes) {
    return new LogSettings(segmentBytes, recordBytesMax, queueBytesMax, batchBytesMax, spares);
  }
}
