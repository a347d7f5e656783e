package org.sarhad.core.inquiry;

import java.time.Instant;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// Who said something, where, and in which turn.
///
/// @param entry where it stands
/// @param by the side whose log that is
/// @param time what its author's clock said; for display
/// @param place how many facts of the inquiry precede it in the joint order: by this, and by
///   nothing else, things are put in order
public record Stamp(EntryId entry, PartyId by, Instant time, long place) {
  static Stamp of(ActEntry entry, long place) {
    return new Stamp(entry.id(), entry.context().author(), entry.context().time(), place);
  }
}
