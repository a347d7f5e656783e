package org.sarhad.bench.tracks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sarhad.core.geo.LineIndex;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.tracks.LineVersion;
import org.sarhad.core.tracks.Motion;
import org.sarhad.core.tracks.Sighting;
import org.sarhad.core.tracks.ThingKind;
import org.sarhad.core.tracks.TrackFix;
import org.sarhad.core.tracks.TrackId;
import org.sarhad.core.tracks.WatchedLine;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// A line that winds north from 25 to 30 degrees, of 18 000 pieces, and 5 000 things within half a
/// degree of it, each of which reports every second where it is and where it goes.
///
/// @param line give or take a kilometre
/// @param points of it
/// @param things how they begin
record MovingThings(WatchedLine line, List<Position> points, List<Sighting> things) {
  static final int PIECES = 18_000;
  static final int THINGS = 5_000;
  static final Instant NOON = Instant.parse("2026-03-21T12:00:00Z");
  private static final int SOUTH_MICRO = 25_000_000;
  private static final int LENGTH_MICRO = 5_000_000;
  private static final int BEND_MICRO = 600;
  private static final int OFF_MICRO = 500_000;
  private static final int UNCERTAINTY_M = 1_000;
  private static final int RADIUS_MAX_M = 200;
  private static final int SPEED_MAX_KMH = 120;
  private static final int FULL_TURN = 360;

  /// Another one for each seed.
  static MovingThings of(long seed) {
    var random = new SplittableRandom(seed);
    var points = line(random);
    var line =
        new WatchedLine(
            LineIndex.of(points),
            PartyId.of("ir"),
            PartyId.of("pk"),
            new LineVersion(Merkle.sha256(Bytes.ofUtf8("line " + seed)), UNCERTAINTY_M));
    var things = new ArrayList<Sighting>();
    for (int i = 0; i < THINGS; i++) {
      things.add(thing(random, i, points));
    }
    return new MovingThings(line, List.copyOf(points), List.copyOf(things));
  }

  /// The line as a node holds it.
  Bytes lineFile() {
    var coordinates =
        points.stream()
            .map(
                point -> "[%.6f,%.6f]".formatted(point.longitudeDegrees(), point.latitudeDegrees()))
            .collect(Collectors.joining(","));
    return Bytes.ofUtf8(
        """
        {"type":"FeatureCollection","features":[{"type":"Feature",\
        "properties":{"left":"ir","right":"pk","uncertainty_m":%d},\
        "geometry":{"type":"LineString","coordinates":[%s]}}]}"""
            .formatted(UNCERTAINTY_M, coordinates));
  }

  private static List<Position> line(SplittableRandom random) {
    var points = new ArrayList<Position>();
    int longitude = 61_000_000;
    for (int i = 0; i <= PIECES; i++) {
      points.add(new Position(SOUTH_MICRO + (int) ((long) i * LENGTH_MICRO / PIECES), longitude));
      longitude += random.nextInt(-BEND_MICRO, BEND_MICRO + 1);
    }
    return points;
  }

  private static Sighting thing(SplittableRandom random, int number, List<Position> points) {
    var near = points.get(random.nextInt(points.size()));
    var at =
        new Position(
            near.latitudeMicro() + random.nextInt(-OFF_MICRO / 10, OFF_MICRO / 10),
            near.longitudeMicro() + random.nextInt(-OFF_MICRO, OFF_MICRO));
    return new Sighting(
        new TrackId("thing-" + number),
        ThingKind.VEHICLE,
        new TrackFix(at, random.nextInt(RADIUS_MAX_M), NOON),
        Optional.of(new Motion(random.nextInt(FULL_TURN), random.nextInt(SPEED_MAX_KMH))));
  }

  /// The same things `seconds` later, straight on.
  List<Sighting> after(int seconds) {
    return things.stream().map(thing -> moved(thing, seconds)).toList();
  }

  /// Every other thing, from `first` on, second by second.
  Stream<List<Sighting>> half(int first, int seconds) {
    return IntStream.range(0, seconds)
        .mapToObj(this::after)
        .map(
            all ->
                IntStream.range(0, all.size())
                    .filter(i -> i % 2 == first)
                    .mapToObj(all::get)
                    .toList());
  }

  private static Sighting moved(Sighting thing, int seconds) {
    var motion = thing.motion().orElseThrow();
    double metres = motion.speedKmh() * seconds / 3.6;
    double course = Math.toRadians(motion.courseDegrees());
    var from = thing.fix().position();
    double east = Math.cos(Math.toRadians(from.latitudeDegrees()));
    var there =
        Position.ofDegrees(
            from.latitudeDegrees() + metres * Math.cos(course) / 111_195,
            from.longitudeDegrees() + metres * Math.sin(course) / 111_195 / east);
    return new Sighting(
        thing.id(),
        thing.kind(),
        new TrackFix(there, thing.fix().radiusM(), NOON.plus(Duration.ofSeconds(seconds))),
        thing.motion());
  }
}
