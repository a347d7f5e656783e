package org.sarhad.tlog.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.testing.Mutations;
import org.sarhad.tlog.testing.ParserCheck;
import org.sarhad.tlog.testing.Seeded;
import org.sarhad.tlog.testing.TestKeys;
import org.sarhad.tlog.testing.TestLog;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.ProofException;
import org.sarhad.tlog.tree.Tree;

class ForkProofTest {
  private static final TestLog LOG = TestLog.of("ir.sarhad.example/joint", 300);
  private static final TestLog FORK = LOG.withEntry(20, "another story");
  private static final List<VerifierKey> KEYS = List.of(LOG.key().verifierKey());

  private static void assertProven(ForkProof fork) throws Exception {
    assertThatCode(() -> fork.verify(KEYS, TestKeys.SIGNATURES)).doesNotThrowAnyException();
    assertThat(ForkProof.parse(fork.bytes())).isEqualTo(fork);
  }

  private static void assertNotProven(ForkProof fork, String why) {
    assertThatThrownBy(() -> fork.verify(KEYS, TestKeys.SIGNATURES))
        .isInstanceOf(ProofException.class)
        .hasMessageContaining(why);
  }

  @Test
  void twoRootsForOneSizeAreAFork() throws Exception {
    assertProven(ForkProof.find(LOG.head(50), FORK.head(50), LOG).orElseThrow());
  }

  @Test
  void twoStoriesOfDifferentLengthAreAFork() throws Exception {
    Seeded.check(
        60,
        random -> {
          int changed = random.nextInt(100);
          var fork = LOG.withEntry(changed, "another story");
          int one = changed + 1 + random.nextInt(200);
          int other = changed + 1 + random.nextInt(200);
          var larger = one > other ? LOG : fork;
          assertProven(ForkProof.find(LOG.head(one), fork.head(other), larger).orElseThrow());
        });
  }

  @Test
  void anHonestLogHasNoFork() {
    var heads = IntStream.rangeClosed(0, 40).mapToObj(LOG::head).toList();
    for (var one : heads) {
      for (var other : heads) {
        assertThat(ForkProof.find(one, other, LOG)).isEmpty();
      }
    }
    // The stories are still the same before the entry in which they differ.
    assertThat(ForkProof.find(LOG.head(20), FORK.head(300), FORK)).isEmpty();
    assertThat(ForkProof.find(LOG.head(21), FORK.head(300), FORK)).isPresent();
  }

  /// Nobody can be framed with heads that are consistent.
  @Test
  void consistentHeadsProveNothing() {
    var proof = Tree.consistencyProof(50, 70, LOG);
    var root = LOG.checkpoint(50).root();
    assertNotProven(
        new ForkProof(Optional.of(root), proof, LOG.head(50), LOG.head(70)),
        "the larger head extends the smaller one");
    assertNotProven(
        new ForkProof(Optional.empty(), List.of(), LOG.head(50), LOG.head(50)),
        "same size and root");
    // A made-up prefix needs a proof that leads to the signed head, and there is none.
    assertNotProven(
        new ForkProof(Optional.of(Merkle.EMPTY_ROOT), proof, LOG.head(50), LOG.head(70)),
        "leads to");
    // Every log extends the empty one.
    assertNotProven(
        new ForkProof(Optional.of(Merkle.leaf(new byte[0])), List.of(), LOG.head(0), LOG.head(70)),
        "says nothing");
  }

  @Test
  void bothHeadsMustBeSignedByTheLog() {
    var stranger = TestKeys.note("xx.sarhad.example/anybody");
    var unsigned =
        SignedCheckpoint.of(FORK.checkpoint(50), List.of(stranger.sign(FORK.checkpoint(50))));
    assertNotProven(
        new ForkProof(Optional.empty(), List.of(), LOG.head(50), unsigned),
        "50 entries is not signed by the log");
    var forged = SignedCheckpoint.of(FORK.checkpoint(50), LOG.head(50).note().signatures());
    assertNotProven(
        new ForkProof(Optional.empty(), List.of(), forged, LOG.head(50)), "not signed by the log");
  }

  @Test
  void headsOfTwoLogsAreNoFork() {
    var other = TestLog.of("pk.sarhad.example/joint", 50);
    assertNotProven(
        new ForkProof(Optional.empty(), List.of(), LOG.head(50), other.head(50)), "two logs");
  }

  /// It does not matter with which of its keys a log signed which story.
  @Test
  void aForkAcrossTwoKeysOfALogIsAFork() throws Exception {
    var quantum = TestKeys.of(LOG.origin(), KeyType.ML_DSA_44);
    var head = SignedCheckpoint.of(FORK.checkpoint(50), List.of(quantum.sign(FORK.checkpoint(50))));
    var fork = ForkProof.find(LOG.head(50), head, LOG).orElseThrow();
    fork.verify(List.of(LOG.key().verifierKey(), quantum.verifierKey()), TestKeys.SIGNATURES);
    assertThat(ForkProof.parse(fork.bytes())).isEqualTo(fork);
  }

  @Test
  void damagedForkProofs() {
    var check =
        new ParserCheck<>(ForkProof::parse, ForkProof::bytes, MalformedForkProofException.class);
    var same = ForkProof.find(LOG.head(50), FORK.head(50), LOG).orElseThrow();
    var longer = ForkProof.find(LOG.head(50), FORK.head(70), FORK).orElseThrow();
    check.damaged(20_000, List.of(same.bytes(), longer.bytes()));
    var one = LOG.head(50).note().print();
    var two = FORK.head(70).note().print();
    var header = "sarhad-fork-proof v1\n";
    var prefix = "prefix " + Merkle.EMPTY_ROOT + "\n";
    check.refuses(
        List.of(
            Bytes.EMPTY,
            Bytes.ofUtf8(one + "\n" + two),
            Bytes.ofUtf8(header + "\n" + one),
            Bytes.ofUtf8(header + "\n" + one + "\n" + two),
            Bytes.ofUtf8(header + prefix + "\n" + two + "\n" + one),
            Bytes.ofUtf8(header + prefix + "\n" + one + "\n" + one),
            Bytes.ofUtf8("sarhad-fork-proof v2\n" + prefix + "\n" + one + "\n" + two),
            Bytes.ofUtf8(header + prefix + "\n" + one + "\n" + two + "\n"),
            Bytes.ofUtf8(
                header + prefix + (Merkle.EMPTY_ROOT + "\n").repeat(64) + "\n" + one + "\n" + two),
            Bytes.ofUtf8("\n".repeat(1 << 20)),
            Bytes.of(new byte[ForkProof.BYTES_MAX + 1])));
  }

  /// Whatever is done to an exhibit, it does not come to prove a fork of a log that has none.
  @Test
  void damageDoesNotFrameAnybody() {
    var honest =
        new ForkProof(
            Optional.of(LOG.checkpoint(50).root()),
            Tree.consistencyProof(50, 70, LOG),
            LOG.head(50),
            LOG.head(70));
    Seeded.check(
        600,
        random -> {
          var damaged = Mutations.mutate(honest.bytes(), honest.bytes(), random);
          ForkProof parsed;
          try {
            parsed = ForkProof.parse(damaged);
          } catch (MalformedForkProofException _) {
            return;
          }
          assertThatThrownBy(() -> parsed.verify(KEYS, TestKeys.SIGNATURES))
              .isInstanceOf(ProofException.class);
        });
  }
}
