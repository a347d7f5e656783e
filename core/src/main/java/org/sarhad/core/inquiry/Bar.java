package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// One interval bar: all bars of a row are drawn on one axis (protocol clause 09-8.5).
///
/// @param claim which claim it draws
/// @param by in whose log that is
/// @param behalf whose account it is
/// @param span from the least to the most; open above for "at least"
/// @param best the claimant's best estimate, if given
/// @param asOf the state of knowledge it gives
/// @param isStanding whether its author still holds to it
public record Bar(
    EntryId claim,
    PartyId by,
    Behalf behalf,
    Span span,
    Optional<Long> best,
    Instant asOf,
    boolean isStanding) {}
