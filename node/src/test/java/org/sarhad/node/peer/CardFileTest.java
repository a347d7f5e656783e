package org.sarhad.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Algorithm;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.Seed;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

class CardFileTest {
  private static final String TEXT = CardFile.print(card("192.0.2.7:7111", tls(1)));

  @Test
  void whatIsPrintedIsReadBack() throws Exception {
    assertThat(CardFile.print(CardFile.parse(TEXT))).isEqualTo(TEXT);
    assertThat(CardFile.parse(TEXT)).isEqualTo(card("192.0.2.7:7111", tls(1)));
  }

  @Test
  void theFingerprintCoversEverythingButTheAddress() {
    var card = card("192.0.2.7:7111", tls(1));

    assertThat(card.fingerprint()).matches("[0-9]{5}( [0-9]{5}){7}");
    assertThat(card("192.0.2.8:7111", tls(1)).fingerprint()).isEqualTo(card.fingerprint());
    assertThat(card("192.0.2.7:7111", tls(2)).fingerprint()).isNotEqualTo(card.fingerprint());
  }

  @Test
  void whatIsWrongIsNamedByLine() {
    assertThatThrownBy(() -> CardFile.parse(TEXT.replace("party ir", "party IR")))
        .isInstanceOf(MalformedCardException.class)
        .hasMessageContaining("line 2", "party IR");
    assertThatThrownBy(() -> CardFile.parse(TEXT.replace(":7111", "")))
        .hasMessageContaining("address");
    assertThatThrownBy(() -> CardFile.parse(TEXT + "more\n"))
        .hasMessageContaining("the end of the card");
    assertThatThrownBy(() -> CardFile.parse("x".repeat(CardFile.BYTES_MAX) + "\n"))
        .hasMessageContaining("32 KiB");
    assertThatThrownBy(() -> CardFile.parse("")).isInstanceOf(MalformedCardException.class);
  }

  @Test
  void aKeyWithTwoJobsIsRefused() {
    var mirror = TEXT.lines().filter(line -> line.startsWith("mirror ")).findFirst().orElseThrow();
    var twice = TEXT.replaceFirst("(?m)^node .*$", "node " + sameKeyAsNode(mirror));
    assertThatThrownBy(() -> CardFile.parse(twice))
        .isInstanceOf(MalformedCardException.class)
        .hasMessageContaining("has another job as well");
  }

  @Test
  void whateverIsFedNothingElseIsThrown() {
    long seed = Long.getLong("sarhad.seed", 4711L);
    var random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      var mutated = new StringBuilder(TEXT);
      for (int n = random.nextInt(4); n >= 0; n--) {
        int at = random.nextInt(mutated.length());
        switch (random.nextInt(3)) {
          case 0 -> mutated.setCharAt(at, (char) random.nextInt(0x180));
          case 1 -> mutated.deleteCharAt(at);
          default -> mutated.insert(at, TEXT.charAt(random.nextInt(TEXT.length())));
        }
      }
      var text = mutated.toString();
      try {
        // Only what prints the same again may be read.
        assertThat(CardFile.print(CardFile.parse(text)))
            .as("seed %d round %d", seed, i)
            .isEqualTo(text);
      } catch (MalformedCardException _) {
        // as it should be
      }
    }
  }

  static PairingCard card(String address, Hash tls) {
    return new PairingCard(
        new PartyId("ir"),
        new Origin("ir.sarhad.example/joint"),
        key("ir.sarhad.example/node", KeyType.ED25519_NOTE, 1),
        List.of(
            key("ir.sarhad.example/joint", KeyType.ED25519_NOTE, 2),
            key("ir.sarhad.example/joint", KeyType.ML_DSA_44, 3)),
        List.of(
            key("ir.sarhad.example/mirror", KeyType.ED25519_COSIGNATURE, 4),
            key("ir.sarhad.example/mirror", KeyType.ML_DSA_44, 5)),
        tls,
        address);
  }

  private static VerifierKey key(String name, KeyType type, int seed) {
    var secret = Merkle.sha256(Bytes.ofUtf8("seed " + seed)).toBytes();
    Algorithm algorithm = type.algorithm();
    return new VerifierKey(
        name, type, Signatures.jdk().signingKey(type, new Seed(algorithm, secret)).publicKey());
  }

  private static String sameKeyAsNode(String mirrorLine) {
    try {
      var mirror = VerifierKey.parse(mirrorLine.substring("mirror ".length()));
      return new VerifierKey("ir.sarhad.example/node", KeyType.ED25519_NOTE, mirror.key()).text();
    } catch (org.sarhad.tlog.note.MalformedVerifierKeyException e) {
      throw new AssertionError(e);
    }
  }

  private static Hash tls(int n) {
    return Merkle.sha256(Bytes.ofUtf8("tls " + n));
  }
}
