package org.sarhad.tlog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// An immutable string of bytes: a value, unlike an array.
///
/// Equality and hash code are by content, order is lexicographic by unsigned byte. [#slice] shares
/// the backing array and costs nothing; [#of] and [#toArray] copy. Keys, signatures and entries
/// travel as `Bytes`; 32-byte hashes as `org.sarhad.tlog.tree.Hash`.
public final class Bytes implements Comparable<Bytes> {
  /// No bytes at all.
  public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

  private static final char REPLACEMENT = '\uFFFD';

  private final byte[] array;
  private final int offset;
  private final int size;

  private Bytes(byte[] array, int offset, int size) {
    this.array = array;
    this.offset = offset;
    this.size = size;
  }

  /// A copy of `bytes`.
  public static Bytes of(byte... bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone(), 0, bytes.length);
  }

  /// A copy of `bytes[from, to)`. Throws [IndexOutOfBoundsException] unless `0 ≤ from ≤ to ≤
  /// bytes.length`.
  public static Bytes of(byte[] bytes, int from, int to) {
    return new Bytes(
        Arrays.copyOfRange(bytes, from, checkedEnd(from, to, bytes.length)), 0, to - from);
  }

  /// The remaining bytes of `buffer`, copied; the buffer's position does not move.
  public static Bytes of(ByteBuffer buffer) {
    var copy = new byte[buffer.remaining()];
    buffer.duplicate().get(copy);
    return new Bytes(copy, 0, copy.length);
  }

  /// The UTF-8 encoding of `text`. Throws [IllegalArgumentException] if `text` holds half a
  /// surrogate pair, which has no encoding.
  public static Bytes ofUtf8(String text) {
    // The JDK writes a question mark for half a pair, and says nothing.
    if (hasHalfPair(text)) {
      throw new IllegalArgumentException("text has an unpaired surrogate and no UTF-8 encoding");
    }
    var encoded = text.getBytes(StandardCharsets.UTF_8);
    return new Bytes(encoded, 0, encoded.length);
  }

  private static boolean hasHalfPair(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        int c = text.codePointAt(i);
        if (!Character.isSupplementaryCodePoint(c)) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /// The bytes written in `hex`: two digits a byte, lower case only. Empty if it is anything else.
  /// Inverse of [#hex].
  public static Optional<Bytes> parseHex(String hex) {
    if (hex.length() % 2 != 0 || !isLowerHex(hex)) {
      return Optional.empty();
    }
    var bytes = HexFormat.of().parseHex(hex);
    return Optional.of(new Bytes(bytes, 0, bytes.length));
  }

  private static boolean isLowerHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return true;
  }

  /// The bytes written in `base64` (RFC 4648 §4, padded). Empty if it is anything else, also when
  /// the unused bits at the end are not zero (§3.5): each byte string has exactly one spelling
  /// here. Inverse of [#base64].
  public static Optional<Bytes> parseBase64(String base64) {
    if (base64.length() % 4 != 0) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    var parsed = new Bytes(bytes, 0, bytes.length);
    return parsed.endsAs(base64) ? Optional.of(parsed) : Optional.empty();
  }

  /// Whether the last four characters of `base64` are those that these bytes are written with. The
  /// JDK's decoder takes nothing outside the alphabet, but drops non-zero bits behind the last byte
  /// without a word.
  private boolean endsAs(String base64) {
    int lastBytes = size % 3 == 0 ? Math.min(size, 3) : size % 3;
    return base64.endsWith(slice(size - lastBytes).base64());
  }

  /// All `parts`, one behind the other.
  public static Bytes concat(Bytes... parts) {
    long total = 0;
    for (var part : parts) {
      total += part.size;
    }
    var joined = new byte[Math.toIntExact(total)];
    int at = 0;
    for (var part : parts) {
      part.copyTo(joined, at);
      at += part.size;
    }
    return new Bytes(joined, 0, joined.length);
  }

  /// How many bytes there are.
  public int size() {
    return size;
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return size == 0;
  }

  /// The byte at `index`, `0 ≤ index < size()`; throws [IndexOutOfBoundsException] outside.
  public byte at(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("index %d of %d bytes".formatted(index, size));
    }
    return array[offset + index];
  }

  /// The bytes `[from, to)`, sharing memory with this value. Throws [IndexOutOfBoundsException]
  /// unless `0 ≤ from ≤ to ≤ size()`.
  public Bytes slice(int from, int to) {
    return new Bytes(array, offset + from, checkedEnd(from, to, size) - from);
  }

  /// The bytes from `from` to the end. Throws as [#slice(int, int)].
  public Bytes slice(int from) {
    return slice(from, size);
  }

  /// Whether the first bytes are `prefix`.
  public boolean startsWith(Bytes prefix) {
    return prefix.size <= size && slice(0, prefix.size).equals(prefix);
  }

  /// The index of the first `value` at or behind `from`, or -1 if there is none.
  public int indexOf(byte value, int from) {
    for (int i = Math.max(from, 0); i < size; i++) {
      if (array[offset + i] == value) {
        return i;
      }
    }
    return -1;
  }

  /// A fresh array with these bytes.
  public byte[] toArray() {
    return Arrays.copyOfRange(array, offset, offset + size);
  }

  /// Copies these bytes into `target` from `at` on. Throws [IndexOutOfBoundsException] if they do
  /// not fit.
  public void copyTo(byte[] target, int at) {
    System.arraycopy(array, offset, target, at, size);
  }

  /// Writes these bytes to `out`.
  public void writeTo(OutputStream out) throws IOException {
    out.write(array, offset, size);
  }

  /// Puts these bytes at the position of `buffer`.
  public void putInto(ByteBuffer buffer) {
    buffer.put(array, offset, size);
  }

  /// Feeds these bytes to `digest`, without a copy.
  public void updateInto(MessageDigest digest) {
    digest.update(array, offset, size);
  }

  /// Feeds these bytes to `signature`, without a copy.
  public void updateInto(Signature signature) throws SignatureException {
    signature.update(array, offset, size);
  }

  /// A read-only view for parsing, big-endian, positioned at the first byte.
  public ByteBuffer asByteBuffer() {
    return ByteBuffer.wrap(array, offset, size).slice().asReadOnlyBuffer();
  }

  /// The text these bytes are the UTF-8 encoding of, or empty if they are not well-formed UTF-8.
  /// Inverse of [#ofUtf8].
  public Optional<String> findUtf8() {
    // Whatever is not well-formed is read as this one character. It may also have been written.
    var text = new String(array, offset, size, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? Optional.of(text) : findStrictUtf8();
  }

  private Optional<String> findStrictUtf8() {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(array, offset, size))
              .toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /// The text these bytes are the UTF-8 encoding of. For bytes already known to be text: anything
  /// else is a [BugException]. Use [#findUtf8] on bytes from outside.
  public String utf8() {
    return findUtf8().orElseThrow(() -> new BugException("not UTF-8: " + hex()));
  }

  /// Lower-case hexadecimal, two digits a byte.
  public String hex() {
    return HexFormat.of().formatHex(array, offset, offset + size);
  }

  /// Base64 with padding, RFC 4648 §4.
  public String base64() {
    return Base64.getEncoder()
        .encodeToString(offset == 0 && size == array.length ? array : toArray());
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(
        array, offset, offset + size, other.array, other.offset, other.offset + other.size);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that
        && Arrays.equals(
            array, offset, offset + size, that.array, that.offset, that.offset + that.size);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = offset; i < offset + size; i++) {
      hash = 31 * hash + array[i];
    }
    return hash;
  }

  /// The size, and the first bytes in hexadecimal.
  @Override
  public String toString() {
    var head = slice(0, Math.min(size, 16)).hex();
    return "Bytes[%d: %s%s]".formatted(size, head, size > 16 ? "…" : "");
  }

  private static int checkedEnd(int from, int to, int size) {
    if (from < 0 || from > to || to > size) {
      throw new IndexOutOfBoundsException("[%d, %d) of %d bytes".formatted(from, to, size));
    }
    return to;
  }
}
