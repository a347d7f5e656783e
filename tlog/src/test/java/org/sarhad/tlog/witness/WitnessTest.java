package org.sarhad.tlog.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.testing.TestKeys;
import org.sarhad.tlog.testing.TestLog;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Every answer that tlog-witness knows, and the attacks that lead to them.
class WitnessTest {
  private static final TestLog LOG = TestLog.of("ir.sarhad.example/joint", 70);
  private static final TestLog FORK = LOG.withEntry(20, "another story");
  private static final List<VerifierKey> KEYS = List.of(LOG.key().verifierKey());
  private static final Optional<SignedCheckpoint> NOTHING = Optional.empty();

  private static WitnessOutcome update(Optional<SignedCheckpoint> held, AddCheckpoint request) {
    return Witness.update(held, request, KEYS, TestKeys.SIGNATURES);
  }

  private static AddCheckpoint request(long oldSize, List<Hash> proof, SignedCheckpoint head) {
    return new AddCheckpoint(oldSize, proof, head);
  }

  @Test
  void headsAreAcceptedOneAfterTheOther() {
    var held = NOTHING;
    for (long[] step : new long[][] {{0, 0}, {0, 1}, {1, 5}, {5, 5}, {5, 64}, {64, 70}}) {
      var request = LOG.addCheckpoint(step[0], step[1]);
      var outcome = update(held, request);
      assertThat(outcome).isEqualTo(new WitnessOutcome.Accepted(LOG.head(step[1])));
      assertThat(outcome.status()).isEqualTo(200);
      held = Optional.of(LOG.head(step[1]));
    }
  }

  /// Only what was verified is kept: nobody can make a witness store and serve what they like.
  @Test
  void linesByStrangersAreNotKept() {
    var stranger = TestKeys.note("xx.sarhad.example/anybody");
    var head = LOG.head(7).with(List.of(stranger.sign(LOG.checkpoint(7))));
    assertThat(update(NOTHING, request(0, List.of(), head)))
        .isEqualTo(new WitnessOutcome.Accepted(LOG.head(7)));
  }

  @Test
  void bothKeysOfALogInRotationAreKept() {
    var next = TestKeys.of(LOG.origin(), KeyType.ML_DSA_44);
    var head = LOG.head(7).with(List.of(next.sign(LOG.checkpoint(7))));
    var outcome =
        Witness.update(
            NOTHING,
            request(0, List.of(), head),
            List.of(LOG.key().verifierKey(), next.verifierKey()),
            TestKeys.SIGNATURES);
    assertThat(outcome).isEqualTo(new WitnessOutcome.Accepted(head));
  }

  @Test
  void aLogNobodyKnowsIs404() {
    var outcome = Witness.update(NOTHING, LOG.addCheckpoint(0, 5), List.of(), TestKeys.SIGNATURES);
    assertThat(outcome).isEqualTo(new WitnessOutcome.UnknownOrigin(LOG.origin()));
    assertThat(outcome.status()).isEqualTo(404);
  }

  @Test
  void aHeadTheLogDidNotSignIs403() {
    var stranger = TestKeys.note("xx.sarhad.example/anybody");
    var head = SignedCheckpoint.of(LOG.checkpoint(5), List.of(stranger.sign(LOG.checkpoint(5))));
    var outcome = update(NOTHING, request(0, List.of(), head));
    assertThat(outcome).isEqualTo(new WitnessOutcome.NotByLog("no signature by the log"));
    assertThat(outcome.status()).isEqualTo(403);
  }

  /// Somebody on the way puts another root under the log's signature.
  @Test
  void aRootSwappedUnderASignatureIs403() {
    var swapped = new Checkpoint(LOG.origin(), 5, Merkle.EMPTY_ROOT);
    var head = SignedCheckpoint.of(swapped, LOG.head(5).note().signatures());
    var outcome = update(NOTHING, request(0, List.of(), head));
    assertThat(outcome)
        .isEqualTo(new WitnessOutcome.NotByLog("a wrong signature as " + LOG.origin()));
    assertThat(outcome.status()).isEqualTo(403);
  }

  @Test
  void aRequestThatGoesBackwardsIs400() {
    var outcome = update(Optional.of(LOG.head(9)), request(9, List.of(), LOG.head(8)));
    assertThat(outcome).isEqualTo(new WitnessOutcome.OldAboveNew(9, 8));
    assertThat(outcome.status()).isEqualTo(400);
  }

  /// A head that was seen before is sent again; or the log was restored from an old backup.
  @Test
  void aRequestFromAnotherSizeIs409AndSaysWhich() {
    var held = Optional.of(LOG.head(64));
    for (var request : List.of(LOG.addCheckpoint(0, 5), LOG.addCheckpoint(5, 70))) {
      var outcome = update(held, request);
      assertThat(outcome).isEqualTo(new WitnessOutcome.Conflict(new HeldSize(64)));
      assertThat(outcome.status()).isEqualTo(409);
    }
    assertThat(update(NOTHING, LOG.addCheckpoint(5, 70)))
        .isEqualTo(new WitnessOutcome.Conflict(new HeldSize(0)));
  }

  @Test
  void anEmptyLogWithARootIs422() {
    var wrong = new Checkpoint(LOG.origin(), 0, Merkle.leaf(new byte[0]));
    var head = SignedCheckpoint.of(wrong, List.of(LOG.key().sign(wrong)));
    var outcome = update(NOTHING, request(0, List.of(), head));
    assertThat(outcome).isInstanceOf(WitnessOutcome.NotProven.class);
    assertThat(outcome.status()).isEqualTo(422);
  }

  @Test
  void aProofFromTheEmptyTreeIs422() {
    var outcome = update(NOTHING, request(0, List.of(Merkle.EMPTY_ROOT), LOG.head(5)));
    assertThat(outcome).isInstanceOf(WitnessOutcome.NotProven.class);
  }

  @Test
  void aForkOfTheSameSizeIsEvidence() {
    var held = LOG.head(64);
    var outcome = update(Optional.of(held), request(64, List.of(), FORK.head(64)));
    assertThat(outcome).isEqualTo(new WitnessOutcome.Forked(held, FORK.head(64)));
    assertThat(outcome.status()).isEqualTo(422);
  }

  @Test
  void aForkOfALargerSizeIs422() {
    var held = Optional.of(LOG.head(64));
    var outcome = update(held, FORK.addCheckpoint(64, 70));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            WitnessOutcome.NotProven.class,
            not -> assertThat(not.offered()).isEqualTo(FORK.head(70)));
    assertThat(outcome.status()).isEqualTo(422);
  }

  @Test
  void aDamagedProofIs422() {
    var held = Optional.of(LOG.head(13));
    var good = LOG.addCheckpoint(13, 70);
    for (int i = 0; i < good.proof().size(); i++) {
      var proof = new ArrayList<>(good.proof());
      proof.set(i, Merkle.EMPTY_ROOT);
      assertThat(update(held, request(13, proof, good.head())).status()).isEqualTo(422);
      proof.remove(i);
      assertThat(update(held, request(13, proof, good.head())).status()).isEqualTo(422);
    }
  }

  @Test
  void theSameHeadAgainNeedsNoProofAndMayHaveNone() {
    var held = Optional.of(LOG.head(13));
    assertThat(update(held, LOG.addCheckpoint(13, 13)).status()).isEqualTo(200);
    assertThat(update(held, request(13, List.of(Merkle.EMPTY_ROOT), LOG.head(13))).status())
        .isEqualTo(422);
  }
}
