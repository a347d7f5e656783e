package org.sarhad.node.print;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// The pages of one document while they are set, from top to bottom: begins another one where the
/// last is full, and knows what stands at the edges of each. Places are in points from the upper
/// left corner of A4.
final class Pages implements AutoCloseable {
  static final double LEFT = 48;
  static final double RIGHT = PDRectangle.A4.getWidth() - LEFT;
  static final double WIDTH = RIGHT - LEFT;

  private static final double HEAD = 26;
  private static final double TOP = 62;
  private static final double BOTTOM = PDRectangle.A4.getHeight() - 52;
  private static final double FOOT = BOTTOM + 14;
  private static final double STAMP_TURNED = Math.toRadians(35);

  private final PDDocument document;
  private final Sheet.Style style;
  private final Sorts sorts;
  private Ink ink;
  private double y;

  Pages(PDDocument document, Sheet.Style style) throws IOException {
    this.document = document;
    this.style = style;
    this.sorts = new Sorts(document);
    this.ink = begin();
  }

  /// The page that is being set.
  Ink ink() {
    return ink;
  }

  /// Where the next thing stands.
  double y() {
    return y;
  }

  boolean isRightToLeft() {
    return style.isRightToLeft();
  }

  /// Leaves `points` free, unless a page begins here anyway.
  void skip(double points) {
    if (y > TOP) {
      y += points;
    }
  }

  /// Goes down by what was just drawn.
  void advance(double points) {
    y += points;
  }

  /// Sees to it that the next `points` are on one page.
  void need(double points) throws IOException {
    if (y + points > BOTTOM && y > TOP) {
      ink.close();
      ink = begin();
    }
  }

  private Ink begin() throws IOException {
    var page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    var begun = new Ink(new PDPageContentStream(document, page, AppendMode.OVERWRITE, true), sorts);
    stamp(begun);
    double next = HEAD;
    for (var edge : List.of(Text.of(style.head()), Text.code("SHA-256 " + style.digest()))) {
      for (var line : lines(edge, Face.EDGE)) {
        line.draw(begun, LEFT, RIGHT, next);
        next += line.face().leading();
      }
    }
    begun.rule(LEFT, RIGHT, next + 3);
    y = TOP;
    return begun;
  }

  /// Across the page and under everything else.
  private void stamp(Ink page) throws IOException {
    if (style.stamp().isPresent()) {
      var word = lines(Text.of(style.stamp().get()), Face.STAMP).getFirst();
      page.leaning(
          word, PDRectangle.A4.getWidth() / 2, PDRectangle.A4.getHeight() / 2, STAMP_TURNED);
    }
  }

  private List<Line> lines(Text text, Face face) {
    return Line.of(text, face, WIDTH, style.isRightToLeft());
  }

  /// Ends the last page, and numbers all of them now that it is known how many there are.
  @Override
  public void close() throws IOException {
    ink.close();
    int count = document.getNumberOfPages();
    for (int number = 1; number <= count; number++) {
      var page = document.getPage(number - 1);
      try (var foot =
          new Ink(new PDPageContentStream(document, page, AppendMode.APPEND, true), sorts)) {
        for (var line : lines(Text.of(style.folio().of(number, count)), Face.EDGE)) {
          line.drawCentred(foot, LEFT, RIGHT, FOOT);
        }
      }
    }
  }
}
