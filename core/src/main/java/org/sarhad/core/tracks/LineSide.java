package org.sarhad.core.tracks;

/// Where something certainly is, as who walks along the line from its first point sees it.
public enum LineSide {
  /// Certainly to the left.
  LEFT,
  /// Certainly to the right.
  RIGHT,
  /// Nobody can say: nearer to the line than the line's uncertainty and the position's own, or past
  /// an end of the line.
  BAND;

  /// Whether it is known.
  public boolean isCertain() {
    return this != BAND;
  }
}
