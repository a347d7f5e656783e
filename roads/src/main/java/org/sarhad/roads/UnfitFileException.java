package org.sarhad.roads;

import java.io.Serial;

/// No roads come of a file.
final class UnfitFileException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final Flaw flaw;

  /// @param sentence for the one who asked
  UnfitFileException(Flaw flaw, String sentence) {
    super(sentence);
    this.flaw = flaw;
  }

  /// @param sentence for the one who asked
  /// @param cause what a decoder said
  UnfitFileException(Flaw flaw, String sentence, Throwable cause) {
    super(sentence, cause);
    this.flaw = flaw;
  }

  /// What is wrong with it.
  Flaw flaw() {
    return flaw;
  }
}
