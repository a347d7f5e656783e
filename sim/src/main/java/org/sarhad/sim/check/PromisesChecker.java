package org.sarhad.sim.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.entry.EntryId;
import org.sarhad.node.machine.GuardState;
import org.sarhad.node.machine.LogView;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// I2: what an officer was told is kept is kept, with the same bytes at the same place, through
/// every crash; and in the end what was released is at the other side too, once and in order.
public final class PromisesChecker implements Checker {
  private final SimWorld world;
  private final Map<SimNode, Set<Promise>> promised = new HashMap<>();
  private final Map<SimNode, Integer> starts = new HashMap<>();
  private final Set<SimNode> inRestore = new HashSet<>();

  /// What was promised to be kept: a place, what stands there, and SHA-256 of the entry's bytes.
  private record Promise(EntryId id, Hash leaf, Hash sha256) {}

  /// A checker of `world`.
  public PromisesChecker(SimWorld world) {
    this.world = world;
  }

  @Override
  public void told(SimNode node, Outcome outcome) {
    if (outcome instanceof Outcome.Accepted accepted) {
      for (var id : accepted.entries()) {
        var entry = node.seen().entry(id);
        Violation.unless(entry.isPresent(), "I2", "%s was promised and is not shown", id);
        promised
            .computeIfAbsent(node, _ -> new LinkedHashSet<>())
            .add(
                new Promise(
                    id,
                    entry.orElseThrow().leafHash(),
                    Merkle.sha256(entry.orElseThrow().bytes())));
      }
    }
  }

  /// How many entries officers were promised.
  public long count() {
    return promised.values().stream().mapToLong(Set::size).sum();
  }

  @Override
  public void look(SimNode node) {
    if (starts.getOrDefault(node, 0) != node.starts() && isWhole(node)) {
      starts.put(node, node.starts());
      recheck(node);
    }
  }

  /// Whether everything should be here: a node that was put back to a backup may still have to
  /// fetch what its peer holds, through any number of starts.
  private boolean isWhole(SimNode node) {
    if (node.seen().guard() == GuardState.PASSED) {
      inRestore.remove(node);
    }
    return !inRestore.contains(node);
  }

  private void recheck(SimNode node) {
    promised
        .getOrDefault(node, Set.of())
        .forEach(
            promise ->
                Violation.unless(
                    isHere(node, promise) || isDisplaced(node, promise),
                    "I2",
                    "%s was promised and is gone after start %d",
                    promise.id(),
                    node.starts()));
  }

  private static boolean isHere(SimNode node, Promise promise) {
    return node.seen()
        .entry(promise.id())
        .filter(entry -> entry.leafHash().equals(promise.leaf()))
        .isPresent();
  }

  /// Whether the journal keeps the entry's exact bytes, because it gave way to a restored one.
  private static boolean isDisplaced(SimNode node, Promise promise) {
    var journal = node.identity().node().journal();
    long size = node.seen().log(journal).orElseThrow().size();
    for (long from = 0; from < size; from += 1000) {
      for (var entry : node.seen().entries(journal, from, Math.min(size, from + 1000))) {
        boolean holds =
            entry.envelope().kind().value().equals("node.displaced")
                && entry.envelope().payloads().stream()
                    .anyMatch(payload -> payload.sha256().equals(promise.sha256()));
        if (holds) {
          return true;
        }
      }
    }
    return false;
  }

  /// What was written after the backup is lost by the restore itself, unless the peer had it.
  @Override
  public void restoredFromBackup(SimNode node, long ownShown) {
    var origin = node.origin();
    long atPeer =
        world.other(node).view().flatMap(view -> view.log(origin)).map(LogView::size).orElse(0L);
    promised
        .getOrDefault(node, new HashSet<>())
        .removeIf(
            promise ->
                !promise.id().origin().equals(origin)
                    || promise.id().index() >= Math.max(ownShown, atPeer));
    inRestore.add(node);
  }

  @Override
  public void end() {
    for (var node : world.nodes()) {
      recheck(node);
      var own = node.origin();
      var theirs = world.other(node).seen().log(own);
      long size = node.seen().log(own).orElseThrow().size();
      Violation.unless(
          theirs.map(LogView::size).equals(Optional.of(size)),
          "live",
          "%s has %d entries, the other side %s",
          own,
          size,
          theirs.map(LogView::size));
      promised
          .getOrDefault(node, Set.of())
          .forEach(
              promise -> {
                if (isHere(node, promise)) {
                  atTheOtherSide(world.other(node), promise);
                }
              });
    }
  }

  private static void atTheOtherSide(SimNode other, Promise promise) {
    boolean isShared = other.seen().log(promise.id().origin()).isPresent();
    Violation.unless(
        !isShared || isHere(other, promise),
        "live",
        "%s did not arrive as it was written",
        promise.id());
  }
}
