package org.sarhad.node.paper;

import java.util.List;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.proof.TlogProof;

/// A proof that fits on paper. Signatures of ML-DSA are 2420 bytes each; those of Ed25519, which
/// stand beside them and are enough for a policy that names their keys, are 64, or 72 with a time.
public final class PaperProof {
  private static final int SIGNATURE_BYTES_MAX = 72;

  private PaperProof() {}

  /// `proof` without the signature lines that are too long for paper. It is a `.tlog-proof` like
  /// any other.
  public static TlogProof of(TlogProof proof) {
    List<SignatureLine> lines =
        proof.head().note().signatures().stream()
            .filter(line -> line.signature().size() <= SIGNATURE_BYTES_MAX)
            .toList();
    return new TlogProof(
        proof.extra(),
        proof.index(),
        proof.proof(),
        SignedCheckpoint.of(proof.head().checkpoint(), lines));
  }
}
