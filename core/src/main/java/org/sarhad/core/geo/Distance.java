package org.sarhad.core.geo;

/// A length on the ground.
///
/// @param metres whole metres, 0 to 20 015 114 (half the Earth's circumference) when it is a
///   great-circle distance; any value ≥ 0 when it is a way travelled
public record Distance(long metres) implements Comparable<Distance> {
  /// Mean radius R₁ of the Earth in metres (IUGG, Moritz 2000). On a sphere of this radius a
  /// distance differs from the ellipsoid's by at most 0.56 %.
  public static final double EARTH_RADIUS_M = 6_371_008.8;

  /// No distance at all.
  public static final Distance ZERO = new Distance(0);

  /// @throws IllegalArgumentException when negative
  public Distance {
    if (metres < 0) {
      throw new IllegalArgumentException("a distance of " + metres + " m is negative");
    }
  }

  /// A distance of `metres` metres.
  public static Distance ofMetres(long metres) {
    return new Distance(metres);
  }

  /// Great-circle distance, rounded to whole metres: Vincenty's formula on a sphere, which keeps
  /// its precision for points a metre apart as for antipodes. Symmetrical, and equal on every
  /// machine (`StrictMath`).
  public static Distance between(Position a, Position b) {
    double latA = StrictMath.toRadians(a.latitudeDegrees());
    double latB = StrictMath.toRadians(b.latitudeDegrees());
    double lon = StrictMath.toRadians(StrictMath.abs(b.longitudeDegrees() - a.longitudeDegrees()));
    double east = StrictMath.cos(latB) * StrictMath.sin(lon);
    double north =
        StrictMath.cos(latA) * StrictMath.sin(latB)
            - StrictMath.sin(latA) * StrictMath.cos(latB) * StrictMath.cos(lon);
    double along =
        StrictMath.sin(latA) * StrictMath.sin(latB)
            + StrictMath.cos(latA) * StrictMath.cos(latB) * StrictMath.cos(lon);
    double arc = StrictMath.atan2(StrictMath.hypot(east, north), along);
    return new Distance(StrictMath.round(EARTH_RADIUS_M * arc));
  }

  /// Kilometres, rounded down.
  public long wholeKilometres() {
    return metres / 1000;
  }

  /// The shorter sorts first.
  @Override
  public int compareTo(Distance other) {
    return Long.compare(metres, other.metres);
  }

  /// `1234 m`.
  @Override
  public String toString() {
    return metres + " m";
  }
}
