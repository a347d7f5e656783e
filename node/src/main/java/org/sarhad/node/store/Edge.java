package org.sarhad.node.store;

import java.util.ArrayList;
import java.util.List;
import org.sarhad.tlog.Check;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.Tile;
import org.sarhad.tlog.tree.TilePath;

/// The hashes at the right edge of a tree, as rows of tiles: those of the tiles that can still
/// grow, and of full ones that are not in files yet. Everything further left is in files. Not for
/// several threads at once.
final class Edge {
  private static final int WIDTH = TilePath.FULL_WIDTH;

  private final List<Row> rows = new ArrayList<>();

  /// Hashes of one tile level from index `first`, a multiple of 256, on.
  private static final class Row {
    long first;
    List<Hash> hashes = new ArrayList<>();

    long end() {
      return first + hashes.size();
    }
  }

  /// Starts a tile level, the lowest first, at index `first` (a multiple of 256) with the `hashes`
  /// of a growing tile.
  void startRow(long first, List<Hash> hashes) {
    Check.that(
        first % WIDTH == 0 && hashes.size() < WIDTH,
        "row from %d with %d hashes",
        first,
        hashes.size());
    var row = new Row();
    row.first = first;
    row.hashes.addAll(hashes);
    rows.add(row);
  }

  /// Appends a leaf hash, and above it the root of every tile that it fills.
  void append(Hash leaf) {
    add(0, leaf);
  }

  private void add(int level, Hash hash) {
    if (level == rows.size()) {
      rows.add(new Row());
    }
    var row = rows.get(level);
    row.hashes.add(hash);
    if (row.end() % WIDTH == 0) {
      int last = row.hashes.size();
      add(level + 1, Tile.of(row.hashes.subList(last - WIDTH, last)).hash(8, 0));
    }
  }

  /// How many leaves the tree has.
  long size() {
    return rows.isEmpty() ? 0 : rows.getFirst().end();
  }

  /// Whether the tile at `level` and `index` is here and not in a file.
  boolean holds(int level, long index) {
    return level < rows.size()
        && index * WIDTH >= rows.get(level).first
        && index * WIDTH < rows.get(level).end();
  }

  /// The first `width` hashes of the tile at `level` and `index`, which must be here.
  Tile tile(int level, long index, int width) {
    var row = rows.get(level);
    int from = (int) (index * WIDTH - row.first);
    return Tile.of(row.hashes.subList(from, from + width));
  }

  /// The root over the hashes `[index · 2^height, (index + 1) · 2^height)` of a tile level, which
  /// must be here; 0 ≤ `height` ≤ 8.
  Hash subtree(int level, int height, long index) {
    if (height == 0) {
      var row = rows.get(level);
      return row.hashes.get((int) (index - row.first));
    }
    return Merkle.node(
        subtree(level, height - 1, 2 * index), subtree(level, height - 1, 2 * index + 1));
  }

  /// Lets go of all tiles that are full in a tree of `size` leaves: they are in files now.
  void release(long size) {
    for (int level = 0; level < rows.size(); level++) {
      var row = rows.get(level);
      long first = (size >> (8 * level)) / WIDTH * WIDTH;
      if (first > row.first) {
        row.hashes =
            new ArrayList<>(row.hashes.subList((int) (first - row.first), row.hashes.size()));
        row.first = first;
      }
    }
  }
}
