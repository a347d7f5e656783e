package org.sarhad.core.travel;

import java.util.Arrays;

/// Cells by how soon one is there, in buckets as wide as the cheapest step (Dinitz 1978): whatever
/// is in the first bucket cannot become cheaper by what is in it, so nothing is sorted. Mutable,
/// for one search; a cell may be in it more than once, and only the first time counts.
final class BucketQueue {
  private static final int BUCKET_FIRST = 16;

  private final int width;
  private final int[][] buckets;
  private final int[] sizes;
  private int current;
  private int held;

  /// @param width no step costs less, 1 or more
  /// @param most no step costs more
  BucketQueue(int width, int most) {
    this.width = width;
    int count = most / width + 2;
    this.buckets = new int[count][0];
    this.sizes = new int[count];
  }

  void add(int cell, int millis) {
    int bucket = millis / width % buckets.length;
    int[] cells = buckets[bucket];
    if (sizes[bucket] == cells.length) {
      cells = Arrays.copyOf(cells, Math.max(BUCKET_FIRST, 2 * cells.length));
    }
    cells[sizes[bucket]++] = cell;
    buckets[bucket] = cells;
    held++;
  }

  /// Takes a cell of the first bucket that has one; -1 when there is none in any.
  int take() {
    if (held == 0) {
      return -1;
    }
    while (sizes[current] == 0) {
      current = current + 1 == buckets.length ? 0 : current + 1;
    }
    held--;
    return buckets[current][--sizes[current]];
  }
}
