package org.sarhad.node.store;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.Disk.Mode;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.DiskException.Fault;
import org.sarhad.node.port.DiskFile;
import org.sarhad.node.store.PayloadBundle.Item;
import org.sarhad.node.store.PayloadBundle.MalformedPayloadsException;
import org.sarhad.node.store.PayloadBundle.Row;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.TilePath;

/// The files of one log directory, by the paths of tlog-tiles; 05-3. Knows paths and durability,
/// and nothing of what the bytes mean.
final class LogFiles {
  /// The name of the checkpoint, as served.
  static final String CHECKPOINT = "checkpoint";

  private static final String STAGING = "staging";

  /// Enough for the table of almost any payload bundle, so that one read is enough too.
  private static final int TABLE_GUESS_BYTES = 16 << 10;

  private final Disk disk;
  private final String directory;
  private final Set<String> madeDirectories = new HashSet<>();
  private final Set<String> unsyncedDirectories = new TreeSet<>();
  private int staged;

  LogFiles(Disk disk, String directory) {
    this.disk = disk;
    this.directory = Disk.checkPath(directory);
  }

  /// Where the log is, for messages.
  String where() {
    return disk.location() + "/" + directory;
  }

  String at(String path) {
    return directory.isEmpty() ? path : directory + "/" + path;
  }

  // --- reading
  // -------------------------------------------------------------------------------------

  Optional<Bytes> read(String path) throws DiskException {
    return WholeFile.read(disk, at(path));
  }

  /// The bytes of the tile or bundle at `path`, cut to its width if only a wider one is there:
  /// partial files give way to wider ones. Nothing if there is neither.
  Optional<Bytes> read(TilePath path) throws DiskException {
    var exact = read(path.path());
    if (exact.isPresent() || !path.isPartial()) {
      return exact;
    }
    while (true) {
      var wider = widerPartial(path);
      if (wider.isEmpty()) {
        // The full file is there before the last partial one goes.
        return read(path.withWidth(TilePath.FULL_WIDTH).path()).flatMap(bytes -> cut(path, bytes));
      }
      var bytes = read(wider.get().path());
      if (bytes.isPresent()) {
        return cut(path, bytes.get());
      }
      // It gave way to a still wider one between the two looks.
    }
  }

  private Optional<TilePath> widerPartial(TilePath path) throws DiskException {
    return partialWidths(path).stream()
        .filter(width -> width > path.width())
        .findFirst()
        .map(path::withWidth);
  }

  /// The head of a wider tile or bundle that is as wide as `path`; nothing if it is too short for
  /// that.
  private static Optional<Bytes> cut(TilePath path, Bytes wider) {
    int end = 0;
    switch (path) {
      case TilePath.Hashes(int _, long _, int width) -> end = width * Hash.SIZE;
      case TilePath.Entries(long _, int width) -> {
        for (int i = 0; i < width; i++) {
          if (wider.size() - end < 2) {
            return Optional.empty();
          }
          end += 2 + ((wider.at(end) & 0xff) << 8 | (wider.at(end + 1) & 0xff));
        }
      }
    }
    return end <= wider.size() ? Optional.of(wider.slice(0, end)) : Optional.empty();
  }

  /// The widths of the partial files at the place of `path`, ascending.
  List<Integer> partialWidths(TilePath path) throws DiskException {
    return disk.list(at(partialDirectory(path))).stream()
        .filter(name -> name.matches("[1-9][0-9]{0,2}"))
        .map(Integer::valueOf)
        .sorted()
        .toList();
  }

  /// One more than the index of the last tile or bundle under `root`, by names alone: 0 if there is
  /// none. Cost: one listing for each group of three digits.
  long lastIndex(String root) throws DiskException {
    long index = -1;
    long leading = 0;
    String at = root;
    while (true) {
      long deepest = -1;
      for (String name : disk.list(at(at))) {
        if (name.matches("[0-9]{3}(\\.p)?")) {
          index = Math.max(index, leading * 1000 + Long.parseLong(name.substring(0, 3)));
        } else if (name.matches("x[0-9]{3}")) {
          deepest = Math.max(deepest, Long.parseLong(name.substring(1)));
        }
      }
      if (deepest < 0 || leading > Long.MAX_VALUE / 1_000_000) {
        return index + 1;
      }
      leading = leading * 1000 + deepest;
      at += "/x%03d".formatted(deepest);
    }
  }

  private static String partialDirectory(TilePath path) {
    return path.withWidth(TilePath.FULL_WIDTH).path() + ".p";
  }

