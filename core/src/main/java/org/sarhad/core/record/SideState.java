package org.sarhad.core.record;

import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.tree.Hash;

/// What has been folded of one side's log.
///
/// @param party whose log it is
/// @param size entries folded
/// @param seen what the last of them said it had seen
/// @param roster who could sign what
/// @param lastAck the last acknowledgement of this side
/// @param end at which size the log ended, if it did
/// @param follows the log it is the successor of, if it is one
/// @param digest chain of SHA-256 over every entry and what became of it
public record SideState(
    PartyId party,
    long size,
    Seen seen,
    Roster roster,
    Optional<LastAck> lastAck,
    Optional<Long> end,
    Optional<Origin> follows,
    Hash digest) {

  /// An acknowledgement, and the entry it stands in.
  public record LastAck(EntryId by, RecordFact.Ack ack) {}

  /// Whether the genesis has been folded.
  public boolean isBegun() {
    return roster.recovery().isPresent();
  }

  SideState withRoster(Roster next) {
    return new SideState(party, size, seen, next, lastAck, end, follows, digest);
  }

  SideState withAck(EntryId by, RecordFact.Ack ack) {
    return new SideState(
        party, size, seen, roster, Optional.of(new LastAck(by, ack)), end, follows, digest);
  }

  SideState withEnd(long at) {
    return new SideState(party, size, seen, roster, lastAck, Optional.of(at), follows, digest);
  }

  SideState withFollows(Origin ended) {
    return new SideState(party, size, seen, roster, lastAck, end, Optional.of(ended), digest);
  }

  SideState withDigest(Hash next) {
    return new SideState(party, size, seen, roster, lastAck, end, follows, next);
  }

  SideState withEntry(Seen now) {
    return new SideState(party, size + 1, now, roster, lastAck, end, follows, digest);
  }
}
