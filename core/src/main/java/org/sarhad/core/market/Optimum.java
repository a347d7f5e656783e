package org.sarhad.core.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;

/// The optimum of a problem as a linear programme, without a solver.
///
/// All that lines share are a few rows, and what a line takes of them follows from how many lots of
/// it are matched and what they are worth. So each line is first matched by itself, the lots that
/// add most first ([LineFlow]); how much of each there shall be is a small programme over what
/// these lots add ([Shares]), whose prices are those of the rows; and with them each line says what
/// its needs are worth.
///
/// This is exact where the tolerance is the same all over a line, as it is by a protocol. Nothing
/// rests on that: whoever gets a certificate checks it.
///
/// @param lots how many lots of each pair, to the whole lot below for each line
/// @param prices what one more of everything is worth
record Optimum(List<Double> lots, Prices prices) {
  /// What is so little less than a whole lot is one.
  private static final double ALMOST = 1e-6;

  /// Copies its list.
  Optimum {
    lots = List.copyOf(lots);
  }

  /// Makes a way to match the pairs of a line.
  private interface Matcher {
    LineMatch of(MatchProblem problem, List<Pair> pairs);
  }

  /// The optimum of `problem`. O(bids^3) for each line at worst.
  ///
  /// @throws ArithmeticException when something is worth more than can be reckoned with
  static Optimum of(MatchProblem problem) {
    List<Shares.Line> lines = lines(problem, LineFlow::new);
    Shares shares = Shares.of(problem, lines);
    TreeMap<EntryId, Long> needs = new TreeMap<>();
    lines.forEach(line -> price(problem, line, shares, needs));
    return new Optimum(lots(problem, LineFlow::new, lines, shares), shares.prices(problem, needs));
  }

  /// The same when each line is matched in no better way than the dearest pair first: near the
  /// optimum, and at once. O(pairs log pairs).
  static Optimum guessed(MatchProblem problem) {
    List<Shares.Line> lines = lines(problem, DearestFirst::new);
    Shares shares = Shares.of(problem, lines);
    return new Optimum(
        lots(problem, DearestFirst::new, lines, shares), shares.prices(problem, new TreeMap<>()));
  }

  private static List<Shares.Line> lines(MatchProblem problem, Matcher matcher) {
    SortedMap<Integer, List<Integer>> byLine = new TreeMap<>();
    for (int i = 0; i < problem.pairs().size(); i++) {
      byLine.computeIfAbsent(problem.pairs().get(i).line(), _ -> new ArrayList<>()).add(i);
    }
    List<Shares.Line> lines = new ArrayList<>();
    byLine.forEach(
        (line, pairs) -> {
          LineMatch all = matcher.of(problem, pairs(problem, pairs));
          lines.add(
              new Shares.Line(pairs, problem.uses().get(line), new Curve(all.run(Long.MAX_VALUE))));
        });
    return lines;
  }

  private static List<Pair> pairs(MatchProblem problem, List<Integer> indices) {
    return indices.stream().map(problem.pairs()::get).toList();
  }

  /// Each line comes to what its share is worth: with fewer lots than that has, where others of the
  /// same worth do as well.
  private static List<Double> lots(
      MatchProblem problem, Matcher matcher, List<Shares.Line> lines, Shares shares) {
    double[] lots = new double[problem.pairs().size()];
    for (int i = 0; i < lines.size(); i++) {
      Shares.Line line = lines.get(i);
      LineMatch some = matcher.of(problem, pairs(problem, line.pairs()));
      some.run((long) Math.floor(line.curve().lotsWorth(shares.worth().get(i)) + ALMOST));
      for (int pair = 0; pair < line.pairs().size(); pair++) {
        lots[line.pairs().get(pair)] = (double) some.placed(pair);
      }
    }
    return Arrays.stream(lots).boxed().toList();
  }

  private static void price(
      MatchProblem problem, Shares.Line line, Shares shares, TreeMap<EntryId, Long> needs) {
    double left = shares.left(problem, line);
    if (left <= 0) {
      return;
    }
    LineFlow flow = new LineFlow(problem, pairs(problem, line.pairs()));
    flow.run(Long.MAX_VALUE, Math.round(shares.each(line) / left));
    for (int i = 0; i < flow.needs().length; i++) {
      long price = Math.round(left * (double) flow.worth(i));
      if (price > 0 && price <= Json.INTEGER_MAX) {
        needs.put(problem.needs().get(flow.needs()[i]).bid(), price);
      }
    }
  }
}
