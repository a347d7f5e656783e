package org.sarhad.core.geo;

/// Straight pieces in latitude and longitude: whether they meet. Whole micro-degrees, so exact.
final class Segments {
  private Segments() {}

  /// Positive when `c` lies to one side of the line from `a` to `b`, negative on the other, 0 on
  /// it. Differences are below 2²⁹, so that products and their sum fit.
  static long turn(Position a, Position b, Position c) {
    return ((long) b.latitudeMicro() - a.latitudeMicro())
            * ((long) c.longitudeMicro() - a.longitudeMicro())
        - ((long) b.longitudeMicro() - a.longitudeMicro())
            * ((long) c.latitudeMicro() - a.latitudeMicro());
  }

  /// Whether the pieces from `a` to `b` and from `c` to `d` have a point in common. Exact.
  static boolean meet(Position a, Position b, Position c, Position d) {
    int abc = Long.signum(turn(a, b, c));
    int abd = Long.signum(turn(a, b, d));
    int cda = Long.signum(turn(c, d, a));
    int cdb = Long.signum(turn(c, d, b));
    return (abc != abd && cda != cdb)
        || (abc == 0 && isWithin(a, b, c))
        || (abd == 0 && isWithin(a, b, d))
        || (cda == 0 && isWithin(c, d, a))
        || (cdb == 0 && isWithin(c, d, b));
  }

  /// Whether `p` lies in the box that `a` and `b` span.
  static boolean isWithin(Position a, Position b, Position p) {
    return Math.min(a.latitudeMicro(), b.latitudeMicro()) <= p.latitudeMicro()
        && p.latitudeMicro() <= Math.max(a.latitudeMicro(), b.latitudeMicro())
        && Math.min(a.longitudeMicro(), b.longitudeMicro()) <= p.longitudeMicro()
        && p.longitudeMicro() <= Math.max(a.longitudeMicro(), b.longitudeMicro());
  }
}
