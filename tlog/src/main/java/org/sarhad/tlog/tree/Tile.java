package org.sarhad.tlog.tree;

import java.util.List;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Check;

/// A row of 1 to 256 neighbouring hashes of one level, as served; tlog-tiles, "Merkle Tree".
///
/// A tile of level *l* holds the hashes `hash(8 l, 256 n + i)` in the words of [HashReader]. The
/// seven levels between it and the next tile above are not stored; [#hash] computes them.
///
/// @param bytes the hashes, 32 bytes each, one behind the other
public record Tile(Bytes bytes) {
  /// The size of a full tile, in bytes.
  public static final int BYTES_MAX = TilePath.FULL_WIDTH * Hash.SIZE;

  /// Throws [IllegalArgumentException] unless `bytes` is a row of 1 to 256 hashes.
  public Tile {
    if (bytes.isEmpty() || bytes.size() % Hash.SIZE != 0 || bytes.size() > BYTES_MAX) {
      throw new IllegalArgumentException(
          "a tile has 1 to 256 hashes of 32 bytes, not %d bytes".formatted(bytes.size()));
    }
  }

  /// The tile with these 1 to 256 hashes.
  public static Tile of(List<Hash> hashes) {
    var row = new byte[hashes.size() * Hash.SIZE];
    for (int i = 0; i < hashes.size(); i++) {
      hashes.get(i).copyTo(row, i * Hash.SIZE);
    }
    return new Tile(Bytes.of(row));
  }

  /// The tile in `bytes`, which must hold exactly `width` (1 to 256) hashes.
  public static Tile parse(Bytes bytes, int width) throws MalformedTileException {
    Check.that(width >= 1 && width <= TilePath.FULL_WIDTH, "tile width %d", width);
    if (bytes.size() != width * Hash.SIZE) {
      throw new MalformedTileException(
          "tile of width " + width, bytes.size() + " bytes", width * Hash.SIZE + " bytes");
    }
    return new Tile(bytes);
  }

  /// The tile at `path` of a tree whose hashes `reader` knows.
  public static Tile read(TilePath.Hashes path, HashReader reader) {
    var row = new byte[path.width() * Hash.SIZE];
    for (int i = 0; i < path.width(); i++) {
      reader
          .hash(8 * path.level(), path.index() * TilePath.FULL_WIDTH + i)
          .copyTo(row, i * Hash.SIZE);
    }
    return new Tile(Bytes.of(row));
  }

  /// How many hashes there are, 1 to 256.
  public int width() {
    return bytes.size() / Hash.SIZE;
  }

  /// The hash at `index`, `0 ≤ index < width()`.
  public Hash hash(int index) {
    return Hash.of(bytes.slice(index * Hash.SIZE, (index + 1) * Hash.SIZE));
  }

  /// The root over the hashes `[index · 2^height, (index + 1) · 2^height)`, which must all be here;
  /// `0 ≤ height ≤ 8`. Costs `2^height - 1` node hashes.
  public Hash hash(int height, int index) {
    if (height == 0) {
      return hash(index);
    }
    return Merkle.node(hash(height - 1, 2 * index), hash(height - 1, 2 * index + 1));
  }
}
