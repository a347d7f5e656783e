package org.sarhad.core.market;

import static org.sarhad.core.register.Objections.when;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sarhad.core.entry.EntryId;

/// Checks a [Certificate] against a problem, in whole numbers: that what is placed fits into
/// everything, that it is worth what it says, and that its prices prove its bound (protocol clause
/// 17-4.5). O(pairs).
///
/// Nothing is believed: not the solver, not the prices, not the sums.
public final class CertificateCheck {
  private final MatchProblem problem;
  private final Map<EntryId, Integer> offers;
  private final Map<EntryId, Integer> needs;

  private CertificateCheck(MatchProblem problem) {
    this.problem = problem;
    offers = places(problem.offers());
    needs = places(problem.needs());
  }

  /// What is wrong with `certificate`; empty when it holds.
  public static Optional<MarketRefusal> flaw(MatchProblem problem, Certificate certificate) {
    try {
      return new CertificateCheck(problem).flaw(certificate);
    } catch (ArithmeticException _) {
      return Optional.of(MarketRefusal.OUT_OF_RANGE);
    }
  }

  private Optional<MarketRefusal> flaw(Certificate certificate) {
    Sums sums = new Sums(problem);
    Set<Pair> met =
        new TreeSet<>(Comparator.comparingInt(Pair::offer).thenComparingInt(Pair::need));
    for (Placed placed : certificate.placed()) {
      Optional<Pair> found = pair(placed);
      if (found.isEmpty()) {
        return Optional.of(MarketRefusal.PAIR_UNFIT);
      }
      met.add(found.get());
      sums.add(found.get(), placed.lots());
    }
    return when(met.size() < certificate.placed().size(), MarketRefusal.PAIR_TWICE)
        .or(sums::exceeded)
        .or(() -> toPrices(certificate.prices()))
        .or(() -> when(certificate.value().minor() != sums.value, MarketRefusal.VALUE_DIFFERS))
        .or(
            () ->
                when(
                    !certificate.bound().equals(certificate.prices().bound(problem)),
                    MarketRefusal.BOUND_DIFFERS));
  }

  private Optional<Pair> pair(Placed placed) {
    Integer offer = offers.get(placed.offer());
    Integer need = needs.get(placed.need());
    return offer == null || need == null ? Optional.empty() : problem.pair(offer, need);
  }

  /// A price of what is not there proves nothing, and stands in the way of one spelling.
  private Optional<MarketRefusal> toPrices(Prices prices) {
    Set<Row.Id> rows = new TreeSet<>();
    problem.rows().forEach(row -> rows.add(row.id()));
    return when(
        !needs.keySet().containsAll(prices.needs().keySet())
            || !rows.containsAll(prices.rows().keySet()),
        MarketRefusal.PRICE_OF_NOTHING);
  }

  private static Map<EntryId, Integer> places(List<MatchProblem.Slot> slots) {
    Map<EntryId, Integer> places = new TreeMap<>();
    for (int i = 0; i < slots.size(); i++) {
      places.put(slots.get(i).bid(), i);
    }
    return places;
  }

  /// What everything that is placed comes to. Mutable, while it is summed up.
  private static final class Sums {
    private final MatchProblem problem;
    private final long[] offers;
    private final long[] needs;
    private final long[] rows;
    private long value;

    Sums(MatchProblem problem) {
      this.problem = problem;
      offers = new long[problem.offers().size()];
      needs = new long[problem.needs().size()];
      rows = new long[problem.rows().size()];
    }

    void add(Pair pair, long lots) {
      offers[pair.offer()] = Math.addExact(offers[pair.offer()], lots);
      needs[pair.need()] = Math.addExact(needs[pair.need()], lots);
      for (Row.Use use : problem.uses(pair)) {
        rows[use.row()] = Math.addExact(rows[use.row()], Math.multiplyExact(use.of(pair), lots));
      }
      value = Math.addExact(value, Math.multiplyExact(pair.value(), lots));
    }

    Optional<MarketRefusal> exceeded() {
      if (isBeyond(offers, problem.offers()) || isBeyond(needs, problem.needs())) {
        return Optional.of(MarketRefusal.BID_EXCEEDED);
      }
      for (int i = 0; i < rows.length; i++) {
        Row row = problem.rows().get(i);
        if (rows[i] > row.capacity()) {
          return Optional.of(exceeded(row.id().kind()));
        }
      }
      return Optional.empty();
    }

    private static boolean isBeyond(long[] sums, List<MatchProblem.Slot> slots) {
      for (int i = 0; i < sums.length; i++) {
        if (sums[i] > slots.get(i).lots()) {
          return true;
        }
      }
      return false;
    }

    private static MarketRefusal exceeded(Row.Kind kind) {
      return switch (kind) {
        case LOTS, VALUE -> MarketRefusal.LINE_EXCEEDED;
        case QUOTA -> MarketRefusal.QUOTA_EXCEEDED;
        case CORRIDOR -> MarketRefusal.CORRIDOR_EXCEEDED;
        case SWING -> MarketRefusal.SWING_EXCEEDED;
      };
    }
  }
}
