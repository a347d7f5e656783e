package org.sarhad.sim.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.party.Origin;
import org.sarhad.sim.world.SimNode;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.tree.Frontier;
import org.sarhad.tlog.tree.Hash;

/// What one author has committed to, by signing heads: the one history of a log that everybody must
/// be told. Learned from the author itself, the first time a head leaves.
public final class History {
  private final Origin origin;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Hash> roots = new ArrayList<>();
  private Frontier tree = Frontier.EMPTY;

  /// Of a log that has committed to nothing yet.
  History(Origin origin) {
    this.origin = origin;
    roots.add(tree.root());
  }

  /// Entries it has committed to.
  public long size() {
    return tree.size();
  }

  /// The entry at `index`.
  public Entry entry(long index) {
    return entries.get((int) index);
  }

  /// The root over the first `size` entries, if that many are committed to.
  public Optional<Hash> rootAt(long size) {
    return size <= tree.size() ? Optional.of(roots.get((int) size)) : Optional.empty();
  }

  /// What was committed to from entry `size` on reached nobody and is gone.
  void forget(long size) {
    while (entries.size() > size) {
      entries.removeLast();
      roots.removeLast();
    }
    tree = Frontier.EMPTY;
    entries.forEach(entry -> tree = tree.append(entry.leafHash()));
  }

  /// `author` has signed `head`: it agrees with all before it, and what it adds is committed to
  /// from now on (I1).
  ///
  /// @return entries that are new
  List<Entry> signed(SimNode author, Checkpoint head) {
    var fresh = new ArrayList<Entry>();
    while (tree.size() < head.size()) {
      var more = author.seen().entries(origin, tree.size(), head.size());
      Violation.unless(
          !more.isEmpty(), "I5", "%s signed %d entries and shows %d", origin, head.size(), size());
      for (var entry : more) {
        entries.add(entry);
        fresh.add(entry);
        tree = tree.append(entry.leafHash());
        roots.add(tree.root());
      }
    }
    Violation.unless(
        roots.get((int) head.size()).equals(head.root()),
        "I1",
        "%s signed another history at %d entries",
        origin,
        head.size());
    return fresh;
  }
}
