package org.sarhad.node.machine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.Tile;
import org.sarhad.tlog.tree.TilePath;
import org.sarhad.tlog.tree.TileReader;

/// The tree under a head of somebody else's log, as far as its tiles have been fetched.
///
/// A computation over the tree is tried with what is here; it either comes to its end or says which
/// tile it misses, and is tried again when that has come. Nothing in a tile is believed: what is
/// computed are proofs, and those are verified against the head.
final class RemoteTree {
  private final long size;
  private final Map<TilePath.Hashes, Tile> tiles = new HashMap<>();
  private Optional<TilePath.Hashes> missing = Optional.empty();

  /// The tree of `size` leaves; nothing fetched yet.
  RemoteTree(long size) {
    this.size = size;
  }

  /// How many leaves it has.
  long size() {
    return size;
  }

  /// The result of `computation`, or empty if a tile is missing; [#missing] says which.
  <T> Optional<T> compute(Function<HashReader, T> computation) {
    try {
      missing = Optional.empty();
      return Optional.of(computation.apply(new TileReader(size, this::tile)));
    } catch (MissingTile e) {
      missing = Optional.of(e.path);
      return Optional.empty();
    }
  }

  /// The tile that the last computation stopped at, if it did.
  Optional<TilePath.Hashes> missing() {
    return missing;
  }

  /// Takes `file`, fetched as the tile at `path`; false if it is no such tile. What is not missing
  /// any more, because it has come twice or too late, is let go.
  boolean take(String path, Bytes file) {
    var wanted = missing.filter(tile -> tile.path().equals(path));
    try {
      if (wanted.isPresent()) {
        tiles.put(wanted.get(), Tile.parse(file, wanted.get().width()));
        missing = Optional.empty();
      }
      return true;
    } catch (MalformedException _) {
      return false;
    }
  }

  private Tile tile(TilePath.Hashes path) {
    var tile = tiles.get(path);
    if (tile == null) {
      throw new MissingTile(path);
    }
    return tile;
  }

  /// Unwinds a computation. Carries no stack: it is thrown once per tile.
  private static final class MissingTile extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient TilePath.Hashes path;

    MissingTile(TilePath.Hashes path) {
      super(path.path(), null, false, false);
      this.path = path;
    }
  }
}
