package org.sarhad.tlog.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.sarhad.tlog.Check;

/// Reads the hashes of a tree of known size from its tiles.
///
/// Only asks for tiles that a log of that size serves, at the width they have there. Keeps the
/// tiles it used last, so that the neighbouring hashes of a proof cost one fetch. Not for use by
/// several threads at once.
public final class TileReader implements HashReader {
  private static final int TILES_KEPT = 64;

  private final long size;
  private final Function<TilePath.Hashes, Tile> tiles;
  private final Map<TilePath.Hashes, Tile> kept =
      new LinkedHashMap<>(TILES_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath.Hashes, Tile> eldest) {
          return size() > TILES_KEPT;
        }
      };

  /// A reader of the tree of `size` leaves whose tiles `tiles` gives, each at exactly the width
  /// asked for.
  public TileReader(long size, Function<TilePath.Hashes, Tile> tiles) {
    Check.that(size >= 0, "tree size %d", size);
    this.size = size;
    this.tiles = tiles;
  }

  @Override
  public Hash hash(int level, long index) {
    int height = level % 8;
    int tileLevel = level / 8;
    long inLevel = size >> (8 * tileLevel);
    long first = index << height;
    Check.that(
        index >= 0 && first >= 0 && first + (1L << height) <= inLevel,
        "hash %d of level %d is not in a tree of %d",
        index,
        level,
        size);
    long tileIndex = first / TilePath.FULL_WIDTH;
    int width = (int) Math.min(TilePath.FULL_WIDTH, inLevel - tileIndex * TilePath.FULL_WIDTH);
    var tile = kept.computeIfAbsent(new TilePath.Hashes(tileLevel, tileIndex, width), tiles);
    return tile.hash(height, (int) (index - ((tileIndex * TilePath.FULL_WIDTH) >> height)));
  }
}
