package org.sarhad.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the module says when something is wrong.
class MessagesTest {
  private static final class MalformedThingException extends MalformedException {
    private static final long serialVersionUID = 1L;

    MalformedThingException(String found) {
      super("thing", found, "another thing");
    }
  }

  @Test
  void aMalformedValueIsShownShortAndHarmless() {
    assertThat(new MalformedThingException("x"))
        .hasMessage("thing: found \"x\", expected another thing");
    assertThat(new MalformedThingException("a\"b\\c\n\0\u202e\u0085").found())
        .isEqualTo("\"a\\\"b\\\\c\\u000A\\u0000\\u202E\\u0085\"");
    assertThat(new MalformedThingException("مرز").found()).isEqualTo("\"مرز\"");
    assertThat(new MalformedThingException("x".repeat(80)).found())
        .isEqualTo("\"" + "x".repeat(80) + "\"");
    assertThat(new MalformedThingException("x".repeat(81)).found())
        .isEqualTo("\"" + "x".repeat(80) + "\"…");
    // A pair of surrogates is not cut in two.
    assertThat(new MalformedThingException("😀".repeat(100)).found())
        .isEqualTo("\"" + "😀".repeat(80) + "\"…");
    assertThat(new MalformedThingException("\ud800").found()).isEqualTo("\"\\uD800\"");
  }

  @Test
  void aBugNamesItsValues() {
    Check.that(true, "not looked at %d");
    assertThatThrownBy(() -> Check.that(false, "size %d of %s", 7, "x"))
        .isInstanceOf(BugException.class)
        .hasMessage("size 7 of x");
    assertThatThrownBy(() -> Check.that(false, "100 %"))
        .isInstanceOf(BugException.class)
        .hasMessage("100 %");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 9, 10, 1234567890123456789L, Long.MAX_VALUE})
  void numbersHaveOneSpelling(long number) {
    assertThat(Decimal.parse(Long.toString(number))).contains(number);
    assertThat(Decimal.parse("0" + number)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "+1",
        " 1",
        "1 ",
        "1e3",
        "0x1",
        "00",
        "٣",
        "9223372036854775808",
        "99999999999999999999"
      })
  void otherNumbersAreNone(String text) {
    assertThat(Decimal.parse(text)).isEmpty();
  }
}
