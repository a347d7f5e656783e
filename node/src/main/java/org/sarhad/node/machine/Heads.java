package org.sarhad.node.machine;

import java.time.Instant;
import java.util.List;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.Cosignature;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.note.NoteVerdict;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Frontier;

/// Signs heads of the own log, and recognises them.
final class Heads {
  private Heads() {}

  /// The head over `tree`, signed by every log key at `at`, cut to seconds. The note key signs the
  /// text alone; a key that makes cosignatures puts the time beside it.
  static SignedCheckpoint sign(NodeIdentity self, Frontier tree, Instant at) {
    var head = new Checkpoint(self.origin().value(), tree.size(), tree.root());
    var lines =
        self.log().stream()
            .map(key -> Cosignature.sign(key.name(), key.key(), head, at.getEpochSecond()))
            .toList();
    return SignedCheckpoint.of(head, lines);
  }

  /// Whether one of `keys` signed `head`, and no line claims falsely to be theirs.
  static boolean isBy(SignedCheckpoint head, List<VerifierKey> keys, Verifier verifier) {
    return head.verify(keys, verifier) instanceof NoteVerdict.Signed;
  }
}
