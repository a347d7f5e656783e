package org.sarhad.core.market;

import java.util.Comparator;

/// Finds a match with its certificate. Deterministic: the same problem gives the same match, on any
/// machine. Nobody has to use this one: a match of any other solver is checked alike. Where
/// something is worth more than can be reckoned with, there is an [ArithmeticException].
public final class Matching {
  /// How long the search for prices goes on, unless somebody says otherwise.
  public static final int ROUNDS = 4_000;

  /// What is so little less than a whole lot is one.
  private static final double ALMOST = 1e-6;

  private Matching() {}

  /// What a first look finds, at once: what is worth most goes first, and nothing costs anything,
  /// so the bound is no better than what each offer could earn. O(pairs log pairs).
  public static Certificate preview(MatchProblem problem) {
    return certificate(problem, Greedy.preview(problem), Prices.NONE);
  }

  /// The better one of the preview, and of what a search of `rounds` comes to when it is made
  /// whole, with the better one of the bounds. O(rounds * pairs).
  public static Certificate found(MatchProblem problem, int rounds) {
    Certificate preview = preview(problem);
    if (problem.pairs().isEmpty()) {
      return preview;
    }
    PriceSearch search = new PriceSearch(problem);
    search.run(rounds);
    Prices prices = search.prices();
    Certificate found =
        certificate(problem, whole(problem, Forest.of(problem, search.lots()), prices), prices);
    Certificate worth = found.value().compareTo(preview.value()) >= 0 ? found : preview;
    Certificate proven = found.bound().compareTo(preview.bound()) <= 0 ? found : preview;
    return new Certificate(worth.placed(), proven.prices(), worth.value(), proven.bound());
  }

  /// Whole lots first, as far as they fit, then what is left, the largest fractions first; and then
  /// one lot for another.
  private static Filling whole(MatchProblem problem, double[] lots, Prices prices) {
    Filling filling = new Filling(problem);
    Comparator<Integer> byFraction =
        Comparator.comparingDouble(pair -> Math.floor(lots[pair]) - lots[pair]);
    Comparator<Integer> byEarning =
        Comparator.comparingLong(pair -> -prices.left(problem, problem.pairs().get(pair)));
    new Greedy(problem, filling, pair -> (long) Math.floor(lots[pair] + ALMOST)).fill(byEarning);
    new Greedy(problem, filling, problem::most).fill(byFraction.thenComparing(byEarning));
    new Exchange(problem, filling).run();
    new Greedy(problem, filling, problem::most).fill(byEarning);
    return filling;
  }

  private static Certificate certificate(MatchProblem problem, Filling filling, Prices prices) {
    return new Certificate(filling.plan(), prices, filling.value(), prices.bound(problem));
  }
}
