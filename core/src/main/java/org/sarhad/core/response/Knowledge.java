package org.sarhad.core.response;

import java.time.Instant;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.time.TimeBracket;

/// Since when one side has known something.
///
/// @param by the side
/// @param at the moment to draw it at: for the author the author's time, for a receiver the latest
///   moment its node can have got it
/// @param bracket the proven limits; open for the author, whose own time is only a statement
/// @param proven whether that side's own signature says so
public record Knowledge(PartyId by, Instant at, TimeBracket bracket, boolean proven) {}