  /// The table of payload bundle `index`, without its payloads; nothing if there is no such file.
  Optional<List<Row>> readPayloadTable(long index)
      throws DiskException, MalformedPayloadsException {
    var opened = open(PayloadBundle.path(index));
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (var file = opened.get()) {
      return Optional.of(readTable(file));
    }
  }

  /// The payload with that hash in bundle `index`, held or erased, in a slot below `slotEnd`;
  /// nothing if it is not there. Reads the table and the payload, not the whole bundle.
  Optional<Item> readPayload(long index, int slotEnd, Hash sha256)
      throws DiskException, MalformedPayloadsException {
    var opened = open(PayloadBundle.path(index));
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    // Table and payload are of one file even if another one takes its name in between.
    try (var file = opened.get()) {
      var table = readTable(file);
      long at = PayloadBundle.tableBytes(table.size());
      for (var row : table) {
        if (row.sha256().equals(sha256) && row.slot() < slotEnd) {
          return Optional.of(
              row.isHeld()
                  ? readHeld(file, row, at)
                  : new Item(row.slot(), sha256, Optional.empty()));
        }
        at += row.sizeBytes();
      }
      return Optional.empty();
    }
  }

  /// All of payload bundle `index`, if the file is there and has at most `bytesMax` bytes.
  Optional<Bytes> readPayloads(long index, int bytesMax) throws DiskException {
    var opened = open(PayloadBundle.path(index));
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (var file = opened.get()) {
      long size = file.size();
      return size <= bytesMax ? Optional.of(Bytes.of(file.read(0, (int) size))) : Optional.empty();
    }
  }

  private Optional<DiskFile> open(String path) throws DiskException {
    try {
      return Optional.of(disk.open(at(path), Mode.READ));
    } catch (DiskException e) {
      if (e.fault() == Fault.ABSENT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static List<Row> readTable(DiskFile file)
      throws DiskException, MalformedPayloadsException {
    var head = Bytes.of(file.read(0, TABLE_GUESS_BYTES));
    int rows =
        head.size() < PayloadBundle.tableBytes(0) ? 0 : head.asByteBuffer().getShort(8) & 0xffff;
    int wanted = PayloadBundle.tableBytes(rows);
    return PayloadBundle.parseTable(wanted <= head.size() ? head : Bytes.of(file.read(0, wanted)));
  }

  private static Item readHeld(DiskFile file, Row row, long at)
      throws DiskException, MalformedPayloadsException {
    var item = Item.held(row.slot(), Bytes.of(file.read(at, row.sizeBytes())));
    if (!item.sha256().equals(row.sha256())) {
      throw new MalformedPayloadsException("payload " + row.sha256().hex() + " has another hash");
    }
    return item;
  }

  // --- writing
  // -------------------------------------------------------------------------------------

  /// Creates the directory, and clears away what a crash may have left in the middle of writing.
  void prepare() throws DiskException {
    disk.createDirectories(at(STAGING));
    for (String name : disk.list(at(STAGING))) {
      disk.delete(at(STAGING + "/" + name));
    }
  }

  /// Puts `content` at `path` in the place of whatever is there. Durable after [#settle].
  void put(String path, Bytes content) throws DiskException {
    String parent = Disk.parent(at(path));
    if (madeDirectories.add(parent)) {
      disk.createDirectories(parent);
    }
    WholeFile.stage(disk, at(STAGING + "/" + staged++), at(path), content);
    unsyncedDirectories.add(parent);
  }

  /// Makes durable everything that was put.
  void settle() throws DiskException {
    for (String unsynced : unsyncedDirectories) {
      disk.syncDirectory(unsynced);
    }
    unsyncedDirectories.clear();
  }

  /// Deletes the file at `path` if there is one. Durable after [#settle].
  void delete(String path) throws DiskException {
    if (disk.isFile(at(path))) {
      disk.delete(at(path));
      unsyncedDirectories.add(Disk.parent(at(path)));
    }
  }

  /// Deletes the partial files at the place of `path`, except those in `wanted`. Nothing is made
  /// durable: one that comes back after a crash is overwritten before it is needed.
  void deletePartials(TilePath path, Set<TilePath> wanted) throws DiskException {
    var widths = partialWidths(path);
    boolean isEmpty = true;
    for (int width : widths) {
      var partial = path.withWidth(width);
      if (wanted.contains(partial)) {
        isEmpty = false;
      } else {
        disk.delete(at(partial.path()));
      }
    }
    if (isEmpty && !widths.isEmpty()) {
      disk.delete(at(partialDirectory(path)));
      madeDirectories.remove(at(partialDirectory(path)));
    }
  }
}
