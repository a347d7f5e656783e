package org.sarhad.bench.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// The body inside a chunked transfer (RFC 9112 §7.1); trailers are read and dropped.
final class Chunks extends InputStream {
  private final Connection connection;
  private int left;
  private boolean ended;

  Chunks(Connection connection) {
    this.connection = connection;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (left == 0 && !ended) {
      beginChunk();
    }
    if (ended) {
      return -1;
    }
    int count = connection.read(into, offset, Math.min(length, left));
    if (count < 0) {
      throw new EOFException("the answer ended within a chunk");
    }
    left -= count;
    if (left == 0) {
      connection.readLine();
    }
    return count;
  }

  private void beginChunk() throws IOException {
    left = Integer.parseInt(connection.readLine().split(";", 2)[0].strip(), 16);
    if (left == 0) {
      ended = true;
      while (!connection.readLine().isEmpty()) {
        // A trailer; nobody here wants it.
      }
    }
  }
}
