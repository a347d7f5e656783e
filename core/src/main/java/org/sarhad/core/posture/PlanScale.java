package org.sarhad.core.posture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What holds plans of one side against each other: the same points, the same sites, nobody sought
/// for and nobody moved (protocol clause 15-9.2). A plan is how many units stand at each site.
/// Immutable.
public final class PlanScale {
  private final CoverModel model;

  /// A scale for plans of the only side of `problem`, of no more units than it has there. O(sites ·
  /// points).
  ///
  /// @throws IllegalArgumentException when there are two sides
  public PlanScale(CoverageProblem problem) {
    if (problem.sides().size() != 1) {
      throw new IllegalArgumentException(problem.sides().size() + " sides; expected one");
    }
    this.model = new CoverModel(problem);
  }

  /// What `units` cover, in parts of a million of the weight. O(sites · points in reach).
  public long worth(List<Integer> units) {
    return model.worth(array(units))[0];
  }

  /// How many of `units` are in time at each point. O(sites · points in reach).
  public List<Integer> present(List<Integer> units) {
    return Arrays.stream(presence(array(units))).boxed().toList();
  }

  private int[] presence(int... units) {
    int[] present = new int[model.points()];
    for (int site = 0; site < units.length; site++) {
      change(present, site, units[site]);
    }
    return present;
  }

  private void change(int[] present, int site, int by) {
    for (int i = 0; i < model.breadth(site); i++) {
      present[model.point(site, i)] += by;
    }
  }

  private int[] array(List<Integer> units) {
    if (units.size() != model.sites()) {
      throw new IllegalArgumentException(
          "a plan of %d sites; there are %d".formatted(units.size(), model.sites()));
    }
    int[] plan = units.stream().mapToInt(Integer::intValue).toArray();
    if (IntStream.of(plan).sum() > model.units(0)) {
      throw new IllegalArgumentException(
          "a plan of %d units; expected at most %d"
              .formatted(IntStream.of(plan).sum(), model.units(0)));
    }
    return plan;
  }

  // ---- from one plan to another ---------------------------------------------------------------

  /// How far apart two sites are.
  @FunctionalInterface
  public interface Apart {
    /// Metres.
    long metres(int from, int to);
  }

  /// The moves from one plan to another: each time the post is taken up that adds the most, by the
  /// unit that is nearest to it of those that leave theirs; of equal ones the first. No more units
  /// move than have to, and what the gains add up to is what the second plan covers more. O(moves²
  /// · points in reach).
  public List<PlanMove> moves(List<Integer> from, List<Integer> to, Apart apart) {
    int[] units = array(from);
    int[] goal = array(to);
    int[] present = presence(units);
    List<Integer> leaving = surplus(units, goal);
    List<Integer> taken = surplus(goal, units);
    List<PlanMove> moves = new ArrayList<>();
    while (!leaving.isEmpty() || !taken.isEmpty()) {
      OptionalInt next = first(taken, Comparator.comparingLong(site -> -gain(present, site)));
      OptionalInt unit =
          first(
              leaving,
              Comparator.comparingLong(
                  site -> next.isPresent() ? apart.metres(site, next.getAsInt()) : 0));
      moves.add(moved(present, unit, next));
      unit.ifPresent(site -> leaving.remove(Integer.valueOf(site)));
      next.ifPresent(site -> taken.remove(Integer.valueOf(site)));
    }
    return List.copyOf(moves);
  }

  private static OptionalInt first(List<Integer> sites, Comparator<Integer> order) {
    return sites.stream().min(order).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private PlanMove moved(int[] present, OptionalInt from, OptionalInt to) {
    from.ifPresent(site -> change(present, site, -1));
    long lost = from.stream().mapToLong(site -> gain(present, site)).sum();
    long won = to.stream().mapToLong(site -> gain(present, site)).sum();
    to.ifPresent(site -> change(present, site, 1));
    return new PlanMove(from, to, won - lost);
  }

  /// Each site once for each unit that `units` has there and `others` has not.
  private static List<Integer> surplus(int[] units, int... others) {
    return new ArrayList<>(
        IntStream.range(0, units.length)
            .boxed()
            .flatMap(
                site ->
                    IntStream.range(0, Math.max(0, units[site] - others[site])).mapToObj(_ -> site))
            .toList());
  }

  /// What one more unit at `site` adds.
  private long gain(int[] present, int site) {
    long gain = 0;
    for (int i = 0; i < model.breadth(site); i++) {
      int point = model.point(site, i);
      gain += model.gain(point, present[point]);
    }
    return gain;
  }
}
