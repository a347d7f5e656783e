package org.sarhad.node.machine;

import java.time.Instant;
import org.sarhad.core.party.Origin;
import org.sarhad.node.intake.EvidenceKind;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.proof.ForkProof;
import org.sarhad.tlog.tree.Merkle;

/// Makes what speaks against a log into a record that is kept. A file is named by what it is, the
/// log and its content, so the same evidence has one name however often it is found.
final class Evidence {
  private static final int HASH_DIGITS = 12;

  private Evidence() {}

  /// Two histories, proven.
  static IntakeRecord.EvidenceKept of(ForkProof proof, Instant at) {
    return new IntakeRecord.EvidenceKept(
        name(proof),
        EvidenceKind.FORK,
        Origin.of(proof.smaller().origin()),
        at,
        "The log signed a head of %d entries and one of %d that do not agree."
            .formatted(proof.smaller().size(), proof.larger().size()),
        proof.bytes());
  }

  /// The name under which `proof` is kept.
  static String name(ForkProof proof) {
    return name("fork", proof.bytes(), ".tlog-fork");
  }

  /// Bytes that are not what they should be.
  static IntakeRecord.EvidenceKept of(
      EvidenceKind kind, Origin about, Instant at, String sentence, Bytes content) {
    return new IntakeRecord.EvidenceKept(
        name(kind.word(), content, ".bin"), kind, about, at, sentence, content);
  }

  private static String name(String word, Bytes content, String suffix) {
    return word + "-" + Merkle.sha256(content).hex().substring(0, HASH_DIGITS) + suffix;
  }
}
