package org.sarhad.core.market;

import java.util.List;

/// The best match of a small problem, by trying all of them.
final class BruteForce {
  private final MatchProblem problem;
  private final long[] lots;
  private long best;

  private BruteForce(MatchProblem problem) {
    this.problem = problem;
    lots = new long[problem.pairs().size()];
  }

  /// What the best match is worth, in ten-thousandths.
  static long best(MatchProblem problem) {
    BruteForce all = new BruteForce(problem);
    all.from(0);
    return all.best;
  }

  /// Whether all that is `placed` fits.
  static boolean fits(MatchProblem problem, List<Placed> placed) {
    BruteForce one = new BruteForce(problem);
    for (int i = 0; i < one.lots.length; i++) {
      Pair pair = problem.pairs().get(i);
      for (Placed some : placed) {
        boolean isThat =
            some.offer().equals(problem.offers().get(pair.offer()).bid())
                && some.need().equals(problem.needs().get(pair.need()).bid());
        one.lots[i] += isThat ? some.lots() : 0;
      }
    }
    return one.worthIfItFits() >= 0;
  }

  private void from(int pair) {
    if (pair == lots.length) {
      best = Math.max(best, worthIfItFits());
      return;
    }
    for (lots[pair] = 0; lots[pair] <= problem.most(pair); lots[pair]++) {
      from(pair + 1);
    }
    lots[pair] = 0;
  }

  /// Said once more, and otherwise than where it is checked: row by row.
  private long worthIfItFits() {
    for (int i = 0; i < problem.offers().size(); i++) {
      if (sum(i, -1) > problem.offers().get(i).lots()) {
        return -1;
      }
    }
    for (int j = 0; j < problem.needs().size(); j++) {
      if (sum(-1, j) > problem.needs().get(j).lots()) {
        return -1;
      }
    }
    for (int row = 0; row < problem.rows().size(); row++) {
      if (taken(row) > problem.rows().get(row).capacity()) {
        return -1;
      }
    }
    long worth = 0;
    for (int pair = 0; pair < lots.length; pair++) {
      worth += lots[pair] * problem.pairs().get(pair).value();
    }
    return worth;
  }

  private long sum(int offer, int need) {
    long sum = 0;
    for (int pair = 0; pair < lots.length; pair++) {
      Pair known = problem.pairs().get(pair);
      sum += known.offer() == offer || known.need() == need ? lots[pair] : 0;
    }
    return sum;
  }

  private long taken(int row) {
    long taken = 0;
    for (int pair = 0; pair < lots.length; pair++) {
      Pair known = problem.pairs().get(pair);
      for (Row.Use use : problem.uses(known)) {
        taken += use.row() == row ? lots[pair] * use.of(known) : 0;
      }
    }
    return taken;
  }
}
