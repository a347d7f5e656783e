package org.sarhad.node.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is printed comes back byte for byte, in any order, from scanners of any manners; or it
/// is refused.
class PiecesTest {
  private static final String PERSIAN = "واژگون شدن تانکر سوخت در ۳۰۰ متری دروازه. ";

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 29, 30, 31, 60, 200, 600})
  void everyTextComesBackAsItWas(int sentences) throws Exception {
    for (var text :
        List.of(
            PERSIAN.repeat(sentences) + "\n",
            "x".repeat(43 * sentences) + "\n",
            "{\"a\":\"" + "😀".repeat(10 * sentences) + "\"}")) {
      var pieces = Pieces.cut(text);
      assertThat(pieces).allSatisfy(piece -> assertThat(sizeOf(piece)).isBetween(0, 1_300));
      var shuffled = new ArrayList<>(pieces);
      Collections.shuffle(shuffled, new Random(sentences));
      shuffled.addAll(pieces.subList(0, pieces.size() / 2));
      assertThat(Pieces.join(shuffled.stream().distinct().toList()))
          .singleElement()
          .satisfies(joined -> assertThat(joined.stripTrailing()).isEqualTo(text.stripTrailing()));
    }
  }

  private static int sizeOf(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  void whatFitsIsNotCutNorMarked() {
    assertThat(Pieces.cut("c2sp.org/tlog-proof@v1\nindex 3\n"))
        .containsExactly("c2sp.org/tlog-proof@v1\nindex 3\n");
  }

  /// Scanners drop or add a line feed at the end; editors write a mark in front and Windows' line
  /// ends.
  @Test
  void scannersOfAnyMannersAreUnderstood() throws Exception {
    var text = PERSIAN.repeat(60) + "\nend\n";
    var pieces = Pieces.cut(text);
    for (var changed :
        List.<Stream<String>>of(
            pieces.stream().map(String::strip),
            pieces.stream().map(piece -> piece + "\n"),
            pieces.stream().map(piece -> "\uFEFF" + piece.replace("\n", "\r\n")))) {
      assertThat(Pieces.join(changed.toList()).getFirst().strip()).isEqualTo(text.strip());
    }
  }

  /// A mark of an editor is no part of the text; the same character within it is.
  @ParameterizedTest
  @ValueSource(ints = {1, 60})
  void aByteOrderMarkWithinTheTextStays(int sentences) throws Exception {
    var text = ("{\"text\":\"\uFEFF" + PERSIAN + "\"}").repeat(sentences);
    var pieces = Pieces.cut(text);

    assertThat(Pieces.join(pieces)).containsExactly(text);
    assertThat(Pieces.join(pieces.stream().map(piece -> "\uFEFF" + piece).toList()))
        .containsExactly(text);
  }

  @Test
  void whatIsMissingIsNamedAndWhatWasChangedIsRefused() {
    var pieces = Pieces.cut(PERSIAN.repeat(60));
    assertThat(pieces).hasSizeGreaterThan(2);
    assertThatThrownBy(() -> Pieces.join(List.of(pieces.get(0), pieces.get(2))))
        .isInstanceOf(MalformedPaperException.class)
        .hasMessageContaining("piece 2 too");
    var changed = new ArrayList<>(pieces);
    changed.set(1, changed.get(1).replace("۳۰۰", "۲۰۰"));
    assertThatThrownBy(() -> Pieces.join(changed))
        .isInstanceOf(MalformedPaperException.class)
        .hasMessageContaining("the text as printed");
  }

  @Test
  void tooMuchForPaperIsSaid() {
    assertThat(Pieces.fits("x".repeat(70_000))).isTrue();
    assertThat(Pieces.fits("x".repeat(90_000))).isFalse();
  }

  /// Any damage is refused with one exception, or leaves a text that is not the one printed.
  @Test
  void noDamageGoesThroughUnnoticed() {
    var text = PERSIAN.repeat(60);
    var random = new Random(7);
    for (int round = 0; round < 500; round++) {
      var pieces = new ArrayList<>(Pieces.cut(text));
      int which = random.nextInt(pieces.size());
      var piece = new StringBuilder(pieces.get(which));
      piece.setCharAt(random.nextInt(piece.length()), (char) (32 + random.nextInt(90)));
      boolean same = piece.toString().equals(pieces.get(which));
      pieces.set(which, piece.toString());
      try {
        boolean whole = Pieces.join(pieces).equals(List.of(text.stripTrailing()));
        assertThat(whole && !same).as(piece.substring(0, 40)).isFalse();
      } catch (MalformedPaperException _) {
        assertThat(same).isFalse();
      }
    }
  }
}
