package org.sarhad.core.handover;

import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.Assent;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Voices;

/// Acts with their signatures, as the fold of acts makes them.
final class Signed {
  private Signed() {}

  /// An act of `terms`, in force by `assent`, with the signature of each of the two.
  static Act by(ActEntry proposal, ActEntry assent, HandoverTerms terms) {
    Act act =
        Voices.act(
            proposal,
            assent,
            HandoverScene.proposal(terms.toJson()),
            HandoverScene.ofTwo().voices.parties());
    PersistentMap<PartyId, PersistentMap<OfficerId, Assent>> assents =
        PersistentMap.of(proposal.context().author(), of(proposal));
    return new Act(
        act.proposal(),
        assents.put(assent.context().author(), of(assent)),
        act.withdrawal(),
        act.stage(),
        act.by());
  }

  private static PersistentMap<OfficerId, Assent> of(ActEntry entry) {
    OfficerId officer = entry.context().officer().orElseThrow();
    return PersistentMap.of(
        officer, new Assent(entry.id(), officer, Capacity.of(Role.SECTOR_COMMANDER)));
  }
}
