package org.sarhad.core.act;

import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.OfficerId;

/// One officer's signature under an act. The proposal is one too: its officer's, for the proposer.
///
/// @param entry where it stands
/// @param officer who signed
/// @param as in which capacity
public record Assent(EntryId entry, OfficerId officer, Capacity as) {}
