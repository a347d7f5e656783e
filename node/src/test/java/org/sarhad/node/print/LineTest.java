package org.sarhad.node.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {
  private static final double WIDE = 500;
  private static final double NARROW = 120;

  /// A blank at the end of a line may stand out of it.
  private static final double BLANK = 3;

  @BeforeAll
  static void load() {
    Typeface.prepare();
  }

  private static List<Line> lines(Text text, double width, boolean rightToLeft) {
    return Line.of(text, Face.BODY, width, rightToLeft);
  }

  /// The typefaces of the runs of the only line, from left to right.
  private static List<Typeface> faces(Text text, boolean rightToLeft) {
    var lines = lines(text, WIDE, rightToLeft);
    assertThat(lines).hasSize(1);
    return lines.getFirst().runs().stream().map(Run::face).toList();
  }

  @Test
  void everyScriptHasItsTypeface() {
    assertThat(faces(Text.of("Post 42"), false)).containsExactly(Typeface.INTER);
    assertThat(faces(Text.of("پاسگاه"), true)).containsExactly(Typeface.VAZIRMATN);
    assertThat(Line.of(Text.of("پاسگاه"), Face.STRONG, WIDE, true).getFirst().runs())
        .extracting(Run::face)
        .containsExactly(Typeface.VAZIRMATN_BOLD);
  }

  /// `ورودی ir/12 است`: first word at the right, then the name in its own order, then the last
  /// word.
  @Test
  void aNameKeepsItsDirectionWithinALine() {
    var runs = lines(Text.of("ورودی \u2068ir/12\u2069 است"), WIDE, true).getFirst().runs();
    var latin = runs.stream().filter(run -> run.face() == Typeface.INTER).toList();
    assertThat(runs.getFirst().face()).isEqualTo(Typeface.VAZIRMATN);
    assertThat(runs.getLast().face()).isEqualTo(Typeface.VAZIRMATN);
    assertThat(latin).isNotEmpty();
    var alone = lines(Text.code("ir/12"), WIDE, false).getFirst();
    assertThat(shapes(latin)).containsSubsequence(shapes(alone.runs()));
  }

  private static List<Integer> shapes(List<Run> runs) {
    return runs.stream()
        .flatMap(
            run ->
                IntStream.range(0, run.letters().getNumGlyphs())
                    .mapToObj(run.letters()::getGlyphCode))
        .toList();
  }

  /// Joined letters have other shapes than letters that stand alone.
  @ParameterizedTest
  @ValueSource(strings = {"سلام", "گیتی", "ٹھیک", "ڈاکٹر"})
  void lettersJoin(String word) {
    var joined = shapes(lines(Text.of(word), WIDE, true).getFirst().runs());
    var apart =
        word.chars()
            .mapToObj(c -> lines(Text.of(Character.toString(c)), WIDE, true).getFirst().runs())
            .flatMap(runs -> shapes(runs).stream())
            .toList();
    assertThat(joined).isNotEqualTo(apart.reversed()).isNotEqualTo(apart);
  }

  /// The zero-width non-joiner of Persian keeps apart, and draws nothing.
  @Test
  void theNonJoinerKeepsApart() {
    var apart = lines(Text.of("می‌گوید"), WIDE, true).getFirst();
    var joined = lines(Text.of("میگوید"), WIDE, true).getFirst();
    assertThat(shapes(apart.runs())).isNotEqualTo(shapes(joined.runs()));
    assertThat(apart.width()).isBetween(joined.width() * 0.8, joined.width() * 1.2);
  }

  @ParameterizedTest
  @CsvSource({"SHEET, true, true", "SHEET, false, false", "CODE, true, false"})
  void wordsRunAsTheirFlowSays(Text.Flow flow, boolean sheet, boolean rightToLeft) {
    assertThat(new Text("x", flow).isRightToLeft(sheet)).isEqualTo(rightToLeft);
  }

  @Test
  void whatAPersonWroteRunsAsItsFirstLetterDoes() {
    assertThat(Text.written("12 quiet").isRightToLeft(true)).isFalse();
    assertThat(Text.written("۱۲ آرام").isRightToLeft(false)).isTrue();
    assertThat(Text.written("12").isRightToLeft(true)).isTrue();
    assertThat(Text.written("12").isRightToLeft(false)).isFalse();
  }

  @Test
  void whatDoesNotShowIsMadeToShow() {
    assertThat(Text.written("a\u202eb\u2066c").words()).isEqualTo("a[U+202E]b[U+2066]c");
    assertThat(Text.written("می‌گوید").words()).as("the joiners stay").isEqualTo("می‌گوید");
    assertThat(Text.written("a\r\nb").words()).isEqualTo("a\nb");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void linesFitTheirWidth(boolean rightToLeft) {
    for (var text :
        List.of(
            Text.of(SampleSheets.PERSIAN.repeat(3)),
            Text.written("many Latin words in one paragraph ".repeat(5)),
            Text.code("0123456789abcdef".repeat(12)))) {
      assertThat(lines(text, NARROW, rightToLeft))
          .hasSizeGreaterThan(3)
          .extracting(Line::width)
          .allSatisfy(width -> assertThat(width).isBetween(1.0, NARROW + BLANK));
    }
  }

  @Test
  void aLineFeedBeginsALineAndABlankOneStaysBlank() {
    var lines = lines(Text.written("one\n\ntwo\n\n"), WIDE, false);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1).runs()).isEmpty();
  }
}
