package org.sarhad.core.activity;

import java.util.List;
import org.sarhad.core.geo.Distance;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Ring;

/// How far areas are from each other. Edges are straight in latitude and longitude, as a [Ring]'s
/// are; the nearest point of one is found on a flat map around the point it is near to, and the
/// distance to it on the sphere.
final class Gaps {
  /// A little less than a degree of latitude is long, so that what is reckoned from it is never too
  /// small.
  private static final long DEGREE_M = 111_000;

  private Gaps() {}

  /// How many micro-degrees of latitude `metres` are at the most.
  static long latitudeMicro(long metres) {
    return Math.ceilDiv(metres * Position.MICRO, DEGREE_M);
  }

  static Distance between(Area.Circle a, Area.Circle b) {
    return shortened(a.centre().distanceTo(b.centre()), a.radiusM() + b.radiusM());
  }

  static Distance between(Area.Circle circle, Ring ring) {
    return ring.contains(circle.centre())
        ? Distance.ZERO
        : shortened(toEdge(circle.centre(), ring), circle.radiusM());
  }

  static Distance between(Ring a, Ring b) {
    return a.meets(b) ? Distance.ZERO : least(cornersTo(a, b), cornersTo(b, a));
  }

  private static Distance shortened(Distance whole, long byM) {
    return Distance.ofMetres(Math.max(0, whole.metres() - byM));
  }

  /// Where two edges do not meet, one of the nearest two points is a corner.
  private static Distance cornersTo(Ring from, Ring to) {
    return from.corners().stream()
        .map(corner -> toEdge(corner, to))
        .reduce(Gaps::least)
        .orElseThrow();
  }

  private static Distance toEdge(Position from, Ring ring) {
    List<Position> corners = ring.corners();
    Distance least = from.distanceTo(corners.getFirst());
    for (int i = 0; i < corners.size(); i++) {
      Position next = corners.get((i + 1) % corners.size());
      least = least(least, from.distanceTo(nearest(from, corners.get(i), next)));
    }
    return least;
  }

  /// The point of the line from `a` to `b` that is nearest to `from`.
  private static Position nearest(Position from, Position a, Position b) {
    double shrink = StrictMath.cos(StrictMath.toRadians(from.latitudeDegrees()));
    double north = b.latitudeMicro() - a.latitudeMicro();
    double east = (b.longitudeMicro() - a.longitudeMicro()) * shrink;
    double northOff = from.latitudeMicro() - a.latitudeMicro();
    double eastOff = (from.longitudeMicro() - a.longitudeMicro()) * shrink;
    double length = north * north + east * east;
    double share = length == 0 ? 0 : (northOff * north + eastOff * east) / length;
    double along = Math.clamp(share, 0.0, 1.0);
    return new Position(
        part(a.latitudeMicro(), b.latitudeMicro(), along),
        part(a.longitudeMicro(), b.longitudeMicro(), along));
  }

  private static int part(int a, int b, double along) {
    return (int) (a + StrictMath.round((b - (double) a) * along));
  }

  private static Distance least(Distance one, Distance other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
