package org.sarhad.node.exhibit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.Disk.Mode;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.store.WholeFile;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// The files of one part: `card`, `table` and `bytes` in a directory of its own (05-7.2). Chunks
/// come in any order, and as often as somebody likes to send them; one is there once its bytes were
/// synced and then its sector in the table.
///
/// For several threads; those that change it wait for each other.
final class Part {
  static final String CARD = "card";
  static final String TABLE = "table";
  static final String BYTES = "bytes";
  private static final int READ_BYTES = 1 << 20;

  private final Disk disk;
  private final String directory;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile PartState state;
  private volatile long touchedAtNanos;
  private volatile boolean isStuck;

  private Part(Disk disk, String directory, PartState state, long nowNanos) {
    this.disk = disk;
    this.directory = directory;
    this.state = state;
    this.touchedAtNanos = nowNanos;
  }

  /// A new part in `directory`, which is made. Durable when it returns; what a cut leaves of it has
  /// no card.
  static Part create(Disk disk, String directory, String id, PartCard card, long nowNanos)
      throws DiskException {
    disk.createDirectories(directory);
    disk.open(directory + "/" + BYTES, Mode.CREATE).close();
    disk.open(directory + "/" + TABLE, Mode.CREATE).close();
    // Or a cut could leave the card without what it speaks of.
    disk.syncDirectory(directory);
    WholeFile.replace(disk, directory + "/" + CARD, card.bytes());
    var chunks = Collections.nCopies(card.plan().count(), Optional.<Hash>empty());
    return new Part(disk, directory, new PartState(id, card, chunks), nowNanos);
  }

  /// The part in `directory`; empty when it never came to have a card.
  static Optional<Part> open(Disk disk, String directory, String id, long nowNanos)
      throws DiskException, MalformedJsonException {
    var text = WholeFile.read(disk, directory + "/" + CARD);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var card = PartCard.parse(text.get());
    var chunks = new ArrayList<Optional<Hash>>();
    try (var table = disk.open(directory + "/" + TABLE, Mode.READ)) {
      for (int index = 0; index < card.plan().count(); index++) {
        chunks.add(ChunkTable.find(table, index));
      }
    }
    if (card.isGathering()) {
      renew(disk, directory, card.plan(), chunks);
    }
    return Optional.of(new Part(disk, directory, new PartState(id, card, chunks), nowNanos));
  }

  /// Makes what was read durable: an earlier process may have written what it could not sync, which
  /// this one sees and a power cut would take. The table is written anew; the bytes behind the last
  /// chunk that counts are cut off, so that writing them again also writes the size again.
  private static void renew(
      Disk disk, String directory, ChunkPlan plan, List<Optional<Hash>> chunks)
      throws DiskException {
    WholeFile.replace(disk, directory + "/" + TABLE, ChunkTable.of(chunks));
    long end = 0;
    for (int index = 0; index < chunks.size(); index++) {
      if (chunks.get(index).isPresent()) {
        end = plan.offsetOf(index) + plan.sizeOf(index);
      }
    }
    try (var file = disk.open(directory + "/" + BYTES, Mode.WRITE)) {
      file.truncate(end);
      file.sync();
    }
  }

  PartState state() {
    return state;
  }

  String directory() {
    return directory;
  }

  /// Whether the device failed while this was written. Nothing is added any more in this run: a
  /// sync that succeeds after one that failed proves nothing (05-1.2). The next start goes on with
  /// what was acknowledged.
  boolean isStuck() {
    return isStuck;
  }

  /// Notes that the device failed.
  void stick() {
    isStuck = true;
  }

  /// When something was last added, by [org.sarhad.node.port.Clock#nanos]; or when it was opened.
  long touchedAtNanos() {
    return touchedAtNanos;
  }

  /// Adds the chunk `index`, whose size and digest the caller has checked. Cost: two synced writes,
  /// none when it is there already.
  Optional<FileRefusal> put(int index, Hash sha256, Bytes bytes, long nowNanos)
      throws DiskException {
    lock.lock();
    try {
      if (!state.card().isGathering()) {
        return Optional.of(FileRefusal.UPLOAD_UNKNOWN);
      }
      var before = state.chunks().get(index);
      if (before.isPresent()) {
        return before.get().equals(sha256)
            ? Optional.empty()
            : Optional.of(FileRefusal.CHUNK_TAKEN);
      }
      try (var file = disk.open(directory + "/" + BYTES, Mode.WRITE)) {
        file.write(state.card().plan().offsetOf(index), bytes.asByteBuffer());
        file.sync();
      }
      try (var table = disk.open(directory + "/" + TABLE, Mode.WRITE)) {
        ChunkTable.put(table, index, sha256);
      }
      state = state.with(index, Optional.of(sha256));
      touchedAtNanos = nowNanos;
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /// Does `work` while nothing can be added.
  <T> T alone(Work<T> work) throws IOException {
    lock.lock();
    try {
      return work.run();
    } finally {
      lock.unlock();
    }
  }

  /// Something that is done while nothing can be added.
  interface Work<T> {
    T run() throws IOException;
  }

  /// Reads all bytes back and returns their SHA-256; empty when a chunk is not what the table says,
  /// which is then noted as missing. Holds 1 MiB. The caller has it [#alone].
  Optional<Hash> digest() throws DiskException {
    var plan = state.card().plan();
    var rotten = new ArrayList<Integer>();
    var whole = Digests.sha256();
    try (var file = disk.open(directory + "/" + BYTES, Mode.READ)) {
      var buffer = ByteBuffer.allocate(Math.min(READ_BYTES, plan.chunkBytes()));
      for (int index = 0; index < plan.count(); index++) {
        var chunk = Digests.sha256();
        long end = plan.offsetOf(index) + plan.sizeOf(index);
        for (long at = plan.offsetOf(index); at < end; at += buffer.capacity()) {
          buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
          file.read(at, buffer);
          buffer.flip();
          chunk.update(buffer.duplicate());
          whole.update(buffer);
        }
        if (!state.chunks().get(index).equals(Optional.of(hash(chunk)))) {
          rotten.add(index);
        }
      }
    }
    if (rotten.isEmpty()) {
      return Optional.of(hash(whole));
    }
    forget(rotten);
    return Optional.empty();
  }

  private void forget(List<Integer> rotten) throws DiskException {
    try (var table = disk.open(directory + "/" + TABLE, Mode.WRITE)) {
      for (int index : rotten) {
        ChunkTable.clear(table, index);
        state = state.with(index, Optional.empty());
      }
    }
  }

  /// Writes down what the bytes came to, durably.
  void conclude(PartCard.Outcome outcome) throws DiskException {
    var card = state.card().with(outcome);
    WholeFile.replace(disk, directory + "/" + CARD, card.bytes());
    state = state.with(card);
  }

  /// Deletes it. What a cut leaves has no card, and is deleted at the next start.
  void delete() throws DiskException {
    delete(disk, directory);
  }

  static void delete(Disk disk, String directory) throws DiskException {
    disk.delete(directory + "/" + CARD);
    disk.syncDirectory(directory);
    for (String name : disk.list(directory)) {
      disk.delete(directory + "/" + name);
    }
    disk.syncDirectory(directory);
    disk.delete(directory);
    disk.syncDirectory(Disk.parent(directory));
  }

  private static Hash hash(MessageDigest digest) {
    return Hash.of(digest.digest());
  }
}
