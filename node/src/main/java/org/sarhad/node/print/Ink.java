package org.sarhad.node.print;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.sarhad.node.paper.QrSymbol;

/// Draws on one page. Places are in points from the upper left corner.
final class Ink implements AutoCloseable {
  /// Light modules that a symbol needs around it (ISO/IEC 18004).
  private static final int QUIET = 4;

  private static final double HUNDREDTHS = 100;
  private static final float HAIR = 0.5f;
  private static final float RULE_GREY = 0.6f;

  private final PDPageContentStream page;
  private final Sorts sorts;

  Ink(PDPageContentStream page, Sorts sorts) {
    this.page = page;
    this.sorts = sorts;
  }

  /// Draws a line of words whose letters stand on `y`, from `x` on.
  void line(Line line, double x, double y) throws IOException {
    line(line, Matrix.getTranslateInstance(rounded(x), rounded(height() - y)));
  }

  /// Draws it leaning to the left by `radians`, its middle at (`x`, `y`).
  void leaning(Line line, double x, double y, double radians) throws IOException {
    double half = line.width() / 2;
    line(
        line,
        Matrix.getRotateInstance(
            radians,
            rounded(x - half * Math.cos(radians)),
            rounded(height() - y - half * Math.sin(radians))));
  }

  private void line(Line line, Matrix place) throws IOException {
    page.setNonStrokingColor(line.face().grey());
    double from = 0;
    for (var run : line.runs()) {
      for (int at = 0; at < run.letters().getNumGlyphs(); at++) {
        var sort = sorts.find(run, at);
        if (sort.isPresent()) {
          var letter = run.letters().getGlyphPosition(at);
          page.saveGraphicsState();
          page.transform(
              standing(
                  place,
                  line.face(),
                  (from + letter.getX()) * line.face().scale(),
                  -letter.getY() * line.face().scale()));
          page.drawForm(sort.get());
          page.restoreGraphicsState();
        }
      }
      from += run.advance();
    }
  }

  private static Matrix standing(Matrix place, Face face, double x, double y) {
    var matrix = place.clone();
    matrix.translate(rounded(x), rounded(y));
    matrix.scale((float) face.scale(), (float) face.scale());
    return matrix;
  }

  /// A line across, one hair thick.
  void rule(double left, double right, double y) throws IOException {
    page.setNonStrokingColor(RULE_GREY);
    page.addRect(rounded(left), rounded(height() - y), rounded(right - left), HAIR);
    page.fill();
  }

  /// A code as a square of `side` points, its quiet zone within, its upper left corner at (`x`,
  /// `y`).
  void code(QrSymbol symbol, double x, double y, double side) throws IOException {
    double module = side / (symbol.modules() + 2 * QUIET);
    page.setNonStrokingColor(0f);
    for (int row = 0; row < symbol.modules(); row++) {
      double bottom = height() - y - module * (QUIET + row + 1);
      for (int from = 0; from < symbol.modules(); from++) {
        int to = from;
        while (to < symbol.modules() && symbol.isDark(to, row)) {
          to++;
        }
        if (to > from) {
          page.addRect(
              (float) (x + module * (QUIET + from)),
              (float) bottom,
              (float) (module * (to - from)),
              (float) module);
          from = to;
        }
      }
    }
    page.fill();
  }

  private static float rounded(double points) {
    return (float) (Math.round(points * HUNDREDTHS) / HUNDREDTHS);
  }

  private static double height() {
    return PDRectangle.A4.getHeight();
  }

  @Override
  public void close() throws IOException {
    page.close();
  }
}
