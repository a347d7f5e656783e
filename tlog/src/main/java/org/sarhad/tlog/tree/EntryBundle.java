package org.sarhad.tlog.tree;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Check;

/// Up to 256 neighbouring entries, as served; tlog-tiles, "Log entries".
///
/// Each entry is preceded by its size as two bytes, big-endian, so no entry is larger than 65 535
/// bytes.
///
/// @param entries 1 to 256 entries, in the order of the log
public record EntryBundle(List<Bytes> entries) {
  /// The size of the largest entry the format can carry, in bytes.
  public static final int ENTRY_BYTES_MAX = 65_535;

  /// Throws [IllegalArgumentException] unless there are 1 to 256 entries of at most 65 535 bytes.
  public EntryBundle {
    entries = List.copyOf(entries);
    if (entries.isEmpty() || entries.size() > TilePath.FULL_WIDTH) {
      throw new IllegalArgumentException("a bundle has 1 to 256 entries, not " + entries.size());
    }
    for (var entry : entries) {
      if (entry.size() > ENTRY_BYTES_MAX) {
        throw new IllegalArgumentException("an entry has at most 65535 bytes, not " + entry.size());
      }
    }
  }

  /// The bundle in `bytes`, which must hold exactly `width` (1 to 256) entries and nothing behind
  /// them. The entries share memory with `bytes`.
  public static EntryBundle parse(Bytes bytes, int width) throws MalformedBundleException {
    Check.that(width >= 1 && width <= TilePath.FULL_WIDTH, "bundle width %d", width);
    var entries = new ArrayList<Bytes>(width);
    int at = 0;
    for (int i = 0; i < width; i++) {
      if (bytes.size() - at < 2) {
        throw malformed(i, bytes.size() - at + " bytes left", "a size of 2 bytes");
      }
      int size = (bytes.at(at) & 0xff) << 8 | (bytes.at(at + 1) & 0xff);
      at += 2;
      if (bytes.size() - at < size) {
        throw malformed(i, bytes.size() - at + " bytes left", size + " bytes");
      }
      entries.add(bytes.slice(at, at + size));
      at += size;
    }
    if (at != bytes.size()) {
      throw malformed(width, bytes.size() - at + " bytes more", "the end of the bundle");
    }
    return new EntryBundle(entries);
  }

  /// The bytes as served. Inverse of [#parse].
  public Bytes bytes() {
    int size = 0;
    for (var entry : entries) {
      size += 2 + entry.size();
    }
    var buffer = ByteBuffer.allocate(size);
    for (var entry : entries) {
      buffer.putShort((short) entry.size());
      entry.putInto(buffer);
    }
    return Bytes.of(buffer.flip());
  }

  private static MalformedBundleException malformed(int entry, String found, String expected) {
    return new MalformedBundleException("entry %d of a bundle".formatted(entry), found, expected);
  }
}
