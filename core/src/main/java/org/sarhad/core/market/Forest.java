package org.sarhad.core.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Brings fractional lots together on few pairs: where offers and needs are matched in a circle,
/// lots are moved around it until one of its pairs has none. What each offer gives and each need
/// gets stays the same, and so does what lines and corridors carry. What is left has no circles:
/// fewer pairs than bids, which means few contracts, and hardly any fractions.
///
/// Around a circle the worth may change with the prices of its pairs; it then goes down, since what
/// is counted in money may be full. Mutable, and used once.
final class Forest {
  private final MatchProblem problem;
  private final double[] lots;
  private final List<List<Integer>> pairsAt = new ArrayList<>();

  private Forest(MatchProblem problem, double[] lots) {
    this.problem = problem;
    this.lots = lots;
    int nodes = problem.offers().size() + problem.needs().size();
    IntStream.range(0, nodes).forEach(_ -> pairsAt.add(new ArrayList<>()));
  }

  /// `lots` of each pair of `problem`, without circles. O(pairs * bids) at worst.
  static double[] of(MatchProblem problem, double[] lots) {
    Forest forest = new Forest(problem, lots.clone());
    IntStream.range(0, lots.length)
        .filter(pair -> lots[pair] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(pair -> -lots[pair]))
        .forEach(forest::add);
    return forest.lots;
  }

  /// With `pair` there is one circle at most: the way between its ends that was there before.
  private void add(int pair) {
    List<Integer> way = way(offer(pair), need(pair));
    plant(pair);
    if (!way.isEmpty()) {
      List<Integer> circle = new ArrayList<>(way);
      circle.addFirst(pair);
      open(circle);
    }
  }

  /// Moves lots around `circle` from every second pair to the others, until one has none.
  private void open(List<Integer> circle) {
    long worth = 0;
    for (int i = 0; i < circle.size(); i++) {
      worth += sign(i) * problem.pairs().get(circle.get(i)).value();
    }
    int first = worth > 0 ? 1 : 0;
    int emptied =
        IntStream.range(0, circle.size())
            .filter(i -> i % 2 != first)
            .boxed()
            .min(Comparator.comparingDouble(i -> lots[circle.get(i)]))
            .orElseThrow();
    double moved = lots[circle.get(emptied)];
    for (int i = 0; i < circle.size(); i++) {
      lots[circle.get(i)] += i % 2 == first ? moved : -moved;
    }
    lots[circle.get(emptied)] = 0;
    uproot(circle.get(emptied));
  }

  private static int sign(int place) {
    return place % 2 == 0 ? 1 : -1;
  }

  private void plant(int pair) {
    pairsAt.get(offer(pair)).add(pair);
    pairsAt.get(need(pair)).add(pair);
  }

  private void uproot(Integer pair) {
    pairsAt.get(offer(pair)).remove(pair);
    pairsAt.get(need(pair)).remove(pair);
  }

  /// The pairs from one bid to another, in order; none where there is no way. No recursion: a way
  /// can be as long as there are bids.
  private List<Integer> way(int from, int to) {
    int[] by = new int[pairsAt.size()];
    boolean[] met = new boolean[pairsAt.size()];
    List<Integer> open = new ArrayList<>(List.of(from));
    met[from] = true;
    for (int next = 0; next < open.size() && !met[to]; next++) {
      for (int pair : pairsAt.get(open.get(next))) {
        int other = other(pair, open.get(next));
        if (!met[other]) {
          met[other] = true;
          by[other] = pair;
          open.add(other);
        }
      }
    }
    List<Integer> way = new ArrayList<>();
    for (int at = to; met[to] && at != from; at = other(by[at], at)) {
      way.add(by[at]);
    }
    return way;
  }

  private int other(int pair, int node) {
    return offer(pair) == node ? need(pair) : offer(pair);
  }

  private int offer(int pair) {
    return problem.pairs().get(pair).offer();
  }

  private int need(int pair) {
    return problem.offers().size() + problem.pairs().get(pair).need();
  }
}
