package org.sarhad.core.market;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;

/// What is to be matched: as much worth as possible, in whole lots, within what each offer has,
/// each need wants and each row holds (protocol clause 17-4). Integers only.
///
/// @param offers what is offered, ascending
/// @param needs what is needed, ascending
/// @param pairs what can be matched with what, by offer, then by need
/// @param rows what is short, ascending
/// @param uses what a lot of each line takes of which rows
public record MatchProblem(
    List<Slot> offers,
    List<Slot> needs,
    List<Pair> pairs,
    List<Row> rows,
    List<List<Row.Use>> uses) {

  /// An offer or a need.
  ///
  /// @param bid the entry by which it is known
  /// @param lots how many; more than 0
  public record Slot(EntryId bid, long lots) {}

  private static final Comparator<Pair> BY_BIDS =
      Comparator.comparingInt(Pair::offer).thenComparingInt(Pair::need);

  /// @throws IllegalArgumentException when pairs do not ascend
  public MatchProblem {
    offers = List.copyOf(offers);
    needs = List.copyOf(needs);
    pairs = List.copyOf(pairs);
    rows = List.copyOf(rows);
    uses = uses.stream().map(List::copyOf).toList();
    for (int i = 1; i < pairs.size(); i++) {
      if (BY_BIDS.compare(pairs.get(i - 1), pairs.get(i)) >= 0) {
        throw new IllegalArgumentException("pairs that do not ascend by offer and need");
      }
    }
  }

  /// What an offer and a need come to, if they can be matched. O(log pairs).
  Optional<Pair> pair(int offer, int need) {
    int at = Collections.binarySearch(pairs, new Pair(offer, need, 0, 0, 0, 0), BY_BIDS);
    return at < 0 ? Optional.empty() : Optional.of(pairs.get(at));
  }

  /// What a lot of `pair` takes of which rows.
  public List<Row.Use> uses(Pair pair) {
    return uses.get(pair.line());
  }

  /// This problem with `more` of the row `id`, or less: at least nothing.
  ///
  /// @throws ArithmeticException when that is more than can be reckoned with
  public MatchProblem with(Row.Id id, long more) {
    List<Row> changed =
        rows.stream()
            .map(
                row ->
                    row.id().equals(id)
                        ? new Row(id, Math.max(0, Math.addExact(row.capacity(), more)))
                        : row)
            .toList();
    return new MatchProblem(offers, needs, pairs, changed, uses);
  }

  /// How many lots of the pair `index` there can be at most, whatever else is matched.
  long most(int index) {
    Pair pair = pairs.get(index);
    return Math.min(offers.get(pair.offer()).lots(), needs.get(pair.need()).lots());
  }
}
