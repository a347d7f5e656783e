package org.sarhad.core.posture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Who goes where so that all ways together are the shortest: the *assignment problem*, answered
/// exactly by the Hungarian method (Kuhn 1955) with shortest augmenting paths (Jonker and Volgenant
/// 1987). Whole numbers only; of equal answers always the same one. O(rows² · columns).
///
/// Rows and columns have a price each, so that no way is cheaper than its two prices together and
/// each that is taken costs exactly them: that proves the answer.
final class Assignment {
  private static final long FAR = Long.MAX_VALUE / 4;

  private final long[][] costs;
  private final int columns;
  private final long[] rowPrices;
  private final long[] columnPrices;

  /// By column: which row has it; -1 for none. One column more, the last, for the row that is being
  /// placed.
  private final int[] rowOf;

  private Assignment(long[][] costs, int columns) {
    this.costs = costs;
    this.columns = columns;
    this.rowPrices = new long[costs.length];
    this.columnPrices = new long[columns + 1];
    this.rowOf = new int[columns + 1];
    Arrays.fill(rowOf, -1);
  }

  /// For each row the column that it gets, each column at most once.
  ///
  /// @param costs by row and column, 0 or more and below 2⁴⁰; not more rows than columns
  static List<Integer> cheapest(long[][] costs) {
    int columns = costs.length == 0 ? 0 : costs[0].length;
    Assignment assignment = new Assignment(costs, columns);
    for (int row = 0; row < costs.length; row++) {
      assignment.place(row);
    }
    int[] columnOf = new int[costs.length];
    for (int column = 0; column < columns; column++) {
      if (assignment.rowOf[column] >= 0) {
        columnOf[assignment.rowOf[column]] = column;
      }
    }
    return IntStream.of(columnOf).boxed().toList();
  }

  /// Finds the cheapest way from `row` over columns that are taken to one that is not, and lets
  /// every row on it move on.
  private void place(int row) {
    long[] far = new long[columns + 1];
    int[] before = new int[columns + 1];
    boolean[] isDone = new boolean[columns + 1];
    Arrays.fill(far, FAR);
    int column = columns;
    rowOf[column] = row;
    while (rowOf[column] >= 0) {
      isDone[column] = true;
      look(column, far, before, isDone);
      int next = nearest(far, isDone);
      reprice(far[next], far, isDone);
      column = next;
    }
    while (column != columns) {
      rowOf[column] = rowOf[before[column]];
      column = before[column];
    }
    rowOf[columns] = -1;
  }

  private void look(int from, long[] far, int[] before, boolean... isDone) {
    int row = rowOf[from];
    for (int column = 0; column < columns; column++) {
      long off = costs[row][column] - rowPrices[row] - columnPrices[column];
      if (!isDone[column] && off < far[column]) {
        far[column] = off;
        before[column] = from;
      }
    }
  }

  private int nearest(long[] far, boolean... isDone) {
    int nearest = -1;
    for (int column = 0; column < columns; column++) {
      if (!isDone[column] && (nearest < 0 || far[column] < far[nearest])) {
        nearest = column;
      }
    }
    return nearest;
  }

  private void reprice(long step, long[] far, boolean... isDone) {
    for (int column = 0; column <= columns; column++) {
      if (isDone[column]) {
        rowPrices[rowOf[column]] += step;
        columnPrices[column] -= step;
      } else {
        far[column] -= step;
      }
    }
  }
}
