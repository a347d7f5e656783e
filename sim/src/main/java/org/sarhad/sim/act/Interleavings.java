package org.sarhad.sim.act;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sarhad.core.act.ActStage;
import org.sarhad.sim.check.Violation;

/// Walks every interleaving within some bounds, depth first, each world once, and checks everything
/// on the way. What it finds names the steps that lead there.
public final class Interleavings {
  private record Walk(World world, String by, Iterator<Moves.Step> next) {}

  private final ModelChannel channel = new ModelChannel();
  private final Moves moves;
  private final Folds folds;
  private final WorldChecker checker;
  private final Flaw flaw;
  private final Set<World> visited = new HashSet<>();
  private final Deque<Walk> path = new ArrayDeque<>();
  private final Map<ActStage, Long> stages = new EnumMap<>(ActStage.class);
  private String last = "all has begun";
  private long steps;
  private int longest;

  private Interleavings(Bounds bounds, Flaw flaw) {
    this.flaw = flaw;
    folds = new Folds(channel, flaw);
    moves = new Moves(bounds, flaw, channel, folds);
    checker = new WorldChecker(channel, folds, flaw);
  }

  /// Everything that can happen within `bounds`.
  ///
  /// @throws Violation the first time something does not hold
  public static Report explore(Bounds bounds) {
    return explore(bounds, Flaw.NONE);
  }

  /// The same, of nodes that have `flaw`.
  public static Report explore(Bounds bounds, Flaw flaw) {
    return new Interleavings(bounds, flaw).explored();
  }

  private Report explored() {
    long began = System.nanoTime();
    try {
      enter(World.BEGUN);
      while (!path.isEmpty()) {
        var walk = path.peek();
        if (walk.next().hasNext()) {
          var step = walk.next().next();
          steps++;
          last = step.what();
          checker.step(walk.world(), step.next());
          if (!visited.contains(step.next())) {
            enter(step.next());
          }
        } else {
          path.pop();
        }
      }
    } catch (Violation violation) {
      throw new Violation(String.valueOf(violation.getMessage()), "after " + told());
    }
    return new Report(
        visited.size(),
        steps,
        folds.size(),
        longest,
        stages,
        Duration.ofNanos(System.nanoTime() - began));
  }

  private void enter(World world) {
    visited.add(world);
    checker.world(world);
    count(world);
    var next = moves.of(world);
    if (moves.work(world).isEmpty()) {
      checker.rest(world);
    }
    path.push(new Walk(world, last, next.iterator()));
    longest = Math.max(longest, path.size());
  }

  private void count(World world) {
    var met = EnumSet.noneOf(ActStage.class);
    for (int side = 0; side < 2; side++) {
      folds.shownBy(world, side, flaw).acts().acts().values().forEach(a -> met.add(a.stage()));
    }
    met.forEach(stage -> stages.merge(stage, 1L, Long::sum));
  }

  private String told() {
    return Stream.concat(path.reversed().stream().map(Walk::by), Stream.of(last))
        .collect(Collectors.joining("; "));
  }
}
