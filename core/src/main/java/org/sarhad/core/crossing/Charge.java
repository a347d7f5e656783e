package org.sarhad.core.crossing;

import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.OfficerId;

/// Who of the host is in charge of the visiting units.
///
/// @param officer who
/// @param by the entry by which they took it; empty when the terms name them
public record Charge(OfficerId officer, Optional<EntryId> by) {}
