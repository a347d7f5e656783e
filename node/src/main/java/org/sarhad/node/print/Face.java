package org.sarhad.node.print;

/// How letters look: their size in points, their weight, and how light they are.
///
/// @param grey 0 is black, 1 is white
record Face(float size, boolean isBold, float grey) {
  static final Face TITLE = new Face(17, true, 0);
  static final Face HEADING = new Face(11.5f, true, 0);
  static final Face BODY = new Face(10, false, 0);
  static final Face STRONG = new Face(10, true, 0);
  static final Face NAME = new Face(9, false, 0.33f);
  static final Face QUIET = new Face(8.5f, false, 0.33f);
  static final Face CODE = new Face(8.5f, false, 0);
  static final Face VERBATIM = new Face(6.8f, false, 0.15f);
  static final Face EDGE = new Face(7, false, 0.33f);
  static final Face STAMP = new Face(96, true, 0.9f);

  private static final float LEADING = 1.55f;

  /// What a unit of a shaped letter is, in points.
  double scale() {
    return (double) size / Typeface.UNITS;
  }

  /// From one line to the next, in points; the Arabic script needs more than Latin does.
  float leading() {
    return size * LEADING;
  }

  /// How far under the top of its line the letters stand, in points.
  float ascent() {
    return size * 1.1f;
  }
}
