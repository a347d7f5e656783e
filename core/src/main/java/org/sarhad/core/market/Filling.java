package org.sarhad.core.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sarhad.core.barter.Money;

/// What is left of everything while lots are placed one after the other. Mutable, and of one
/// thread.
final class Filling {
  private final MatchProblem problem;
  private final long[] offers;
  private final long[] needs;
  private final long[] rows;
  private final long[] placed;

  Filling(MatchProblem problem) {
    this.problem = problem;
    offers = problem.offers().stream().mapToLong(MatchProblem.Slot::lots).toArray();
    needs = problem.needs().stream().mapToLong(MatchProblem.Slot::lots).toArray();
    rows = problem.rows().stream().mapToLong(Row::capacity).toArray();
    placed = new long[problem.pairs().size()];
  }

  /// How many more lots of `pair` fit.
  long fits(Pair pair) {
    long fits = fitsBids(pair);
    for (Row.Use use : problem.uses(pair)) {
      fits = Math.min(fits, fits(pair, use));
    }
    return fits;
  }

  /// Whether one more lot of `pair` fits: the same as above zero, and faster.
  boolean fitsOne(Pair pair) {
    if (offers[pair.offer()] <= 0 || needs[pair.need()] <= 0) {
      return false;
    }
    for (Row.Use use : problem.uses(pair)) {
      if (use.of(pair) > Math.max(0, rows[use.row()])) {
        return false;
      }
    }
    return true;
  }

  /// The same, if what the sides may come to owe were no matter.
  long fitsBesideSwing(Pair pair) {
    long fits = fitsBids(pair);
    for (Row.Use use : problem.uses(pair)) {
      if (!isSwing(use)) {
        fits = Math.min(fits, fits(pair, use));
      }
    }
    return fits;
  }

  /// How much its importer may still come to owe.
  long room(Pair pair) {
    for (Row.Use use : problem.uses(pair)) {
      if (use.by() == Row.Use.By.MOST) {
        return rows[use.row()];
      }
    }
    return Long.MAX_VALUE;
  }

  private long fitsBids(Pair pair) {
    return Math.min(offers[pair.offer()], needs[pair.need()]);
  }

  private long fits(Pair pair, Row.Use use) {
    long each = use.of(pair);
    return each > 0 ? rows[use.row()] / each : Long.MAX_VALUE;
  }

  private boolean isSwing(Row.Use use) {
    return problem.rows().get(use.row()).id().kind() == Row.Kind.SWING;
  }

  /// Whether no row holds more than it can: what goes the other way may have given room that is
  /// gone when it is taken away.
  boolean isWithin() {
    return Arrays.stream(rows).allMatch(left -> left >= 0);
  }

  /// Places `lots` more of the pair `index`, which fit; or takes some away.
  void place(int index, long lots) {
    Pair pair = problem.pairs().get(index);
    offers[pair.offer()] -= lots;
    needs[pair.need()] -= lots;
    for (Row.Use use : problem.uses(pair)) {
      rows[use.row()] -= Math.multiplyExact(use.of(pair), lots);
    }
    placed[index] += lots;
  }

  /// How many lots of the pair `index` are placed.
  long placed(int index) {
    return placed[index];
  }

  /// How many lots are placed.
  long lots() {
    return Arrays.stream(placed).sum();
  }

  /// What all that is placed is worth.
  Money value() {
    long sum = 0;
    for (int i = 0; i < placed.length; i++) {
      sum = Math.addExact(sum, Math.multiplyExact(problem.pairs().get(i).value(), placed[i]));
    }
    return Money.of(sum);
  }

  /// What is placed.
  List<Placed> plan() {
    List<Placed> plan = new ArrayList<>();
    for (int i = 0; i < placed.length; i++) {
      if (placed[i] > 0) {
        Pair pair = problem.pairs().get(i);
        plan.add(
            new Placed(
                problem.offers().get(pair.offer()).bid(),
                problem.needs().get(pair.need()).bid(),
                placed[i]));
      }
    }
    return plan;
  }
}
