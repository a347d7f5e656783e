package org.sarhad.node.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.sarhad.node.port.DiskException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.tree.EntryBundle;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.Tile;
import org.sarhad.tlog.tree.TilePath;

/// The tiles and entry bundles of a log directory, each compared with the tree before it is
/// believed: a tile with the hash that the tile above has for it, a bundle with its tile. What was
/// read lately is kept, some 6 MiB of it.
final class TileFiles {
  private static final int WIDTH = TilePath.FULL_WIDTH;
  private static final long TILE_CACHE_BYTES = 2 << 20;
  private static final long BUNDLE_CACHE_BYTES = 4 << 20;

  private final LogFiles files;
  private final HashReader tree;
  private final Lru<TilePath, Tile> tiles =
      new Lru<>(TILE_CACHE_BYTES, tile -> tile.bytes().size());
  private final Lru<TilePath, EntryBundle> bundles =
      new Lru<>(BUNDLE_CACHE_BYTES, TileFiles::sizeOf);

  /// Reads `files`; `tree` is asked for the root of every full tile.
  TileFiles(LogFiles files, HashReader tree) {
    this.files = files;
    this.tree = tree;
  }

  /// A full tile. Throws [UncheckedIOException] if it cannot be read or is not what was written.
  Tile tile(int level, long index) {
    var path = new TilePath.Hashes(level, index, WIDTH);
    var kept = tiles.find(path);
    if (kept.isPresent()) {
      return kept.get();
    }
    try {
      var tile = load(path);
      if (!tile.hash(8, 0).equals(tree.hash(8 * (level + 1), index))) {
        throw damaged(path.path() + " is not what was written");
      }
      tiles.put(path, tile);
      return tile;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A full bundle. Throws as [#tile].
  EntryBundle bundle(long index) {
    var path = new TilePath.Entries(index, WIDTH);
    var kept = bundles.find(path);
    if (kept.isPresent()) {
      return kept.get();
    }
    try {
      var bundle = load(path, tile(0, index));
      bundles.put(path, bundle);
      return bundle;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The tile at `path`, compared with nothing.
  Tile load(TilePath.Hashes path) throws DiskException, DamagedLogException {
    try {
      return Tile.parse(read(path), path.width());
    } catch (MalformedException e) {
      throw damaged(path.path() + " is not what was written (" + e.getMessage() + ")");
    }
  }

  /// The bundle at `path`, every entry compared with its hash in `leaves`.
  EntryBundle load(TilePath.Entries path, Tile leaves) throws DiskException, DamagedLogException {
    EntryBundle bundle;
    try {
      bundle = EntryBundle.parse(read(path), path.width());
    } catch (MalformedException e) {
      throw damaged(path.path() + " is not what was written (" + e.getMessage() + ")");
    }
    for (int i = 0; i < path.width(); i++) {
      if (!Merkle.leaf(bundle.entries().get(i)).equals(leaves.hash(i))) {
        throw damaged(
            "entry %d in %s is not what was written"
                .formatted(path.index() * WIDTH + i, path.path()));
      }
    }
    return bundle;
  }

  private Bytes read(TilePath path) throws DiskException, DamagedLogException {
    return files.read(path).orElseThrow(() -> damaged(path.path() + " is missing"));
  }

  /// Forgets what was read: the files have changed.
  void forget() {
    tiles.clear();
    bundles.clear();
  }

  private DamagedLogException damaged(String what) {
    return new DamagedLogException(files.where(), what);
  }

  private static int sizeOf(EntryBundle bundle) {
    return bundle.entries().stream().mapToInt(entry -> entry.size() + 64).sum();
  }
}
