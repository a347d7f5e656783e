package org.sarhad.core.record;

import java.time.Instant;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// A payload that is gone (protocol clause 02-7.4).
///
/// @param by the entry that erased it
/// @param basis on what ground
/// @param time its author's clock
/// @param confirmed for each other side that confirmed it, the entry that says so
public record Erasure(
    EntryId by, String basis, Instant time, PersistentMap<PartyId, EntryId> confirmed) {
  Erasure confirmedBy(PartyId party, EntryId entry) {
    return new Erasure(by, basis, time, confirmed.put(party, entry));
  }
}
