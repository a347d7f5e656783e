package org.sarhad.core.tracks;

import java.time.Duration;
import org.sarhad.core.geo.Distance;
import org.sarhad.core.geo.Position;

/// How fast a thing of each kind can be at the most, as agreed (protocol clause 20-4.5). Whole
/// km/h, 1 to 4000.
///
/// @param unit of an own unit
/// @param vehicle on wheels or tracks
/// @param aircraft with a crew in it
/// @param drone without
/// @param boat on water
public record TopSpeeds(int unit, int vehicle, int aircraft, int drone, int boat) {
  /// What the clock of a source may be off between two positions.
  private static final Duration SLACK = Duration.ofSeconds(1);

  /// Of a sphere that nothing here lies outside of: metres in a millionth of a degree, rounded up.
  private static final double METRES_PER_MICRO = 0.112;

  /// Milliseconds of an hour in metres of a kilometre.
  private static final long MILLIS_PER_KMH = 3_600;

  /// @throws IllegalArgumentException when one is out of range
  public TopSpeeds {
    for (int kmh : new int[] {unit, vehicle, aircraft, drone, boat}) {
      if (kmh < 1 || kmh > Motion.SPEED_MAX_KMH) {
        throw new IllegalArgumentException(
            "a top speed of %d km/h; expected 1 to %d".formatted(kmh, Motion.SPEED_MAX_KMH));
      }
    }
  }

  /// That of `kind`, km/h.
  public int of(ThingKind kind) {
    return switch (kind) {
      case UNIT -> unit;
      case VEHICLE -> vehicle;
      case AIRCRAFT -> aircraft;
      case DRONE -> drone;
      case BOAT -> boat;
    };
  }

  /// Whether a thing of `kind` can have been at `before` and then at `after`: on the great circle
  /// between them, less both radii, within the time between and a second on top. Equal on every
  /// machine; for two positions near each other a few additions.
  public boolean allow(ThingKind kind, TrackFix before, TrackFix after) {
    long millis = Duration.between(before.at(), after.at()).plus(SLACK).toMillis();
    long reachM = of(kind) * millis / MILLIS_PER_KMH + before.radiusM() + after.radiusM();
    return roughM(before.position(), after.position()) <= reachM
        || Distance.between(before.position(), after.position()).metres() <= reachM;
  }

  /// No less than the distance, and cheap: along the meridian, then along the parallel.
  private static double roughM(Position a, Position b) {
    double micro =
        Math.abs((double) a.latitudeMicro() - b.latitudeMicro())
            + Math.abs((double) a.longitudeMicro() - b.longitudeMicro());
    return micro * METRES_PER_MICRO + 1;
  }
}
