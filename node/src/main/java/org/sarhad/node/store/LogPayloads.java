package org.sarhad.node.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.store.PayloadBundle.Item;
import org.sarhad.node.store.PayloadBundle.MalformedPayloadsException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.TilePath;

/// The payloads beside the entries of one log: new ones in memory, the others in their bundles;
/// 05-4.
///
/// Methods that change files, and [#bundlesOf], must not run at the same time; the log directory
/// sees to that. All others may be called from any thread.
final class LogPayloads {
  private static final int WIDTH = TilePath.FULL_WIDTH;

  /// A bundle of at most so many bytes is read at once by a [#reader].
  private static final int WHOLE_BYTES_MAX = 4 << 20;

  private final LogFiles files;

  /// How many entries are in files. A bundle may hold payloads of entries beyond: left behind by an
  /// interrupted write, and perhaps of entries that gave way to others since. They are as good as
  /// not there.
  private final LongSupplier materialised;

  private final ReentrantLock state = new ReentrantLock();

  /// Payloads that are not in their bundles yet, by bundle.
  private final TreeMap<Long, List<Item>> added = new TreeMap<>();

  private Optional<PayloadIndex> index = Optional.empty();

  /// The payloads in `files`; `materialised` says up to which entry bundles are to be believed.
  LogPayloads(LogFiles files, LongSupplier materialised) {
    this.files = files;
    this.materialised = materialised;
  }

  /// Adds a payload of the entry at `entry`, in memory.
  void add(long entry, Bytes payload) {
    var item = Item.held(slot(entry), payload);
    state.lock();
    try {
      var items = added.computeIfAbsent(entry / WIDTH, _ -> new ArrayList<>());
      if (items.stream().noneMatch(known -> known.isAt(item.slot(), item.sha256()))) {
        items.add(item);
        index.ifPresent(known -> known.add(item.sha256(), entry / WIDTH));
      }
    } finally {
      state.unlock();
    }
  }

