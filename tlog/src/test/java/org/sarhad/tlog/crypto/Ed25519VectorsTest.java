package org.sarhad.tlog.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Test;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.testing.SharedData;

/// The 914 signatures on which Ed25519 verifiers are known to differ (CCTV).
///
/// The counts are pinned: a provider that changes its mind is a reason to think, whichever way it
/// changes it.
class Ed25519VectorsTest {
  private static final Signatures JDK = Signatures.jdk();
  private static final Signatures CONSCRYPT = Signatures.of(Conscrypt.newProvider());

  private record Vector(int number, Bytes key, Bytes signature, Bytes message, Set<String> flags) {
    static Vector of(JsonNode json) {
      var flags = new TreeSet<String>();
      json.get("flags").forEach(flag -> flags.add(flag.asText()));
      return new Vector(
          json.get("number").asInt(),
          Bytes.parseHex(json.get("key").asText()).orElseThrow(),
          Bytes.parseHex(json.get("sig").asText()).orElseThrow(),
          Bytes.ofUtf8(json.get("msg").asText()),
          flags);
    }

    boolean isAccepted(Verifier verifier) {
      return verifier.verify(KeyType.ED25519_NOTE, key, message.toArray(), signature.toArray());
    }

    /// What the provider says when nobody looks at the key first.
    boolean isAcceptedUnseen(Signatures signatures) {
      try {
        var provider = signatures.signature(Algorithm.ED25519);
        var decoded = signatures.decode(Algorithm.ED25519, key);
        if (decoded.isEmpty()) {
          return false;
        }
        provider.initVerify(decoded.get());
        message.updateInto(provider);
        return provider.verify(signature.toArray());
      } catch (GeneralSecurityException e) {
        return false;
      }
    }

    boolean hasSoundKey() {
      return PublicKeys.flawOf(Algorithm.ED25519, key).isEmpty();
    }
  }

  private static List<Vector> vectors() {
    var vectors = new ArrayList<Vector>();
    SharedData.json(SharedData.path("vectors/ed25519-914.json"))
        .forEach(json -> vectors.add(Vector.of(json)));
    return vectors;
  }

  @Test
  void providersDifferWhenNobodyLooksAtTheKey() {
    var vectors = vectors();
    assertThat(vectors).hasSize(914);
    assertThat(vectors.stream().filter(v -> v.isAcceptedUnseen(JDK))).hasSize(172);
    assertThat(vectors.stream().filter(v -> v.isAcceptedUnseen(CONSCRYPT))).hasSize(208);
  }

  @Test
  void providersAgreeOnEveryVectorWithASoundKey() {
    var sound = vectors().stream().filter(Vector::hasSoundKey).toList();
    assertThat(sound).hasSize(388);
    assertThat(sound)
        .allSatisfy(v -> assertThat(v.isAccepted(JDK)).isEqualTo(v.isAccepted(CONSCRYPT)));
    assertThat(sound.stream().filter(v -> v.isAccepted(JDK))).hasSize(86);
  }

  @Test
  void flawedKeysVerifyNothing() {
    assertThat(vectors().stream().filter(v -> !v.hasSoundKey()))
        .hasSize(914 - 388)
        .noneMatch(v -> v.isAccepted(JDK) || v.isAccepted(CONSCRYPT));
  }

  @Test
  void theFlawsAreTheOnesTheVectorsAreLabelledWith() {
    for (var v : vectors()) {
      assertThat(v.hasSoundKey())
          .as("vector %d %s", v.number(), v.flags())
          .isEqualTo(!v.flags().contains("low_order_A") && !v.flags().contains("non_canonical_A"));
    }
  }

  @Test
  void acceptedAreOnlyTheOnesWithoutResidue() {
    for (var v : vectors()) {
      if (v.isAccepted(JDK)) {
        assertThat(v.flags()).doesNotContain("low_order_residue", "non_canonical_R");
      }
    }
  }
}
