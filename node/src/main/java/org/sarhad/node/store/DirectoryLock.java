package org.sarhad.node.store;

import org.sarhad.node.port.Disk;
import org.sarhad.node.port.DiskException;
import org.sarhad.tlog.Bytes;

/// One process at a time on one data directory. Two nodes on one directory would hold one key and
/// sign two histories, which a peer could not tell from treason.
///
/// The lock belongs to the process: it is gone with it, however it ended, and is never stale. It
/// does not help against a *copy* of the directory elsewhere; that is what [HeadLock] and the
/// peer's memory are for.
public final class DirectoryLock implements AutoCloseable {
  private static final String LOCK = "lock";

  /// Not in the lock file itself: closing any handle of that file would give the lock away.
  private static final String OWNER = "lock.owner";

  private final Disk.Hold hold;

  private DirectoryLock(Disk.Hold hold) {
    this.hold = hold;
  }

  /// Takes the lock of the directory that `disk` is. `owner` tells whoever comes second who was
  /// first: process number and start time, for example.
  ///
  /// Throws [DiskException] with [Fault#READ_ONLY] if the directory cannot be written, and
  /// [DirectoryInUseException] if another process has it.
  public static DirectoryLock take(Disk disk, String owner)
      throws DiskException, DirectoryInUseException {
    var hold = disk.tryLock(LOCK);
    if (hold.isEmpty()) {
      var other = WholeFile.read(disk, OWNER).flatMap(Bytes::findUtf8).orElse("unknown").strip();
      throw new DirectoryInUseException(disk.location(), other);
    }
    WholeFile.replace(disk, OWNER, Bytes.ofUtf8(owner + "\n"));
    return new DirectoryLock(hold.get());
  }

  /// Gives the lock back.
  @Override
  public void close() {
    hold.close();
  }

  /// Another process is working on this directory.
  public static final class DirectoryInUseException extends Exception {
    private static final long serialVersionUID = 1;

    private DirectoryInUseException(String directory, String owner) {
      super(
          "%s is in use by another node (%s). Two nodes on one directory would sign two histories under one key. Stop the other one first, or give this one a directory and keys of its own."
              .formatted(directory, owner));
    }
  }
}
