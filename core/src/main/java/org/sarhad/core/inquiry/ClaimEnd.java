package org.sarhad.core.inquiry;

import java.util.Optional;
import org.sarhad.core.entry.EntryId;

/// Why a claim no longer stands. The claim itself stays, and is shown with this.
///
/// @param said where its author said so
/// @param successor the claim that took its place; empty when it was withdrawn
/// @param reason in the author's words
public record ClaimEnd(Stamp said, Optional<EntryId> successor, Words reason) {}
