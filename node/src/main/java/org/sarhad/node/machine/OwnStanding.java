package org.sarhad.node.machine;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.tree.Frontier;

/// Where the own log stands.
///
/// @param tree every entry, signed or not
/// @param head the newest head we signed
/// @param times when we signed which head, by our own cosignature on it
/// @param gaveWay for each time entries were displaced (06-6.5), by the size of the journal then:
///   from which own index on
record OwnStanding(
    Frontier tree,
    Optional<SignedCheckpoint> head,
    HeadLine times,
    PersistentMap<Long, Long> gaveWay) {
  static final OwnStanding EMPTY =
      new OwnStanding(Frontier.EMPTY, Optional.empty(), HeadLine.EMPTY, PersistentMap.empty());

  /// Entries under the newest head.
  long signed() {
    return head.map(SignedCheckpoint::size).orElse(0L);
  }

  OwnStanding withTree(Frontier grown) {
    return new OwnStanding(grown, head, times, gaveWay);
  }

  OwnStanding withHead(SignedCheckpoint newer, Optional<Instant> at) {
    var line = at.map(time -> times.with(newer.size(), time)).orElse(times);
    return new OwnStanding(tree, Optional.of(newer), line, gaveWay);
  }

  OwnStanding withDisplaced(long from, long journal) {
    return new OwnStanding(tree, head, times, gaveWay.put(journal, from));
  }

  /// Where the internal entry at `index` of the journal, which says that it saw `seen` own entries,
  /// stands among those that are left.
  long placeOf(long index, long seen) {
    return gaveWay.from(index + 1).values().reduce(seen, Math::min);
  }
}
