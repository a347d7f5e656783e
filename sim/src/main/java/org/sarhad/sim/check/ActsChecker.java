package org.sarhad.sim.check;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActRefusal;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.ActsState;
import org.sarhad.core.entry.EntryId;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;

/// Joint acts (I10): what is final never leaves a terminal stage, and moves only as 07-5 says. In
/// the end nothing is left hanging: a withdrawal that both know of has ended its act or came too
/// late. And what an honest node decided holds, but for what the other side made of it meanwhile.
public final class ActsChecker implements Checker {
  /// Why something can be void although its author had no objection: the other side said something
  /// else at the same time, and it comes first.
  private static final Set<ActRefusal> MAY_CROSS =
      EnumSet.of(
          ActRefusal.NO_QUORUM,
          ActRefusal.ACT_REFUSED,
          ActRefusal.ACT_ENDED,
          ActRefusal.NOT_IN_FORCE);

  private final SimWorld world;
  private final Map<SimNode, ActsState> agreed = new HashMap<>();
  private final Map<SimNode, Integer> starts = new HashMap<>();

  /// A checker of `world`.
  public ActsChecker(SimWorld world) {
    this.world = world;
  }

  /// How many acts have become effective.
  public long effective() {
    return world.left().seen().agreed().acts().acts().values().filter(Act::wasEffective).count();
  }

  @Override
  public void look(SimNode node) {
    if (starts.getOrDefault(node, 0) != node.starts()) {
      // What only this node had may be gone after a restore, and with it what was final by it.
      starts.put(node, node.starts());
      agreed.remove(node);
    }
    var now = node.seen().agreed().acts();
    var before = agreed.put(node, now);
    if (before != null && !before.digest().equals(now.digest())) {
      for (var act : now.acts()) {
        before.act(act.key()).ifPresent(was -> moved(node, was, act.value()));
      }
    }
  }

  private static void moved(SimNode node, Act was, Act now) {
    Violation.unless(
        was.stage() == now.stage() || mayComeTo(was.stage(), now.stage()),
        "I10",
        "%s is %s at %s, and was %s",
        now.id(),
        now.stage(),
        node.party(),
        was.stage());
  }

  /// By any number of entries.
  private static boolean mayComeTo(ActStage from, ActStage to) {
    return from.mayBecome(to)
        || (from.mayBecome(ActStage.EFFECTIVE) && ActStage.EFFECTIVE.mayBecome(to));
  }

  /// Whether every act that was taken back has ended, or was not to be taken back any more: nodes
  /// have to acknowledge what ends one, although nobody says anything else (07-5.10).
  public boolean isSettled() {
    return world.nodes().stream()
        .flatMap(node -> node.seen().agreed().acts().acts().values())
        .noneMatch(Act::isBeingWithdrawn);
  }

  @Override
  public void end() {
    for (var node : world.nodes()) {
      var acts = node.seen().agreed().acts();
      for (var fact : acts.voids()) {
        Violation.unless(
            MAY_CROSS.contains(fact.value()) || isAboutNothing(acts, fact.key(), fact.value()),
            "07-5.1",
            "%s was decided by an honest node and is void: %s",
            fact.key(),
            fact.value());
      }
    }
  }

  /// What is said about a proposal that turned out to be void is void with it.
  private static boolean isAboutNothing(ActsState acts, EntryId fact, ActRefusal why) {
    return why == ActRefusal.ACT_UNKNOWN
        && acts.statements().stream()
            .filter(known -> known.value().containsKey(fact))
            .anyMatch(known -> acts.voids().containsKey(known.key()));
  }
}
