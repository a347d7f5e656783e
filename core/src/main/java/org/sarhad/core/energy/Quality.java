package org.sarhad.core.energy;

import java.util.Optional;

/// Where the figure of a quarter comes from (protocol clause 18-4.4). Its letter stands in signed
/// bytes and never changes.
public enum Quality {
  /// The meter says so.
  MEASURED('m'),
  /// Whoever reads the meter has estimated it.
  ESTIMATED('e'),
  /// From another meter, in its place.
  SUBSTITUTED('s'),
  /// There is none.
  GAP('-');

  private final char letter;

  Quality(char letter) {
    this.letter = letter;
  }

  /// The letter in signed bytes.
  public char letter() {
    return letter;
  }

  /// Inverse of [#letter()]; empty for a letter that this version does not know.
  public static Optional<Quality> find(char letter) {
    for (Quality quality : values()) {
      if (quality.letter == letter) {
        return Optional.of(quality);
      }
    }
    return Optional.empty();
  }
}
