package org.sarhad.tlog.tree;

/// A range of leaves `[start, end)` that hangs together in every larger tree.
///
/// A range is a subtree if `start` is a multiple of the smallest power of two that is at least `end
/// - start` (draft-ietf-plants-merkle-tree-certs §4.1). Such a range is a node of the tree, or
///   becomes one when more leaves arrive. Three kinds matter most: a whole tree `[0, n)`, one leaf
///   `[i, i + 1)`, and the at most 256 entries of a package `[256 k, end)`.
///
/// The empty range is a subtree wherever it stands; its root is [Merkle#EMPTY_ROOT].
public record Subtree(long start, long end) {
  /// Throws [IllegalArgumentException] unless [#isValid].
  public Subtree {
    if (!isValid(start, end)) {
      throw new IllegalArgumentException(
          "[%d, %d) is not a subtree: start must be a multiple of the power of two that covers the range"
              .formatted(start, end));
    }
  }

  /// Whether `[start, end)` is a subtree.
  public static boolean isValid(long start, long end) {
    if (start < 0 || end < start) {
      return false;
    }
    return (start & (ceilingPowerOfTwo(end - start) - 1)) == 0;
  }

  /// How many leaves it covers.
  public long size() {
    return end - start;
  }

  /// The smallest power of two that is at least `n`, for `0 ≤ n`; 1 for 0. Overflows to
  /// [Long#MIN_VALUE] above 2^62, whose lower bits are all zero, so that only start 0 is a multiple
  /// of it.
  private static long ceilingPowerOfTwo(long n) {
    return n <= 1 ? 1 : Long.highestOneBit(n - 1) << 1;
  }
}
