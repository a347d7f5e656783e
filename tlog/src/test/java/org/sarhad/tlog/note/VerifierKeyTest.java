package org.sarhad.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.testing.ParserCheck;
import org.sarhad.tlog.testing.TestKeys;

class VerifierKeyTest {
  @ParameterizedTest
  @EnumSource(KeyType.class)
  void aKeyHasOneSpelling(KeyType type) throws Exception {
    var key = TestKeys.of("pk.sarhad.example/mirror", type).verifierKey();
    assertThat(VerifierKey.parse(key.text())).isEqualTo(key);
    assertThat(key.text()).startsWith("pk.sarhad.example/mirror+");
  }

  /// The same name and the same public key under two types are two keys.
  @Test
  void theTypeIsPartOfTheIdentifier() {
    var note = TestKeys.note("x").verifierKey();
    var cosigner = new VerifierKey("x", KeyType.ED25519_COSIGNATURE, note.key());
    assertThat(cosigner.id()).isNotEqualTo(note.id());
    assertThat(new HashSet<>(List.of(note, cosigner))).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "++",
        "example.com/foo",
        "example.com/foo+530d903a",
        "example.com/foo+530d903a+",
        "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k+",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n",
        "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/f o+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U==",
      })
  void otherTextIsNoKey(String text) {
    assertThatThrownBy(() -> VerifierKey.parse(text))
        .isExactlyInstanceOf(MalformedVerifierKeyException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x02, 0x03, 0x05, 0x07, 0xff})
  void typesWeDoNotUseAreRefused(int code) {
    var material = Bytes.concat(Bytes.of((byte) code), TestKeys.note("x").verifierKey().key());
    assertThatThrownBy(() -> VerifierKey.parse("x+00000000+" + material.base64()))
        .isInstanceOf(MalformedVerifierKeyException.class)
        .hasMessageContaining("0x01, 0x04 or 0x06");
  }

  static Stream<String> flawedKeys() {
    return Stream.of(
        "01" + "00".repeat(31) + " low order",
        "ec" + "ff".repeat(30) + "7f low order",
        "00".repeat(32) + " low order",
        "00".repeat(31) + "80 low order",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05 low order",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85 low order",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a low order",
        "ed" + "ff".repeat(30) + "7f canonical",
        "ff".repeat(32) + " canonical",
        "02" + "00".repeat(31) + " of the curve");
  }

  @ParameterizedTest
  @MethodSource("flawedKeys")
  void flawedKeysAreRefusedAndNamed(String keyAndFlaw) {
    var key = Bytes.parseHex(keyAndFlaw.substring(0, 64)).orElseThrow();
    var flaw = keyAndFlaw.substring(65);
    for (var type : List.of(KeyType.ED25519_NOTE, KeyType.ED25519_COSIGNATURE)) {
      assertThatThrownBy(() -> new VerifierKey("x", type, key))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(flaw);
      var material = Bytes.concat(Bytes.of((byte) type.code()), key);
      assertThatThrownBy(() -> VerifierKey.parse("x+00000000+" + material.base64()))
          .isInstanceOf(MalformedVerifierKeyException.class)
          .hasMessageContaining(flaw);
    }
  }

  @Test
  void damagedKeys() {
    new ParserCheck<>(
            input ->
                VerifierKey.parse(
                    input
                        .findUtf8()
                        .orElseThrow(
                            () -> new MalformedVerifierKeyException("key", "bytes", "text"))),
            key -> Bytes.ofUtf8(key.text()),
            MalformedVerifierKeyException.class)
        .damaged(
            5_000,
            Stream.of(KeyType.values())
                .map(type -> Bytes.ofUtf8(TestKeys.of("مرز/mirror", type).verifierKey().text()))
                .toList());
  }
}
