package org.sarhad.node.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.tlog.BugException;

class WordsTest {
  private static String filled(String message, Map<String, ?> values, Language language) {
    return Message.parse(message).fill(values, language);
  }

  @Test
  void wordsComeFromTheCataloguesByTheirKeys() {
    var words = Words.load(Language.FA, List.of("desk", "print"));
    assertThat(words.text("sitrep.title")).isEqualTo("گزارش وضعیت");
    assertThat(words.text("print.codesOf", Map.of("entry", "ir/12"))).contains("\u2068ir/12\u2069");
    assertThat(words.of("role", "chief")).isNotEqualTo("chief");
    assertThat(words.of("role", "captain")).as("a code of a newer node").isEqualTo("captain");
    assertThat(words.has("sitrep.title")).isTrue();
    assertThat(words.has("sitrep")).isFalse();
  }

  @Test
  void whatIsNotThereIsABug() {
    var words = Words.load(Language.EN, List.of("desk"));
    assertThatThrownBy(() -> words.text("no.such")).isInstanceOf(BugException.class);
    assertThatThrownBy(() -> words.text("paper.part", Map.of("part", 1)))
        .isInstanceOf(BugException.class)
        .hasMessageContaining("\"of\"");
    assertThatThrownBy(() -> Words.load(Language.EN, List.of("nothing")))
        .isInstanceOf(BugException.class);
  }

  /// Whatever any message of the console needs is understood here.
  @ParameterizedTest
  @EnumSource(Language.class)
  void everyMessageOfTheConsoleIsRead(Language language) {
    var all =
        List.of(
            "agreements",
            "crossing",
            "desk",
            "inquiry",
            "joint",
            "machine",
            "modalities",
            "notices",
            "print",
            "record",
            "registers",
            "replay",
            "requests");
    assertThat(Words.load(language, all).messages().values()).allSatisfy(Message::parse);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN | 0 | none", "EN | 1 | 1 act", "EN | 2 | 2 acts", "EN | 1234 | 1,234 acts",
        "FA | 1 | ۱ act", "FA | 2 | ۲ acts", "FA | 1234567 | ۱٬۲۳۴٬۵۶۷ acts", "UR | 1 | 1 act"
      })
  void pluralsAreThoseOfTheLanguage(Language language, long count, String expected) {
    var message = "{count, plural, =0 {none} one {# act} other {# acts}}";
    assertThat(filled(message, Map.of("count", count), language)).isEqualTo(expected);
  }

  @Test
  void nothingIsOneInPersian() {
    var message = "{n, plural, one {one} other {other}}";
    assertThat(filled(message, Map.of("n", 0), Language.FA)).isEqualTo("one");
    assertThat(filled(message, Map.of("n", 0), Language.UR)).isEqualTo("other");
  }

  @Test
  void valuesAreIsolatedAndNumbersAreDigits() {
    assertThat(filled("{a} of {b}", Map.of("a", 3, "b", "ir/12"), Language.FA))
        .isEqualTo("۳ of \u2068ir/12\u2069");
    assertThat(Language.EN.signed(3)).isEqualTo("+3");
    assertThat(Language.EN.signed(-1234)).isEqualTo("\u22121,234");
    assertThat(Language.EN.signed(0)).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{a",
        "a}",
        "{a, select, x {y}}",
        "{n, plural, one {x}}",
        "{n, plural, other {x}",
        "{n, plural"
      })
  void whatIsNoMessageIsABug(String message) {
    assertThatThrownBy(() -> Message.parse(message)).isInstanceOf(BugException.class);
  }
}
