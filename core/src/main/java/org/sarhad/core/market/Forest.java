package org.sarhad.core.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Brings fractional lots together on few pairs: where bids are matched in a circle, lots are moved
/// around it until one of its pairs has none. Bids that are not matched in full are in such circles
/// as well: what is left of them counts as matched with nobody, line by line. So each line goes on
/// carrying as many lots as before. What comes out has no circles: fewer pairs than bids, which
/// means few contracts, and hardly any fractions.
///
/// Around a circle the worth may change with the prices of its pairs. It goes up where it has gone
/// down before, and else down, so that what is counted in money stays about as full as it was.
/// Mutable, and used once.
final class Forest {
  /// What is matched with what: the pairs of the problem, then what is left of each bid.
  private final List<Edge> edges = new ArrayList<>();

  private final double[] lots;
  private final List<SortedSet<Integer>> edgesAt = new ArrayList<>();

  /// By how much each line has come to be worth more.
  private final double[] gained;

  /// Two ends, and what a lot between them is worth.
  private record Edge(int line, int from, int to, long worth) {
    int other(int end) {
      return end == from ? to : from;
    }
  }

  private Forest(MatchProblem problem, double[] matched) {
    int bids = problem.offers().size() + problem.needs().size();
    int[] line = new int[bids];
    double[] left = new double[bids];
    Arrays.fill(line, -1);
    for (int i = 0; i < bids; i++) {
      left[i] = (double) slot(problem, i).lots();
    }
    for (int i = 0; i < matched.length; i++) {
      Pair pair = problem.pairs().get(i);
      Edge edge =
          new Edge(pair.line(), pair.offer(), problem.offers().size() + pair.need(), pair.value());
      edges.add(edge);
      line[edge.from()] = pair.line();
      line[edge.to()] = pair.line();
      left[edge.from()] -= matched[i];
      left[edge.to()] -= matched[i];
    }
    gained = new double[problem.uses().size()];
    lots = Arrays.copyOf(matched, matched.length + bids);
    for (int i = 0; i < bids; i++) {
      // Nobody is an end of their own for each line: one who needs, and one who offers.
      int at = Math.max(0, line[i]);
      int nobody = bids + 2 * at + (i < problem.offers().size() ? 0 : 1);
      edges.add(new Edge(at, i, nobody, 0));
      lots[matched.length + i] = line[i] < 0 ? 0 : Math.max(0, left[i]);
    }
    IntStream.range(0, bids + 2 * problem.uses().size()).forEach(_ -> edgesAt.add(new TreeSet<>()));
  }

  private static MatchProblem.Slot slot(MatchProblem problem, int bid) {
    int offers = problem.offers().size();
    return bid < offers ? problem.offers().get(bid) : problem.needs().get(bid - offers);
  }

  /// `matched` lots of each pair of `problem`, without circles. O(pairs * bids) at worst.
  static double[] of(MatchProblem problem, double[] matched) {
    Forest forest = new Forest(problem, matched);
    IntStream.range(0, forest.lots.length)
        .filter(edge -> forest.lots[edge] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(edge -> -forest.lots[edge]))
        .toList()
        .forEach(forest::add);
    return Arrays.copyOf(forest.lots, matched.length);
  }

  /// With `edge` there is one circle at most: the way between its ends that was there before.
  private void add(int edge) {
    List<Integer> circle = way(edges.get(edge).from(), edges.get(edge).to());
    edgesAt.get(edges.get(edge).from()).add(edge);
    edgesAt.get(edges.get(edge).to()).add(edge);
    if (!circle.isEmpty()) {
      circle.addFirst(edge);
      open(circle);
    }
  }

  /// Moves lots around `circle` from every second edge to the others, until one has none.
  private void open(List<Integer> circle) {
    long worth = 0;
    for (int i = 0; i < circle.size(); i++) {
      worth += (i % 2 == 0 ? 1 : -1) * edges.get(circle.get(i)).worth();
    }
    int line = edges.get(circle.getFirst()).line();
    boolean isDearer = worth > 0;
    boolean isToBeDearer = gained[line] < 0;
    int more = isDearer == isToBeDearer ? 0 : 1;
    Integer emptied =
        IntStream.range(0, circle.size())
            .filter(i -> i % 2 != more)
            .mapToObj(circle::get)
            .min(Comparator.comparingDouble(edge -> lots[edge]))
            .orElseThrow();
    double moved = lots[emptied];
    for (int i = 0; i < circle.size(); i++) {
      lots[circle.get(i)] += i % 2 == more ? moved : -moved;
    }
    gained[line] += (more == 0 ? moved : -moved) * (double) worth;
    lots[emptied] = 0;
    edgesAt.get(edges.get(emptied).from()).remove(emptied);
    edgesAt.get(edges.get(emptied).to()).remove(emptied);
  }

  /// The edges from one end to another, in order; none where there is no way. No recursion: a way
  /// can be as long as there are bids.
  private List<Integer> way(int from, int to) {
    int[] by = new int[edgesAt.size()];
    boolean[] met = new boolean[edgesAt.size()];
    List<Integer> open = new ArrayList<>(List.of(from));
    met[from] = true;
    for (int next = 0; next < open.size() && !met[to]; next++) {
      for (int edge : edgesAt.get(open.get(next))) {
        int other = edges.get(edge).other(open.get(next));
        if (!met[other]) {
          met[other] = true;
          by[other] = edge;
          open.add(other);
        }
      }
    }
    List<Integer> way = new ArrayList<>();
    for (int at = to; met[to] && at != from; at = edges.get(by[at]).other(at)) {
      way.add(by[at]);
    }
    return way;
  }
}
