package org.sarhad.node.exhibit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.store.WholeFile;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// Chunks that were given and are wrong, kept with their bytes for whoever has to say so. No more
/// of them than there is any use for: a side that gives nothing but wrong ones does not fill the
/// disk. For several threads.
final class WrongChunks {
  /// Of one file.
  static final int PER_FILE_MAX = 4;

  /// Of all files.
  static final int MAX = 64;

  private final Disk disk;
  private final String directory;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<WrongChunk> kept = new CopyOnWriteArrayList<>();

  /// What is kept in `directory`, which is made if it is not there.
  WrongChunks(Disk disk, String directory) throws DiskException {
    this.disk = disk;
    this.directory = directory;
    disk.createDirectories(directory);
    for (String name : disk.list(directory)) {
      var chunk = WrongChunk.parse(name);
      if (chunk.isPresent()) {
        kept.add(chunk.get());
      } else if (name.endsWith(".new")) {
        disk.delete(directory + "/" + name);
      }
    }
  }

  /// What is kept, in the order of names.
  List<WrongChunk> list() {
    return List.copyOf(kept);
  }

  /// Keeps the bytes of a chunk, durably, if there is any use for more. Returns whether it did.
  boolean keep(WrongChunk chunk, Bytes bytes) throws DiskException {
    lock.lock();
    try {
      long same = kept.stream().filter(known -> known.file().equals(chunk.file())).count();
      boolean isKnown =
          kept.stream()
              .anyMatch(
                  known ->
                      known.file().equals(chunk.file())
                          && known.chunk() == chunk.chunk()
                          && known.found().equals(chunk.found()));
      if (isKnown || same >= PER_FILE_MAX || kept.size() >= MAX) {
        return false;
      }
      WholeFile.replace(disk, directory + "/" + chunk.name(), bytes);
      kept.add(chunk);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// The bytes of a chunk that is kept.
  Optional<Bytes> find(Hash file, int index, Hash found) throws DiskException {
    for (var chunk : kept) {
      if (chunk.file().equals(file) && chunk.chunk() == index && chunk.found().equals(found)) {
        return WholeFile.read(disk, directory + "/" + chunk.name());
      }
    }
    return Optional.empty();
  }

  /// Deletes what is kept about `file`, durably.
  void forget(Hash file) throws DiskException {
    lock.lock();
    try {
      for (var chunk : List.copyOf(kept)) {
        if (chunk.file().equals(file)) {
          disk.delete(directory + "/" + chunk.name());
          kept.remove(chunk);
        }
      }
      disk.syncDirectory(directory);
    } finally {
      lock.unlock();
    }
  }
}
