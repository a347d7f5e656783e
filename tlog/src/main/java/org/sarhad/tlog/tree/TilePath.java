package org.sarhad.tlog.tree;

import java.util.ArrayList;
import java.util.List;
import org.sarhad.tlog.Check;

/// The place of a tile or an entry bundle under the prefix of a log; tlog-tiles, "Merkle Tree" and
/// "Log entries".
///
/// A full tile is 256 wide, and its path ends with its index. A narrower one stands at the right
/// edge of the tree and says its width: `tile/0/x001/x234/067.p/8`.
public sealed interface TilePath {
  /// The width of a full tile or bundle.
  int FULL_WIDTH = 256;

  /// The highest level a path may name.
  int LEVEL_MAX = 63;

  /// A tile of hashes.
  ///
  /// @param level 0 to 63; at level 0 the hashes are leaf hashes, above it each is the root of a
  ///   full tile one level below
  /// @param index which tile of its level, 0 or more
  /// @param width how many hashes, 1 to 256
  record Hashes(int level, long index, int width) implements TilePath {
    /// Throws [IllegalArgumentException] outside the ranges above.
    public Hashes {
      if (level < 0 || level > LEVEL_MAX) {
        throw new IllegalArgumentException("tile level %d is not 0 to 63".formatted(level));
      }
      checkPlace(index, width);
    }

    @Override
    public String path() {
      return "tile/" + level + "/" + place(index, width);
    }

    @Override
    public Hashes withWidth(int width) {
      return new Hashes(level, index, width);
    }
  }

  /// A bundle of entries, beside the tile of level 0 with the same index and width.
  ///
  /// @param index which bundle, 0 or more
  /// @param width how many entries, 1 to 256
  record Entries(long index, int width) implements TilePath {
    /// Throws [IllegalArgumentException] outside the ranges above.
    public Entries {
      checkPlace(index, width);
    }

    @Override
    public String path() {
      return "tile/entries/" + place(index, width);
    }

    @Override
    public Entries withWidth(int width) {
      return new Entries(index, width);
    }
  }

  /// Which tile of its level, 0 or more.
  long index();

  /// How many hashes or entries, 1 to 256.
  int width();

  /// The path, relative to the log's prefix, without a leading slash. Inverse of [#parse].
  String path();

  /// The same place with another width, 1 to 256: what was partial may be full by now.
  TilePath withWidth(int width);

  /// Whether it can still grow.
  default boolean isPartial() {
    return width() < FULL_WIDTH;
  }

  /// The place that `path` names, spelled exactly as [#path] spells it.
  static TilePath parse(String path) throws MalformedTilePathException {
    var parts = path.split("/", -1);
    if (parts.length < 3 || !parts[0].equals("tile")) {
      throw malformed(path, "tile/<level>/<index> or tile/entries/<index>");
    }
    int indexParts = parts.length - 2;
    int width = FULL_WIDTH;
    // A partial tile: the last element is the width, the one before it ends in ".p".
    var lastIndexPart = parts[parts.length - 2];
    if (parts.length > 3 && lastIndexPart.endsWith(".p")) {
      width = (int) decimal(path, parts[parts.length - 1], 1, FULL_WIDTH - 1);
      parts[parts.length - 2] = lastIndexPart.substring(0, lastIndexPart.length() - 2);
      indexParts--;
    }
    long index = index(path, List.of(parts).subList(2, 2 + indexParts));
    return parts[1].equals("entries")
        ? new Entries(index, width)
        : new Hashes((int) decimal(path, parts[1], 0, LEVEL_MAX), index, width);
  }

  /// The tiles and bundles that a log of `newSize` entries has and a log of `oldSize` had not, in
  /// the order in which they are best written: bundle before its tile, lower levels first. Partial
  /// ones are those of the right edge of `newSize`; none is empty. `0 ≤ oldSize ≤ newSize`.
  static List<TilePath> added(long oldSize, long newSize) {
    Check.that(oldSize >= 0 && oldSize <= newSize, "from %d to %d entries", oldSize, newSize);
    var paths = new ArrayList<TilePath>();
    for (int level = 0; level <= 7 && newSize >> (8 * level) > 0; level++) {
      long had = oldSize >> (8 * level);
      long has = newSize >> (8 * level);
      if (had == has) {
        break;
      }
      for (long index = had / FULL_WIDTH; index * FULL_WIDTH < has; index++) {
        int width = (int) Math.min(FULL_WIDTH, has - index * FULL_WIDTH);
        if (level == 0) {
          paths.add(new Entries(index, width));
        }
        paths.add(new Hashes(level, index, width));
      }
    }
    return List.copyOf(paths);
  }

  private static void checkPlace(long index, int width) {
    if (index < 0) {
      throw new IllegalArgumentException("tile index %d is negative".formatted(index));
    }
    if (width < 1 || width > FULL_WIDTH) {
      throw new IllegalArgumentException("tile width %d is not 1 to 256".formatted(width));
    }
  }

  private static String place(long index, int width) {
    var place = new StringBuilder("%03d".formatted(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      place.insert(0, "x%03d/".formatted(rest % 1000));
    }
    return width == FULL_WIDTH ? place.toString() : place.append(".p/").append(width).toString();
  }

  private static long index(String path, List<String> parts) throws MalformedTilePathException {
    // 19 digits are the most a long has: seven groups of three.
    if (parts.size() > 7) {
      throw malformed(path, "an index below 2^63");
    }
    long index = 0;
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      boolean last = i == parts.size() - 1;
      if (!last && !part.startsWith("x")) {
        throw malformed(path, "an x before every three digits but the last");
      }
      var digits = last ? part : part.substring(1);
      if (digits.length() != 3 || !isDigits(digits)) {
        throw malformed(path, "an index in groups of three digits");
      }
      if (parts.size() > 1 && i == 0 && digits.equals("000")) {
        throw malformed(path, "no leading group of zeros");
      }
      try {
        index = Math.addExact(Math.multiplyExact(index, 1000L), Long.parseLong(digits));
      } catch (ArithmeticException _) {
        throw malformed(path, "an index below 2^63");
      }
    }
    return index;
  }

  private static long decimal(String path, String digits, int min, int max)
      throws MalformedTilePathException {
    boolean plain = !digits.isEmpty() && digits.length() <= 3 && isDigits(digits);
    if (!plain || (digits.length() > 1 && digits.startsWith("0"))) {
      throw malformed(path, "a decimal number without leading zeros");
    }
    long value = Long.parseLong(digits);
    if (value < min || value > max) {
      throw malformed(path, "a number from %d to %d".formatted(min, max));
    }
    return value;
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static MalformedTilePathException malformed(String path, String expected) {
    return new MalformedTilePathException("tile path", path, expected);
  }
}
