package org.sarhad.node.store;

import java.util.Optional;
import java.util.zip.CRC32C;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// How far the files of a log directory go: the tree of `size` leaves with that `root` is in them,
/// whole and durable. Kept in the file `materialised`; 05-3.3.
///
/// @param previous the size before the last change, whose partial files may still lie about
record LogState(long size, Hash root, long previous) {
  /// The name of the file.
  static final String FILE = "materialised";

  /// A log without entries.
  static final LogState EMPTY = new LogState(0, Merkle.EMPTY_ROOT, 0);

  private static final String FIRST_LINE = "sarhad-log/1";

  /// The content of the file. Inverse of [#parse].
  Bytes bytes() {
    String text = "%s\n%d\n%s\n%d\n".formatted(FIRST_LINE, size, root, previous);
    return Bytes.ofUtf8(text + crc(text) + "\n");
  }

  /// The state in `file`, or nothing if it is not what was written.
  static Optional<LogState> parse(Bytes file) {
    var lines = file.findUtf8().orElse("").split("\n", -1);
    if (lines.length != 6 || !lines[1].matches("[0-9]{1,18}") || !lines[3].matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    return Hash.parseBase64(lines[2])
        .map(root -> new LogState(Long.parseLong(lines[1]), root, Long.parseLong(lines[3])))
        .filter(state -> state.bytes().equals(file));
  }

  private static String crc(String text) {
    var crc = new CRC32C();
    crc.update(Bytes.ofUtf8(text).asByteBuffer());
    return "%08x".formatted(crc.getValue());
  }
}
