package org.sarhad.core.geo;

import java.util.List;

/// Areas for tests.
public final class Areas {
  /// Two sectors of one degree, one above the other.
  public static final Zone ZONE =
      new Zone(
          List.of(
              new Zone.Sector("north", square(29, 60, 1)),
              new Zone.Sector("south", square(28, 60, 1))));

  private Areas() {}

  /// A square of `side` degrees whose south-western corner is there.
  public static Ring square(int latitude, int longitude, int side) {
    return new Ring(
        List.of(
            at(latitude, longitude),
            at(latitude, longitude + side),
            at(latitude + side, longitude + side),
            at(latitude + side, longitude)));
  }

  /// There, in degrees.
  public static Position at(double latitude, double longitude) {
    return Position.ofDegrees(latitude, longitude);
  }
}
