package org.sarhad.node.print;

import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One line of words, its letters shaped and in the order in which they stand.
///
/// @param runs from left to right; none for a blank line
/// @param trailing how wide the blanks at its right end are that do not count, in points
/// @param face how they look
/// @param atRight whether it begins at the right edge of what it stands in
record Line(List<Run> runs, double trailing, Face face, boolean atRight) {
  Line {
    runs = List.copyOf(runs);
  }

  /// Breaks `text` into lines where Unicode lets lines break, and a word that is wider than a line
  /// anywhere.
  ///
  /// @param width of a line, in points
  /// @param sheetIsRightToLeft which way the sheet runs
  static List<Line> of(Text text, Face face, double width, boolean sheetIsRightToLeft) {
    var lines = new ArrayList<Line>();
    boolean atRight = text.beginsAtRight(sheetIsRightToLeft);
    for (var part : text.words().stripTrailing().split("\n", -1)) {
      if (part.isBlank()) {
        lines.add(new Line(List.of(), 0, face, atRight));
      } else {
        var typefaces = Typeface.of(part, face.isBold());
        var set = set(part, typefaces, text.isRightToLeft(sheetIsRightToLeft));
        lines.addAll(broken(part.toCharArray(), typefaces, set, face, width, atRight));
      }
    }
    return lines.size() == 1 && text.flow() == Text.Flow.OWN
        ? List.of(lines.getFirst().at(sheetIsRightToLeft))
        : lines;
  }

  private Line at(boolean right) {
    return new Line(runs, trailing, face, right);
  }

  private static AttributedString set(String part, Typeface[] typefaces, boolean isRightToLeft) {
    var set = new AttributedString(part);
    set.addAttribute(TextAttribute.RUN_DIRECTION, isRightToLeft);
    int from = 0;
    for (int at = 1; at <= typefaces.length; at++) {
      if (at == typefaces.length || typefaces[at] != typefaces[from]) {
        set.addAttribute(TextAttribute.FONT, typefaces[from].font(), from, at);
        from = at;
      }
    }
    return set;
  }

  private static List<Line> broken(
      char[] words,
      Typeface[] typefaces,
      AttributedString set,
      Face face,
      double width,
      boolean atRight) {
    var broken = new ArrayList<Line>();
    var breaks = BreakIterator.getLineInstance(Locale.ROOT);
    var measurer = new LineBreakMeasurer(set.getIterator(), breaks, Typeface.FREE);
    while (measurer.getPosition() < words.length) {
      int from = measurer.getPosition();
      var laid = measurer.nextLayout((float) (width / face.scale()));
      double trailing =
          laid.isLeftToRight() ? (laid.getAdvance() - laid.getVisibleAdvance()) * face.scale() : 0;
      broken.add(new Line(Run.of(laid, words, typefaces, from), trailing, face, atRight));
    }
    return broken;
  }

  /// How wide it is without blanks at its right end, in points.
  double width() {
    return runs.stream().mapToDouble(Run::advance).sum() * face.scale() - trailing;
  }

  /// Draws it between two edges, its top at `y`.
  void draw(Ink ink, double left, double right, double y) throws IOException {
    ink.line(this, atRight ? right - width() : left, y + face.ascent());
  }

  /// Draws it in the middle between two edges.
  void drawCentred(Ink ink, double left, double right, double y) throws IOException {
    ink.line(this, (left + right - width()) / 2, y + face.ascent());
  }
}
