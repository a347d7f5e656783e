package org.sarhad.core.market;

import java.math.BigInteger;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.barter.Money;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;

/// What one more of everything that is short would be worth: the dual prices of a match (protocol
/// clause 17-4.4). What is not named costs nothing.
///
/// **Any** prices prove a bound, by weak duality: whoever may take all they want at these prices
/// earns at least what any match is worth. Bad prices only prove a bad bound, so it is no matter
/// who found them, and how.
///
/// @param needs of one more lot of a need, in ten-thousandths of the unit of account
/// @param rows of one more of a row: in ten-thousandths for what is counted, in millionths for what
///   is money
public record Prices(SortedMap<EntryId, Long> needs, SortedMap<Row.Id, Long> rows) {
  /// Nothing costs anything.
  public static final Prices NONE = new Prices(new TreeMap<>(), new TreeMap<>());

  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  /// @throws IllegalArgumentException when a price is not more than 0, or too large to be written
  public Prices {
    needs = Ordered.map(needs);
    rows = Ordered.map(rows);
    needs.values().forEach(Prices::check);
    rows.values().forEach(Prices::check);
  }

  private static void check(long price) {
    if (price < 1 || price > Json.INTEGER_MAX) {
      throw new IllegalArgumentException("price " + price + "; expected 1 to 2^53 - 1");
    }
  }

  /// What one more of `row` is worth.
  public long of(Row row) {
    return rows.getOrDefault(row.id(), 0L);
  }

  /// What one more lot of `need` is worth.
  public long of(MatchProblem.Slot need) {
    return needs.getOrDefault(need.bid(), 0L);
  }

  /// What no match of `problem` is worth more than: all that is short at its price, and what each
  /// offer could earn beyond that. O(pairs).
  ///
  /// @throws ArithmeticException when a number is larger than can be reckoned with
  public Money bound(MatchProblem problem) {
    BigInteger sum = BigInteger.ZERO;
    for (Row row : problem.rows()) {
      sum = sum.add(times(of(row), row.capacity(), row.id().kind().measure().scale()));
    }
    for (MatchProblem.Slot need : problem.needs()) {
      sum = sum.add(times(of(need), need.lots(), Row.Measure.COUNT.scale()));
    }
    long[] earned = earned(problem);
    for (int offer = 0; offer < earned.length; offer++) {
      sum = sum.add(times(earned[offer], problem.offers().get(offer).lots(), 1));
    }
    return Money.of(sum.divide(MILLION).longValueExact());
  }

  /// What one lot of each offer could earn at these prices, in millionths of a ten-thousandth.
  private long[] earned(MatchProblem problem) {
    long[] earned = new long[problem.offers().size()];
    long[] left = left(problem);
    for (int i = 0; i < left.length; i++) {
      int offer = problem.pairs().get(i).offer();
      earned[offer] = Math.max(earned[offer], left[i]);
    }
    return earned;
  }

  /// What is left of the worth of one lot of each pair when it has paid for all that it takes but
  /// the offer, in millionths of a ten-thousandth. O(pairs).
  ///
  /// @throws ArithmeticException when a number is larger than can be reckoned with
  long[] left(MatchProblem problem) {
    long[] ofNeeds = problem.needs().stream().mapToLong(this::of).toArray();
    long[] ofRows =
        problem.rows().stream()
            .mapToLong(row -> Math.multiplyExact(of(row), row.id().kind().measure().scale()))
            .toArray();
    long[] left = new long[problem.pairs().size()];
    for (int i = 0; i < left.length; i++) {
      Pair pair = problem.pairs().get(i);
      left[i] =
          Math.multiplyExact(
              Math.subtractExact(pair.value(), ofNeeds[pair.need()]), Row.Measure.COUNT.scale());
      for (Row.Use use : problem.uses(pair)) {
        left[i] = Math.subtractExact(left[i], Math.multiplyExact(ofRows[use.row()], use.of(pair)));
      }
    }
    return left;
  }

  private static BigInteger times(long price, long amount, long scale) {
    return BigInteger.valueOf(price)
        .multiply(BigInteger.valueOf(amount))
        .multiply(BigInteger.valueOf(scale));
  }
}
