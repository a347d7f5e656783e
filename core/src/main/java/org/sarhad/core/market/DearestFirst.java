package org.sarhad.core.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Matches the bids of one line at once: the dearest pair first, as far as its bids go. Below the
/// best ([LineFlow]) by little. Mutable, and of one thread.
final class DearestFirst implements LineMatch {
  private final List<Pair> pairs;
  private final long[] offers;
  private final long[] needs;
  private final long[] placed;

  /// @param pairs all pairs of one line
  DearestFirst(MatchProblem problem, List<Pair> pairs) {
    this.pairs = pairs;
    offers = problem.offers().stream().mapToLong(MatchProblem.Slot::lots).toArray();
    needs = problem.needs().stream().mapToLong(MatchProblem.Slot::lots).toArray();
    placed = new long[pairs.size()];
  }

  @Override
  public List<Curve.Piece> run(long lotsMost) {
    List<Curve.Piece> added = new ArrayList<>();
    long left = lotsMost;
    for (int index : dearestFirst()) {
      Pair pair = pairs.get(index);
      long lots = Math.min(left, Math.min(offers[pair.offer()], needs[pair.need()]));
      if (lots > 0) {
        offers[pair.offer()] -= lots;
        needs[pair.need()] -= lots;
        placed[index] += lots;
        left -= lots;
        added.add(new Curve.Piece(lots, Curve.Worth.NOTHING.plus(pair, 1)));
      }
    }
    return added;
  }

  private List<Integer> dearestFirst() {
    return IntStream.range(0, pairs.size())
        .boxed()
        .sorted(Comparator.comparingLong(index -> -pairs.get(index).value()))
        .toList();
  }

  @Override
  public long placed(int index) {
    return placed[index];
  }
}
