package org.sarhad.tlog.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.note.NoteVerdict;
import org.sarhad.tlog.testing.ParserCheck;
import org.sarhad.tlog.testing.TestKeys;
import org.sarhad.tlog.testing.TestLog;
import org.sarhad.tlog.tree.Merkle;

class CheckpointTest {
  private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
  private static final String EXAMPLE = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";

  @Test
  void theExampleOfTheSpecification() throws Exception {
    var checkpoint = Checkpoint.parse(EXAMPLE);
    assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
    assertThat(checkpoint.size()).isEqualTo(20852163);
    assertThat(checkpoint.root()).hasToString(ROOT);
    assertThat(checkpoint.extensions()).isEmpty();
    assertThat(checkpoint.text()).isEqualTo(EXAMPLE);
  }

  @Test
  void linesOfOthersAreKept() throws Exception {
    var extended = EXAMPLE + "a line\nanother\n";
    assertThat(Checkpoint.parse(extended).extensions()).containsExactly("a line", "another");
    assertThat(Checkpoint.parse(extended).text()).isEqualTo(extended);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "a\n1\n",
        "a\n1\n" + ROOT,
        "\n1\n" + ROOT + "\n",
        "a\n01\n" + ROOT + "\n",
        "a\n-1\n" + ROOT + "\n",
        "a\n 1\n" + ROOT + "\n",
        "a\n\n" + ROOT + "\n",
        "a\n9223372036854775808\n" + ROOT + "\n",
        "a\n1\nAAAA\n",
        "a\n1\n" + ROOT + " \n",
        "a\n1\n" + ROOT + "\n\n",
        "a\n1\n" + ROOT + "\nx\n\ny\n",
        "a\tb\n1\n" + ROOT + "\n",
      })
  void otherTextIsNoCheckpoint(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text))
        .isExactlyInstanceOf(MalformedCheckpointException.class);
  }

  @Test
  void anOriginHasAtMost255Bytes() throws Exception {
    var text = "1\n" + ROOT + "\n";
    assertThat(Checkpoint.parse("x".repeat(255) + "\n" + text).origin()).hasSize(255);
    assertThatThrownBy(() -> Checkpoint.parse("م".repeat(128) + "\n" + text))
        .isInstanceOf(MalformedCheckpointException.class);
    assertThatThrownBy(() -> new Checkpoint("x".repeat(256), 0, Merkle.EMPTY_ROOT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void damagedCheckpoints() {
    var log = TestLog.of("ir.sarhad.example/joint", 300);
    var mirror = TestKeys.cosigner("pk.sarhad.example/mirror");
    var quantum = TestKeys.of("ir.sarhad.example/joint", KeyType.ML_DSA_44);
    var head = log.head(300);
    new ParserCheck<>(
            SignedCheckpoint::parse, SignedCheckpoint::bytes, MalformedCheckpointException.class)
        .damaged(
            20_000,
            List.of(
                head.bytes(),
                head.with(List.of(mirror.sign(head.checkpoint()))).bytes(),
                head.with(List.of(quantum.sign(head.checkpoint()))).bytes()));
  }

  @Test
  void answersAreTakenInOnlyIfTheyVerify() {
    var log = TestLog.of("ir.sarhad.example/joint", 30);
    var head = log.head(30);
    var mirror = TestKeys.cosigner("pk.sarhad.example/mirror");
    var stranger = TestKeys.cosigner("xx.sarhad.example/mirror");
    var good = mirror.sign(head.checkpoint());
    var old = mirror.sign(log.checkpoint(29));
    var unknown = stranger.sign(head.checkpoint());

    var cosigned =
        head.withVerified(
            List.of(old, unknown, good), List.of(mirror.verifierKey()), TestKeys.SIGNATURES);

    assertThat(cosigned).isEqualTo(head.with(List.of(good)));
    assertThat(
            cosigned.verify(
                List.of(log.key().verifierKey(), mirror.verifierKey()), TestKeys.SIGNATURES))
        .isInstanceOfSatisfying(
            NoteVerdict.Signed.class, signed -> assertThat(signed.signatures()).hasSize(2));
  }
}
