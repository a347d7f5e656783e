package org.sarhad.core.handover;

import java.time.Instant;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// One time that responsibility passed from one side to another: a line of its history.
///
/// @param part for what
/// @param from who was responsible
/// @param to who is from here on
/// @param act the act, by the entry of its proposal
/// @param since the entry by which it passed
/// @param at the time that entry's author gave; for display
/// @param cause how
/// @param signatures whose signatures the act carried there, by their entries, the proposal among
///   them
public record Passage(
    Part part,
    PartyId from,
    PartyId to,
    EntryId act,
    EntryId since,
    Instant at,
    Cause cause,
    PersistentMap<EntryId, PartyId> signatures) {
  /// How it passed.
  public enum Cause {
    /// By an act that both had signed.
    HANDED_OVER,
    /// Back, because the assent to that act was proven to be stale (07-7).
    GIVEN_BACK
  }
}
