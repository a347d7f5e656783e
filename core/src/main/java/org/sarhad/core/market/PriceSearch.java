package org.sarhad.core.market;

import java.util.Arrays;
import java.util.TreeMap;
import org.sarhad.core.entry.EntryId;

/// Looks for good prices, and for how many lots of each pair go with them, as a linear programme:
/// the primal-dual hybrid gradient method with averages and restarts (Chambolle and Pock 2011;
/// Applegate et al. 2021). A few thousand rounds over all pairs; no solver, no randomness.
///
/// Only this class and [Forest] reckon in fractions. Nothing rests on them: what comes out is
/// rounded to whole prices and made whole lots, and whoever gets it checks it in integers.
///
/// Mutable, of one thread, and used once.
final class PriceSearch {
  private static final int LOOK_EVERY = 40;
  private static final double GOOD_ENOUGH = 1e-6;
  private static final double MUCH_NEARER = 0.2;
  private static final double LONG = 0.4;

  private final MatchProblem problem;
  private final int needsFrom;
  private final int rowsFrom;

  /// The matrix by pairs: `at[p]` to `at[p + 1]` are the rows that it takes of, and how much.
  private final int[] at;

  private final int[] row;
  private final double[] take;
  private final double[] cost;
  private final double[] hold;

  /// What one of each row was divided by, to be of the size of a lot.
  private final double[] unit;

  private final double costUnit;
  private final double[] pairStep;
  private final double[] rowStep;

  private double weight;
  private Point now;
  private Point best;

  /// What all points since the last restart add up to, and how many they are.
  private final Point sum;

  private int since;

  /// Where the last restart began, and how far from the optimum that was.
  private Point began;

  private double atBegin = Double.MAX_VALUE;

  private double least = Double.MAX_VALUE;

  /// How many lots of each pair, and what one of each row costs.
  private static final class Point {
    private final double[] lots;
    private final double[] price;

    Point(double[] lots, double[] price) {
      this.lots = lots;
      this.price = price;
    }

    Point copy() {
      return new Point(lots.clone(), price.clone());
    }

    void add(Point other) {
      Arrays.setAll(lots, p -> lots[p] + other.lots[p]);
      Arrays.setAll(price, r -> price[r] + other.price[r]);
    }

    Point over(int of) {
      return new Point(
          Arrays.stream(lots).map(sum -> sum / of).toArray(),
          Arrays.stream(price).map(sum -> sum / of).toArray());
    }

    void clear() {
      Arrays.fill(lots, 0);
      Arrays.fill(price, 0);
    }
  }

  PriceSearch(MatchProblem problem) {
    this.problem = problem;
    int pairs = problem.pairs().size();
    needsFrom = problem.offers().size();
    rowsFrom = needsFrom + problem.needs().size();
    int rows = rowsFrom + problem.rows().size();
    at = new int[pairs + 1];
    for (int p = 0; p < pairs; p++) {
      at[p + 1] = at[p] + 2 + problem.uses(problem.pairs().get(p)).size();
    }
    row = new int[at[pairs]];
    take = new double[at[pairs]];
    cost = new double[pairs];
    hold = new double[rows];
    unit = new double[rows];
    costUnit = fill();
    pairStep = new double[pairs];
    rowStep = new double[rows];
    setSteps();
    weight = norm(cost) / Math.max(norm(hold), 1);
    now = new Point(new double[pairs], new double[rows]);
    best = now.copy();
    began = now.copy();
    sum = now.copy();
  }

  // ---- the programme --------------------------------------------------------------------------

  /// Fills the matrix; gives what the costs were divided by.
  private double fill() {
    Arrays.fill(unit, 1);
    double dearest = 1;
    for (int p = 0; p < cost.length; p++) {
      Pair pair = problem.pairs().get(p);
      int next = at[p];
      row[next] = pair.offer();
      take[next++] = 1;
      row[next] = needsFrom + pair.need();
      take[next++] = 1;
      for (Row.Use use : problem.uses(pair)) {
        row[next] = rowsFrom + use.row();
        take[next] = (double) use.of(pair);
        unit[row[next]] = Math.max(unit[row[next]], Math.abs(take[next]));
        next++;
      }
      cost[p] = (double) pair.value();
      dearest = Math.max(dearest, cost[p]);
    }
    scale(dearest);
    return dearest;
  }

  private void scale(double dearest) {
    for (int p = 0; p < cost.length; p++) {
      cost[p] /= dearest;
    }
    for (int k = 0; k < row.length; k++) {
      take[k] /= unit[row[k]];
    }
    for (int r = 0; r < hold.length; r++) {
      hold[r] = (double) capacity(r) / unit[r];
    }
  }

  private long capacity(int r) {
    if (r < needsFrom) {
      return problem.offers().get(r).lots();
    }
    return r < rowsFrom
        ? problem.needs().get(r - needsFrom).lots()
        : problem.rows().get(r - rowsFrom).capacity();
  }

