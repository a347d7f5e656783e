package org.sarhad.node.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.node.testing.PrintedPdf;

class PressTest {
  private static final float LOOK = 72;

  private final Press press = new Press();

  @ParameterizedTest
  @ValueSource(strings = {"en", "fa", "ur"})
  void theSameSheetIsTheSameBytes(String language) {
    assertThat(new Press().print(SampleSheets.everything(language)))
        .isEqualTo(press.print(SampleSheets.everything(language)));
  }

  @Test
  void anotherWordIsAnotherFile() {
    var one = SampleSheets.of(Block.Paragraph.of(Text.of("one")));
    var two = SampleSheets.of(Block.Paragraph.of(Text.of("two")));
    assertThat(press.print(one)).isNotEqualTo(press.print(two));
  }

  @Test
  void whatIsAttachedComesOutByteForByte() throws Exception {
    try (var pdf = opened(SampleSheets.everything("fa"))) {
      assertThat(pdf.files()).isEqualTo(Map.of("ir-12.txt", SampleSheets.NOTE));
      var document = pdf.document();
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("A sample");
      assertThat(document.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo(SampleSheets.TIME);
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fa");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fa", "ur"})
  void codesAreReadFromThePage(String language) throws Exception {
    try (var pdf = opened(SampleSheets.everything(language))) {
      assertThat(pdf.codes(pdf.pages() - 1, 2 * LOOK)).hasSize(3).containsOnly(SampleSheets.SAYS);
    }
  }

  /// Words go on over the page, and nothing stands in a margin.
  @ParameterizedTest
  @ValueSource(strings = {"en", "fa", "ur"})
  void pagesBreakAndKeepTheirMargins(String language) throws Exception {
    var many = Collections.nCopies(90, Block.Paragraph.of(Text.written(SampleSheets.URDU)));
    try (var pdf = opened(SampleSheets.of(language, List.copyOf(many)))) {
      assertThat(pdf.pages()).isBetween(3, 6);
      for (int page = 0; page < pdf.pages(); page++) {
        var picture = pdf.picture(page, LOOK);
        int width = picture.getWidth();
        int height = picture.getHeight();
        assertThat(hasInk(picture, 0, 0, 44, height)).as("left of page %d", page).isFalse();
        assertThat(hasInk(picture, width - 44, 0, width, height)).as("right").isFalse();
        assertThat(hasInk(picture, 0, height - 24, width, height)).as("under the foot").isFalse();
        assertThat(hasInk(picture, 44, 24, width - 44, 60)).as("head").isTrue();
        assertThat(hasInk(picture, 44, 70, width - 44, 120)).as("words").isTrue();
        assertThat(hasInk(picture, 200, height - 46, width - 200, height - 24))
            .as("number")
            .isTrue();
      }
    }
  }

  @Test
  void aHeadingIsNeverTheLastThingOnAPage() throws Exception {
    for (int lines = 40; lines < 52; lines++) {
      var blocks = new ArrayList<Block>();
      for (int i = 0; i < lines; i++) {
        blocks.add(new Block.Pair(Text.of("name"), List.of(Text.of("says"))));
      }
      blocks.add(new Block.Heading(Text.of("Heading")));
      blocks.add(Block.Paragraph.of(Text.of("words")));
      try (var pdf = opened(SampleSheets.of("en", blocks))) {
        var last = pdf.picture(pdf.pages() - 1, LOOK);
        assertThat(hasInk(last, 44, 62, 100, 120)).as("%d lines", lines).isTrue();
      }
    }
  }

  /// On a sheet that runs from right to left names stand at the right, and what is exact at the
  /// left.
  @Test
  void thePageIsMirrored() throws Exception {
    var pair = new Block.Pair(Text.of("نام"), List.of());
    try (var persian = opened(SampleSheets.of("fa", List.of(pair)));
        var english = opened(SampleSheets.of("en", List.of(pair)));
        var exact = opened(SampleSheets.of("fa", List.of(new Block.Verbatim("abc"))))) {
      assertThat(sides(persian.picture(0, LOOK))).isEqualTo("right");
      assertThat(sides(english.picture(0, LOOK))).isEqualTo("left");
      assertThat(sides(exact.picture(0, LOOK))).isEqualTo("left");
    }
  }

  /// Half of the page on which the first lines under the head stand.
  private static String sides(BufferedImage picture) {
    int middle = picture.getWidth() / 2;
    boolean left = hasInk(picture, 0, 62, middle, 200);
    boolean right = hasInk(picture, middle, 62, picture.getWidth(), 200);
    return left && right ? "both" : left ? "left" : right ? "right" : "none";
  }

  @Test
  void aStampLiesAcrossEveryPage() throws Exception {
    var plain = SampleSheets.of();
    var style = plain.style();
    var stamped =
        new Sheet(
            new Sheet.Style(
                style.language(),
                style.isRightToLeft(),
                style.head(),
                style.digest(),
                style.folio(),
                Optional.of("EXERCISE")),
            plain.title(),
            plain.time(),
            plain.blocks(),
            plain.files());
    try (var without = opened(plain);
        var with = opened(stamped)) {
      assertThat(hasInk(without.picture(0, LOOK), 100, 200, 500, 700)).isFalse();
      assertThat(hasInk(with.picture(0, LOOK), 100, 200, 500, 700)).isTrue();
    }
  }

  private PrintedPdf opened(Sheet sheet) throws Exception {
    return PrintedPdf.open("press", press.print(sheet).toArray());
  }

  private static boolean hasInk(BufferedImage picture, int left, int top, int right, int bottom) {
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        if ((picture.getRGB(x, y) & 0xff) < 0xfa) {
          return true;
        }
      }
    }
    return false;
  }
}
