package org.sarhad.core.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.testing.Sides.EIGHT;
import static org.sarhad.core.testing.Sides.says;

import java.util.HexFormat;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.RandomJson;
import org.sarhad.core.testing.Mutations;
import org.sarhad.core.testing.Seeded;
import org.sarhad.tlog.Bytes;

/// Payloads: salted JSON and files, protocol clause 02-4.
class PayloadTest {
  private static final Bytes SALT = Bytes.of(HexFormat.of().parseHex("00".repeat(31) + "01"));
  private static final String SALTED =
      "{\"_salt\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE=\",\"n\":4,\"text\":\"x\"}";

  @Test
  void theSaltComesFirst() throws Exception {
    Payload.Salted payload = Payload.salted(Json.obj().put("text", "x").put("n", 4).build(), SALT);

    assertThat(payload.bytes().utf8()).isEqualTo(SALTED);
    assertThat(payload.body()).hasToString("{\"n\":4,\"text\":\"x\"}");
    assertThat(payload).hasToString("{\"n\":4,\"text\":\"x\"}");
    assertThat(Payload.Salted.parse(payload.bytes())).isEqualTo(payload).hasSameHashCodeAs(payload);
  }

  @Test
  void theNameOfAPayloadIsWhatSha256sumPrints() {
    // printf '…' | sha256sum, with the text above.
    assertThat(Payload.raw("text/plain", Bytes.ofUtf8("abc")).sha256().hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void equalWordsWithOtherSaltHaveOtherNames() {
    Json.Obj body = Json.obj().put("text", "three buses").build();
    Bytes other = Bytes.of(HexFormat.of().parseHex("02".repeat(32)));

    assertThat(Payload.salted(body, SALT).sha256())
        .isNotEqualTo(Payload.salted(body, other).sha256());
  }

  @Test
  void aPayloadOpensUnderItsOwnNameOnly() throws Exception {
    Payload.Salted payload = says("northbound at the dry river");
    Payload file = Payload.raw("image/png", Bytes.of((byte) 1, (byte) 2));

    assertThat(Payload.open(payload.ref("body"), payload.bytes())).isEqualTo(payload);
    assertThat(Payload.open(file.ref("photo"), file.bytes())).isEqualTo(file);
    assertThatThrownBy(() -> Payload.open(payload.ref("body"), says("southbound").bytes()))
        .isInstanceOf(MalformedPayloadException.class)
        .hasMessageContaining(payload.sha256().hex());
  }

  /// Revealing something else than was sealed is the attack; the hash is the answer.
  @Test
  void aRevealMatchesWhatWasSealedOrIsNone() {
    Payload.Salted dates = says("told on 3 March and 9 April");
    PayloadRef sealed = dates.ref("body").sealedUntil(EIGHT);

    assertThat(sealed.isOf(dates.bytes())).isTrue();
    assertThat(sealed.isOf(says("told on 3 March").bytes())).isFalse();
    assertThat(sealed.isOf(Bytes.EMPTY)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "_salt":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE=", | ``                  | payload: member "_salt": found "nothing"
          AAAE=                                                  | AAE=                | payload: member "_salt": found "AAAA
          AAAE=                                                  | AAAF=               | payload: member "_salt": found "AAAA
          "n":4                                                  | "_n":4              | payload: JSON text at byte
          "n":4                                                  | "n":4.0             | payload: JSON text at character
          "_salt":"A                                             | "_pepper":1,"_salt":"A | payload: found "_pepper"
          "text":"x"                                             | "text": "x"         | payload: JSON text at byte
          {"_                                                    | [{"_                | payload: JSON text at character
          """)
  void whatIsNotSaltedCanonicalJsonIsRefused(String part, String other, String message) {
    assertThat(SALTED).contains(part);
    assertThatThrownBy(() -> Payload.Salted.parse(Bytes.ofUtf8(SALTED.replace(part, other))))
        .isInstanceOf(MalformedPayloadException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void ourOwnMistakesAreRefusedBeforeTheyAreStored() {
    Json.Obj body = Json.obj().put("a", 1).build();
    assertIllegal(() -> Payload.salted(body, SALT.slice(1)), "salt of 31 bytes");
    assertIllegal(
        () -> Payload.salted(Json.obj().put("_x", 1).build(), SALT), "member name \"_x\"");
    assertIllegal(
        () -> Payload.salted(Json.obj().put("a", "x".repeat(1 << 20)).build(), SALT), "1048");
    assertIllegal(() -> Payload.raw("application/json", Bytes.EMPTY), "raw payload");
    assertIllegal(() -> Payload.raw("Image/PNG", Bytes.EMPTY), "media type");
    assertIllegal(
        () -> Payload.raw("image/png", Bytes.of(new byte[(1 << 20) + 1])), "1048577 bytes");
  }

  /// I3 and I13 for payloads.
  @Test
  void mutatedPayloadsAreRefusedOrCanonical() {
    int[] met = new int[2];
    Seeded.check(
        5_000,
        random -> {
          Payload.Salted original = Payload.salted(RandomJson.object(random, 3, 4), SALT);
          Bytes bytes = Mutations.mutate(original.bytes(), random);
          try {
            Payload.Salted read = Payload.Salted.parse(bytes);
            met[0]++;
            assertThat(read.bytes()).isEqualTo(bytes);
            Bytes salt = Bytes.parseBase64(bytes.utf8().substring(10, 54)).orElseThrow();
            assertThat(Payload.salted(read.body(), salt).bytes()).isEqualTo(bytes);
          } catch (MalformedPayloadException refusal) {
            met[1]++;
            assertThat(refusal).hasMessageStartingWith("payload: ");
          }
        });
    assertThat(met[0]).isGreaterThan(50);
    assertThat(met[1]).isGreaterThan(50);
  }

  private static void assertIllegal(ThrowingCallable mistake, String message) {
    assertThatThrownBy(mistake)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