  /// Steps by the sums of rows and columns, with which the method converges (Pock and Chambolle
  /// 2011).
  private void setSteps() {
    for (int p = 0; p < cost.length; p++) {
      for (int k = at[p]; k < at[p + 1]; k++) {
        pairStep[p] += Math.abs(take[k]);
        rowStep[row[k]] += Math.abs(take[k]);
      }
      pairStep[p] = 1 / pairStep[p];
    }
    for (int r = 0; r < rowStep.length; r++) {
      boolean isTaken = rowStep[r] > 0;
      rowStep[r] = isTaken ? 1 / rowStep[r] : 0;
      // Of what nobody takes there is no need to know how much there is.
      hold[r] = isTaken ? hold[r] : 0;
    }
  }

  // ---- the search -----------------------------------------------------------------------------

  /// Searches for at most `rounds`, each O(pairs).
  void run(int rounds) {
    for (int round = 1; round <= rounds && least > GOOD_ENOUGH; round++) {
      step();
      sum.add(now);
      since++;
      if (round % LOOK_EVERY == 0 || round == rounds) {
        look(round);
      }
    }
  }

  /// Keeps the best point, and goes on from the better one of where it is and the mean, once that
  /// is much nearer than the last time, or it has taken long.
  private void look(int round) {
    Point mean = sum.over(since);
    double ofNow = error(now);
    double ofMean = error(mean);
    Point better = ofMean < ofNow ? mean : now;
    double error = Math.min(ofNow, ofMean);
    if (error < least) {
      least = error;
      best = better.copy();
    }
    if (error < MUCH_NEARER * atBegin || since > LONG * round) {
      now = better.copy();
      reweigh();
      began = now.copy();
      atBegin = error;
      since = 0;
      sum.clear();
    }
  }

  private void step() {
    double[] lots = now.lots;
    double[] price = now.price;
    double[] used = new double[hold.length];
    for (int p = 0; p < cost.length; p++) {
      double earns = cost[p];
      for (int k = at[p]; k < at[p + 1]; k++) {
        earns -= take[k] * price[row[k]];
      }
      double next = Math.max(0, lots[p] + pairStep[p] / weight * earns);
      double ahead = 2 * next - lots[p];
      lots[p] = next;
      for (int k = at[p]; k < at[p + 1]; k++) {
        used[row[k]] += take[k] * ahead;
      }
    }
    for (int r = 0; r < hold.length; r++) {
      price[r] = Math.max(0, price[r] + rowStep[r] * weight * (used[r] - hold[r]));
    }
  }

  /// Weighs steps of lots against those of prices by how far each has come.
  private void reweigh() {
    double lots = distance(now.lots, began.lots);
    double price = distance(now.price, began.price);
    if (lots > 0 && price > 0) {
      weight = Math.sqrt(weight * (price / lots));
    }
  }

  /// How far from the optimum: the gap between what lots earn and what prices prove, and by how
  /// much lots are too many.
  private double error(Point point) {
    double earned = 0;
    double[] used = new double[hold.length];
    double[] left = new double[needsFrom];
    for (int p = 0; p < cost.length; p++) {
      earned += cost[p] * point.lots[p];
      double earns = cost[p];
      for (int k = at[p]; k < at[p + 1]; k++) {
        used[row[k]] += take[k] * point.lots[p];
        earns -= row[k] < needsFrom ? 0 : take[k] * point.price[row[k]];
      }
      left[row[at[p]]] = Math.max(left[row[at[p]]], earns);
    }
    double bound = 0;
    double over = 0;
    for (int r = 0; r < hold.length; r++) {
      bound += hold[r] * (r < needsFrom ? left[r] : point.price[r]);
      over += Math.pow(Math.max(0, used[r] - hold[r]), 2);
    }
    return Math.abs(bound - earned) / (1 + bound) + Math.sqrt(over) / (1 + norm(hold));
  }

  private static double norm(double[] values) {
    return distance(values, new double[values.length]);
  }

  private static double distance(double[] values, double[] from) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += (values[i] - from[i]) * (values[i] - from[i]);
    }
    return Math.sqrt(sum);
  }

  // ---- what was found -------------------------------------------------------------------------

  /// About how many lots of each pair, with fractions.
  double[] lots() {
    return best.lots;
  }

  /// The prices, in whole numbers.
  Prices prices() {
    TreeMap<EntryId, Long> needs = new TreeMap<>();
    TreeMap<Row.Id, Long> rows = new TreeMap<>();
    for (int r = needsFrom; r < hold.length; r++) {
      boolean isNeed = r < rowsFrom;
      Row.Measure measure =
          isNeed ? Row.Measure.COUNT : problem.rows().get(r - rowsFrom).id().kind().measure();
      double millionths = measure == Row.Measure.COUNT ? 1 : 1_000_000;
      long price = Math.round(best.price[r] * costUnit / unit[r] * millionths);
      if (price > 0 && isNeed) {
        needs.put(problem.needs().get(r - needsFrom).bid(), price);
      } else if (price > 0) {
        rows.put(problem.rows().get(r - rowsFrom).id(), price);
      }
    }
    return new Prices(needs, rows);
  }
}
