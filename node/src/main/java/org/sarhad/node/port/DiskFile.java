package org.sarhad.node.port;

import java.nio.ByteBuffer;

/// An open file on a [Disk]. Offsets and lengths are in bytes; an offset is never negative.
public interface DiskFile extends AutoCloseable {
  /// Fills `into` from `offset` on, up to its limit or the end of the file, and returns how many
  /// bytes that were (0 at or beyond the end). Reads what was written, synced or not.
  int read(long offset, ByteBuffer into) throws DiskException;

  /// Writes all that remains in `bytes` at `offset`, growing the file if need be; a gap before
  /// `offset` reads as zeros. If it throws, any part may have been written.
  void write(long offset, ByteBuffer bytes) throws DiskException;

  /// Grows the file to `sizeBytes` with zeros and reserves the room for them, so that later writes
  /// within neither fail for want of space nor change the file's size. Nothing happens if it is as
  /// large already.
  void allocate(long sizeBytes) throws DiskException;

  /// Cuts the file to `sizeBytes`. Nothing happens if it is no larger.
  void truncate(long sizeBytes) throws DiskException;

  /// The size in bytes, as readers see it now.
  long size() throws DiskException;

  /// Returns once everything written through any handle of this file survives a power cut. **A
  /// failure is final**: see [Disk].
  void sync() throws DiskException;

  /// Lets go of the file. Nothing is synced by closing.
  @Override
  void close() throws DiskException;

  /// The `length` bytes from `offset` on, in an array of the caller's own; shorter only if the file
  /// ends there.
  default byte[] read(long offset, int length) throws DiskException {
    ByteBuffer into = ByteBuffer.allocate(length);
    int count = read(offset, into);
    return count == length ? into.array() : java.util.Arrays.copyOf(into.array(), count);
  }
}
