package org.sarhad.node.machine;

import java.util.Optional;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.proof.ForkProof;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.ProofException;
import org.sarhad.tlog.tree.Tree;
import org.sarhad.tlog.witness.AddCheckpoint;

/// Looks for the proof that a log has two histories (06-7), in what happens to be at hand. Both
/// heads it is given are signed by the log: whoever calls has verified that.
final class ForkWatch {
  private ForkWatch() {}

  /// The proof that the offered head contradicts `held`, from the consistency proof that came with
  /// it. A log that forked proves, honestly, that its new tree extends *another* old one; that very
  /// proof convicts it. It cannot where the old size is a power of two, for then the proof does not
  /// say what the old root is.
  static Optional<ForkProof> inOffer(SignedCheckpoint held, AddCheckpoint offer) {
    var offered = offer.head();
    if (held.size() == offered.size()) {
      return held.checkpoint().root().equals(offered.checkpoint().root())
          ? Optional.empty()
          : Optional.of(
              new ForkProof(Optional.empty(), offer.proof().subList(0, 0), held, offered));
    }
    if (held.size() == 0 || held.size() != offer.oldSize() || held.size() > offered.size()) {
      return Optional.empty();
    }
    try {
      var roots =
          Tree.impliedRoots(
              0, held.size(), held.checkpoint().root(), offered.size(), offer.proof());
      boolean leadsToOffered = roots.tree().equals(offered.checkpoint().root());
      boolean comesFromHeld = roots.subtree().equals(held.checkpoint().root());
      return leadsToOffered && !comesFromHeld
          ? Optional.of(new ForkProof(Optional.of(roots.subtree()), offer.proof(), held, offered))
          : Optional.empty();
    } catch (ProofException _) {
      return Optional.empty();
    }
  }

  /// The proof that an old head, no larger than `held`, contradicts the tree of `size` leaves that
  /// we hold under `held`. Empty if it does not, or if we do not hold that much.
  static Optional<ForkProof> inOldHead(
      SignedCheckpoint held, SignedCheckpoint old, long size, HashReader hashes) {
    return old.size() <= held.size() && held.size() <= size
        ? ForkProof.find(old, held, hashes)
        : Optional.empty();
  }
}
