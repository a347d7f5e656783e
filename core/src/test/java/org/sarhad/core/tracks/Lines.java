package org.sarhad.core.tracks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.geo.LineIndex;
import org.sarhad.core.geo.Position;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// A made-up line along the meridian of 61 degrees, from 26 to 30 degrees north: `ir` to the west
/// of it, on the left hand, `pk` to the east; and things beside it.
final class Lines {
  static final Hash FILE = Merkle.sha256(Bytes.ofUtf8("a line"));

  /// Give or take a kilometre.
  static final LineVersion VERSION = new LineVersion(FILE, 1_000);

  static final WatchedLine LINE =
      new WatchedLine(
          LineIndex.of(List.of(Position.ofDegrees(26, 61), Position.ofDegrees(30, 61))),
          Sides.IR,
          Sides.PK,
          VERSION);

  static final Instant START = Instant.parse("2026-03-21T04:00:00Z");

  /// A vehicle is ten kilometres further within a minute, and never more than sixteen.
  static final TopSpeeds SPEEDS = new TopSpeeds(1_000, 1_000, 3_000, 2_000, 120);

  static final TrackLimits LIMITS =
      new TrackLimits(
          Duration.ofMinutes(60), Duration.ofMinutes(5), Duration.ofMinutes(15), SPEEDS, 100);

  static final TrackTerms TERMS = new TrackTerms(Optional.of(VERSION), LIMITS.retention(), SPEEDS);

  private Lines() {}

  static Instant minute(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  /// So many metres east of the line (west when negative) at 28 degrees north.
  static Position east(int metres) {
    return Position.ofDegrees(28, 61 + metres / 98_180.0);
  }

  static TrackFix fix(int eastM, int radiusM, int minute) {
    return new TrackFix(east(eastM), radiusM, minute(minute));
  }

  static Sighting sighting(int eastM, int radiusM, int minute) {
    return sighting(ThingKind.VEHICLE, eastM, radiusM, minute);
  }

  static Sighting sighting(ThingKind kind, int eastM, int radiusM, int minute) {
    return new Sighting(
        new TrackId("radar-1:7"), kind, fix(eastM, radiusM, minute), Optional.empty());
  }

  static TrackFact.Crossed crossed() {
    return new TrackFact.Crossed(observation(), Sides.PK);
  }

  static TrackFact.PossiblyCrossed possiblyCrossed() {
    return new TrackFact.PossiblyCrossed(observation());
  }

  static Observation observation() {
    return new Observation(
        ThingKind.VEHICLE, Sides.IR, fix(-3_000, 50, 0), fix(2_500, 80, 4), VERSION);
  }
}
