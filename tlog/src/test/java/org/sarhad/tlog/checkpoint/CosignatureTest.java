package org.sarhad.tlog.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.Seed;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.note.NoteVerdict;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Merkle;

class CosignatureTest {
  private static final Signatures SIGNATURES = Signatures.jdk();
  private static final Checkpoint HEAD =
      new Checkpoint("ir.sarhad.example/joint", 4711, Merkle.leaf(Bytes.ofUtf8("root")));

  @ParameterizedTest
  @EnumSource(KeyType.class)
  void whatIsSignedVerifiesAndNothingElse(KeyType type) throws Exception {
    var name = "pk.sarhad.example/mirror";
    var secret = new Seed(type.algorithm(), Bytes.of(new byte[Seed.SIZE]));
    var key = SIGNATURES.signingKey(type, secret);
    var verifierKey = new VerifierKey(name, type, key.publicKey());
    var line = Cosignature.sign(name, key, HEAD, 1_555_920_000L);
    var signed = SignedCheckpoint.of(HEAD, List.of(line));
    var other = new Checkpoint(HEAD.origin(), HEAD.size() + 1, HEAD.root());

    assertThat(signed.verify(List.of(verifierKey), SIGNATURES))
        .isInstanceOf(NoteVerdict.Signed.class);
    assertThat(SignedCheckpoint.parse(signed.bytes())).isEqualTo(signed);
    assertThat(SignedCheckpoint.of(other, List.of(line)).verify(List.of(verifierKey), SIGNATURES))
        .isEqualTo(new NoteVerdict.Forged(verifierKey));
    assertThat(Cosignature.timeSeconds(verifierKey, line).orElse(0))
        .isEqualTo(type.isCosignature() ? 1_555_920_000L : 0);
    assertThat(Cosignature.sign(name, key, HEAD, 1_555_920_000L)).isEqualTo(line);
  }
}
