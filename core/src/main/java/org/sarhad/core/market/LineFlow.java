package org.sarhad.core.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Matches the bids of one line, the lots that add most first: each time along the way that adds
/// most worth over what is matched already (successive shortest paths, Busacker and Gowen 1961). So
/// whatever number of lots it has come to, no other match of so many lots of the line is worth
/// more, and no lot adds more than the one before. Integers only. Mutable, and of one thread.
///
/// A way costs O(bids^2 + pairs), and there are a few for each bid.
final class LineFlow implements LineMatch {
  private static final long FAR = Long.MAX_VALUE;
  private static final int NONE = -1;

  /// The pairs of the line, how many lots go along each, and between which ends.
  private final Pair[] pairs;

  private final long[] placed;
  private final int[] from;
  private final int[] to;

  /// The ends are the offers, then the needs: how many lots are left of each, and its pairs.
  private final int offers;

  private final int[] needs;
  private final long[] left;
  private final int[][] pairsAt;

  /// What it costs to bring one lot to each end, and through any need: less than nothing where that
  /// is worth something.
  private final long[] cost;

  private long costThrough;

  /// How much more than that the cheapest way to each end costs now, and by which pair it comes.
  private final long[] more;

  private final int[] by;

  private long lots;

  /// @param pairs all pairs of one line, by offer, then by need; at least one
  LineFlow(MatchProblem problem, List<Pair> pairs) {
    this.pairs = pairs.toArray(Pair[]::new);
    placed = new long[this.pairs.length];
    int[] sources = pairs.stream().mapToInt(Pair::offer).distinct().toArray();
    needs = pairs.stream().mapToInt(Pair::need).sorted().distinct().toArray();
    offers = sources.length;
    from = pairs.stream().mapToInt(p -> Arrays.binarySearch(sources, p.offer())).toArray();
    to = pairs.stream().mapToInt(p -> offers + Arrays.binarySearch(needs, p.need())).toArray();
    left =
        IntStream.concat(Arrays.stream(sources), Arrays.stream(needs)).mapToLong(i -> i).toArray();
    Arrays.setAll(
        left,
        end -> (end < offers ? problem.offers() : problem.needs()).get((int) left[end]).lots());
    pairsAt = pairsAt();
    cost = new long[left.length];
    for (int k = 0; k < this.pairs.length; k++) {
      cost[to[k]] = Math.min(cost[to[k]], -this.pairs[k].value());
    }
    costThrough = Arrays.stream(cost).min().orElse(0);
    more = new long[left.length];
    by = new int[left.length];
  }

  private int[][] pairsAt() {
    int[][] all = new int[left.length][];
    int[] count = new int[left.length];
    IntStream.concat(Arrays.stream(from), Arrays.stream(to)).forEach(end -> count[end]++);
    Arrays.setAll(all, end -> new int[count[end]]);
    for (int k = 0; k < pairs.length; k++) {
      all[from[k]][--count[from[k]]] = k;
      all[to[k]][--count[to[k]]] = k;
    }
    return all;
  }

  @Override
  public List<Curve.Piece> run(long lotsMost) {
    return run(lotsMost, 0);
  }

  /// Goes on until there are `lotsMost` lots, or the next one would add no more than `least`; what
  /// was added, in its order.
  ///
  /// @throws ArithmeticException when something is worth more than can be reckoned with
  List<Curve.Piece> run(long lotsMost, long least) {
    List<Curve.Piece> added = new ArrayList<>();
    while (lots < lotsMost) {
      int need = search();
      long stop = Math.subtractExact(-least, costThrough);
      if (need == NONE || through(need) >= stop) {
        raise(stop);
        break;
      }
      raise(through(need));
      added.add(place(need, lotsMost - lots));
    }
    return added;
  }

  /// The need to which the cheapest way leads that has lots left at both ends (Dijkstra 1959):
  /// costs so far keep what is `more` from being less than nothing.
  private int search() {
    Arrays.fill(more, FAR);
    Arrays.fill(by, NONE);
    boolean[] isMet = new boolean[left.length];
    for (int end = 0; end < offers; end++) {
      more[end] = left[end] > 0 ? -cost[end] : FAR;
    }
    int best = NONE;
    for (int end = nearest(isMet);
        end != NONE && (best == NONE || more[end] < through(best));
        end = nearest(isMet)) {
      isMet[end] = true;
      if (end >= offers && left[end] > 0 && (best == NONE || through(end) < through(best))) {
        best = end;
      }
      for (int k : pairsAt[end]) {
        look(end, k);
      }
    }
    return best;
  }

  private int nearest(boolean[] isMet) {
    int nearest = NONE;
    long least = FAR;
    for (int end = 0; end < more.length; end++) {
      if (more[end] < least && !isMet[end]) {
        least = more[end];
        nearest = end;
      }
    }
    return nearest;
  }

  /// From an offer more may go along any pair; from a need back along those that have lots.
  private void look(int end, int k) {
    boolean isOffer = end < offers;
    int other = isOffer ? to[k] : from[k];
    if (isOffer || placed[k] > 0) {
      long value = isOffer ? -pairs[k].value() : pairs[k].value();
      long way = Math.addExact(more[end], Math.addExact(value, cost[end] - cost[other]));
      if (way < more[other]) {
        more[other] = way;
        by[other] = k;
      }
    }
  }

  private long through(int need) {
    return Math.addExact(more[need], cost[need] - costThrough);
  }

  private void raise(long through) {
    for (int end = 0; end < cost.length; end++) {
      cost[end] = Math.addExact(cost[end], Math.min(more[end], through));
    }
    costThrough = Math.addExact(costThrough, through);
  }

  /// Places as many lots as the way to `need` bears, and `atMost`.
  private Curve.Piece place(int need, long atMost) {
    long bears = Math.min(atMost, left[need]);
    int end = need;
    while (by[end] != NONE) {
      bears = end < offers ? Math.min(bears, placed[by[end]]) : bears;
      end = before(end);
    }
    bears = Math.min(bears, left[end]);
    left[need] -= bears;
    left[end] -= bears;
    Curve.Worth each = Curve.Worth.NOTHING;
    for (end = need; by[end] != NONE; end = before(end)) {
      int sign = end < offers ? -1 : 1;
      placed[by[end]] += sign * bears;
      each = each.plus(pairs[by[end]], sign);
    }
    lots += bears;
    return new Curve.Piece(bears, each);
  }

  private int before(int end) {
    return end < offers ? to[by[end]] : from[by[end]];
  }

  @Override
  public long placed(int index) {
    return placed[index];
  }

  /// The needs of the line, ascending, as the problem counts them.
  int[] needs() {
    return needs;
  }

  /// What one more lot of the need with this index among those of the line adds beyond the `least`
  /// of the run before.
  long worth(int index) {
    return Math.max(0, Math.subtractExact(costThrough, cost[offers + index]));
  }
}
