package org.sarhad.node.machine;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.tree.Frontier;

/// Where the own log stands.
///
/// @param tree every entry, signed or not
/// @param head the newest head we signed
/// @param times when we signed which head, by our own cosignature on it
/// @param waivedAt tree size at which an administrator vouched for this directory (06-6.2)
record OwnStanding(
    Frontier tree, Optional<SignedCheckpoint> head, HeadLine times, Optional<Long> waivedAt) {
  static final OwnStanding EMPTY =
      new OwnStanding(Frontier.EMPTY, Optional.empty(), HeadLine.EMPTY, Optional.empty());

  /// Entries under the newest head.
  long signed() {
    return head.map(SignedCheckpoint::size).orElse(0L);
  }

  OwnStanding withTree(Frontier grown) {
    return new OwnStanding(grown, head, times, waivedAt);
  }

  OwnStanding withHead(SignedCheckpoint newer, Optional<Instant> at) {
    var line = at.map(time -> times.with(newer.size(), time)).orElse(times);
    return new OwnStanding(tree, Optional.of(newer), line, waivedAt);
  }

  OwnStanding withWaiver(long size) {
    return new OwnStanding(tree, head, times, Optional.of(size));
  }
}
