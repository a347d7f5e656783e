package org.sarhad.node.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sarhad.node.testing.Scribe;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.proof.ForkProof;
import org.sarhad.tlog.proof.TlogProof;
import org.sarhad.tlog.tree.Merkle;

/// A file that a stranger was handed: whatever is in it, the answer is proven, not proven, or
/// malformed, and it is proven only for what was really signed.
class ExhibitTest {
  private static final int ROUNDS = 2_000;
  private static final Scribe IR = Scribe.begun("ir").say(4);
  private static final KeyRing KEYS =
      KeyRing.of(List.of(IR.heads().verifierKey()), Optional.empty());

  @Test
  void noMutationOfAProofProvesSomethingElse() throws Exception {
    var head = IR.head(2);
    var proof = new TlogProof(Optional.empty(), 0, List.of(Merkle.leaf(IR.entry(1))), head);
    assertThat(ofProof(proof.bytes()).isProven()).isTrue();
    mutate(
        proof.bytes(),
        file -> {
          if (ofProof(file).isProven()) {
            var proven = TlogProof.parse(file);
            assertThat(proven.index()).isZero();
            assertThat(proven.head().checkpoint()).isEqualTo(head.checkpoint());
          }
        });
  }

  @Test
  void noMutationOfAForkProvesAnotherFork() throws Exception {
    var other =
        IR.head(new Checkpoint(IR.log().value(), 2, Merkle.sha256(Bytes.ofUtf8("another"))));
    var fork = new ForkProof(Optional.empty(), List.of(), IR.head(2), other);
    assertThat(Exhibit.ofFork(fork.bytes(), KEYS, Signatures.jdk()).isProven()).isTrue();
    mutate(
        fork.bytes(),
        file -> {
          if (Exhibit.ofFork(file, KEYS, Signatures.jdk()).isProven()) {
            var proven = ForkProof.parse(file);
            assertThat(proven.smaller().checkpoint()).isEqualTo(fork.smaller().checkpoint());
            assertThat(proven.larger().checkpoint()).isEqualTo(other.checkpoint());
          }
        });
  }

  private static Exhibit ofProof(Bytes file) throws MalformedException {
    return Exhibit.ofProof(file, Optional.of(IR.entry(0)), KEYS, Signatures.jdk());
  }

  @FunctionalInterface
  private interface Look {
    void at(Bytes file) throws MalformedException;
  }

  private static void mutate(Bytes good, Look look) {
    var random = new SplittableRandom(8812);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var bytes = good.toArray();
      for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      int end = random.nextInt(10) == 0 ? random.nextInt(bytes.length) : bytes.length;
      try {
        look.at(Bytes.of(bytes).slice(0, end));
      } catch (MalformedException _) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1, ROUNDS - 1);
  }
}
