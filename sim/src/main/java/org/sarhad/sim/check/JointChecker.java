package org.sarhad.sim.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Origin;
import org.sarhad.node.machine.LogView;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.tree.Hash;

/// The joint order: I8 (both nodes give the same entries the same places, and a place given is
/// never taken back) and I9 (what both compute from it is equal).
public final class JointChecker implements Checker {
  private final SimWorld world;
  private final List<EntryId> order = new ArrayList<>();
  private final Map<Integer, Hash> states = new HashMap<>();
  private final Map<SimNode, Long> checked = new HashMap<>();
  private final Map<SimNode, Integer> starts = new HashMap<>();

  /// A checker of `world`.
  public JointChecker(SimWorld world) {
    this.world = world;
  }

  /// How many places have been given.
  public long size() {
    return order.size();
  }

  @Override
  public void look(SimNode node) {
    if (starts.getOrDefault(node, 0) != node.starts()) {
      starts.put(node, node.starts());
      checked.put(node, 0L);
    }
    long count = checked.getOrDefault(node, 0L);
    long finalCount = node.seen().joint().finalCount();
    while (count < finalCount && !mayGiveWay(node, node.seen().jointEntry(count + 1))) {
      count++;
      int place = (int) count;
      node.seen().jointEntry(count).ifPresent(entry -> look(node, place, entry));
    }
    checked.put(node, count);
    Violation.unless(
        node.seen().joint().equal(), "I9", "%s sees another state at its peer", node.party());
  }

  private void look(SimNode node, int place, EntryId entry) {
    place(node, place, entry);
    // A node that lacks the body of a fact knows no state until its erasure is final (03-5.3).
    node.seen().jointState(place).ifPresent(state -> state(node, place, entry, state));
  }

  /// What is under no head of its author may give way after a restore (06-6.5): its place counts
  /// from its head on.
  private static boolean mayGiveWay(SimNode node, Optional<EntryId> entry) {
    long published =
        node.seen()
            .log(node.origin())
            .flatMap(LogView::newest)
            .map(SignedCheckpoint::size)
            .orElse(0L);
    return entry
        .filter(id -> id.origin().equals(node.origin()) && id.index() >= published)
        .isPresent();
  }

  private void place(SimNode node, int count, EntryId entry) {
    if (count > order.size()) {
      order.add(entry);
      return;
    }
    Violation.unless(
        order.get(count - 1).equals(entry),
        "I8",
        "%s puts %s at place %d, where %s was",
        node.party(),
        entry,
        count,
        order.get(count - 1));
  }

  private void state(SimNode node, int count, EntryId entry, Hash state) {
    Violation.unless(
        states.computeIfAbsent(count, _ -> state).equals(state),
        "I9",
        "%s computes another state after %d entries, the last being %s",
        node.party(),
        count,
        entry);
  }

  /// Own entries that reached nobody are lost by the restore itself: what stood at their places,
  /// and behind, was known to this node alone.
  @Override
  public void restoredFromBackup(SimNode node, long ownShown) {
    var own = node.origin();
    long atPeer =
        world.other(node).view().flatMap(view -> view.log(own)).map(LogView::size).orElse(0L);
    int stand = 0;
    while (stand < order.size() && !isLost(order.get(stand), own, Math.max(ownShown, atPeer))) {
      stand++;
    }
    int left = stand;
    order.subList(left, order.size()).clear();
    states.keySet().removeIf(place -> place > left);
    checked.put(node, 0L);
  }

  private static boolean isLost(EntryId entry, Origin own, long kept) {
    return entry.origin().equals(own) && entry.index() >= kept;
  }

  @Override
  public void end() {
    checked.clear();
    world.nodes().forEach(this::look);
    long left = world.left().seen().joint().finalCount();
    long right = world.right().seen().joint().finalCount();
    Violation.unless(
        left == right
            && world.left().seen().joint().state().equals(world.right().seen().joint().state()),
        "live",
        "%d entries final on the left, %d on the right",
        left,
        right);
  }
}
