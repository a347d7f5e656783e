package org.sarhad.core.inquiry;

import org.sarhad.core.act.ActStage;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// A joint act of this application, as far as it has come.
///
/// @param id the entry of its proposal
/// @param proposer whose proposal it is
/// @param terms what it agrees on
/// @param version 1, or one more than that of the act it supersedes
/// @param stage how far it is
/// @param moved where it came to that
public record AgreedAct(
    EntryId id, PartyId proposer, InquiryTerms terms, int version, ActStage stage, Stamp moved) {
  /// Whether it is in force.
  public boolean isInForce() {
    return stage == ActStage.EFFECTIVE;
  }

  AgreedAct at(ActStage next, Stamp where) {
    return new AgreedAct(id, proposer, terms, version, next, where);
  }
}
