package org.sarhad.core.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// Places lots in an order, each as many as still fit: a preview at once, and the way in which
/// fractions are made whole. Deterministic; O(pairs log pairs) for the order, and a few passes.
///
/// What goes one way gives room for what goes the other way, so both ways are filled in turn: next
/// is always the way whose importer may still come to owe more.
final class Greedy {
  private static final int PASSES_MAX = 8;

  /// Where there is hardly any room in the account, goods go to and fro lot by lot; at some point
  /// it is enough.
  private static final int STEPS_PER_PAIR = 64;

  /// A millionth of a row is the least part that is counted.
  private static final long PART = 1_000_000;

  private static final long PART_OF_WORTH = 1_000;

  private final MatchProblem problem;
  private final Filling filling;
  private final IntToLongFunction most;
  private final int[] swings;

  /// @param most how many lots of the pair with an index there shall be at most
  Greedy(MatchProblem problem, Filling filling, IntToLongFunction most) {
    this.problem = problem;
    this.filling = filling;
    this.most = most;
    swings = problem.pairs().stream().mapToInt(this::swing).toArray();
  }

  /// What is worth most for what it takes of all that is short goes first.
  static Filling byParts(MatchProblem problem) {
    long[] density = problem.pairs().stream().mapToLong(pair -> density(problem, pair)).toArray();
    Filling filling = new Filling(problem);
    new Greedy(problem, filling, problem::most).fill(order(problem, density));
    return filling;
  }

  /// What one lot is worth for the parts that it takes of each row, added up. What a side may come
  /// to owe is left out: goods the other way give it back.
  private static long density(MatchProblem problem, Pair pair) {
    long parts = 1;
    for (Row.Use use : problem.uses(pair)) {
      Row row = problem.rows().get(use.row());
      if (row.id().kind() != Row.Kind.SWING) {
        parts += Math.ceilDiv(Math.multiplyExact(use.of(pair), PART), Math.max(1, row.capacity()));
      }
    }
    return Math.multiplyExact(pair.value(), PART_OF_WORTH) / parts;
  }

  /// The indices of all pairs, by what each is `worth`, descending; among equals as the problem has
  /// them.
  static List<Integer> order(MatchProblem problem, long[] worth) {
    return IntStream.range(0, problem.pairs().size())
        .boxed()
        .sorted(Comparator.comparingLong(pair -> -worth[pair]))
        .toList();
  }

  /// Places what still fits, in `order` of the indices of pairs.
  void fill(List<Integer> order) {
    for (int pass = 0; pass < PASSES_MAX; pass++) {
      long before = filling.lots();
      pass(order);
      if (filling.lots() == before) {
        return;
      }
    }
  }

  private void pass(List<Integer> order) {
    List<Queue> queues = queues(order);
    long stepsMax = (long) STEPS_PER_PAIR * problem.pairs().size();
    for (long step = 0; step < stepsMax; step++) {
      queues.forEach(Queue::drop);
      queues.removeIf(Queue::isEmpty);
      if (queues.isEmpty()) {
        return;
      }
      queues.sort(Comparator.comparingLong(queue -> -filling.room(queue.head())));
      if (queues.stream().noneMatch(Queue::place)) {
        queues.getFirst().skip();
      }
    }
  }

  /// A queue for each way that goods go, by first pair: lines of one exporter have the same uses of
  /// the swing.
  private List<Queue> queues(List<Integer> order) {
    SortedMap<Integer, Queue> queues = new TreeMap<>();
    for (int pair : order) {
      queues.computeIfAbsent(swings[pair], _ -> new Queue()).pairs.add(pair);
    }
    return new ArrayList<>(queues.values());
  }

  private int swing(Pair pair) {
    for (Row.Use use : problem.uses(pair)) {
      if (use.by() == Row.Use.By.MOST) {
        return use.row();
      }
    }
    return -1;
  }

  /// The pairs of one way that are still to be looked at.
  private final class Queue {
    private final List<Integer> pairs = new ArrayList<>();
    private int at;

    boolean isEmpty() {
      return at == pairs.size();
    }

    Pair head() {
      return problem.pairs().get(pairs.get(at));
    }

    void skip() {
      at++;
    }

    /// Passes over what can never fit again: only the room in the account grows.
    void drop() {
      while (!isEmpty() && Math.min(wanted(), filling.fitsBesideSwing(head())) == 0) {
        skip();
      }
    }

    private long wanted() {
      int pair = pairs.get(at);
      return Math.max(0, most.applyAsLong(pair) - filling.placed(pair));
    }

    boolean place() {
      long fits = Math.min(wanted(), filling.fits(head()));
      if (fits > 0) {
        filling.place(pairs.get(at), fits);
      }
      return fits > 0;
    }
  }
}
