package org.sarhad.core.market;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;

/// What a solver of linear programmes has found for a [MatchProblem]: lots with fractions, and what
/// one more of everything would be worth. Doubles that nothing rests on: [Matching#made] makes a
/// [Certificate] of them in whole numbers, and that is checked like any other one.
///
/// @param lots about how many lots of each pair
/// @param needs what one more lot of each need is worth, in ten-thousandths of the unit of account
/// @param rows what one more of each row is worth, in ten-thousandths: of one of what is counted,
///   of a ten-thousandth of what is money
public record LinearSolution(List<Double> lots, List<Double> needs, List<Double> rows) {
  private static final double MILLION = 1e6;

  /// Copies its lists.
  public LinearSolution {
    lots = List.copyOf(lots);
    needs = List.copyOf(needs);
    rows = List.copyOf(rows);
  }

  /// Whether there is a number for everything in `problem`.
  boolean isOf(MatchProblem problem) {
    return lots.size() == problem.pairs().size()
        && needs.size() == problem.needs().size()
        && rows.size() == problem.rows().size();
  }

  /// The prices in whole numbers. What is no price that can be written costs nothing.
  Prices prices(MatchProblem problem) {
    TreeMap<EntryId, Long> ofNeeds = new TreeMap<>();
    TreeMap<Row.Id, Long> ofRows = new TreeMap<>();
    for (int i = 0; i < needs.size(); i++) {
      put(ofNeeds, problem.needs().get(i).bid(), needs.get(i));
    }
    for (int i = 0; i < rows.size(); i++) {
      Row.Id id = problem.rows().get(i).id();
      double scale = id.kind().measure() == Row.Measure.WORTH ? MILLION : 1;
      put(ofRows, id, rows.get(i) * scale);
    }
    return new Prices(ofNeeds, ofRows);
  }

  private static <K> void put(SortedMap<K, Long> prices, K key, double price) {
    long whole = Math.round(price);
    if (whole > 0 && whole <= Json.INTEGER_MAX) {
      prices.put(key, whole);
    }
  }
}
