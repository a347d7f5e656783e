package org.sarhad.core.posture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// What no plan exceeds: the *Lagrangian bound* of the covering problem, with a price on covering
/// each point instead of the rule that only what is there covers it. Sites then sell to points,
/// each decides for itself, and what comes out is never less than the best plan (Galvão and ReVelle
/// 1996). The prices are made better by subgradient steps, all in whole numbers.
///
/// That no side may lose is left out, so the bound holds with it all the more.
final class CoverBound {
  private static final int THETA = 1_000;
  private static final int PATIENCE = 20;

  private final CoverModel model;
  private final long[] prices;
  private final int[] wanted;
  private final int[] offered;

  CoverBound(CoverModel model) {
    this.model = model;
    this.prices = new long[model.points()];
    this.wanted = new int[model.points()];
    this.offered = new int[model.points()];
  }

  /// The least bound found in `steps` steps; proven by each of them.
  ///
  /// @param value of a plan that is known
  long below(long value, int steps) {
    for (int point = 0; point < prices.length; point++) {
      prices[point] = model.gain(point, 1);
    }
    long best = model.most();
    long theta = 2 * THETA;
    int idle = 0;
    for (int step = 0; step < steps && best > value && theta > 0; step++) {
      long bound = bought() + sold();
      idle = bound < best ? 0 : idle + 1;
      best = Math.min(best, bound);
      if (idle == PATIENCE) {
        theta /= 2;
        idle = 0;
      }
      reprice(bound - value, theta);
    }
    return Math.max(best, value);
  }

  /// What the points gain by covering that is worth more to them than its price.
  private long bought() {
    long sum = 0;
    for (int point = 0; point < prices.length; point++) {
      int k = 0;
      while (k < model.depth() && model.gain(point, k) > prices[point]) {
        sum += model.gain(point, k) - prices[point];
        k++;
      }
      wanted[point] = k;
    }
    return sum;
  }

  /// What the sites earn that earn the most.
  private long sold() {
    Arrays.fill(offered, 0);
    long sum = 0;
    for (int side = 0; side < model.sides(); side++) {
      sum += sold(side);
    }
    return sum;
  }

  private long sold(int side) {
    record Earning(int site, long sum) {}
    long sum = 0;
    int left = model.units(side);
    for (Earning earning :
        IntStream.range(model.firstSite(side), model.firstSite(side + 1))
            .mapToObj(site -> new Earning(site, earned(site)))
            .sorted(Comparator.comparingLong(Earning::sum).reversed())
            .toList()) {
      int here = Math.min(left, model.perSite(side));
      left -= here;
      sum += here * earning.sum();
      for (int i = 0; here > 0 && i < model.breadth(earning.site()); i++) {
        offered[model.point(earning.site(), i)] += here;
      }
    }
    return sum;
  }

  private long earned(int site) {
    long sum = 0;
    for (int i = 0; i < model.breadth(site); i++) {
      sum += prices[model.point(site, i)];
    }
    return sum;
  }

  /// Where more is offered than wanted, the price falls.
  private void reprice(long gap, long theta) {
    long norm = 0;
    for (int point = 0; point < prices.length; point++) {
      long over = offered[point] - (long) wanted[point];
      norm += over * over;
    }
    long step = norm == 0 ? 0 : gap / THETA * theta / norm;
    for (int point = 0; point < prices.length; point++) {
      long over = offered[point] - (long) wanted[point];
      prices[point] = Math.clamp(prices[point] - step * over, 0, model.gain(point, 0));
    }
  }
}
