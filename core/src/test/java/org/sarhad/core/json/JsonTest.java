package org.sarhad.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.testing.Mutations;
import org.sarhad.core.testing.Seeded;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.Bytes;

/// The signed profile of JSON as text, protocol clause 02-3.
class JsonTest {
  private static final JsonLimits LIMITS = JsonLimits.ofBytes(10_000);

  // ---- writing --------------------------------------------------------------------------------

  @Test
  void membersAreWrittenInTheOrderOfTheirNames() {
    Json json = Json.obj().put("b", true).put("a", "x").put("_salt", "s").put("c", 4).build();

    assertThat(json).hasToString("{\"_salt\":\"s\",\"a\":\"x\",\"b\":true,\"c\":4}");
  }

  @Test
  void everyCharacterHasOneSpelling() {
    // RFC 8785 §3.2.2.2: the two-character escapes of JSON, \ u00xx for other controls below
    // U+0020,
    // and everything else as it is, also U+007F and U+2028.
    assertThat(Json.of("\"\\/\b\f\n\r\t\0\37\u007fé€\u2028𝄞مرز"))
        .hasToString("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007fé€\u2028𝄞مرز\"");
  }

  @Test
  void arraysKeepTheirOrder() {
    assertThat(Json.arr(Json.of(3), Json.ofNull(), Json.arr(), Json.obj().build(), Json.of(-1)))
        .hasToString("[3,null,[],{},-1]");
  }

