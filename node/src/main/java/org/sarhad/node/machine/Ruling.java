package org.sarhad.node.machine;

import java.util.List;
import java.util.Optional;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.proof.ForkProof;

/// What a mirror makes of something its author sent: what to remember, what is known afterwards,
/// and the answer, which leaves once that is durable.
///
/// @param answer to the sender
/// @param records to be remembered together
/// @param facts after them
/// @param known what became known by a cosignature, in order
/// @param finding what speaks against the author, if anything does
record Ruling(
    PeerResponse answer,
    List<IntakeRecord> records,
    Facts facts,
    List<Told> known,
    Optional<Finding> finding) {
  /// Copies the lists.
  Ruling {
    records = List.copyOf(records);
    known = List.copyOf(known);
  }

  /// Something that speaks against the author of a log.
  sealed interface Finding {
    /// Its log has two histories.
    record Fork(ForkProof proof) implements Finding {}

    /// A head that is signed and does not follow from the one we hold; whether the log has forked,
    /// its tiles will say.
    ///
    /// @param head with the author's verified lines
    record Unproven(SignedCheckpoint head, String sentence) implements Finding {}

    /// Bytes that are not what they should be; they are among the records as evidence.
    record Suspect(String sentence) implements Finding {}

    /// It has seen more of **our** log than is here.
    record Behind(long size) implements Finding {}
  }

  /// An answer, and nothing changes.
  static Ruling only(PeerResponse answer, Facts facts) {
    return new Ruling(answer, List.of(), facts, List.of(), Optional.empty());
  }

  /// The same with a finding.
  Ruling with(Finding found) {
    return new Ruling(answer, records, facts, known, Optional.of(found));
  }
}
