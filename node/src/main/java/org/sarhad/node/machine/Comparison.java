package org.sarhad.node.machine;

import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.RecordFact;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Holds what the peers computed against what this node computed (06-9.3). Both fold the same
/// entries in the same order, so a difference is a fault of one of the programs, and an alarm.
final class Comparison {
  private final TreeMap<Long, Said> waiting = new TreeMap<>();
  private long compared;

  /// After how many final entries both had the same before they ever differed.
  private long equal;

  private Optional<Difference> difference = Optional.empty();

  private record Said(PartyId peer, Hash state) {}

  /// Where two nodes part.
  ///
  /// @param first the first entry after which they are known to differ
  private record Difference(PartyId peer, EntryId first) {}

  /// An entry is known here; an acknowledgement by another side is to be compared.
  void told(Told told, PartyId self) {
    boolean isTheirs = !told.context().author().equals(self);
    if (isTheirs && told.record().orElse(null) instanceof RecordFact.Ack(long count, Hash state)) {
      waiting.put(count, new Said(told.context().author(), state));
    }
  }

  /// Compares what can be compared by now. True if a difference came to light just now.
  boolean compare(JointFold fold) {
    boolean wasEqual = difference.isEmpty();
    while (!waiting.isEmpty() && waiting.firstKey() <= fold.finalCount()) {
      var next = waiting.pollFirstEntry();
      long count = next.getKey();
      fold.place(count)
          .ifPresent(
              place -> place.state().ifPresent(own -> compare(count, next.getValue(), place, own)));
    }
    return wasEqual && difference.isPresent();
  }

  private void compare(long count, Said said, JointFold.Place place, Hash own) {
    compared = Math.max(compared, count);
    if (difference.isPresent()) {
      return;
    }
    if (own.equals(said.state())) {
      equal = Math.max(equal, count);
    } else {
      difference = Optional.of(new Difference(said.peer(), place.entry()));
    }
  }

  /// The peer with which this node disagrees, if it does.
  Optional<PartyId> disagreeing() {
    return difference.map(Difference::peer);
  }

  /// Everything was folded anew.
  void clear() {
    waiting.clear();
    compared = 0;
    equal = 0;
    difference = Optional.empty();
  }

  /// For people.
  NodeView.JointView view(Optional<JointFold> fold) {
    return new NodeView.JointView(
        fold.map(JointFold::finalCount).orElse(0L),
        fold.map(JointFold::state).orElse(Merkle.EMPTY_ROOT),
        compared,
        difference.isEmpty(),
        difference.map(Difference::first),
        equal);
  }
}
