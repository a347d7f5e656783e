package org.sarhad.tlog.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.util.List;
import java.util.stream.Stream;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sarhad.tlog.Bytes;

class SignaturesTest {
  private static Stream<Signatures> providers() {
    return Stream.of(Signatures.jdk(), Signatures.of(Conscrypt.newProvider()));
  }

  @ParameterizedTest
  @MethodSource("providers")
  void theFirstVectorOfRfc8032(Signatures signatures) {
    var seed =
        new Seed(
            Algorithm.ED25519,
            hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    var key = signatures.signingKey(KeyType.ED25519_NOTE, seed);

    assertThat(key.publicKey().hex())
        .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    assertThat(Bytes.of(key.sign(new byte[0])).hex())
        .isEqualTo(
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
  }

  @ParameterizedTest
  @MethodSource("providers")
  void providersPassTheSelfTest(Signatures signatures) {
    assertThat(ProviderSelfTest.failures(signatures)).isEmpty();
  }

  @Test
  void aVerifierThatSaysYesFailsTheSelfTest() {
    assertThat(ProviderSelfTest.wrongAnswers((_, _, _, _) -> true)).hasSize(14);
    assertThat(ProviderSelfTest.wrongAnswers((_, _, _, _) -> false)).hasSize(3);
  }

  @Test
  void aVerifierThatDoesNotLookAtKeysFailsTheSelfTest() {
    var signatures = Signatures.of(Conscrypt.newProvider());
    Verifier careless =
        (type, key, message, signature) ->
            signatures
                .decode(type.algorithm(), key)
                .map(decoded -> signatures.verifies(type.algorithm(), decoded, message, signature))
                .orElse(false);

    assertThat(ProviderSelfTest.wrongAnswers(careless))
        .contains("a key of order 1")
        .allMatch(situation -> situation.startsWith("a key"));
  }

  @Test
  void bouncyCastleIsRefused() {
    var named =
        new Provider("BC", "1", "a provider with the name of Bouncy Castle") {
          private static final long serialVersionUID = 1L;
        };
    assertThatThrownBy(() -> Signatures.of(named))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Bouncy Castle");
  }

  @Test
  void aProviderWithoutEd25519IsRefused() {
    var empty =
        new Provider("Empty", "1", "has nothing") {
          private static final long serialVersionUID = 1L;
        };
    assertThatThrownBy(() -> Signatures.of(empty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no Ed25519");
  }

  @ParameterizedTest
  @MethodSource("providers")
  void wrongSizesVerifyNothing(Signatures signatures) {
    var message = "x".getBytes(StandardCharsets.UTF_8);
    for (var type : KeyType.values()) {
      for (int keySize : List.of(0, 31, 32, 33, 1312)) {
        for (int signatureSize : List.of(0, 63, 64, 65, 2420)) {
          assertThat(
                  signatures.verify(
                      type, Bytes.of(new byte[keySize]), message, new byte[signatureSize]))
              .isFalse();
        }
      }
    }
  }

  @Test
  void aSeedSurvivesItsFile() throws MalformedKeyException {
    for (var algorithm : Algorithm.values()) {
      var seed =
          new Seed(
              algorithm,
              Bytes.of("thirty-two bytes of no use at al".getBytes(StandardCharsets.UTF_8)));
      assertThat(Seed.parsePkcs8(seed.pkcs8())).isEqualTo(seed);
      assertThat(seed.toString()).doesNotContain("thirty").doesNotContain("7468");
    }
  }

  @Test
  void otherKeyFilesAreMalformed() {
    var good = new Seed(Algorithm.ED25519, Bytes.of(new byte[32])).pkcs8();
    for (var bad :
        List.of(
            Bytes.EMPTY,
            good.slice(1),
            good.slice(0, good.size() - 1),
            Bytes.concat(good, Bytes.of((byte) 0)))) {
      assertThatThrownBy(() -> Seed.parsePkcs8(bad)).isInstanceOf(MalformedKeyException.class);
    }
  }

  private static Bytes hex(String hex) {
    return Bytes.parseHex(hex).orElseThrow();
  }
}
