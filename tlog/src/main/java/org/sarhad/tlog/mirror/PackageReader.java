package org.sarhad.tlog.mirror;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Tree;

/// Reads the body of an add-entries request as it arrives, one package at a time.
///
/// A body may be larger than any memory, so no more than one package is ever held: 256 entries of
/// the size the caller allows, and 63 hashes. Nothing is allocated for bytes that have not arrived.
/// Not for use by several threads at once.
public final class PackageReader {
  private final InputStream body;
  private final int entryBytesMax;
  private final AddEntries header;
  private long packagesRead;

  private PackageReader(InputStream body, int entryBytesMax, AddEntries header) {
    this.body = body;
    this.entryBytesMax = entryBytesMax;
    this.header = header;
  }

  /// Reads the beginning of `body`, and no further. Entries above `entryBytesMax` bytes (at most 65
  /// 535) will be refused.
  public static PackageReader open(InputStream body, int entryBytesMax)
      throws IOException, MalformedAddEntriesException {
    try {
      var origin =
          read(body, u16(body, "size of the origin", Checkpoint.ORIGIN_BYTES_MAX))
              .findUtf8()
              .filter(text -> !text.isEmpty())
              .orElseThrow(() -> malformed("origin", "no or other bytes", "UTF-8 text"));
      var range = read(body, 2 * Long.BYTES).asByteBuffer();
      long start = range.getLong();
      long end = range.getLong();
      if (start < 0 || end < start) {
        throw malformed(
            "range",
            Long.toUnsignedString(start) + " to " + Long.toUnsignedString(end),
            "a start at or below the end, and both below 2^63");
      }
      var ticket = read(body, u16(body, "size of the ticket", MirrorInfo.TICKET_BYTES_MAX));
      return new PackageReader(body, entryBytesMax, new AddEntries(origin, start, end, ticket));
    } catch (EOFException _) {
      throw malformed("request", "the end of the body", "an origin, a range and a ticket");
    }
  }

  /// What the request says about itself.
  public AddEntries header() {
    return header;
  }

  /// The next package, or empty when the body ends between two packages, or behind the last. A body
  /// that ends inside a package, or goes on behind the last, is malformed; the packages before are
  /// as good as ever.
  public Optional<EntryPackage> next() throws IOException, MalformedAddEntriesException {
    int first = body.read();
    if (first < 0) {
      return Optional.empty();
    }
    if (packagesRead == header.packageCount()) {
      throw malformed("request", "more bytes", "the end of the body");
    }
    try {
      var read = read(header.range(packagesRead), first);
      packagesRead++;
      return Optional.of(read);
    } catch (EOFException _) {
      throw malformed("package " + packagesRead, "the end of the body", "the rest of the package");
    }
  }

  private EntryPackage read(PackageRange range, int first)
      throws IOException, MalformedAddEntriesException {
    var entries = new ArrayList<Bytes>(range.count());
    // The very first byte was read to see whether there is one.
    int high = first;
    for (int i = 0; i < range.count(); i++) {
      int size = checked("size of an entry", high << 8 | byteOf(body), entryBytesMax);
      entries.add(read(body, size));
      high = byteOf(body);
    }
    // SPEC: 1 byte, num_hashes, which MUST be at most 63. It follows the last entry.
    int hashes = checked("number of hashes", high, Tree.PROOF_HASHES_MAX);
    var proof = read(body, hashes * Hash.SIZE).toArray();
    var list = new ArrayList<Hash>(hashes);
    for (int i = 0; i < hashes; i++) {
      list.add(Hash.of(proof, i * Hash.SIZE));
    }
    return new EntryPackage(range, entries, List.copyOf(list));
  }

  private static int u16(InputStream body, String what, int max)
      throws IOException, MalformedAddEntriesException {
    return checked(what, byteOf(body) << 8 | byteOf(body), max);
  }

  private static int checked(String what, int value, int max) throws MalformedAddEntriesException {
    if (value > max) {
      throw malformed(what, String.valueOf(value), "at most " + max);
    }
    return value;
  }

  private static int byteOf(InputStream body) throws IOException {
    int value = body.read();
    if (value < 0) {
      throw new EOFException();
    }
    return value;
  }

  /// Exactly `size` bytes.
  private static Bytes read(InputStream body, int size) throws IOException {
    var bytes = body.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException();
    }
    return Bytes.of(bytes);
  }

  private static MalformedAddEntriesException malformed(
      String what, String found, String expected) {
    return new MalformedAddEntriesException(what, found, expected);
  }
}
