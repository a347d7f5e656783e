package org.sarhad.core.geo;

/// A point on the ground, WGS 84.
///
/// @param latitudeMicro latitude in micro-degrees, -90 000 000 to 90 000 000, north positive
/// @param longitudeMicro longitude in micro-degrees, -180 000 000 to 180 000 000, east positive
public record Position(int latitudeMicro, int longitudeMicro) implements Comparable<Position> {
  /// Micro-degrees in one degree.
  public static final int MICRO = 1_000_000;

  private static final double FULL_TURN = 360;

  /// @throws IllegalArgumentException naming the coordinate that is out of range
  public Position {
    if (latitudeMicro < -90 * MICRO || latitudeMicro > 90 * MICRO) {
      throw new IllegalArgumentException(
          "latitude of " + latitudeMicro + " micro-degrees is beyond a pole");
    }
    if (longitudeMicro < -180 * MICRO || longitudeMicro > 180 * MICRO) {
      throw new IllegalArgumentException(
          "longitude of " + longitudeMicro + " micro-degrees is outside -180 to 180 degrees");
    }
  }

  /// The position at these degrees, rounded to the nearest micro-degree. For tables and tests in
  /// degrees; signed bytes carry the integers.
  ///
  /// @throws IllegalArgumentException when out of range or not a number
  public static Position ofDegrees(double latitude, double longitude) {
    return new Position(micro(latitude), micro(longitude));
  }

  private static int micro(double degrees) {
    // No number at all is not less than a full turn either.
    if (!(Math.abs(degrees) < FULL_TURN)) {
      throw new IllegalArgumentException("no degrees of a position: " + degrees);
    }
    return (int) StrictMath.round(degrees * MICRO);
  }

  /// Latitude in degrees, north positive.
  public double latitudeDegrees() {
    return (double) latitudeMicro / MICRO;
  }

  /// Longitude in degrees, east positive.
  public double longitudeDegrees() {
    return (double) longitudeMicro / MICRO;
  }

  /// Great-circle distance to `other`, whole metres; see [Distance#between].
  public Distance distanceTo(Position other) {
    return Distance.between(this, other);
  }

  /// South before north, then west before east; for determinism only.
  @Override
  public int compareTo(Position other) {
    int byLatitude = Integer.compare(latitudeMicro, other.latitudeMicro);
    return byLatitude != 0 ? byLatitude : Integer.compare(longitudeMicro, other.longitudeMicro);
  }

  /// Degrees with six digits, `29.490000, 60.870000`; latitude first.
  @Override
  public String toString() {
    return degrees(latitudeMicro) + ", " + degrees(longitudeMicro);
  }

  private static String degrees(int micro) {
    int magnitude = Math.abs(micro);
    String fraction = Integer.toString(magnitude % MICRO);
    return (micro < 0 ? "-" : "")
        + magnitude / MICRO
        + "."
        + "0".repeat(6 - fraction.length())
        + fraction;
  }
}
