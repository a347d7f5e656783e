package org.sarhad.node.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Sets the blocks of a document one under the other.
final class Setter {
  private static final double NAME_SHARE = 0.3;
  private static final double FIRST_COLUMN_SHARE = 0.5;
  private static final double GUTTER = 10;
  private static final double GAP = 5;
  private static final double SECTION_GAP = 14;

  /// A heading and what it wants under it on its page.
  private static final double HEADING_KEEPS = 60;

  /// A symbol of 137 modules, the largest one, has half a millimetre for each: 74 mm.
  private static final double CODE_SIDE = 210;

  private static final double CODE_HEIGHT = CODE_SIDE + Face.QUIET.leading() + GAP;

  private final Pages pages;

  Setter(Pages pages) {
    this.pages = pages;
  }

  void set(Block block) throws IOException {
    switch (block) {
      case Block.Title(Text text) -> {
        whole(text, Face.TITLE);
        pages.skip(GAP);
      }
      case Block.Heading(Text text) -> heading(text, HEADING_KEEPS);
      case Block.Paragraph(Text text, boolean isQuiet) -> {
        whole(text, isQuiet ? Face.QUIET : Face.BODY);
        pages.skip(GAP);
      }
      case Block.Pair(Text name, List<Text> says) -> pair(name, says);
      case Block.Row row -> row(row);
      case Block.Verbatim(String text) -> {
        whole(Text.exact(text), Face.VERBATIM);
        pages.skip(GAP);
      }
      case Block.Codes(Text name, List<Block.Code> codes) -> {
        heading(name, Face.HEADING.leading() + GAP + CODE_HEIGHT);
        codes(codes);
      }
      case Block.Rule _ -> {
        pages.skip(GAP);
        pages.ink().rule(Pages.LEFT, Pages.RIGHT, pages.y());
        pages.skip(GAP);
      }
    }
  }

  /// @param keeps what is to stand on the same page, itself included, in points
  private void heading(Text text, double keeps) throws IOException {
    pages.skip(SECTION_GAP);
    pages.need(keeps);
    whole(text, Face.HEADING);
    pages.skip(GAP / 2);
  }

  // ---- lines ----------------------------------------------------------------------------------

  /// Lines beside others.
  ///
  /// @param left edge, in points
  private record Cell(double left, double right, List<Line> lines) {}

  private void whole(Text text, Face face) throws IOException {
    beside(List.of(cell(0, Pages.WIDTH, List.of(text), face)));
  }

  private void pair(Text name, List<Text> says) throws IOException {
    double split = Pages.WIDTH * NAME_SHARE;
    beside(
        List.of(
            cell(0, split - GUTTER, List.of(name), Face.NAME),
            cell(split, Pages.WIDTH, says, Face.BODY)));
    pages.skip(GAP / 2);
  }

  private void row(Block.Row row) throws IOException {
    var face = row.isHead() ? Face.NAME : Face.BODY;
    double first = Pages.WIDTH * FIRST_COLUMN_SHARE;
    double other = (Pages.WIDTH - first) / Math.max(1, row.cells().size() - 1);
    var cells = new ArrayList<Cell>();
    double from = 0;
    for (var text : row.cells()) {
      double to = from == 0 ? first : from + other;
      cells.add(cell(from, to - GUTTER, List.of(text), face));
      from = to;
    }
    beside(cells);
    pages.ink().rule(Pages.LEFT, Pages.RIGHT, pages.y());
    pages.skip(GAP / 2);
  }

  /// Texts under each other between two places of a line, counted from where lines begin: on a
  /// sheet that runs from right to left, from the right.
  private Cell cell(double from, double to, List<Text> texts, Face face) {
    boolean mirrored = pages.isRightToLeft();
    var lines =
        texts.stream()
            .flatMap(text -> Line.of(text, faceOf(text, face), to - from, mirrored).stream())
            .toList();
    return mirrored
        ? new Cell(Pages.RIGHT - to, Pages.RIGHT - from, lines)
        : new Cell(Pages.LEFT + from, Pages.LEFT + to, lines);
  }

  private static Face faceOf(Text text, Face face) {
    return text.flow() == Text.Flow.CODE && face.equals(Face.BODY) ? Face.CODE : face;
  }

  /// Draws cells beside each other, line by line, over as many pages as that takes.
  private void beside(List<Cell> cells) throws IOException {
    int count = cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(0);
    for (int number = 0; number < count; number++) {
      int at = number;
      double leading =
          cells.stream()
              .flatMap(cell -> find(cell, at))
              .mapToDouble(line -> line.face().leading())
              .max()
              .orElse(0);
      pages.need(leading);
      for (var cell : cells) {
        for (var line : find(cell, at).toList()) {
          line.draw(pages.ink(), cell.left(), cell.right(), pages.y());
        }
      }
      pages.advance(leading);
    }
  }

  private static Stream<Line> find(Cell cell, int number) {
    return number < cell.lines().size() ? Stream.of(cell.lines().get(number)) : Stream.empty();
  }

  // ---- codes ----------------------------------------------------------------------------------

  private void codes(List<Block.Code> codes) throws IOException {
    for (int i = 0; i < codes.size(); i += 2) {
      pages.need(CODE_HEIGHT);
      for (int column = 0; column < Math.min(2, codes.size() - i); column++) {
        code(codes.get(i + column), column);
      }
      pages.advance(CODE_HEIGHT);
    }
  }

  private void code(Block.Code code, int column) throws IOException {
    double half = Pages.WIDTH / 2;
    double left = Pages.LEFT + (pages.isRightToLeft() ? 1 - column : column) * half;
    pages.ink().code(code.symbol(), left + (half - CODE_SIDE) / 2, pages.y(), CODE_SIDE);
    for (var line : Line.of(code.says(), Face.QUIET, half, pages.isRightToLeft())) {
      line.drawCentred(pages.ink(), left, left + half, pages.y() + CODE_SIDE);
    }
  }
}
