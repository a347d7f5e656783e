package org.sarhad.core.market;

import java.util.List;

/// Makes what is placed better lot by lot: one lot of a pair is taken away where another one of
/// more worth fits in its place. So what is left of a quota that is counted in money is filled,
/// although no whole lot fits into it. Deterministic; O(placed * pairs) for a pass, at worst.
final class Exchange {
  private static final int PASSES_MAX = 4;

  private final MatchProblem problem;
  private final Filling filling;
  private final List<Integer> dearestFirst;

  Exchange(MatchProblem problem, Filling filling) {
    this.problem = problem;
    this.filling = filling;
    dearestFirst = Greedy.order(problem, problem.pairs().stream().mapToLong(Pair::value).toArray());
  }

  /// Exchanges until nothing gets better, or for a few passes.
  void run() {
    for (int pass = 0; pass < PASSES_MAX; pass++) {
      boolean isBetter = false;
      for (int pair : dearestFirst.reversed()) {
        isBetter |= filling.placed(pair) > 0 && isExchanged(pair);
      }
      if (!isBetter) {
        return;
      }
    }
  }

  private boolean isExchanged(int index) {
    long value = problem.pairs().get(index).value();
    filling.place(index, -1);
    for (int other : dearestFirst) {
      Pair pair = problem.pairs().get(other);
      if (pair.value() <= value) {
        break;
      }
      if (filling.fitsOne(pair)) {
        filling.place(other, 1);
        if (filling.isWithin()) {
          return true;
        }
        filling.place(other, -1);
      }
    }
    filling.place(index, 1);
    return false;
  }
}
