package org.sarhad.core.posture;

import java.util.Arrays;

/// What no choice of sites stays below: the *Lagrangian bound* of the p-median problem, with a
/// price that each point pays for being served instead of the rule that it must be (Cornuéjols,
/// Fisher and Nemhauser 1977). In thousandths of the cost, and whole numbers.
final class MedianBound {
  private static final long SCALE = 1_000;
  private static final long PRICE_MAX = MedianProblem.COST_MAX * SCALE;
  private static final int THETA = 1_000;
  private static final int PATIENCE = 15;

  private final MedianProblem problem;
  private final long[] prices;
  private final long[] losses;
  private final int[] served;

  MedianBound(MedianProblem problem) {
    this.problem = problem;
    this.prices = new long[problem.points()];
    this.losses = new long[problem.sites()];
    this.served = new int[problem.points()];
  }

  /// The greatest bound found in `steps` steps; proven by each of them.
  ///
  /// @param cost of a choice that is known
  long above(long cost, int steps) {
    Arrays.fill(prices, cost * SCALE / problem.points());
    long best = 0;
    long theta = 2 * THETA;
    int idle = 0;
    for (int step = 0; step < steps && best < cost && theta > 0; step++) {
      long sum = sum();
      long bound = Math.ceilDiv(sum, SCALE);
      idle = bound > best ? 0 : idle + 1;
      best = Math.max(best, bound);
      if (idle == PATIENCE) {
        theta = theta * 3 / 4;
        idle = 0;
      }
      reprice(cost * SCALE - sum, theta);
    }
    return Math.min(best, cost);
  }

  private long sum() {
    long sum = Arrays.stream(prices).sum();
    for (int site = 0; site < losses.length; site++) {
      losses[site] = loss(site);
    }
    Arrays.fill(served, 0);
    int left = problem.open();
    long limit = limit();
    // First those below the limit, then as many at it as there is room for.
    for (int site = 0; site < losses.length; site++) {
      if (losses[site] < limit) {
        sum += open(site);
        left--;
      }
    }
    for (int site = 0; site < losses.length && left > 0; site++) {
      if (losses[site] == limit) {
        sum += open(site);
        left--;
      }
    }
    return sum;
  }

  /// The loss of the last site that is opened.
  private long limit() {
    long[] sorted = losses.clone();
    Arrays.sort(sorted);
    return sorted[problem.open() - 1];
  }

  private long loss(int site) {
    long sum = 0;
    for (int point = 0; point < prices.length; point++) {
      sum += Math.min(0, problem.cost(site, point) * SCALE - prices[point]);
    }
    return sum;
  }

  private long open(int site) {
    for (int point = 0; point < prices.length; point++) {
      if (problem.cost(site, point) * SCALE < prices[point]) {
        served[point]++;
      }
    }
    return losses[site];
  }

  /// A point that nobody serves pays more, one that several would serve less.
  private void reprice(long gap, long theta) {
    long norm = 0;
    for (int times : served) {
      norm += (1L - times) * (1L - times);
    }
    long step = norm == 0 ? 0 : gap * theta / THETA / norm;
    for (int point = 0; point < prices.length; point++) {
      prices[point] = Math.clamp(prices[point] + step * (1 - served[point]), 0L, PRICE_MAX);
    }
  }
}
