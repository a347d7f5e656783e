package org.sarhad.tlog.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.policy.Policy;
import org.sarhad.tlog.testing.ParserCheck;
import org.sarhad.tlog.testing.TestKeys;
import org.sarhad.tlog.testing.TestLog;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.ProofException;

class TlogProofTest {
  private static final TestLog LOG = TestLog.of("ir.sarhad.example/joint", 700);
  private static final TestKeys MIRROR = TestKeys.cosigner("pk.sarhad.example/mirror");
  private static final Bytes MIRROR_NAME = Bytes.ofUtf8("pk-mirror");

  private static final Policy POLICY =
      new Policy(
          List.of(new Policy.Log(LOG.key().verifierKey(), Optional.empty())),
          List.of(new Policy.Witness(MIRROR_NAME, MIRROR.verifierKey(), Optional.empty())),
          List.of(),
          MIRROR_NAME);

  private static TlogProof proof(int index, int size) {
    var head = LOG.head(size);
    return TlogProof.of(index, head.with(List.of(MIRROR.sign(head.checkpoint()))), LOG);
  }

  @Test
  void anEntryIsProved() {
    for (int[] at : new int[][] {{0, 1}, {0, 700}, {349, 700}, {699, 700}, {5, 6}}) {
      var leaf = Merkle.leaf(LOG.entries(at[0], at[0] + 1).getFirst());
      var proof = proof(at[0], at[1]);
      assertThatCode(() -> proof.verify(leaf, POLICY, TestKeys.SIGNATURES))
          .doesNotThrowAnyException();
      assertThatThrownBy(() -> proof.verify(Merkle.EMPTY_ROOT, POLICY, TestKeys.SIGNATURES))
          .isInstanceOf(ProofException.class);
    }
  }

  @Test
  void anotherPlaceIsNotProved() {
    var leaf = LOG.hash(0, 349);
    var proof = proof(349, 700);
    for (long index : new long[] {0, 348, 350, 699, 700, Long.MAX_VALUE}) {
      var moved = new TlogProof(Optional.empty(), index, proof.proof(), proof.head());
      assertThatThrownBy(() -> moved.verify(leaf, POLICY, TestKeys.SIGNATURES))
          .isInstanceOf(ProofException.class);
    }
  }

  @Test
  void thePolicyDecides() {
    var leaf = LOG.hash(0, 349);
    var proof = proof(349, 700);
    var alone = new TlogProof(Optional.empty(), 349, proof.proof(), LOG.head(700));
    assertThatThrownBy(() -> alone.verify(leaf, POLICY, TestKeys.SIGNATURES))
        .hasMessage("the 0 cosignatures that are there are not the quorum");
    var nobody = new Policy(List.of(), List.of(), List.of(), Policy.NONE);
    assertThatThrownBy(() -> proof.verify(leaf, nobody, TestKeys.SIGNATURES))
        .hasMessage("the head is not signed by a trusted log ir.sarhad.example/joint");
    var forged =
        new TlogProof(
            Optional.empty(),
            349,
            proof.proof(),
            LOG.head(700).with(List.of(MIRROR.sign(LOG.checkpoint(699)))));
    assertThatThrownBy(() -> forged.verify(leaf, POLICY, TestKeys.SIGNATURES))
        .hasMessage("the head has a wrong signature as pk.sarhad.example/mirror");
  }

  @Test
  void theFormOfAProof() throws Exception {
    var proof = proof(5, 7);
    var withExtra =
        new TlogProof(Optional.of(Bytes.ofUtf8("context")), 5, proof.proof(), proof.head());
    assertThat(withExtra.bytes().utf8())
        .isEqualTo(
            "c2sp.org/tlog-proof@v1\nextra Y29udGV4dA==\nindex 5\n"
                + proof.proof().get(0)
                + "\n"
                + proof.proof().get(1)
                + "\n"
                + proof.proof().get(2)
                + "\n\n"
                + proof.head().note().print());
    assertThat(TlogProof.parse(withExtra.bytes())).isEqualTo(withExtra);
    assertThat(TlogProof.parse(proof.bytes())).isEqualTo(proof);
  }

  @Test
  void damagedProofs() {
    var check =
        new ParserCheck<>(TlogProof::parse, TlogProof::bytes, MalformedTlogProofException.class);
    var proof = proof(5, 7);
    check.damaged(
        20_000,
        List.of(
            proof(0, 1).bytes(),
            proof.bytes(),
            new TlogProof(Optional.of(Bytes.ofUtf8("x")), 5, proof.proof(), proof.head()).bytes()));
    var head = proof.head().note().print();
    check.refuses(
        List.of(
            Bytes.EMPTY,
            Bytes.ofUtf8("c2sp.org/tlog-proof@v1\n\n" + head),
            Bytes.ofUtf8("c2sp.org/tlog-proof@v2\nindex 0\n\n" + head),
            Bytes.ofUtf8("c2sp.org/tlog-proof@v1\nextra \nindex 0\n\n" + head),
            Bytes.ofUtf8("c2sp.org/tlog-proof@v1\nextra YQ==\n\n" + head),
            Bytes.ofUtf8("c2sp.org/tlog-proof@v1\nindex 00\n\n" + head),
            Bytes.ofUtf8("c2sp.org/tlog-proof@v1\nindex 0\n" + head),
            Bytes.ofUtf8(
                "c2sp.org/tlog-proof@v1\nindex 0\n"
                    + (Merkle.EMPTY_ROOT + "\n").repeat(64)
                    + "\n"
                    + head),
            Bytes.of(new byte[TlogProof.BYTES_MAX + 1])));
  }
}
