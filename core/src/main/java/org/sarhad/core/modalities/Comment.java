package org.sarhad.core.modalities;

import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;

/// A remark on a clause that is offered.
///
/// @param entry where it stands
/// @param party whose officer made it
/// @param officer who
/// @param said on which clause, what
public record Comment(
    EntryId entry, PartyId party, OfficerId officer, ModalitiesFact.Commented said) {}
