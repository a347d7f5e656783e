package org.sarhad.node.store;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.DiskFile;
import org.sarhad.tlog.Check;

/// Walks over the frames of one segment, from flush to flush, through a window of at most the
/// largest frame or 256 KiB, whichever is more. Stops where the next record is not: it never skips
/// one.
final class SegmentReader implements AutoCloseable {
  private static final int WINDOW_BYTES = 256 << 10;

  private final DiskFile file;
  private final long generation;
  private final int recordBytesMax;
  private ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES).limit(0);
  private long windowAt;

  /// Where the next frame should be, the position it should have, and the flush it should belong to
  /// unless it begins one.
  private long offset;

  private long position;
  private long flush = -1;
  private long flushOffset;

  /// Reads `file`, which the reader closes with itself, from the flush at `offset` on, whose first
  /// record is `position`.
  SegmentReader(DiskFile file, long generation, int recordBytesMax, long offset, long position) {
    this.file = file;
    this.generation = generation;
    this.recordBytesMax = recordBytesMax;
    this.offset = offset;
    this.position = position;
  }

  /// The next record, or nothing if it is not there.
  Optional<Frame> next() throws DiskException {
    var found = frameAt(offset).filter(frame -> frame.flush() == flush);
    if (found.isEmpty()) {
      flushOffset = (offset + Frame.BLOCK_BYTES - 1) / Frame.BLOCK_BYTES * Frame.BLOCK_BYTES;
      found = frameAt(flushOffset).filter(frame -> frame.flush() == position);
      offset = found.isPresent() ? flushOffset : offset;
    }
    found = found.filter(frame -> frame.committed().position() == position);
    if (found.isPresent()) {
      flush = found.get().flush();
      offset += found.get().sizeBytes();
      position++;
    }
    return found;
  }

  /// The offset of the flush to which the record last returned belongs.
  long flushOffset() {
    return flushOffset;
  }

  /// Where in the file the walk stands.
  long offset() {
    return offset;
  }

  /// Whether some intact frame behind the walk belongs to a flush that began after the record
  /// missing here, which proves that the missing record was acknowledged. Cost: one pass over the
  /// rest of the file.
  boolean provesLoss() throws DiskException {
    long sizeBytes = file.size();
    for (long at = offset; at + Frame.HEADER_BYTES <= sizeBytes; at += Frame.ALIGNMENT) {
      boolean claimed =
          fill(at, Frame.HEADER_BYTES)
              && Frame.claims(window, (int) (at - windowAt), generation, position);
      if (claimed && frameAt(at).isPresent()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws DiskException {
    file.close();
  }

  private Optional<Frame> frameAt(long at) throws DiskException {
    if (!fill(at, Frame.HEADER_BYTES)) {
      return Optional.empty();
    }
    int size = Frame.claimedSize(window, (int) (at - windowAt), generation, recordBytesMax);
    if (size == 0 || !fill(at, size) || !Frame.isIntact(window, (int) (at - windowAt), size)) {
      return Optional.empty();
    }
    return Optional.of(Frame.get(window, (int) (at - windowAt), size));
  }

  /// Brings `size` bytes from `at` on into the window; false if the file ends before.
  private boolean fill(long at, int size) throws DiskException {
    Check.that(at >= 0 && size > 0, "window over %d bytes at %d", size, at);
    if (at >= windowAt && at + size <= windowAt + window.limit()) {
      return true;
    }
    if (size > window.capacity()) {
      window = ByteBuffer.allocate(Frame.alignedUp(size, Frame.BLOCK_BYTES));
    }
    window.clear();
    windowAt = at;
    int count = file.read(at, window);
    window.position(0).limit(count);
    return count >= size;
  }
}
