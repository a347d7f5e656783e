package org.sarhad.core.tracks;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.sarhad.core.geo.Position;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// Where a thing was, how well that is known, and when.
///
/// As JSON `{"at":"2026-03-21T04:10:00.000Z","lat":29496300,"lon":60862900,"radius_m":50}`,
/// coordinates in micro-degrees.
///
/// @param position the centre
/// @param radiusM within which it certainly was, whole metres, 0 to 1 000 000
/// @param at when, by what saw it; to the millisecond
public record TrackFix(Position position, int radiusM, Instant at) {
  /// Largest uncertainty, metres.
  public static final int RADIUS_MAX_M = 1_000_000;

  /// @throws IllegalArgumentException when the radius is out of range
  public TrackFix {
    if (radiusM < 0 || radiusM > RADIUS_MAX_M) {
      throw new IllegalArgumentException("radius of " + radiusM + " m; expected 0 to 1 000 000");
    }
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /// How old it is at `now`; zero for one from a clock that is ahead.
  public Duration ageAt(Instant now) {
    return at.isAfter(now) ? Duration.ZERO : Duration.between(at, now);
  }

  /// Inverse of [#fromJson].
  public Json.Obj toJson() {
    return Json.obj()
        .put("at", at)
        .put("lat", position.latitudeMicro())
        .put("lon", position.longitudeMicro())
        .put("radius_m", radiusM)
        .build();
  }

  /// Inverse of [#toJson].
  ///
  /// @throws MalformedJsonException when it is not a fix
  public static TrackFix fromJson(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("at", "lat", "lon", "radius_m");
    return new TrackFix(
        new Position(
            json.smallInteger("lat", -90 * Position.MICRO, 90 * Position.MICRO),
            json.smallInteger("lon", -180 * Position.MICRO, 180 * Position.MICRO)),
        json.smallInteger("radius_m", 0, RADIUS_MAX_M),
        json.time("at"));
  }
}
