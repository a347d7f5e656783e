package org.sarhad.sim.act;

import org.sarhad.tlog.Check;

/// One entry of a model log. A log is a [String] with a character for each, so that worlds compare
/// and hash as text does.
///
/// @param move what it says
/// @param side of the entry that it is about, 0 or 1; 0 when it is about none
/// @param index of that entry, 0 to 31; 0 when it is about none
/// @param seen how many lines of the other log its author says it had seen, 0 to 31
record Line(Move move, int side, int index, int seen) {
  /// Longest log.
  static final int INDEX_MAX = 31;

  Line {
    Check.that(index <= INDEX_MAX && seen <= INDEX_MAX, "a log of more than 32 lines");
  }

  /// A line about nothing.
  static Line of(Move move, int seen) {
    return new Line(move, 0, 0, seen);
  }

  /// Whether it is about the entry `index` of `side`.
  boolean isAbout(int otherSide, int otherIndex) {
    return side == otherSide && index == otherIndex;
  }

  char packed() {
    return (char) (move.code() << 11 | side << 10 | index << 5 | seen);
  }

  /// Inverse of [#packed].
  static Line unpacked(char packed) {
    return new Line(
        Move.of(packed >> 11), packed >> 10 & 1, packed >> 5 & INDEX_MAX, packed & INDEX_MAX);
  }

  /// The line at `index` of `log`.
  static Line at(String log, int index) {
    return unpacked(log.charAt(index));
  }

  /// `ASSENT(0#1) seen 2`.
  @Override
  public String toString() {
    return "%s(%d#%d) seen %d".formatted(move, side, index, seen);
  }
}
