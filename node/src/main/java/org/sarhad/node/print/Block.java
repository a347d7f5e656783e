package org.sarhad.node.print;

import java.util.List;
import org.sarhad.node.paper.QrSymbol;

/// A part of a document, as wide as the page, under the part before it.
public sealed interface Block {
  /// What the document is called.
  record Title(Text text) implements Block {}

  /// Begins a section; never the last thing on a page.
  record Heading(Text text) implements Block {}

  /// Words that run over as many lines as they need.
  ///
  /// @param isQuiet whether it is beside the matter: an instruction, a remark
  record Paragraph(Text text, boolean isQuiet) implements Block {
    /// What the document says.
    public static Paragraph of(Text text) {
      return new Paragraph(text, false);
    }

    /// A remark.
    public static Paragraph quiet(Text text) {
      return new Paragraph(text, true);
    }
  }

  /// What something is called, and beside it what is said of it, one or more lines.
  record Pair(Text name, List<Text> says) implements Block {
    /// Copies the list.
    public Pair {
      says = List.copyOf(says);
    }
  }

  /// A row of a table whose columns are equally wide but for the first, which has half of the page.
  ///
  /// @param isHead whether it names the columns
  record Row(List<Text> cells, boolean isHead) implements Block {
    /// Copies the list.
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// A text in its exact letters, from left to right, broken anywhere.
  record Verbatim(String text) implements Block {}

  /// Codes, two beside each other, each with what it holds under it.
  ///
  /// @param name stands over them and is never parted from the first
  record Codes(Text name, List<Code> codes) implements Block {
    /// Copies the list.
    public Codes {
      codes = List.copyOf(codes);
    }
  }

  /// One code.
  ///
  /// @param says what it holds and its number
  record Code(Text says, QrSymbol symbol) {}

  /// A line across the page.
  record Rule() implements Block {}
}
