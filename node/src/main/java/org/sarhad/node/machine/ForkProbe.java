package org.sarhad.node.machine;

import java.util.List;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.proof.ForkProof;
import org.sarhad.tlog.tree.ProofException;

/// Asks the author of a head that did not prove for the tiles under it (06-7.3). If they show that
/// the head commits to another past than the one we hold, the log has forked, and the author's own
/// tiles have proven it.
final class ForkProbe {
  /// Where a peer serves its own log.
  private static final String PREFIX = "log/";

  private final SignedCheckpoint held;
  private final SignedCheckpoint offered;
  private final RemoteTree tree;

  /// A probe of `offered`, the larger one, against `held`. Both are signed.
  ForkProbe(SignedCheckpoint held, SignedCheckpoint offered) {
    this.held = held;
    this.offered = offered;
    this.tree = new RemoteTree(offered.size());
  }

  /// What the probe has come to.
  sealed interface State {
    /// This file of the log is needed.
    record Ask(String path) implements State {}

    /// The log has forked.
    record Forked(ForkProof proof) implements State {}

    /// What the author shows is consistent, or no tree at all.
    record Nothing() implements State {}
  }

  /// What to do next.
  State state(List<VerifierKey> logKeys, Verifier verifier) {
    var found = tree.compute(hashes -> ForkProof.find(held, offered, hashes));
    if (found.isEmpty()) {
      return new State.Ask(PREFIX + tree.missing().orElseThrow().path());
    }
    return found
        .get()
        .filter(proof -> holds(proof, logKeys, verifier))
        .<State>map(State.Forked::new)
        .orElseGet(State.Nothing::new);
  }

  /// The file at `path`, which was asked for; false if it is none. One that is not needed any more
  /// changes nothing.
  boolean found(String path, Bytes file) {
    return tree.take(path.substring(PREFIX.length()), file);
  }

  private static boolean holds(ForkProof proof, List<VerifierKey> logKeys, Verifier verifier) {
    try {
      proof.verify(logKeys, verifier);
      return true;
    } catch (ProofException _) {
      return false;
    }
  }
}
