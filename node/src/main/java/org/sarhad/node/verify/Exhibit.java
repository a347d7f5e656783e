package org.sarhad.node.verify;

import java.util.List;
import java.util.Optional;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.policy.Policy;
import org.sarhad.tlog.proof.ForkProof;
import org.sarhad.tlog.proof.TlogProof;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.ProofException;

/// A file that proves one thing to a stranger: that an entry was logged, or that a log has two
/// histories.
///
/// @param isProven whether it does
/// @param sentence what is proven, or why nothing is
public record Exhibit(boolean isProven, String sentence) {
  /// What a fork proof begins with.
  public static final Bytes FORK = Bytes.ofUtf8("sarhad-fork-proof v1\n");

  /// What a proof that an entry was logged begins with.
  public static final Bytes PROOF = Bytes.ofUtf8("c2sp.org/tlog-proof@v1\n");

  /// Judges a `.tlog-proof` about the entry in `entry`; without one, about the entry that the proof
  /// carries along. Without a policy, the log must have signed, and every cosigner among the keys
  /// that were brought.
  public static Exhibit ofProof(Bytes file, Optional<Bytes> entry, KeyRing keys, Verifier verifier)
      throws MalformedException {
    var proof = TlogProof.parse(file);
    var proven = entry.or(proof::extra);
    if (proven.isEmpty()) {
      return new Exhibit(false, "The proof does not carry its entry. Name it with --entry.");
    }
    try {
      var policy = keys.policy().orElseGet(() -> policyOf(proof.head().origin(), keys));
      proof.verify(Merkle.leaf(proven.get()), policy, verifier);
      return new Exhibit(
          true,
          "The entry is number %d of the log %s, under its signed head of %d entries."
              .formatted(proof.index(), proof.head().origin(), proof.head().size()));
    } catch (ProofException e) {
      return new Exhibit(false, "This proves nothing: %s.".formatted(e.reason()));
    }
  }

  /// Judges a `.tlog-fork`.
  public static Exhibit ofFork(Bytes file, KeyRing keys, Verifier verifier)
      throws MalformedException {
    var fork = ForkProof.parse(file);
    var origin = fork.smaller().origin();
    try {
      fork.verify(keys.logKeys(origin), verifier);
      return new Exhibit(
          true,
          "The log %s has signed two histories: its heads of %d and of %d entries contradict each other."
              .formatted(origin, fork.smaller().size(), fork.larger().size()));
    } catch (ProofException e) {
      return new Exhibit(false, "This proves nothing: %s.".formatted(e.reason()));
    }
  }

  private static Policy policyOf(String origin, KeyRing keys) {
    var logs =
        keys.logKeys(origin).stream()
            .filter(key -> !key.type().isCosignature())
            .map(key -> new Policy.Log(key, Optional.empty()))
            .toList();
    var witnesses =
        (keys.isGiven() ? keys.cosignerKeys(origin) : List.<VerifierKey>of())
            .stream()
                .map(key -> new Policy.Witness(Bytes.ofUtf8(key.text()), key, Optional.empty()))
                .toList();
    if (witnesses.isEmpty()) {
      return new Policy(logs, witnesses, List.of(), Policy.NONE);
    }
    var all =
        new Policy.Group(
            Bytes.ofUtf8("all"),
            witnesses.size(),
            witnesses.stream().map(Policy.Witness::name).toList());
    return new Policy(logs, witnesses, List.of(all), all.name());
  }
}
