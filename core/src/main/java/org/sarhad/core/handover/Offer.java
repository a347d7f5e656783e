package org.sarhad.core.handover;

import java.time.Instant;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// An offer to hand over, and what became of it. While it is open its side is responsible as
/// before.
///
/// @param act the act, by the entry of its proposal
/// @param proposer whose proposal it is
/// @param terms what it says
/// @param at the time the proposal's author gave; for display
/// @param stage how far the act is
/// @param by the entry that brought it there
public record Offer(
    EntryId act, PartyId proposer, HandoverTerms terms, Instant at, ActStage stage, EntryId by) {
  Offer at(ActStage next, EntryId entry) {
    return new Offer(act, proposer, terms, at, next, entry);
  }
}
