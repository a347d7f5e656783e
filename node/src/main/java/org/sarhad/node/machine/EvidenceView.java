package org.sarhad.node.machine;

import java.time.Instant;
import java.util.OptionalLong;
import org.sarhad.core.party.Origin;
import org.sarhad.node.intake.EvidenceKind;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.tlog.Bytes;

/// A piece of evidence, as kept.
///
/// @param name its file name
/// @param kind what it shows
/// @param about the log concerned
/// @param at when it was found, by this node's wall clock
/// @param sentence what happened
/// @param content the file
/// @param firstDifference of a fork: the first entry that is not the same in both histories, once
///   the author has shown it
public record EvidenceView(
    String name,
    EvidenceKind kind,
    Origin about,
    Instant at,
    String sentence,
    Bytes content,
    OptionalLong firstDifference) {
  static EvidenceView of(IntakeRecord.EvidenceKept kept) {
    return new EvidenceView(
        kept.name(),
        kept.kind(),
        kept.about(),
        kept.at(),
        kept.sentence(),
        kept.content(),
        OptionalLong.empty());
  }

  EvidenceView locatedAt(long index) {
    return new EvidenceView(name, kind, about, at, sentence, content, OptionalLong.of(index));
  }
}
