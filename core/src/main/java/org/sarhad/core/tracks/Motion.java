package org.sarhad.core.tracks;

import org.sarhad.core.geo.Distance;
import org.sarhad.core.geo.Position;

/// Where a thing is going.
///
/// @param courseDegrees over the ground, 0 to 359, clockwise from north
/// @param speedKmh over the ground, 0 to 4000 whole km/h
public record Motion(int courseDegrees, int speedKmh) {
  /// Faster is no thing that is followed here.
  public static final int SPEED_MAX_KMH = 4_000;

  private static final double MICRO_PER_METRE =
      Position.MICRO / StrictMath.toRadians(Distance.EARTH_RADIUS_M);

  /// Nobody goes over a pole here.
  private static final double LEAST_COSINE = 0.01;

  /// @throws IllegalArgumentException when a value is out of range
  public Motion {
    if (courseDegrees < 0 || courseDegrees > 359 || speedKmh < 0 || speedKmh > SPEED_MAX_KMH) {
      throw new IllegalArgumentException(
          "a course of %d degrees at %d km/h; expected 0 to 359, and 0 to %d"
              .formatted(courseDegrees, speedKmh, SPEED_MAX_KMH));
    }
  }

  /// Metres in a minute.
  double metresPerMinute() {
    return speedKmh * 1000 / 60.0;
  }

  /// Where one is who goes straight on from `from` for `minutes`; on the plane that touches the
  /// Earth there. At the edge of the map it ends.
  Position after(Position from, double minutes) {
    double metres = metresPerMinute() * minutes;
    double course = StrictMath.toRadians(courseDegrees);
    double shrink = StrictMath.cos(StrictMath.toRadians(from.latitudeDegrees()));
    double north = metres * StrictMath.cos(course) * MICRO_PER_METRE;
    double east = metres * StrictMath.sin(course) * MICRO_PER_METRE;
    return new Position(
        moved(from.latitudeMicro(), north, 90 * Position.MICRO),
        moved(from.longitudeMicro(), east / Math.max(LEAST_COSINE, shrink), 180 * Position.MICRO));
  }

  private static int moved(int micro, double by, int limit) {
    return (int) Math.max(-limit, Math.min(limit, StrictMath.round(micro + by)));
  }
}
