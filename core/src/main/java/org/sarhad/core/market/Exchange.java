package org.sarhad.core.market;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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
    dearestFirst =
        IntStream.range(0, problem.pairs().size())
            .boxed()
            .sorted(Comparator.comparingLong(pair -> -value(pair)))
            .toList();
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

  private boolean isExchanged(int pair) {
    filling.place(pair, -1);
    for (int other : dearestFirst) {
      if (value(other) <= value(pair)) {
        break;
      }
      if (filling.fits(problem.pairs().get(other)) > 0) {
        filling.place(other, 1);
        if (filling.isWithin()) {
          return true;
        }
        filling.place(other, -1);
      }
    }
    filling.place(pair, 1);
    return false;
  }

  private long value(int pair) {
    return problem.pairs().get(pair).value();
  }
}
