package org.sarhad.core.posture;

import java.util.Arrays;
import java.util.stream.IntStream;

/// A [CoverageProblem] as a search reads it: the sites of all sides in one row, for each the points
/// that a unit there counts for, and for each point those sites. Immutable, though it holds arrays:
/// nobody writes to them.
final class CoverModel {
  private final CoverageProblem problem;
  private final int[][] covered;
  private final int[][] covering;
  private final int[] firstSite;
  private final int[] owners;
  private final long[] weights;
  private final long[] gains;

  CoverModel(CoverageProblem problem) {
    this.problem = problem;
    this.firstSite = firstSites(problem);
    this.covered = new int[firstSite[problem.sides().size()]][];
    for (int side = 0; side < problem.sides().size(); side++) {
      for (int site = 0; site < problem.sides().get(side).reach().sites(); site++) {
        covered[firstSite[side] + site] = covered(problem, side, site);
      }
    }
    this.covering = covering(covered, problem.demand().size());
    this.owners = problem.demand().stream().mapToInt(CoverageProblem.Demand::side).toArray();
    this.weights = problem.demand().stream().mapToLong(CoverageProblem.Demand::weight).toArray();
    this.gains =
        problem.busy().gains(problem.sides().stream().mapToInt(CoverageProblem.Side::units).sum());
  }

  private static int[] firstSites(CoverageProblem problem) {
    int[] first = new int[problem.sides().size() + 1];
    for (int side = 0; side < problem.sides().size(); side++) {
      first[side + 1] = first[side] + problem.sides().get(side).reach().sites();
    }
    return first;
  }

  private static int[] covered(CoverageProblem problem, int side, int site) {
    return IntStream.range(0, problem.demand().size())
        .filter(point -> problem.isCovered(side, site, point))
        .toArray();
  }

  /// For each point the sites from which it is reached, ascending.
  private static int[][] covering(int[][] covered, int points) {
    int[] counts = new int[points];
    for (int[] site : covered) {
      for (int point : site) {
        counts[point]++;
      }
    }
    int[][] covering = new int[points][];
    Arrays.setAll(covering, point -> new int[counts[point]]);
    for (int site = covered.length - 1; site >= 0; site--) {
      for (int point : covered[site]) {
        counts[point]--;
        covering[point][counts[point]] = site;
      }
    }
    return covering;
  }

  int sides() {
    return problem.sides().size();
  }

  /// Sites of all sides.
  int sites() {
    return covered.length;
  }

  /// The first site of `side`; for the number of sides, the number of sites.
  int firstSite(int side) {
    return firstSite[side];
  }

  int sideOf(int site) {
    return site < firstSite[1] ? 0 : 1;
  }

  int units(int side) {
    return problem.sides().get(side).units();
  }

  int perSite(int side) {
    return problem.sides().get(side).perSite();
  }

  int points() {
    return weights.length;
  }

  /// How many points a unit at `site` counts for.
  int breadth(int site) {
    return covered[site].length;
  }

  /// The `i`-th of them.
  int point(int site, int i) {
    return covered[site][i];
  }

  /// From how many sites a unit counts for `point`.
  int height(int point) {
    return covering[point].length;
  }

  /// The `i`-th of them.
  int site(int point, int i) {
    return covering[point][i];
  }

  /// On whose soil `point` lies.
  int owner(int point) {
    return owners[point];
  }

  /// Whether units of the other side may come to `point` at all.
  boolean isHelped(int point) {
    return problem.isHelped(point);
  }

  /// How much `point` counts.
  long weight(int point) {
    return weights[point];
  }

  /// What one more unit adds at `point` when there are `present` already.
  long gain(int point, int present) {
    return present < gains.length ? weights[point] * gains[present] : 0;
  }

  /// What no plan exceeds: every unit in reach of every point.
  long most() {
    long most = 0;
    for (int point = 0; point < points(); point++) {
      for (int k = 0; k < depth(); k++) {
        most += gain(point, k);
      }
    }
    return most;
  }

  /// How many units at one point add anything.
  int depth() {
    return gains.length;
  }

  /// What each side covers by `units` at each site, in the order of the sides.
  long[] worth(int[] units) {
    int[] present = new int[points()];
    for (int site = 0; site < units.length; site++) {
      for (int point : covered[site]) {
        present[point] += units[site];
      }
    }
    long[] worth = new long[sides()];
    for (int point = 0; point < present.length; point++) {
      for (int k = 0; k < Math.min(present[point], depth()); k++) {
        worth[owners[point]] += gain(point, k);
      }
    }
    return worth;
  }

  /// No unit anywhere.
  int[] empty() {
    return new int[sites()];
  }
}
