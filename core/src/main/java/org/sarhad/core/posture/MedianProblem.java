package org.sarhad.core.posture;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Where to stand so that the mean way to somebody is the shortest: the *p-median problem* (Hakimi
/// 1964). Immutable.
public final class MedianProblem {
  /// Most points, and most sites.
  public static final int SIZE_MAX = 2_000;

  /// Longest way from a site to a point, weighted.
  public static final int COST_MAX = 1_000_000;

  private final int[][] costs;
  private final int points;
  private final int open;

  private MedianProblem(int[][] costs, int points, int open) {
    this.costs = costs;
    this.points = points;
    this.open = open;
  }

  /// What a point costs when a site serves it.
  @FunctionalInterface
  public interface Cost {
    /// 0 to [#COST_MAX].
    int of(int site, int point);
  }

  /// A problem.
  ///
  /// @param sites 1 to [#SIZE_MAX]
  /// @param points 1 to [#SIZE_MAX]
  /// @param open how many sites are to be open, 1 to `sites`
  /// @throws IllegalArgumentException when a number is not in its range
  public static MedianProblem of(int sites, int points, int open, Cost cost) {
    if (sites < 1 || sites > SIZE_MAX || points < 1 || points > SIZE_MAX) {
      throw new IllegalArgumentException(
          "%d sites and %d points; expected 1 to %d".formatted(sites, points, SIZE_MAX));
    }
    if (open < 1 || open > sites) {
      throw new IllegalArgumentException("%d open sites; expected 1 to %d".formatted(open, sites));
    }
    int[][] costs = new int[sites][points];
    for (int site = 0; site < sites; site++) {
      for (int point = 0; point < points; point++) {
        costs[site][point] = checked(cost.of(site, point));
      }
    }
    return new MedianProblem(costs, points, open);
  }

  private static int checked(int cost) {
    if (cost < 0 || cost > COST_MAX) {
      throw new IllegalArgumentException(
          "a cost of %d; expected 0 to %d".formatted(cost, COST_MAX));
    }
    return cost;
  }

  /// How many sites there are.
  public int sites() {
    return costs.length;
  }

  /// How many points there are.
  public int points() {
    return points;
  }

  /// How many sites are to be open.
  public int open() {
    return open;
  }

  /// What `point` costs when `site` serves it.
  public int cost(int site, int point) {
    return costs[site][point];
  }

  /// The same with costs taken for minutes: what the shortest time everywhere is asked of.
  public Reach reach() {
    return Reach.of(
        points, Arrays.stream(costs).map(row -> Arrays.stream(row).boxed().toList()).toList());
  }

  /// What all points cost when each is served by the nearest of `sites`.
  ///
  /// @param sites at least one
  public long cost(Iterable<Integer> sites) {
    return IntStream.range(0, points).mapToLong(point -> nearest(sites, point)).sum();
  }

  private long nearest(Iterable<Integer> sites, int point) {
    long least = Long.MAX_VALUE;
    for (int site : sites) {
      least = Math.min(least, costs[site][point]);
    }
    return least;
  }
}