  /// The payload with that hash in `bundle`, held or erased.
  Optional<Item> find(long bundle, Hash sha256) {
    state.lock();
    try {
      for (var item : added.getOrDefault(bundle, List.of())) {
        if (item.sha256().equals(sha256)) {
          return Optional.of(item);
        }
      }
    } finally {
      state.unlock();
    }
    try {
      return files.readPayload(bundle, slotEnd(bundle), sha256);
    } catch (MalformedPayloadsException e) {
      throw new UncheckedIOException(damaged(bundle, e));
    } catch (DiskException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Finds payloads in `bundle`: for whoever wants most of them, one after the other. A bundle of
  /// ordinary size is read at once, a larger one payload by payload.
  Function<Hash, Optional<Bytes>> reader(long bundle) {
    try {
      var file = files.readPayloads(bundle, WHOLE_BYTES_MAX);
      if (file.isEmpty()) {
        return sha256 -> find(bundle, sha256).flatMap(Item::bytes);
      }
      int slotEnd = slotEnd(bundle);
      var found = new HashMap<Hash, Optional<Bytes>>();
      PayloadBundle.parse(file.get()).items().stream()
          .filter(item -> item.slot() < slotEnd)
          .forEach(item -> found.putIfAbsent(item.sha256(), item.bytes()));
      // What was not in the file is in memory, or has come into the file from there since.
      return sha256 ->
          found.containsKey(sha256)
              ? found.getOrDefault(sha256, Optional.empty())
              : find(bundle, sha256).flatMap(Item::bytes);
    } catch (MalformedPayloadsException e) {
      throw new UncheckedIOException(damaged(bundle, e));
    } catch (DiskException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The bundles in which a payload with that hash may be.
  List<Long> bundlesOf(Hash sha256) {
    if (!isIndexed()) {
      buildIndex();
    }
    state.lock();
    try {
      return index.orElseThrow().bundlesOf(sha256);
    } finally {
      state.unlock();
    }
  }

  private boolean isIndexed() {
    state.lock();
    try {
      return index.isPresent();
    } finally {
      state.unlock();
    }
  }

  private void buildIndex() {
    var built = new PayloadIndex();
    try {
      for (long bundle = 0; bundle * WIDTH < materialised.getAsLong(); bundle++) {
        addTable(built, bundle);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    state.lock();
    try {
      added.forEach((bundle, items) -> items.forEach(item -> built.add(item.sha256(), bundle)));
      index = Optional.of(built);
    } finally {
      state.unlock();
    }
  }

  private void addTable(PayloadIndex built, long bundle) throws DiskException, DamagedLogException {
    try {
      for (var row : files.readPayloadTable(bundle).orElse(List.of())) {
        if (row.slot() < slotEnd(bundle)) {
          built.add(row.sha256(), bundle);
        }
      }
    } catch (MalformedPayloadsException e) {
      throw damaged(bundle, e);
    }
  }

  /// Erases the payload with that hash from `bundle`, in memory and in the file, which must then be
  /// settled. Returns whether it was there.
  boolean erase(long bundle, Hash sha256) throws DiskException, DamagedLogException {
    boolean wasAdded = eraseAdded(bundle, sha256);
    var before = load(bundle);
    var after = before.without(sha256);
    if (!after.equals(before)) {
      files.put(PayloadBundle.path(bundle), after.bytes());
    }
    return wasAdded || !after.equals(before);
  }

  private boolean eraseAdded(long bundle, Hash sha256) {
    state.lock();
    try {
      var before = new PayloadBundle(added.getOrDefault(bundle, List.of()));
      var after = before.without(sha256);
      if (after.equals(before)) {
        return false;
      }
      added.put(bundle, new ArrayList<>(after.items()));
      return true;
    } finally {
      state.unlock();
    }
  }

  /// What is in memory now of the first `size` entries, by bundle. What belongs to later ones waits
  /// for them: in a file it would be of an entry beyond, as good as not there.
  Map<Long, List<Item>> addedBelow(long size) {
    state.lock();
    try {
      var copy = new TreeMap<Long, List<Item>>();
      added
          .headMap(size / WIDTH, true)
          .forEach(
              (bundle, items) -> {
                var below =
                    items.stream()
                        .filter(item -> bundle < size / WIDTH || item.slot() < slot(size))
                        .toList();
                if (!below.isEmpty()) {
                  copy.put(bundle, below);
                }
              });
      return copy;
    } finally {
      state.unlock();
    }
  }

  /// Adds `items` to their bundles, which must then be settled.
  void write(Map<Long, List<Item>> items) throws DiskException, DamagedLogException {
    for (var bundle : items.entrySet()) {
      files.put(
          PayloadBundle.path(bundle.getKey()),
          load(bundle.getKey()).with(bundle.getValue()).bytes());
    }
  }

  /// Lets go of `items`, which are settled in their bundles.
  void release(Map<Long, List<Item>> items) {
    state.lock();
    try {
      items.forEach(
          (bundle, settled) -> {
            var left = added.getOrDefault(bundle, new ArrayList<>());
            left.removeAll(settled);
            if (left.isEmpty()) {
              added.remove(bundle);
            }
          });
    } finally {
      state.unlock();
    }
  }

  /// Takes the payloads of entries from `size` on out of the bundle that other entries share with
  /// them. Must then be settled.
  void truncateFile(long size) throws DiskException, DamagedLogException {
    var before = load(size / WIDTH);
    var after =
        new PayloadBundle(
            before.items().stream().filter(item -> item.slot() < slot(size)).toList());
    if (!after.equals(before)) {
      files.put(PayloadBundle.path(size / WIDTH), after.bytes());
    }
  }

  /// Forgets the payloads of entries from `size` on.
  void truncateMemory(long size) {
    state.lock();
    try {
      added.tailMap(size / WIDTH, false).clear();
      var last = added.getOrDefault(size / WIDTH, new ArrayList<>());
      last.removeIf(item -> item.slot() >= slot(size));
      if (last.isEmpty()) {
        added.remove(size / WIDTH);
      }
      index = Optional.empty();
    } finally {
      state.unlock();
    }
  }

  private PayloadBundle load(long bundle) throws DiskException, DamagedLogException {
    var file = files.read(PayloadBundle.path(bundle));
    try {
      var items = file.isPresent() ? PayloadBundle.parse(file.get()).items() : List.<Item>of();
      int slotEnd = slotEnd(bundle);
      return new PayloadBundle(items.stream().filter(item -> item.slot() < slotEnd).toList());
    } catch (MalformedPayloadsException e) {
      throw damaged(bundle, e);
    }
  }

  /// Up to which slot a bundle is to be believed.
  private int slotEnd(long bundle) {
    return Math.clamp(materialised.getAsLong() - bundle * WIDTH, 0, WIDTH);
  }

  private DamagedLogException damaged(long bundle, MalformedPayloadsException e) {
    return new DamagedLogException(
        files.where(), PayloadBundle.path(bundle) + " is not what was written: " + e.getMessage());
  }

  private static int slot(long entry) {
    return (int) (entry % WIDTH);
  }
}
