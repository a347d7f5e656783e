package org.sarhad.node.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.sarhad.tlog.tree.Hash;

/// What one value is written to: numbers in as few bytes as they need, texts and bytes with their
/// length in front. Remembers what [shared shapes][Shared] have written.
public final class ShapeOutput {
  private static final int BUFFER_BYTES = 64 << 10;

  /// The longest a number gets.
  private static final int NUMBER_BYTES = 10;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final Map<Shared<?>, Written> written = new HashMap<>();
  private int used;

  /// Writes to `out`; [#flush] when all is written.
  public ShapeOutput(OutputStream out) {
    this.out = out;
  }

  /// A number that is seldom negative or large: seven bits a byte.
  public void size(long number) throws IOException {
    room(NUMBER_BYTES);
    long rest = number;
    while ((rest & ~0x7fL) != 0) {
      buffer[used++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    buffer[used++] = (byte) rest;
  }

  /// Any number.
  public void number(long number) throws IOException {
    size((number << 1) ^ (number >> 63));
  }

  void hash(Hash hash) throws IOException {
    room(Hash.SIZE);
    hash.copyTo(buffer, used);
    used += Hash.SIZE;
  }

  /// A text.
  public void text(String text) throws IOException {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  void bytes(byte[] bytes) throws IOException {
    size(bytes.length);
    if (bytes.length > BUFFER_BYTES) {
      flush();
      out.write(bytes);
      return;
    }
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, used, bytes.length);
    used += bytes.length;
  }

  /// What `shape` has written so far.
  Written written(Shared<?> shape) {
    return written.computeIfAbsent(shape, Shared::written);
  }

  private void room(int bytes) throws IOException {
    if (BUFFER_BYTES - used < bytes) {
      flush();
    }
  }

  /// Hands on all that was written.
  public void flush() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
  }
}
