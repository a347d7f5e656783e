package org.sarhad.tlog.tree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Optional;
import org.sarhad.tlog.Bytes;

/// A SHA-256 hash: 32 bytes, immutable, compared by value.
///
/// Printed as base64 wherever the formats print a hash, so that is what [#toString] gives.
public final class Hash implements Comparable<Hash> {
  /// The size of every hash, in bytes.
  public static final int SIZE = 32;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  // Four longs instead of an array: one object per hash, and equality in four comparisons.
  private final long a;
  private final long b;
  private final long c;
  private final long d;

  private Hash(byte[] bytes, int at) {
    a = (long) LONG.get(bytes, at);
    b = (long) LONG.get(bytes, at + 8);
    c = (long) LONG.get(bytes, at + 16);
    d = (long) LONG.get(bytes, at + 24);
  }

  /// The hash in `bytes`. Throws [IllegalArgumentException] unless there are exactly 32.
  public static Hash of(byte[] bytes) {
    if (bytes.length != SIZE) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
    }
    return new Hash(bytes, 0);
  }

  /// The hash in `bytes`. Throws [IllegalArgumentException] unless there are exactly 32.
  public static Hash of(Bytes bytes) {
    return of(bytes.toArray());
  }

  /// The hash in the 32 bytes of `bytes` from `at` on. Throws [IndexOutOfBoundsException] if they
  /// are not all there.
  public static Hash of(byte[] bytes, int at) {
    return new Hash(bytes, at);
  }

  /// The hash written as the 44 characters of padded base64, or empty if `text` is anything else.
  /// Inverse of [#toString].
  public static Optional<Hash> parseBase64(String text) {
    return Bytes.parseBase64(text).filter(bytes -> bytes.size() == SIZE).map(Hash::of);
  }

  /// The hash written as 64 lower-case hexadecimal digits, or empty if `text` is anything else.
  /// Inverse of [#hex].
  public static Optional<Hash> parseHex(String text) {
    return Bytes.parseHex(text).filter(bytes -> bytes.size() == SIZE).map(Hash::of);
  }

  /// A fresh array with the 32 bytes.
  public byte[] toArray() {
    var bytes = new byte[SIZE];
    copyTo(bytes, 0);
    return bytes;
  }

  /// The 32 bytes as a value.
  public Bytes toBytes() {
    return Bytes.of(toArray());
  }

  /// Copies the 32 bytes into `target` from `at` on. Throws [IndexOutOfBoundsException] if they do
  /// not fit.
  public void copyTo(byte[] target, int at) {
    LONG.set(target, at, a);
    LONG.set(target, at + 8, b);
    LONG.set(target, at + 16, c);
    LONG.set(target, at + 24, d);
  }

  /// 64 lower-case hexadecimal digits.
  public String hex() {
    return toBytes().hex();
  }

  /// By unsigned bytes, as if by the hexadecimal form.
  @Override
  public int compareTo(Hash other) {
    int byA = Long.compareUnsigned(a, other.a);
    int byB = byA != 0 ? byA : Long.compareUnsigned(b, other.b);
    int byC = byB != 0 ? byB : Long.compareUnsigned(c, other.c);
    return byC != 0 ? byC : Long.compareUnsigned(d, other.d);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash that && a == that.a && b == that.b && c == that.c && d == that.d;
  }

  @Override
  public int hashCode() {
    // The bytes are already uniformly spread.
    return Long.hashCode(a);
  }

  /// Padded base64, 44 characters, as hashes are printed in checkpoints and proofs.
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(toArray());
  }
}
