package org.sarhad.core.market;

import java.util.Comparator;
import java.util.List;

/// Finds a match with its certificate. Deterministic: the same problem gives the same match, on any
/// machine. Nobody has to use this one: a match of any other solver is checked alike. Where
/// something is worth more than can be reckoned with, there is an [ArithmeticException].
public final class Matching {
  /// What is so little less than a whole lot is one.
  private static final double ALMOST = 1e-6;

  private Matching() {}

  /// What a first look finds, at once: the better one of two. In one, what is worth most for the
  /// parts that it takes of what is short goes first; in the other, each line has the share that a
  /// guess of the optimum gives it. O(pairs log pairs).
  public static Certificate preview(MatchProblem problem) {
    Optimum guessed = Optimum.guessed(problem);
    Filling byShares = new Filling(problem);
    fill(problem, byShares, guessed.lots(), order(problem, guessed.prices()));
    return better(
        certificate(problem, Greedy.byParts(problem), Prices.NONE),
        certificate(problem, byShares, guessed.prices()));
  }

  /// The optimum with fractions, by a search of our own, made whole. O(bids^3) for each line at
  /// worst.
  public static Certificate found(MatchProblem problem) {
    Optimum optimum = Optimum.of(problem);
    return whole(problem, optimum.lots(), optimum.prices());
  }

  /// The same of what a solver has found: whole lots as far as they fit beside each other, and what
  /// is left filled up. That it fits to the last ten-thousandth is so by how it is placed, whatever
  /// the fractions were. O(pairs log pairs), and what is exchanged.
  ///
  /// @throws IllegalArgumentException when it is of another problem
  public static Certificate made(MatchProblem problem, LinearSolution solution) {
    if (!solution.isOf(problem)) {
      throw new IllegalArgumentException("a solution of another problem");
    }
    List<Double> lots = solution.lots().stream().map(lot -> Math.max(0, lot)).toList();
    return whole(problem, lots, solution.prices(problem));
  }

  /// What these lots come to when they are made whole, and one lot is exchanged for another; or the
  /// preview, where that is worth more.
  private static Certificate whole(MatchProblem problem, List<Double> lots, Prices prices) {
    Filling filling = new Filling(problem);
    List<Integer> byEarning = order(problem, prices);
    fill(problem, filling, lots, byEarning);
    new Exchange(problem, filling).run();
    new Greedy(problem, filling, problem::most).fill(byEarning);
    return better(preview(problem), certificate(problem, filling, prices));
  }

  private static List<Integer> order(MatchProblem problem, Prices prices) {
    return Greedy.order(problem, prices.left(problem));
  }

  /// Whole lots first, as far as they fit, then what is left, the largest fractions first.
  private static void fill(
      MatchProblem problem, Filling filling, List<Double> lots, List<Integer> byEarning) {
    List<Integer> byFraction =
        byEarning.stream()
            .sorted(Comparator.comparingDouble(pair -> Math.floor(lots.get(pair)) - lots.get(pair)))
            .toList();
    new Greedy(problem, filling, pair -> (long) Math.floor(lots.get(pair) + ALMOST))
        .fill(byEarning);
    new Greedy(problem, filling, problem::most).fill(byFraction);
  }

  /// The more valuable match of both, with the lower one of the bounds.
  private static Certificate better(Certificate one, Certificate other) {
    Certificate worth = other.value().compareTo(one.value()) >= 0 ? other : one;
    Certificate proven = other.bound().compareTo(one.bound()) <= 0 ? other : one;
    return new Certificate(worth.placed(), proven.prices(), worth.value(), proven.bound());
  }

  private static Certificate certificate(MatchProblem problem, Filling filling, Prices prices) {
    return new Certificate(filling.plan(), prices, filling.value(), prices.bound(problem));
  }
}
