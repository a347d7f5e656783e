package org.sarhad.e2e.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.testing.TestLog;
import org.sarhad.tlog.tree.EntryBundle;
import org.sarhad.tlog.tree.Tile;
import org.sarhad.tlog.tree.TilePath;

/// A log in a directory, laid out as tlog-tiles has it: checkpoint, tiles, entry bundles.
final class LogFiles {
  private LogFiles() {}

  /// Writes what `log` serves under `head`: the checkpoint, and all tiles and bundles of its size.
  static void write(Path directory, TestLog log, SignedCheckpoint head) throws IOException {
    for (var path : TilePath.added(0, head.size())) {
      long first = path.index() * TilePath.FULL_WIDTH;
      var bytes =
          switch (path) {
            case TilePath.Hashes hashes -> Tile.read(hashes, log).bytes();
            case TilePath.Entries entries ->
                new EntryBundle(log.entries(first, first + entries.width())).bytes();
          };
      write(directory.resolve(path.path()), bytes);
    }
    write(directory.resolve("checkpoint"), head.bytes());
  }

  private static void write(Path file, Bytes bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes.toArray());
  }
}
