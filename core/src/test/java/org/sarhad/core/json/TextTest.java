package org.sarhad.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.tlog.Bytes;

/// Which texts may be signed, stand as prose, and name things; protocol clause 02-8.
class TextTest {
  private static final String OVERRIDE = "\u202e";
  private static final String NON_JOINER = "\u200c";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INC-2019/7",
        "مرز/12",
        "inc مرز",
        "سرحد",
        "می" + NON_JOINER + "روند",
        "Zahedan–Taftan",
        "a b",
        "۱۲۳",
        "12-é",
        "پاکستان",
        "Ормара",
      })
  void identifiers(String text) {
    assertThat(flaw(text)).isEmpty();
    assertThat(Text.flawInProse(text, 40)).isEmpty();
  }

  @Test
  void whatCannotNameThings() {
    assertThat(flaw("")).contains("nothing");
    assertThat(flaw("a".repeat(41))).contains("41 characters where 40 are allowed");
    assertThat(flaw(" a")).contains("white space at an end");
    assertThat(flaw("  ")).contains("only white space");
    assertThat(flaw("a\nb")).contains("U+000A at 1");
    assertThat(flaw("a\u00a0b")).contains("U+00A0 at 1");
    assertThat(flaw("a" + OVERRIDE + "b")).contains("U+202E at 1");
    assertThat(flaw("a\u2066b")).contains("U+2066 at 1");
    assertThat(flaw("a\u200bb")).contains("U+200B at 1");
    assertThat(flaw("a\u00adb")).contains("U+00AD at 1");
    assertThat(flaw("a\ufeffb")).contains("U+FEFF at 1");
    assertThat(flaw("\ue000")).contains("U+E000 at 0");
    assertThat(flaw("a" + NON_JOINER + "b")).contains("U+200C at 1");
    assertThat(flaw("مرز" + NON_JOINER)).contains("U+200C at 3");
    assertThat(flaw("e\u0301")).contains("text that is not in Unicode Normalization Form C");
  }

  @Test
  void aWordIsOfOneScript() {
    assertThat(flaw("раkistan")).contains("LATIN letter U+006B at 2 in a CYRILLIC word");
    assertThat(flaw("inc7مرز")).contains("ARABIC letter U+0645 at 4 in a LATIN word");
    assertThat(flaw("Οrmara")).contains("LATIN letter U+0072 at 1 in a GREEK word");
  }

  @Test
  void proseHasLinesAndIsolatesButNothingThatTurnsTheTextAround() {
    assertThat(Text.flawInProse("first\n\tsecond", 40)).isEmpty();
    assertThat(Text.flawInProse("unit \u20687-A\u2069 مستقر\u200e", 40)).isEmpty();
    assertThat(Text.flawInProse("a" + OVERRIDE + "b", 40)).contains("U+202E at 1");
    assertThat(Text.flawInProse("a\u202ab", 40)).contains("U+202A at 1");
    assertThat(Text.flawInProse("a\0b", 40)).contains("U+0000 at 1");
    assertThat(Text.flawInProse("a\rb", 40)).contains("U+000D at 1");
    assertThat(Text.flawInProse("a\u2028b", 40)).contains("U+2028 at 1");
    assertThat(Text.flawInProse("a\ud800b", 40)).contains("half a surrogate pair, U+D800 at 1");
    assertThat(Text.flawInProse("\t", 40)).contains("only white space");
    assertThat(Text.flawInProse("", 40)).contains("nothing");
  }

  /// The attack: marks of two classes in turn, which normalization has to sort.
  @Test
  void aHeapOfMarksIsRefusedBeforeItIsSorted() throws Exception {
    String heap = "a" + "\u0301\u0316".repeat(250_000);
    Bytes json = Bytes.ofUtf8("\"" + heap + "\"");

    assertThat(Text.flawInSignable("a" + "\u0316".repeat(15) + "\u0335".repeat(15)))
        .contains("text that is not in Unicode Normalization Form C");
    assertThat(Text.flawInSignable("a" + "\u0316".repeat(30))).isEmpty();
    assertThat(Text.flawInSignable("a" + "\u0316".repeat(31)))
        .contains("more than 30 marks in a row, at 31");
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(Text.flawInSignable(heap)).contains("more than 30 marks in a row, at 31");
          assertThat(Text.normalized(heap)).isEqualTo(heap);
          assertThatThrownBy(() -> Json.parse(json, JsonLimits.ofBytes(2_000_000)))
              .isInstanceOf(MalformedJsonException.class)
              .hasMessageContaining("marks in a row");
        });
  }

  @Test
  void inputIsNormalizedBeforeItIsSigned() {
    assertThat(Text.normalized("e\u0301")).isEqualTo("é");
    assertThat(Text.flawInSignable(Text.normalized("ه\u0654"))).isEmpty();
    assertThat(Text.normalized("plain")).isEqualTo("plain");
  }

  private static Optional<String> flaw(String text) {
    return Text.flawInIdentifier(text, 40);
  }
}
