package org.sarhad.sim.act;

import java.util.List;
import org.sarhad.core.act.Act;
import org.sarhad.core.entry.EntryId;
import org.sarhad.sim.check.Violation;

/// What must hold of every world and of every step from one to the next.
///
/// - I8: what a node takes for final is never taken back, not even by a crash; the two nodes agree
///   on as much as both have.
/// - I9: and compute the same.
/// - *Bound*: an act that a node takes for effective rests on durable, final lines.
/// - *Rest*: when the nodes have nothing to do, all that was said about acts is final on both, and
///   no withdrawal is left open.
final class WorldChecker {
  private final ModelChannel channel;
  private final Folds folds;
  private final Flaw flaw;

  WorldChecker(ModelChannel channel, Folds folds, Flaw flaw) {
    this.channel = channel;
    this.folds = folds;
    this.flaw = flaw;
  }

  /// `after` follows `before`.
  void step(World before, World after) {
    for (int side = 0; side < 2; side++) {
      var was = folds.shownBy(before, side, flaw).order();
      var now = folds.shownBy(after, side, flaw).order();
      if (!isPrefix(was, now)) {
        throw new Violation("I8", "%d took back %s and says %s".formatted(side, was, now));
      }
    }
  }

  /// `world` has come about.
  void world(World world) {
    var left = folds.shownBy(world, 0, flaw);
    var right = folds.shownBy(world, 1, flaw);
    if (!isPrefix(left.order(), right.order()) && !isPrefix(right.order(), left.order())) {
      throw new Violation("I8", "%s and %s".formatted(left.order(), right.order()));
    }
    int common = Math.min(left.order().size(), right.order().size());
    if (common > 0 && !left.digests().get(common - 1).equals(right.digests().get(common - 1))) {
      throw new Violation("I9", "two states after %s".formatted(left.order().get(common - 1)));
    }
    bound(world, 0, left);
    bound(world, 1, right);
  }

  private void bound(World world, int side, Fold shown) {
    for (var act : shown.acts().acts().values().toList()) {
      if (act.isEffective() && !(isDurable(world, act.id()) && isDurable(world, act.by()))) {
        throw new Violation(
            "bound", "%d takes %s for effective by %s".formatted(side, act.id(), act.by()));
      }
    }
  }

  private boolean isDurable(World world, EntryId id) {
    return id.index() < world.side(channel.sideOf(id.origin())).durable();
  }

  /// In `world` the nodes have nothing to do.
  void rest(World world) {
    for (int side = 0; side < 2; side++) {
      var fold = folds.shownBy(world, side, flaw);
      boolean isAllFinal =
          fold.tentative().stream()
              .map(id -> Line.at(fold.logs().get(channel.sideOf(id.origin())), (int) id.index()))
              .noneMatch(line -> line.move().isFact());
      boolean isNothingOpen = fold.acts().acts().values().noneMatch(Act::isBeingWithdrawn);
      if (!isAllFinal || !isNothingOpen) {
        throw new Violation(
            "rest", "%d waits for ever: %s".formatted(side, FoldChecker.shown(fold.logs())));
      }
    }
  }

  private static boolean isPrefix(List<EntryId> shorter, List<EntryId> longer) {
    return shorter.size() <= longer.size() && longer.subList(0, shorter.size()).equals(shorter);
  }
}
