package org.sarhad.node.store;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.store.PayloadBundle.Item;
import org.sarhad.node.store.PayloadBundle.MalformedPayloadsException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.Tile;
import org.sarhad.tlog.tree.TilePath;
import org.sarhad.tlog.tree.Tree;

/// Reads what is in a log directory without touching it and without believing it: for evidence, and
/// for copies that may be damaged. What cannot be read is simply not there; [DirectoryCheck] says
/// why. For several threads.
public final class LogReader {
  private static final int WIDTH = TilePath.FULL_WIDTH;
  private static final long CACHE_BYTES = 8 << 20;

  private final LogFiles files;
  private final CheckSource source;
  private final Lru<TilePath.Hashes, List<Hash>> tiles =
      new Lru<>(CACHE_BYTES, hashes -> hashes.size() * Hash.SIZE);

  /// A hash that no file tells.
  private static final class UnknownHashException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /// The log in `directory` of `disk`.
  public LogReader(Disk disk, String directory) {
    this.files = new LogFiles(disk, directory);
    this.source = new CheckSource(files);
  }

  /// The file with the signed head.
  public Optional<Bytes> checkpoint() {
    return file(LogFiles.CHECKPOINT);
  }

  /// The file at `path`, relative to the log's directory.
  public Optional<Bytes> file(String path) {
    return source.read(path).bytes();
  }

  /// How many bundles of 256 entries there may be, by the names of the files.
  public long bundles() {
    return source.sizeByNames() / WIDTH;
  }

  /// The first bundle of entries that is here at all, as a whole or in part; [#bundles] if none is.
  public long firstBundle() {
    long index = 0;
    long end = bundles();
    while (index < end && !isThere(index)) {
      index++;
    }
    return index;
  }

  private boolean isThere(long index) {
    var full = new TilePath.Entries(index, WIDTH);
    return source.read(full).bytes().isPresent() || !source.partialWidths(full).isEmpty();
  }

  /// The entries of bundle `index`, as far as they can be told apart.
  public List<Bytes> entries(long index) {
    var full = new TilePath.Entries(index, WIDTH);
    if (source.read(full).bytes().isPresent()) {
      return source.bundle(index, WIDTH).entries();
    }
    var widths = source.partialWidths(full);
    return widths.isEmpty() ? List.of() : source.bundle(index, widths.getLast()).entries();
  }

  /// The hashes of the payloads beside bundle `index`, held or known to be erased; nothing if the
  /// file is there and its table cannot be read.
  public Optional<Set<Hash>> payloads(long index) {
    try {
      var hashes = new HashSet<Hash>();
      files
          .readPayloadTable(index)
          .ifPresent(rows -> rows.forEach(row -> hashes.add(row.sha256())));
      return Optional.of(hashes);
    } catch (DiskException | MalformedPayloadsException _) {
      return Optional.empty();
    }
  }

  /// The payload with that hash beside the entry at `index`, intact.
  public Optional<Bytes> findPayload(long index, Hash sha256) {
    try {
      return files.readPayload(index / WIDTH, WIDTH, sha256).flatMap(Item::bytes);
    } catch (DiskException | MalformedPayloadsException _) {
      return Optional.empty();
    }
  }

  /// The root that the tiles of a tree of `size` entries tell for its first `prefixSize`; nothing
  /// if one that is needed is not there. Cost: about one tile for each eight bits of the size.
  public Optional<Hash> findRoot(long prefixSize, long size) {
    HashReader hashes =
        (level, index) -> {
          long tile = (index << (level % 8)) / WIDTH;
          var row = row(level / 8, tile, size);
          int inTile = (int) (index - ((tile * WIDTH) >> (level % 8)));
          return Tile.of(row).hash(level % 8, inTile);
        };
    try {
      return prefixSize <= size ? Optional.of(Tree.root(prefixSize, hashes)) : Optional.empty();
    } catch (UnknownHashException _) {
      return Optional.empty();
    }
  }

  private List<Hash> row(int level, long index, long size) {
    int width = (int) Math.min(WIDTH, (size >> (8 * level)) - index * WIDTH);
    var path = new TilePath.Hashes(level, index, width);
    return tiles.find(path).orElseGet(() -> read(path));
  }

  private List<Hash> read(TilePath.Hashes path) {
    var row = source.row(path.level(), path.index(), path.width());
    if (!row.isWhole()) {
      throw new UnknownHashException();
    }
    tiles.put(path, row.hashes());
    return row.hashes();
  }
}
