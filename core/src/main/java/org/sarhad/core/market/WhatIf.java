package org.sarhad.core.market;

import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.barter.Money;
import org.sarhad.core.data.Ordered;

/// What would be if there were more of something, or less, by the prices of a match and without
/// matching again (protocol clause 17-4.6): "one more wagon is worth so much at most".
///
/// The prices of a problem prove a bound of its neighbours, too. So nothing here is a guess: no
/// match of what is asked about is worth more than what is said, and nobody promises that one is
/// worth as much.
public final class WhatIf {
  private static final long MILLION = 1_000_000;

  private WhatIf() {}

  /// What one more of each row is worth at most, for those where that is something: of a lot of a
  /// line, of one of a corridor, of a unit of account of what is counted in money. Rounded up.
  public static SortedMap<Row.Id, Money> oneMore(MatchProblem problem, Prices prices) {
    TreeMap<Row.Id, Money> worth = new TreeMap<>();
    for (Row row : problem.rows()) {
      if (prices.of(row) > 0) {
        worth.put(row.id(), oneMore(row, prices.of(row)));
      }
    }
    return Ordered.map(worth);
  }

  private static Money oneMore(Row row, long price) {
    return switch (row.id().kind().measure()) {
      case COUNT -> Money.of(price);
      case WORTH -> Money.of(Math.ceilDiv(Math.multiplyExact(price, Money.UNIT), MILLION));
    };
  }

  /// What no match is worth more than when there is `more` of the row `id`, or less: never less
  /// than nothing of it. O(pairs).
  ///
  /// @throws ArithmeticException when a number is larger than can be reckoned with
  public static Money bound(MatchProblem problem, Prices prices, Row.Id id, long more) {
    return prices.bound(problem.with(id, more));
  }
}
