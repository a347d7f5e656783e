package org.sarhad.core.travel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntUnaryOperator;

/// How soon a patrol vehicle gets from everywhere to one of some destinations, or as well from
/// there to everywhere: a way is as long back as forth. Immutable.
///
/// The shortest times are those that Dijkstra 1959 finds, whatever finds them (protocol clause
/// 19-4); they are searched in buckets, in O(cells), over flat arrays.
public final class Arrivals {
  /// Longest time that is looked for.
  public static final Duration HORIZON_MAX = Duration.ofDays(7);

  private static final int NEVER = Integer.MAX_VALUE;

  private final CostGrid grid;
  private final PacedGrid costs;
  private final Passage passage;
  private final int[] millis;

  private Arrivals(PacedGrid ground, Passage passage, int[] millis) {
    this.grid = ground.grid();
    this.costs = ground;
    this.passage = passage;
    this.millis = millis;
  }

  /// From and to the nearest of `cells`, which a vehicle can be on; O(cells within the horizon).
  ///
  /// @param horizon what is farther than that is taken to be out of reach, at most [#HORIZON_MAX]
  public static Arrivals at(
      PacedGrid ground, List<Integer> cells, Passage passage, Duration horizon) {
    return at(ground, cells, passage, horizon, _ -> NEVER);
  }

  /// The same, where nobody wants to know how soon one is at a cell, or beyond it, if it takes as
  /// long as `most` says of it.
  ///
  /// @param most milliseconds by cell
  public static Arrivals at(
      PacedGrid ground,
      List<Integer> cells,
      Passage passage,
      Duration horizon,
      IntUnaryOperator most) {
    int[] millis = new int[ground.grid().frame().cells()];
    Arrays.fill(millis, NEVER);
    var arrivals = new Arrivals(ground, passage, millis);
    long limit = Math.min(horizon.toMillis(), HORIZON_MAX.toMillis());
    arrivals.search(cells, new Bound((int) Math.max(0, limit), most));
    return arrivals;
  }

  /// How far is looked.
  private record Bound(int limit, IntUnaryOperator most) {
    boolean lets(int cell, int at) {
      return at <= limit && at < most.applyAsInt(cell);
    }
  }

  private void search(List<Integer> cells, Bound bound) {
    var queue = new BucketQueue(costs.least(), costs.most());
    boolean[] isDone = new boolean[millis.length];
    for (int cell : cells) {
      if (grid.terrain(cell).isPassable() && millis[cell] != 0) {
        millis[cell] = 0;
        queue.add(cell, 0);
      }
    }
    for (int cell = queue.take(); cell >= 0; cell = queue.take()) {
      if (!isDone[cell]) {
        isDone[cell] = true;
        spread(cell, bound, queue);
      }
    }
  }

  private void spread(int cell, Bound bound, BucketQueue queue) {
    int columns = grid.frame().columns();
    int row = cell / columns;
    for (int open = grid.open(cell); open != 0; open &= open - 1) {
      int direction = Integer.numberOfTrailingZeros(open);
      int next = cell + CostGrid.NORTH[direction] * columns + CostGrid.EAST[direction];
      reach(next, millis[cell] + costs.millis(cell, row, direction, next), bound, queue);
    }
    if (passage == Passage.OPEN_GATES) {
      for (Gate gate : gatesAt(cell)) {
        reach(gate.beyond(cell), millis[cell] + costs.gateMillis(gate), bound, queue);
      }
    }
  }

  private void reach(int cell, int at, Bound bound, BucketQueue queue) {
    if (at < millis[cell] && bound.lets(cell, at)) {
      millis[cell] = at;
      queue.add(cell, at);
    }
  }

  private List<Gate> gatesAt(int cell) {
    List<Gate> there = List.of();
    for (Gate gate : grid.gates()) {
      if (gate.isOpen() && (gate.left() == cell || gate.right() == cell)) {
        there = new ArrayList<>(there);
        there.add(gate);
      }
    }
    return there;
  }

  /// How soon, in milliseconds; empty where nobody gets within the horizon.
  public OptionalLong millis(int cell) {
    return millis[cell] == NEVER ? OptionalLong.empty() : OptionalLong.of(millis[cell]);
  }

  /// How one gets from `cell` to the nearest destination, or back; empty when nobody does within
  /// the horizon. O(cells along it).
  public Optional<Way> way(int cell) {
    return millis[cell] == NEVER ? Optional.empty() : Optional.of(walk(cell));
  }

  /// Goes where the times say that it is nearest. Of ways that are equally short it takes the first
  /// direction clockwise from north, and a gate last; so the way is as certain as the times are.
  private Way walk(int start) {
    var steps = new WaySteps(grid);
    steps.begin(start);
    for (int cell = start; millis[cell] > 0; ) {
      cell = onwards(cell, steps);
    }
    return steps.way(millis[start]);
  }

  private int onwards(int cell, WaySteps steps) {
    int columns = grid.frame().columns();
    for (int open = grid.open(cell); open != 0; open &= open - 1) {
      int direction = Integer.numberOfTrailingZeros(open);
      int next = cell + CostGrid.NORTH[direction] * columns + CostGrid.EAST[direction];
      if (leads(cell, next, costs.millis(cell, direction, next))) {
        steps.step(cell, next, costs.stepMm(cell, direction));
        return next;
      }
    }
    for (Gate gate : gatesAt(cell)) {
      if (leads(cell, gate.beyond(cell), costs.gateMillis(gate))) {
        steps.pass(gate, cell, costs.lengthMm(gate));
        return gate.beyond(cell);
      }
    }
    throw new IllegalStateException("no way on from cell " + cell);
  }

  private boolean leads(int cell, int next, int cost) {
    return millis[next] != NEVER && millis[next] == millis[cell] - cost;
  }
}
