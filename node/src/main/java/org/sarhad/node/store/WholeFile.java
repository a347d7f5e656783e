package org.sarhad.node.store;

import java.util.Optional;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.Disk.Mode;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.DiskException.Fault;
import org.sarhad.tlog.Bytes;

/// Files that are read and replaced as a whole.
public final class WholeFile {
  private WholeFile() {}

  /// The content of `path`, or nothing if there is no such file.
  public static Optional<Bytes> read(Disk disk, String path) throws DiskException {
    return readHead(disk, path, Integer.MAX_VALUE);
  }

  /// The first `bytesMax` bytes of `path`, all of it if it is shorter, or nothing if there is no
  /// such file.
  static Optional<Bytes> readHead(Disk disk, String path, int bytesMax) throws DiskException {
    try (var file = disk.open(path, Mode.READ)) {
      return Optional.of(Bytes.of(file.read(0, (int) Math.min(bytesMax, file.size()))));
    } catch (DiskException e) {
      if (e.fault() == Fault.ABSENT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// Writes `content` to a new file `staged`, durably, and gives it the name `path`; the name
  /// itself is durable only after a [Disk#syncDirectory]. A crash leaves the old file or the new
  /// one.
  static void stage(Disk disk, String staged, String path, Bytes content) throws DiskException {
    try (var file = disk.open(staged, Mode.CREATE)) {
      file.truncate(0);
      file.write(0, content.asByteBuffer());
      file.sync();
    }
    disk.rename(staged, path);
  }

  /// Replaces `path` by `content`, durably and at once.
  public static void replace(Disk disk, String path, Bytes content) throws DiskException {
    stage(disk, path + ".new", path, content);
    disk.syncDirectory(Disk.parent(path));
  }
}
