package org.sarhad.node.store;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.DiskException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// The last signed head of each of our logs, kept apart from the logs themselves, on another device
/// if the operator gives one. Before a head leaves, it is put here in the place of the one before
/// (compare and set); at the start, the log must extend what is here. So a log restored from an old
/// backup, and a second node on the same key, are found before they sign.
///
/// Format: 05-5.2. For several threads.
public final class HeadLock {
  private static final String FIRST_LINE = "sarhad-head/1 ";

  private final Disk disk;
  private final String directory;
  private final ReentrantLock lock = new ReentrantLock();

  /// The heads in `directory` of `disk`, which is created if it does not exist.
  public HeadLock(Disk disk, String directory) throws DiskException {
    this.disk = disk;
    this.directory = Disk.checkPath(directory);
    disk.createDirectories(directory);
  }

  /// The head that was signed last for the log `origin`: the exact note; nothing if none ever was.
  ///
  /// Throws [DamagedLogException] if the file is not what was written. It is not ignored: who
  /// deletes it by hand takes the word of the peer's mirror instead.
  public Optional<Bytes> find(String origin) throws DiskException, DamagedLogException {
    var file = WholeFile.read(disk, path(origin));
    if (file.isEmpty()) {
      return Optional.empty();
    }
    int end = file.get().indexOf((byte) '\n', 0) + 1;
    var note = file.get().slice(end);
    if (!file.get().slice(0, end).equals(firstLine(note))) {
      throw new DamagedLogException(
          disk.location() + "/" + directory,
          "the last signed head of " + origin + " is not what was written");
    }
    return Optional.of(note);
  }

  /// Puts `next` in the place of `expected`, durably, and returns true; returns false and changes
  /// nothing if something else is there: then someone else signs with our key. Cost: two synced
  /// writes.
  public boolean swap(String origin, Optional<Bytes> expected, Bytes next)
      throws DiskException, DamagedLogException {
    lock.lock();
    try {
      if (!find(origin).equals(expected)) {
        return false;
      }
      WholeFile.replace(disk, path(origin), Bytes.concat(firstLine(next), next));
      return true;
    } finally {
      lock.unlock();
    }
  }

  private static Bytes firstLine(Bytes note) {
    return Bytes.ofUtf8(FIRST_LINE + Merkle.sha256(note).hex() + "\n");
  }

  private String path(String origin) {
    String name = Merkle.sha256(Bytes.ofUtf8(origin)).hex();
    return directory.isEmpty() ? name : directory + "/" + name;
  }
}
