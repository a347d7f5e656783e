package org.sarhad.core.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sarhad.core.entry.EntryId;

/// How much of a row a match takes, so that it is seen what is short and what is not (protocol
/// clause 17-4.2).
///
/// @param row which
/// @param used how much of its capacity; less than nothing where goods the other way give more room
///   in the account than there was
public record Usage(Row row, long used) {
  /// What `placed`, whose pairs are of `problem`, takes of each of its rows, in their order. Pairs
  /// that are none of the problem take nothing. O(rows + placed).
  ///
  /// @throws ArithmeticException when a sum is larger than can be reckoned with
  public static List<Usage> of(MatchProblem problem, List<Placed> placed) {
    long[] used = new long[problem.rows().size()];
    Map<EntryId, Integer> offers = places(problem.offers());
    Map<EntryId, Integer> needs = places(problem.needs());
    for (Placed some : placed) {
      Integer offer = offers.get(some.offer());
      Integer need = needs.get(some.need());
      if (offer != null && need != null) {
        problem.pair(offer, need).ifPresent(pair -> add(problem, used, pair, some.lots()));
      }
    }
    List<Usage> all = new ArrayList<>();
    for (int row = 0; row < used.length; row++) {
      all.add(new Usage(problem.rows().get(row), used[row]));
    }
    return List.copyOf(all);
  }

  private static void add(MatchProblem problem, long[] used, Pair pair, long lots) {
    for (Row.Use use : problem.uses(pair)) {
      used[use.row()] = Math.addExact(used[use.row()], Math.multiplyExact(use.of(pair), lots));
    }
  }

  private static Map<EntryId, Integer> places(List<MatchProblem.Slot> slots) {
    Map<EntryId, Integer> places = new TreeMap<>();
    for (int i = 0; i < slots.size(); i++) {
      places.put(slots.get(i).bid(), i);
    }
    return places;
  }
}
