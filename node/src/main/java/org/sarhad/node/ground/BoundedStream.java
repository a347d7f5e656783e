package org.sarhad.node.ground;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that counts what goes through it and lets only so much through at a time.
final class BoundedStream extends FilterInputStream {
  private final long most;
  private long read;
  private long marked;

  /// @param most bytes between two calls of [#next]
  BoundedStream(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  /// Begins to count anew.
  void next() {
    marked = read;
  }

  long count() {
    return read;
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    return octet < 0 ? octet : counted(1, octet);
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int count = super.read(target, from, length);
    return count < 0 ? count : counted(count, count);
  }

  private int counted(int count, int answer) throws IOException {
    read += count;
    if (read - marked > most) {
      throw new TooLongException();
    }
    return answer;
  }

  /// More than so much came at once.
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
