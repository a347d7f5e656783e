package org.sarhad.core.market;

import java.util.Arrays;

/// A small linear programme, solved on a table: what is worth most within what each row holds, each
/// column from nothing to its most (the simplex method with bounds, Dantzig 1955). It begins with
/// nothing of everything, which fits. In fractions; nothing rests on them.
///
/// A step costs O(rows * columns). Mutable, of one thread, and used once.
final class Simplex {
  private static final double ALMOST_NOTHING = 1e-9;
  private static final int STEPS_PER_COLUMN = 20;
  private static final int NONE = -1;

  /// The columns, then one for what is left of each row; each row is solved for one of them.
  private final double[][] table;

  /// How much there is of what each row is solved for, and which column that is.
  private final double[] amount;

  private final int[] solvedFor;

  /// What one more of each column earns.
  private final double[] earns;

  /// The most of each column, and whether it is counted down from there.
  private final double[] most;

  private final boolean[] isDown;
  private final int columns;

  /// @param takes what one of each column takes, by row
  /// @param holds what each row holds; from 0 on
  /// @param worth what one of each column is worth
  /// @param most how much there is of each column; more than 0
  Simplex(double[][] takes, double[] holds, double[] worth, double[] most) {
    columns = worth.length;
    int all = columns + holds.length;
    amount = holds.clone();
    earns = Arrays.copyOf(worth, all);
    this.most = Arrays.copyOf(most, all);
    Arrays.fill(this.most, columns, all, Double.POSITIVE_INFINITY);
    isDown = new boolean[all];
    table = new double[holds.length][];
    solvedFor = new int[holds.length];
    for (int row = 0; row < holds.length; row++) {
      table[row] = Arrays.copyOf(takes[row], all);
      table[row][columns + row] = 1;
      solvedFor[row] = columns + row;
    }
  }

  /// Goes on until nothing earns any more, or for so many steps that it is enough: what there is by
  /// then fits all the same.
  void run() {
    int idle = 0;
    for (int step = 0; step < STEPS_PER_COLUMN * earns.length; step++) {
      int column = next(idle > table.length);
      if (column == NONE) {
        return;
      }
      idle = enter(column) > ALMOST_NOTHING ? 0 : idle + 1;
    }
  }

  /// The column that earns most; or the first one that earns, with which no circle is possible
  /// (Bland 1977).
  private int next(boolean isFirst) {
    int next = NONE;
    double best = ALMOST_NOTHING;
    for (int column = 0; column < earns.length && !(isFirst && next != NONE); column++) {
      if (earns[column] > best) {
        best = earns[column];
        next = column;
      }
    }
    return next;
  }

  /// Takes as much of `column` as there is room for; how much that is.
  private double enter(int column) {
    double step = most[column];
    int leaving = NONE;
    for (int row = 0; row < table.length; row++) {
      double takes = table[row][column];
      double room = Double.POSITIVE_INFINITY;
      if (takes > ALMOST_NOTHING) {
        room = Math.max(0, amount[row]) / takes;
      } else if (takes < -ALMOST_NOTHING) {
        room = Math.max(0, most[solvedFor[row]] - amount[row]) / -takes;
      }
      if (room < step) {
        step = room;
        leaving = row;
      }
    }
    if (leaving == NONE) {
      turn(column);
    } else {
      if (table[leaving][column] < 0) {
        turnSolved(leaving);
      }
      solve(leaving, column);
    }
    return step;
  }

  /// There is all of `column`: from now on it is counted down.
  private void turn(int column) {
    for (int row = 0; row < table.length; row++) {
      amount[row] -= table[row][column] * most[column];
      table[row][column] = -table[row][column];
    }
    earns[column] = -earns[column];
    isDown[column] ^= true;
  }

  /// What `row` is solved for comes to its most: it is counted down.
  private void turnSolved(int row) {
    int column = solvedFor[row];
    amount[row] = most[column] - amount[row];
    for (int other = 0; other < earns.length; other++) {
      table[row][other] = other == column ? table[row][other] : -table[row][other];
    }
    isDown[column] ^= true;
  }

  private void solve(int row, int column) {
    double[] solved = table[row];
    double by = solved[column];
    for (int other = 0; other < solved.length; other++) {
      solved[other] /= by;
    }
    amount[row] /= by;
    for (int other = 0; other < table.length; other++) {
      double times = table[other][column];
      if (other != row && times != 0) {
        subtract(table[other], solved, times);
        amount[other] -= times * amount[row];
      }
    }
    subtract(earns, solved, earns[column]);
    solvedFor[row] = column;
  }

  private static void subtract(double[] from, double[] row, double times) {
    for (int column = 0; column < from.length; column++) {
      from[column] -= times * row[column];
    }
  }

  /// How much of each column.
  double[] amounts() {
    double[] amounts = new double[earns.length];
    for (int row = 0; row < table.length; row++) {
      amounts[solvedFor[row]] = amount[row];
    }
    Arrays.setAll(amounts, i -> isDown[i] ? most[i] - amounts[i] : amounts[i]);
    return Arrays.copyOf(amounts, columns);
  }

  /// What one more that a row holds is worth, by row.
  double[] prices() {
    double[] prices = new double[table.length];
    Arrays.setAll(prices, row -> Math.max(0, -earns[columns + row]));
    return prices;
  }
}
