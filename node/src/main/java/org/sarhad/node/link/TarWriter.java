package org.sarhad.node.link;

import java.io.IOException;
import java.io.OutputStream;
import org.sarhad.tlog.Bytes;

/// Writes an offline bundle file by file, and keeps none of them. The same files in the same order
/// give the same bytes. For one thread.
public final class TarWriter {
  private final OutputStream out;
  private long bytes;
  private int members;

  /// Writes to `out`, which stays open.
  public TarWriter(OutputStream out) {
    this.out = out;
  }

  /// Adds a file.
  ///
  /// @param name as [Tar#isName] has it; throws [IllegalArgumentException] otherwise
  /// @throws IOException also when the archive would be larger than one that is read
  public void put(String name, Bytes content) throws IOException {
    if (!Tar.isName(name)) {
      throw new IllegalArgumentException("\"%s\" is not a name in a bundle".formatted(name));
    }
    long more = (long) Tar.BLOCK + content.size() + Tar.padding(content.size());
    boolean isRoom =
        bytes + more + 2 * Tar.BLOCK <= TarArchive.BYTES_MAX && members < TarArchive.MEMBERS_MAX;
    if (!isRoom) {
      throw new IOException(
          "A bundle holds at most %d files and 8 GiB, and this would be more. Begin it at a later entry, or leave files out."
              .formatted(TarArchive.MEMBERS_MAX));
    }
    out.write(new Tar.Header(name, content.size()).bytes());
    content.writeTo(out);
    out.write(new byte[Tar.padding(content.size())]);
    bytes += more;
    members++;
  }

  /// Writes the end of the archive.
  public void finish() throws IOException {
    out.write(new byte[2 * Tar.BLOCK]);
    bytes += 2 * Tar.BLOCK;
  }

  /// How many bytes were written.
  public long bytes() {
    return bytes;
  }
}
