package org.sarhad.roads;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts what is read of a file, and tells it. Mutable, for one.
final class CountedStream extends FilterInputStream {
  private final Progress progress;
  private final long size;
  private long count;

  /// Told how far it is.
  @FunctionalInterface
  interface Progress {
    /// So much of a file is read.
    ///
    /// @param bytes that were read of the file
    /// @param size of it
    void read(long bytes, long size);
  }

  CountedStream(InputStream in, long size, Progress progress) {
    super(in);
    this.size = size;
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int bytes) {
    count += bytes;
    progress.read(count, size);
  }
}