  // ---- reading --------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "false",
        "0",
        "-1",
        "9007199254740991",
        "-9007199254740991",
        "\"\"",
        "[]",
        "{}",
        "[1,[2,[3]]]",
        "{\"a\":{\"b\":[null]}}",
        "{\"pk.sarhad.example/joint\":1}",
        "\"می\u200cروند\"",
        "[[[[[[[[]]]]]]]]",
      })
  void canonicalTextsAreReadAndWrittenBack(String text) throws Exception {
    assertThat(Json.parseCanonical(Bytes.ofUtf8(text), LIMITS)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"b":1,"a":2}       | {"a":2,"b":1} | 2
          { "a" : [ 1 , 2 ] } | {"a":[1,2]}   | 1
          "\\u0041\\/"        | "A/"          | 1
          "\\ud834\\udd1e"    | "𝄞"           | 1
          "\\u000A"           | "\\n"         | 2
          "\\u001F"           | "\\u001f"     | 6
          """)
  void otherSpellingsAreReadButAreNotCanonical(String text, String canonical, int at)
      throws Exception {
    assertThat(Json.parse(Bytes.ofUtf8(text), LIMITS)).hasToString(canonical);
    assertThatThrownBy(() -> Json.parseCanonical(Bytes.ofUtf8(text), LIMITS))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageStartingWith("JSON text at byte " + at + ": found ")
        .hasMessageContaining("expected the canonical text ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                   | 0  | a value
          x                    | 0  | a value
          nul                  | 0  | null
          tru                  | 0  | true
          01                   | 0  | an integer of at most 2^53-1, without fraction, exponent or leading zero
          -0                   | 0  | an integer of at most 2^53-1, without fraction, exponent or leading zero
          -                    | 0  | an integer of at most 2^53-1, without fraction, exponent or leading zero
          1.5                  | 0  | an integer of at most 2^53-1, without fraction, exponent or leading zero
          1e3                  | 0  | an integer of at most 2^53-1, without fraction, exponent or leading zero
          9007199254740992     | 0  | an integer of at most 2^53-1, without fraction, exponent or leading zero
          99999999999999999999 | 0  | an integer of at most 2^53-1
          +1                   | 0  | a value
          NaN                  | 0  | a value
          [1,]                 | 3  | a value
          [1 2]                | 3  | ']'
          [1                   | 2  | ']'
          {"a"}                | 4  | ':'
          {"a":1,}             | 7  | '"'
          {a:1}                | 1  | '"'
          {"A":1}              | 1  | a member name of [a-z0-9_./-]
          {"":1}               | 1  | a member name of [a-z0-9_./-]
          {"9":1}              | 1  | a member name of [a-z0-9_./-]
          {"\\u0061":1}        | 1  | a member name of [a-z0-9_./-]
          {"é":1}              | 1  | a member name of [a-z0-9_./-]
          "a                   | 2  | the end of the string
          "\\x"                | 1  | an escape
          "\\                  | 1  | an escape
          "\\u12"              | 1  | four hexadecimal digits
          "\\u١٢٣٤"            | 1  | four hexadecimal digits
          [[[[[[[[[1]]]]]]]]]  | 8  | at most 8 levels of nesting
          1 1                  | 2  | the end of the text
          """)
  void whatIsNotOfTheProfileIsRefusedWithThePlace(String text, int at, String expected) {
    MalformedJsonException refusal = refusalOf(text);

    assertThat(refusal.what()).isEqualTo("JSON text at character " + at);
    assertThat(refusal.expected()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "\\ud800"           | half a surrogate pair, U+D800 at 0
          "\\udc00\\ud800"    | half a surrogate pair, U+DC00 at 0
          "x\\ud834"          | half a surrogate pair, U+D834 at 1
          "\\ufffe"           | a noncharacter, U+FFFE at 0
          "\\ufdd0"           | a noncharacter, U+FDD0 at 0
          "\\ud83f\\udfff"    | a noncharacter, U+1FFFF at 0
          "e\\u0301"          | text that is not in Unicode Normalization Form C
          """)
  void stringsThatCannotBeSignedAreRefused(String text, String flaw) {
    MalformedJsonException refusal = refusalOf(text);

    assertThat(refusal.what()).isEqualTo("string at character 0");
    assertThat(refusal.found()).isEqualTo('"' + flaw + '"');
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{\"b\":1,\"a\":2,\"b\":3}"})
  void noMemberNameStandsTwice(String text) {
    assertThat(refusalOf(text).expected()).isEqualTo("each member name once");
  }

  @Test
  void controlCharactersInStringsMustBeEscaped() {
    assertThat(refusalOf("\"a\nb\""))
        .hasMessage(
            "JSON text at character 2: found \"\\u000Ab\\\"\", expected an escape for a control"
                + " character");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    Bytes overlong = Bytes.of((byte) '"', (byte) 0xC0, (byte) 0x80, (byte) '"');

    assertThatThrownBy(() -> Json.parse(overlong, LIMITS))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessage("JSON text: found \"other bytes\", expected UTF-8");
  }

  @Test
  void aTextBeyondTheLimitIsNotLookedAt() {
    assertThat(refusalOf(" ".repeat(10_001)))
        .hasMessage("JSON text: found \"10001 bytes\", expected at most 10000 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
  void aBombOfBracketsEndsAtTheDepthLimit(String unit) {
    Bytes bomb = Bytes.ofUtf8(unit.repeat(1_000_000));

    assertThatThrownBy(() -> Json.parse(bomb, JsonLimits.ofBytes(10_000_000)))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("at most 8 levels");
  }

  // ---- properties -----------------------------------------------------------------------------

  @Test
  void writingAndReadingAreInverse() {
    Seeded.check(
        2_000,
        random -> {
          Json value = RandomJson.value(random, 5, 6);
          Json back = Json.parseCanonical(value.canonical(), JsonLimits.ofBytes(1 << 20));
          assertThat(back).isEqualTo(value).hasSameHashCodeAs(value);
        });
  }

  /// I3 and I13: whatever is accepted as canonical is canonical, and nothing but the one exception
  /// comes out.
  @Test
  void mutatedTextsAreRefusedOrCanonical() {
    int[] met = new int[3];
    Seeded.check(
        20_000,
        random -> {
          Bytes text = Mutations.mutate(RandomJson.object(random, 4, 4).canonical(), random);
          try {
            Json value = Json.parse(text, LIMITS);
            met[0]++;
            assertThat(Json.parseCanonical(value.canonical(), LIMITS)).isEqualTo(value);
            assertThat(Json.parseCanonical(text, LIMITS).canonical()).isEqualTo(text);
            met[1]++;
          } catch (MalformedJsonException refusal) {
            met[2]++;
            assertThat(refusal.getMessage()).hasSizeLessThan(500);
          }
        });
    // Read, read as canonical, refused: unless all three were met often the property says little.
    assertThat(met[0]).isGreaterThan(met[1] + 100);
    assertThat(met[1]).isGreaterThan(100);
    assertThat(met[2]).isGreaterThan(100);
  }

  // ---- our own mistakes -----------------------------------------------------------------------

  @Test
  void ourOwnMistakesAreNotTakenForOthers() {
    assertThatThrownBy(() -> Json.obj().put("A", 1)).isInstanceOf(BugException.class);
    assertThatThrownBy(() -> Json.obj().put("a", 1).put("a", 1)).isInstanceOf(BugException.class);
    assertIllegal(() -> Json.of(Json.INTEGER_MAX + 1), "integer 9007199254740992 is beyond");
    assertIllegal(() -> Json.of("e\u0301"), "a string with text that is not in Unicode");
    assertIllegal(() -> new JsonLimits(0, 8), "limits of 0 bytes");
  }

  private static void assertIllegal(ThrowingCallable mistake, String message) {
    assertThatThrownBy(mistake)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  private static MalformedJsonException refusalOf(String text) {
    MalformedJsonException refusal =
        catchThrowableOfType(
            MalformedJsonException.class, () -> Json.parse(Bytes.ofUtf8(text), LIMITS));
    assertThat(refusal).as("refusal of %s", text).isNotNull();
    return refusal;
  }
}
