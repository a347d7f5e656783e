package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// A side owes an answer to a claim (protocol clause 09-4.5). When it is over, nothing follows from
/// it but that it is shown.
///
/// @param claim which claim
/// @param by which side owes
/// @param due until when; empty while it is not proven that the side has the claim
/// @param isOverdue whether that is over at the time of the board
public record PositionDue(EntryId claim, PartyId by, Optional<Instant> due, boolean isOverdue) {}
