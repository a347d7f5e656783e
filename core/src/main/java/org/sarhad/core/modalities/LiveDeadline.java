package org.sarhad.core.modalities;

import java.time.Instant;

/// Something that somebody owes somebody now, under one of the agreed clocks.
///
/// @param clock the key of the clock, such as `clock.tell_peer`
/// @param since when it began to run
public record LiveDeadline(String clock, Instant since) {}
