package org.sarhad.node.machine;

import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.RecordFact;
import org.sarhad.tlog.tree.Hash;

/// Holds what the peers computed against what this node computed (06-9.3). Both fold the same
/// entries in the same order, so a difference is a fault of one of the programs, and an alarm.
final class Comparison {
  private final TreeMap<Long, Said> waiting = new TreeMap<>();
  private long agreed;
  private long compared;
  private Optional<Difference> difference = Optional.empty();

  private record Said(PartyId peer, Hash state) {}

  /// Where two nodes part.
  ///
  /// @param agreed entries after which they were still equal
  /// @param differed entries after which they were not
  private record Difference(PartyId peer, long agreed, long differed, Optional<EntryId> first) {}

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
      fold.place(next.getKey()).ifPresent(place -> compare(next.getKey(), next.getValue(), place));
    }
    return wasEqual && difference.isPresent();
  }

  private void compare(long count, Said said, JointFold.Place place) {
    compared = Math.max(compared, count);
    if (place.state().equals(said.state())) {
      agreed = Math.max(agreed, count);
    } else if (difference.isEmpty()) {
      difference =
          Optional.of(new Difference(said.peer(), agreed, count, Optional.of(place.entry())));
    }
  }

  /// The peer with which this node disagrees, if it does.
  Optional<PartyId> disagreeing() {
    return difference.map(Difference::peer);
  }

  /// Between which counts of final entries the first difference lies, as long as that is more than
  /// one entry: equal after the first, not after the second.
  Optional<long[]> open() {
    return difference
        .filter(known -> known.differed() - known.agreed() > 1)
        .map(known -> new long[] {known.agreed(), known.differed()});
  }

  /// The peer says what it computed after `count` entries.
  void narrow(long count, Hash theirs, JointFold fold) {
    var place = fold.place(count);
    difference =
        difference.map(
            known -> {
              if (count <= known.agreed() || count >= known.differed() || place.isEmpty()) {
                return known;
              }
              return place.get().state().equals(theirs)
                  ? new Difference(known.peer(), count, known.differed(), known.first())
                  : new Difference(
                      known.peer(), known.agreed(), count, Optional.of(place.get().entry()));
            });
  }

  /// Everything was folded anew.
  void clear() {
    waiting.clear();
    agreed = 0;
    compared = 0;
    difference = Optional.empty();
  }

  /// For people.
  NodeView.JointView view(Optional<JointFold> fold) {
    return new NodeView.JointView(
        fold.map(JointFold::finalCount).orElse(0L),
        fold.map(JointFold::state).orElse(org.sarhad.tlog.tree.Merkle.EMPTY_ROOT),
        compared,
        difference.isEmpty(),
        difference.flatMap(Difference::first));
  }
}
