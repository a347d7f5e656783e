package org.sarhad.core.act;

import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.tree.Hash;

/// What was proposed, where, and who has to sign it.
///
/// @param entry where it stands; the act is known by it
/// @param proposer whose proposal it is
/// @param leaf the leaf hash of that entry: what every assent must name
/// @param said kind and terms
/// @param quorum who has to sign; taken at this place, and not changed by later rules
public record Proposal(
    EntryId entry, PartyId proposer, Hash leaf, ActFact.Proposed said, Quorum quorum) {}
