package org.sarhad.tlog.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.note.NoteVerdict;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.testing.TestKeys;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.Subtree;

class CosignatureTest {
  private static final Checkpoint HEAD =
      new Checkpoint("ir.sarhad.example/joint", 4711, Merkle.leaf(Bytes.ofUtf8("root")));
  private static final String MIRROR = "pk.sarhad.example/mirror";

  @ParameterizedTest
  @EnumSource(KeyType.class)
  void whatIsSignedVerifies(KeyType type) throws Exception {
    var mirror = TestKeys.of(MIRROR, type);
    var line = mirror.sign(HEAD);
    var signed = SignedCheckpoint.of(HEAD, List.of(line));

    assertThat(signed.verify(List.of(mirror.verifierKey()), TestKeys.SIGNATURES))
        .isInstanceOf(NoteVerdict.Signed.class);
    assertThat(SignedCheckpoint.parse(signed.bytes())).isEqualTo(signed);
    assertThat(Cosignature.timeSeconds(mirror.verifierKey(), line).orElse(0))
        .isEqualTo(type.isCosignature() ? TestKeys.TIME : 0);
    assertThat(mirror.sign(HEAD)).isEqualTo(line);
  }

  @ParameterizedTest
  @EnumSource(KeyType.class)
  void nothingElseVerifies(KeyType type) {
    var mirror = TestKeys.of(MIRROR, type);
    var line = mirror.sign(HEAD);
    for (var other :
        List.of(
            new Checkpoint(HEAD.origin() + "x", HEAD.size(), HEAD.root()),
            new Checkpoint(HEAD.origin(), HEAD.size() + 1, HEAD.root()),
            new Checkpoint(HEAD.origin(), HEAD.size(), Merkle.EMPTY_ROOT))) {
      assertThat(Cosignature.verifies(mirror.verifierKey(), line, other, TestKeys.SIGNATURES))
          .isFalse();
    }
    for (int at = 0; at < line.signature().size(); at += type == KeyType.ML_DSA_44 ? 97 : 1) {
      var bytes = line.signature().toArray();
      bytes[at] ^= 1;
      var flipped = new SignatureLine(line.name(), line.keyId(), Bytes.of(bytes));
      assertThat(Cosignature.verifies(mirror.verifierKey(), flipped, HEAD, TestKeys.SIGNATURES))
          .as("bit at byte %d", at)
          .isFalse();
    }
    for (int size : new int[] {1, 7, 8, 9, 63, 64, 71, 73}) {
      var cut = new SignatureLine(line.name(), line.keyId(), Bytes.of(new byte[size]));
      assertThat(Cosignature.verifies(mirror.verifierKey(), cut, HEAD, TestKeys.SIGNATURES))
          .isFalse();
    }
  }

  /// Only the ML-DSA form says under which name it was made.
  @Test
  void aCosignatureUnderAnotherNameIsNotOne() {
    var mirror = TestKeys.of(MIRROR, KeyType.ML_DSA_44);
    var renamed = new TestKeys("pk.sarhad.example/witness", mirror.key());
    var line = mirror.sign(HEAD);
    var moved = new SignatureLine(renamed.name(), renamed.verifierKey().id(), line.signature());
    assertThat(Cosignature.verifies(renamed.verifierKey(), moved, HEAD, TestKeys.SIGNATURES))
        .isFalse();
  }

  @Test
  void theMessageOfEd25519() {
    assertThat(Cosignature.message(KeyType.ED25519_COSIGNATURE, MIRROR, 1679315147, HEAD).utf8())
        .isEqualTo("cosignature/v1\ntime 1679315147\n" + HEAD.text());
  }

  @Test
  void theMessageOfMlDsa() {
    var message =
        Cosignature.subtreeMessage("m", 0x0102030405060708L, "log", new Subtree(0, 5), HEAD.root());
    assertThat(message.hex())
        .isEqualTo(
            "737562747265652f76310a00" // "subtree/v1\n\0"
                + "016d"
                + "0102030405060708"
                + "036c6f67"
                + "0000000000000000"
                + "0000000000000005"
                + HEAD.root().hex());
  }

  @Test
  void theExtensionLinesAreCoveredByEd25519Only() {
    var extended = new Checkpoint(HEAD.origin(), HEAD.size(), HEAD.root(), List.of("more"));
    for (var type : KeyType.values()) {
      var mirror = TestKeys.of(MIRROR, type);
      assertThat(
              Cosignature.verifies(
                  mirror.verifierKey(), mirror.sign(HEAD), extended, TestKeys.SIGNATURES))
          .isEqualTo(type == KeyType.ML_DSA_44);
    }
  }

  @Test
  void timesOutsideTheFormatAreRefused() {
    var mirror = TestKeys.cosigner(MIRROR);
    assertThatThrownBy(() -> Cosignature.sign(MIRROR, mirror.key(), HEAD, 0))
        .isInstanceOf(BugException.class);
    assertThatThrownBy(
            () -> Cosignature.subtreeMessage("m", 1, "log", new Subtree(4, 5), HEAD.root()))
        .isInstanceOf(BugException.class);
    var bytes = mirror.sign(HEAD).signature().toArray();
    bytes[0] = (byte) 0x80;
    var line = new SignatureLine(MIRROR, mirror.verifierKey().id(), Bytes.of(bytes));
    assertThat(Cosignature.timeSeconds(mirror.verifierKey(), line)).isEmpty();
  }
}
