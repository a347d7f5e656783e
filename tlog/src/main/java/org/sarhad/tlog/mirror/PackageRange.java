package org.sarhad.tlog.mirror;

import org.sarhad.tlog.tree.Subtree;
import org.sarhad.tlog.tree.TilePath;

/// Which entries a package carries: `[start, end)`, within one bundle of 256.
///
/// @param start the index of the first entry
/// @param end the index behind the last entry, above `start`
public record PackageRange(long start, long end) {
  /// Throws [IllegalArgumentException] if the range is empty or leaves its bundle.
  public PackageRange {
    if (start < 0
        || end <= start
        || (end - 1) / TilePath.FULL_WIDTH != start / TilePath.FULL_WIDTH) {
      throw new IllegalArgumentException(
          "[%d, %d) is not a range within one bundle".formatted(start, end));
    }
  }

  /// How many entries, 1 to 256.
  public int count() {
    return (int) (end - start);
  }

  /// The subtree that the package proves: from the beginning of the bundle to the package's end.
  public Subtree subtree() {
    return new Subtree(start - start % TilePath.FULL_WIDTH, end);
  }
}
