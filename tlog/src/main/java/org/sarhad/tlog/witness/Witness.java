package org.sarhad.tlog.witness;

import java.util.List;
import java.util.Optional;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.note.NoteVerdict;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.ProofException;
import org.sarhad.tlog.tree.Tree;

/// The rule by which a neighbour's head is accepted; tlog-witness, `add-checkpoint`.
public final class Witness {
  private Witness() {}

  /// What becomes of `request` at a witness that holds `held`, the head it accepted last from this
  /// log, and trusts `logKeys` to sign for it; none if the log is not known.
  ///
  /// Pure. Whoever calls this reads `held` and stores what was [WitnessOutcome.Accepted] in one
  /// step: between the two no other request for the same log may be judged, or a smaller head could
  /// overwrite a larger one. Only then may the head be cosigned.
  public static WitnessOutcome update(
      Optional<SignedCheckpoint> held,
      AddCheckpoint request,
      List<VerifierKey> logKeys,
      Verifier verifier) {
    var offered = request.head();
    // SPEC: if the checkpoint origin is unknown, the witness MUST respond with 404.
    if (logKeys.isEmpty()) {
      return new WitnessOutcome.UnknownOrigin(offered.origin());
    }
    // SPEC: the witness MUST verify the checkpoint signature, MUST ignore signatures from unknown
    // keys, and MUST respond with 403 if there is none by a trusted key, or one that fails.
    return switch (offered.verify(logKeys, verifier)) {
      case NoteVerdict.Unsigned _ -> new WitnessOutcome.NotByLog("no signature by the log");
      case NoteVerdict.Forged forged ->
          new WitnessOutcome.NotByLog("a wrong signature as " + forged.key().name());
      case NoteVerdict.Signed signed -> {
        var lines = signed.signatures().stream().map(NoteVerdict.KeySignature::line).toList();
        yield extend(held, request, SignedCheckpoint.of(offered.checkpoint(), lines));
      }
    };
  }

  private static WitnessOutcome extend(
      Optional<SignedCheckpoint> held, AddCheckpoint request, SignedCheckpoint offered) {
    long oldSize = request.oldSize();
    long newSize = offered.size();
    // SPEC: the old size MUST be equal to or lower than the checkpoint size, otherwise 400.
    if (oldSize > newSize) {
      return new WitnessOutcome.OldAboveNew(oldSize, newSize);
    }
    // SPEC: the witness MUST check that the old size matches the size of the latest checkpoint it
    // cosigned, or zero if it never cosigned one, otherwise 409 with that size.
    long heldSize = held.map(SignedCheckpoint::size).orElse(0L);
    if (oldSize != heldSize) {
      return new WitnessOutcome.Conflict(new HeldSize(heldSize));
    }
    // SPEC: a checkpoint of size zero MUST have the root hash of the empty tree, otherwise 422.
    if (newSize == 0 && !offered.checkpoint().root().equals(Merkle.EMPTY_ROOT)) {
      return new WitnessOutcome.NotProven(offered, "a root over no entries that is not theirs");
    }
    // SPEC: if the old size is zero, the consistency proof MUST be empty, otherwise 422.
    if (oldSize == 0) {
      return request.proof().isEmpty()
          ? new WitnessOutcome.Accepted(offered)
          : new WitnessOutcome.NotProven(offered, "hashes where the empty tree needs none");
    }
    var before = held.orElseThrow().checkpoint();
    // SPEC: if the old size matches the checkpoint size, the witness MUST check that the root
    // hashes are also identical, otherwise 422.
    if (oldSize == newSize && !before.root().equals(offered.checkpoint().root())) {
      return new WitnessOutcome.Forked(held.orElseThrow(), offered);
    }
    // SPEC: if a Merkle consistency proof doesn't verify, the witness MUST respond with 422.
    try {
      Tree.verifyConsistency(
          oldSize, before.root(), newSize, offered.checkpoint().root(), request.proof());
    } catch (ProofException e) {
      return new WitnessOutcome.NotProven(offered, e.reason());
    }
    return new WitnessOutcome.Accepted(offered);
  }
}
