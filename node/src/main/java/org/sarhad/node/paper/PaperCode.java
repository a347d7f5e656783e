package org.sarhad.node.paper;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// One code on paper.
///
/// @param holds what the text is of which it holds a piece
/// @param part which piece, from 1 `of` so many
public record PaperCode(Holds holds, int part, int of, QrSymbol symbol) {
  /// What goes into codes.
  public enum Holds {
    /// An entry and what it says.
    ENTRY,
    /// The proof that it was logged.
    PROOF,
    /// The keys to check the proof with.
    KEYS;

    /// As the contract and the catalogues call it.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The codes for `text`, one for each piece of it. Each takes milliseconds, so that several are
  /// made at a time.
  static List<PaperCode> of(Holds holds, String text) {
    var pieces = Pieces.cut(text);
    return IntStream.range(0, pieces.size())
        .parallel()
        .mapToObj(i -> new PaperCode(holds, i + 1, pieces.size(), QrSymbol.of(pieces.get(i))))
        .toList();
  }
}
