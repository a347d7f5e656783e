package org.sarhad.tlog.mirror;

import java.nio.ByteBuffer;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Check;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.tree.TilePath;

/// "Here come the entries `[start, end)` of my log"; the beginning of the body of `POST
/// add-entries`, tlog-mirror. Packages of entries follow it.
///
/// Two bytes of length and the origin, eight bytes each of start and end, two bytes of length and
/// the ticket; all numbers big-endian.
///
/// @param origin the log's name
/// @param start the first entry that is sent
/// @param end the size of a head that the mirror has accepted, `start ≤ end`
/// @param ticket what the mirror gave out with its last answer, or nothing
public record AddEntries(String origin, long start, long end, Bytes ticket) {
  /// The media type of the body.
  public static final String MEDIA_TYPE = "application/octet-stream";

  /// The most packages that are sent in one request.
  // SPEC: clients SHOULD limit each add-entries request to at most 32 entry packages.
  public static final int PACKAGES_MAX = 32;

  /// Throws [IllegalArgumentException] if a part is not as described above.
  public AddEntries {
    int originSize = Bytes.ofUtf8(origin).size();
    if (originSize == 0 || originSize > Checkpoint.ORIGIN_BYTES_MAX) {
      throw new IllegalArgumentException("an origin of %d bytes".formatted(originSize));
    }
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("entries [%d, %d)".formatted(start, end));
    }
    if (ticket.size() > MirrorInfo.TICKET_BYTES_MAX) {
      throw new IllegalArgumentException("a ticket of %d bytes".formatted(ticket.size()));
    }
  }

  /// The beginning of the body. Read back by [PackageReader].
  public Bytes bytes() {
    var utf8 = Bytes.ofUtf8(origin);
    var buffer = ByteBuffer.allocate(2 + utf8.size() + 8 + 8 + 2 + ticket.size());
    buffer.putShort((short) utf8.size());
    utf8.putInto(buffer);
    buffer.putLong(start).putLong(end).putShort((short) ticket.size());
    ticket.putInto(buffer);
    return Bytes.of(buffer.flip());
  }

  /// How many packages it takes to send all the entries: one for each bundle they touch.
  public long packageCount() {
    return start == end ? 0 : (end - 1) / TilePath.FULL_WIDTH - start / TilePath.FULL_WIDTH + 1;
  }

  /// The entries of package `index`, `0 ≤ index < packageCount()`. The sequence is fixed by start
  /// and end; a request holds a prefix of it.
  public PackageRange range(long index) {
    Check.that(index >= 0 && index < packageCount(), "package %d of %s", index, this);
    long bundle = (start / TilePath.FULL_WIDTH + index) * TilePath.FULL_WIDTH;
    // Written so that the last bundle below 2^63 does not overflow.
    return new PackageRange(
        Math.max(start, bundle),
        end - bundle <= TilePath.FULL_WIDTH ? end : bundle + TilePath.FULL_WIDTH);
  }
}
