package org.sarhad.node.exhibit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.Disk.Mode;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.store.WholeFile;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Files that are held whole, each in a directory named by its SHA-256 (05-7.3). They never change:
/// they come by a rename, and go when the record lets go of them. For several threads.
final class WholeFiles {
  private final Disk disk;
  private final String directory;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Hash, HeldFile> files = new ConcurrentSkipListMap<>();
  private final Map<Hash, String> damaged = new ConcurrentSkipListMap<>();
  private volatile Optional<Recent> recent = Optional.empty();

  /// The chunk that was read last. Pieces are asked for one behind the other, and each chunk is
  /// checked before any of it is given: this saves reading it anew for every piece.
  private record Recent(Hash file, int index, Bytes bytes) {}

  /// What is held in `directory`, which is made if it is not there. A deletion that was begun is
  /// finished. What is not what it should be is damaged, and left as it is.
  WholeFiles(Disk disk, String directory) throws DiskException {
    this.disk = disk;
    this.directory = directory;
    disk.createDirectories(directory);
    for (String name : disk.list(directory)) {
      var sha256 = Hash.parseHex(name);
      if (sha256.isPresent()) {
        open(sha256.get());
      }
    }
  }

  private void open(Hash sha256) throws DiskException {
    var place = place(sha256);
    var text = WholeFile.read(disk, place + "/" + Part.CARD);
    boolean hasBytes = disk.isFile(place + "/" + Part.BYTES);
    if (text.isEmpty()) {
      if (hasBytes) {
        damaged.put(sha256, "its card is missing");
      } else {
        removeDirectory(place);
      }
      return;
    }
    HeldCard card;
    try {
      card = HeldCard.parse(text.get());
    } catch (MalformedJsonException e) {
      damaged.put(sha256, "its card is damaged: " + e.getMessage());
      return;
    }
    if (card.isErased()) {
      remove(place);
    } else if (hasBytes && sizeOf(place) == card.sizeBytes()) {
      files.put(sha256, new HeldFile(sha256, card));
    } else {
      damaged.put(sha256, hasBytes ? "its size is another" : "its bytes are missing");
    }
  }

  private long sizeOf(String place) throws DiskException {
    try (var file = disk.open(place + "/" + Part.BYTES, Mode.READ)) {
      return file.size();
    }
  }

  Optional<HeldFile> find(Hash sha256) {
    return Optional.ofNullable(files.get(sha256));
  }

  Collection<HeldFile> list() {
    return List.copyOf(files.values());
  }

  /// What is wrong, by digest.
  Map<Hash, String> damaged() {
    return Map.copyOf(damaged);
  }

  /// Moves the bytes of `part`, which were checked, to their place: card first, then the rename, so
  /// that bytes in a place of their own always have a card (05-7.4). Whatever was there damaged
  /// gives way. Durable when it returns; begun again after a cut, it ends the same way.
  HeldFile take(Part part, Hash sha256, HeldCard card) throws DiskException {
    lock.lock();
    try {
      var held = find(sha256);
      if (held.isEmpty() || damaged.containsKey(sha256)) {
        var names = held.map(file -> file.card().exhibits()).orElse(card.exhibits());
        var named = card.naming(names);
        var place = place(sha256);
        disk.createDirectories(place);
        WholeFile.replace(disk, place + "/" + Part.CARD, named.bytes());
        disk.rename(part.directory() + "/" + Part.BYTES, place + "/" + Part.BYTES);
        disk.syncDirectory(place);
        held = Optional.of(new HeldFile(sha256, named));
        files.put(sha256, held.get());
        damaged.remove(sha256);
      }
      return held.get();
    } finally {
      lock.unlock();
    }
  }

  /// Writes down that exhibits are known by a file, durably; nothing is written when they were.
  void name(Hash sha256, SortedSet<EntryId> exhibits) throws DiskException {
    lock.lock();
    try {
      var held = files.get(sha256);
      if (held != null) {
        var card = held.card().naming(exhibits);
        if (!card.equals(held.card())) {
          WholeFile.replace(disk, place(sha256) + "/" + Part.CARD, card.bytes());
          files.put(sha256, new HeldFile(sha256, card));
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /// Deletes a file, durably. The card says so first, so that a cut never leaves it looking
  /// damaged.
  void erase(Hash sha256) throws DiskException {
    lock.lock();
    try {
      var held = files.remove(sha256);
      recent = Optional.empty();
      if (held != null) {
        var place = place(sha256);
        WholeFile.replace(disk, place + "/" + Part.CARD, held.card().erased().bytes());
        remove(place);
      }
    } finally {
      lock.unlock();
    }
  }

  private void remove(String place) throws DiskException {
    disk.delete(place + "/" + Part.BYTES);
    disk.syncDirectory(place);
    disk.delete(place + "/" + Part.CARD);
    removeDirectory(place);
  }

  private void removeDirectory(String place) throws DiskException {
    for (String name : disk.list(place)) {
      disk.delete(place + "/" + name);
    }
    disk.syncDirectory(place);
    disk.delete(place);
    disk.syncDirectory(directory);
  }

  /// The chunk `index` of a file, read and compared with its digest; empty when there is none, or
  /// it is damaged, which is noted.
  Optional<Bytes> chunk(Hash sha256, int index) throws DiskException {
    var known = recent;
    if (known.isPresent() && known.get().file.equals(sha256) && known.get().index == index) {
      return Optional.of(known.get().bytes);
    }
    var held = files.get(sha256);
    if (held == null || !held.card().plan().has(index)) {
      return Optional.empty();
    }
    var plan = held.card().plan();
    Bytes bytes;
    try (var file = disk.open(place(sha256) + "/" + Part.BYTES, Mode.READ)) {
      bytes = Bytes.of(file.read(plan.offsetOf(index), plan.sizeOf(index)));
    }
    if (!Merkle.sha256(bytes).equals(held.card().chunks().get(index))) {
      damaged.put(sha256, "chunk %d is not what was written".formatted(index));
      return Optional.empty();
    }
    recent = Optional.of(new Recent(sha256, index, bytes));
    return Optional.of(bytes);
  }

  private String place(Hash sha256) {
    return directory + "/" + sha256.hex();
  }
}
