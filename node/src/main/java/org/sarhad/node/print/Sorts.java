package org.sarhad.node.print;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDFormContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/// The sorts of one document, as a printer's case has them: the outline of every letter that occurs
/// in it, once, at [Typeface#UNITS] points. A page then says only which one stands where.
final class Sorts {
  private static final double TWO_THIRDS = 2.0 / 3;

  /// Around a letter, so that no viewer cuts the soft edge of a thin stroke off.
  private static final float MARGIN = 200;

  private final PDDocument document;
  private final Map<Typeface, Map<Integer, Optional<PDFormXObject>>> cut =
      new EnumMap<>(Typeface.class);

  Sorts(PDDocument document) {
    this.document = document;
  }

  /// The sort for letter `at` of `run`; empty for one that draws nothing.
  Optional<PDFormXObject> find(Run run, int at) throws IOException {
    var ofFace = cut.computeIfAbsent(run.face(), _ -> new HashMap<>());
    int code = run.letters().getGlyphCode(at);
    var known = ofFace.get(code);
    if (known == null) {
      known = cut(run, at);
      ofFace.put(code, known);
    }
    return known;
  }

  private Optional<PDFormXObject> cut(Run run, int at) throws IOException {
    var place = run.letters().getGlyphPosition(at);
    var upright = AffineTransform.getScaleInstance(1, -1);
    upright.translate(-place.getX(), -place.getY());
    var outline = upright.createTransformedShape(run.letters().getGlyphOutline(at));
    var bounds = outline.getBounds();
    if (bounds.isEmpty()) {
      return Optional.empty();
    }
    var sort = new PDFormXObject(document);
    sort.setBBox(
        new PDRectangle(
            bounds.x - MARGIN,
            bounds.y - MARGIN,
            bounds.width + 2f * MARGIN,
            bounds.height + 2f * MARGIN));
    sort.setResources(new PDResources());
    try (var drawn = new PDFormContentStream(sort)) {
      trace(outline, drawn);
      drawn.fill();
    }
    return Optional.of(sort);
  }

  /// A page knows cubic curves only; those of TrueType are quadratic, and each is a cubic one too.
  private static void trace(Shape outline, PDFormContentStream drawn) throws IOException {
    var at = new double[6];
    double x = 0;
    double y = 0;
    for (var path = outline.getPathIterator(null); !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> {
          x = at[0];
          y = at[1];
          drawn.moveTo(whole(x), whole(y));
        }
        case PathIterator.SEG_LINETO -> {
          x = at[0];
          y = at[1];
          drawn.lineTo(whole(x), whole(y));
        }
        case PathIterator.SEG_QUADTO -> {
          drawn.curveTo(
              whole(x + TWO_THIRDS * (at[0] - x)),
              whole(y + TWO_THIRDS * (at[1] - y)),
              whole(at[2] + TWO_THIRDS * (at[0] - at[2])),
              whole(at[3] + TWO_THIRDS * (at[1] - at[3])),
              whole(at[2]),
              whole(at[3]));
          x = at[2];
          y = at[3];
        }
        case PathIterator.SEG_CLOSE -> drawn.closePath();
        default -> throw new IOException("a curve that no TrueType font has");
      }
    }
  }

  private static float whole(double units) {
    return (float) Math.rint(units);
  }
}
