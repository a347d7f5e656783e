package org.sarhad.node.machine;

import java.time.Instant;
import org.sarhad.core.party.Origin;
import org.sarhad.node.intake.EvidenceKind;
import org.sarhad.tlog.Bytes;

/// A piece of evidence, as kept.
///
/// @param name its file name
/// @param kind what it shows
/// @param about the log concerned
/// @param at when it was found, by this node's wall clock
/// @param sentence what happened
/// @param content the file
public record EvidenceView(
    String name, EvidenceKind kind, Origin about, Instant at, String sentence, Bytes content) {}
