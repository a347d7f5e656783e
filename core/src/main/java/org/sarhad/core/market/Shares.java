package org.sarhad.core.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;

/// How much of each line there shall be, by what its lots are worth and by what all lines share: a
/// small linear programme over the pieces of their curves ([Simplex]), and its prices. In
/// fractions; nothing rests on them.
///
/// @param worth what there shall be of each line is worth, in the order of the lines
/// @param prices what one more of each row is worth, in ten-thousandths: of one of what is counted,
///   of a ten-thousandth of what is money
record Shares(List<Double> worth, List<Double> prices) {
  private static final double MILLION = 1e6;

  /// Copies its lists.
  Shares {
    worth = List.copyOf(worth);
    prices = List.copyOf(prices);
  }

  /// A line.
  ///
  /// @param pairs the indices of its pairs, ascending
  /// @param uses what a lot takes of which rows
  /// @param curve what its lots are worth
  record Line(List<Integer> pairs, List<Row.Use> uses, Curve curve) {}

  /// The best shares of `lines`, which are of `problem`.
  static Shares of(MatchProblem problem, List<Line> lines) {
    int columns = lines.stream().mapToInt(line -> line.curve.pieces().size()).sum();
    double[][] takes = new double[problem.rows().size()][columns];
    double[] values = new double[columns];
    double[] most = new double[columns];
    int column = 0;
    for (Line line : lines) {
      for (Curve.Piece piece : line.curve.pieces()) {
        Curve.Worth each = piece.each();
        values[column] = (double) each.value();
        most[column] = (double) piece.lots();
        for (Row.Use use : line.uses) {
          takes[use.row()][column] = (double) use.of(each.value(), each.most(), each.least());
        }
        column++;
      }
    }
    double dearest = scaled(values);
    double[] units = Arrays.stream(takes).mapToDouble(Shares::scaled).toArray();
    double[] holds = new double[units.length];
    Arrays.setAll(holds, row -> (double) problem.rows().get(row).capacity() / units[row]);
    Simplex simplex = new Simplex(takes, holds, values, most);
    simplex.run();
    double[] prices = simplex.prices();
    return new Shares(
        worth(lines, simplex.amounts()),
        IntStream.range(0, prices.length)
            .mapToObj(row -> prices[row] * dearest / units[row])
            .toList());
  }

  private static List<Double> worth(List<Line> lines, double[] amounts) {
    List<Double> worth = new ArrayList<>();
    int column = 0;
    for (Line line : lines) {
      double sum = 0;
      for (Curve.Piece piece : line.curve.pieces()) {
        sum += amounts[column++] * (double) piece.each().value();
      }
      worth.add(sum);
    }
    return worth;
  }

  /// Divides by the largest one, so that all are of the size of one; what that was.
  private static double scaled(double[] some) {
    double largest = Arrays.stream(some).map(Math::abs).max().orElse(0);
    double unit = largest > 0 ? largest : 1;
    Arrays.setAll(some, i -> some[i] / unit);
    return unit;
  }

  /// What rows cost one lot of a line, whatever it is worth.
  double each(Line line) {
    return line.uses.stream()
        .filter(use -> use.by() == Row.Use.By.LOT)
        .mapToDouble(use -> prices.get(use.row()) * (double) use.factor())
        .sum();
  }

  /// What is left of one unit of worth of a line when it has paid for all rows that count worth.
  double left(MatchProblem problem, Line line) {
    Pair pair = problem.pairs().get(line.pairs.getFirst());
    return 1
        - line.uses.stream()
            .filter(use -> use.by() != Row.Use.By.LOT)
            .mapToDouble(
                use -> prices.get(use.row()) * (double) use.of(pair) / (double) pair.value())
            .sum();
  }

  /// The prices in whole numbers, with those of needs.
  Prices prices(MatchProblem problem, TreeMap<EntryId, Long> ofNeeds) {
    TreeMap<Row.Id, Long> rows = new TreeMap<>();
    for (int row = 0; row < prices.size(); row++) {
      Row.Id id = problem.rows().get(row).id();
      double scale = id.kind().measure() == Row.Measure.WORTH ? MILLION : 1;
      long price = Math.round(prices.get(row) * scale);
      if (price > 0 && price <= Json.INTEGER_MAX) {
        rows.put(id, price);
      }
    }
    return new Prices(ofNeeds, rows);
  }
}
