package org.sarhad.bench.tracks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.bench.harness.Figure;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.bench.node.TracksOverHttp;
import org.sarhad.core.tracks.Sighting;
import org.sarhad.core.tracks.TrackFix;
import org.sarhad.core.tracks.TrackFrames;
import org.sarhad.tlog.Bytes;

/// Positions into a whole node over HTTP, and the same positions into a Redis, turn by turn.
final class IngestFigures {
  private static final double PROMISED = 100_000;
  private static final int SENDERS = 2;
  private static final int SECONDS = 100;
  private static final int EACH = MovingThings.THINGS / SENDERS;
  private static final String GET_REDIS = "apt-get install redis-server";

  private IngestFigures() {}

  static void run(Options options, Report report) throws Exception {
    var ours = new ArrayList<Double>();
    var theirs = new ArrayList<Double>();
    var things = MovingThings.of(1);
    Optional<Path> redis = RedisServer.findProgram();
    // Long enough ago that no round is from the future, and not so long that it is forgotten.
    Instant start = Instant.now().minus(Duration.ofMinutes(50));
    try (var node = TracksOverHttp.begin(options.scratch(), things.lineFile())) {
      // Round 0 warms up and is not reported.
      for (int round = 0; round <= options.rounds(); round++) {
        var reports = senders(things, round * SECONDS, start);
        double here = node.send(reports.stream().map(IngestFigures::framed).toList());
        double there = redis.isPresent() ? redis(redis.get(), options, reports) : 0;
        if (round > 0) {
          ours.add(here);
          theirs.add(there);
        }
      }
    }
    String load = "%d senders, %,d things".formatted(SENDERS, MovingThings.THINGS);
    Figure node =
        report.add(
            "a node over HTTP, judged, as one waits",
            load,
            "positions/s",
            new Samples(ours),
            Target.atLeast(PROMISED));
    if (redis.isEmpty()) {
      report.notMeasured("Redis", GET_REDIS);
      return;
    }
    Figure baseline =
        report.add("Redis GEOADD, pipelined, not judged", load, "positions/s", new Samples(theirs));
    report.ratio(node, baseline, Optional.empty());
  }

  private static double redis(Path program, Options options, List<List<List<Sighting>>> reports)
      throws Exception {
    try (var server = RedisServer.start(program, options.scratch())) {
      return server.send(reports.stream().map(IngestFigures::commands).toList(), EACH);
    }
  }

  /// What each sender reports, second by second.
  private static List<List<List<Sighting>>> senders(MovingThings things, int from, Instant start) {
    List<List<List<Sighting>>> senders = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      senders.add(
          things
              .half(sender, from + SECONDS)
              .skip(from)
              .map(second -> second.stream().map(one -> at(one, start)).toList())
              .toList());
    }
    return senders;
  }

  /// The same as if its noon had been at `start`.
  private static Sighting at(Sighting one, Instant start) {
    TrackFix fix = one.fix();
    Instant at = start.plus(Duration.between(MovingThings.NOON, fix.at()));
    return new Sighting(
        one.id(), one.kind(), new TrackFix(fix.position(), fix.radiusM(), at), one.motion());
  }

  private static List<Bytes> framed(List<List<Sighting>> seconds) {
    return seconds.stream()
        .map(TrackFrames::write)
        .map(
            batch ->
                Bytes.concat(Bytes.of(ByteBuffer.allocate(4).putInt(batch.size()).flip()), batch))
        .toList();
  }

  private static List<Bytes> commands(List<List<Sighting>> seconds) {
    return seconds.stream().map(IngestFigures::commandsOf).toList();
  }

  private static Bytes commandsOf(List<Sighting> sightings) {
    var text = new StringBuilder();
    for (Sighting one : sightings) {
      text.append("*5\r\n");
      Stream.of(
              "GEOADD",
              "things",
              "%.6f".formatted(one.fix().position().longitudeDegrees()),
              "%.6f".formatted(one.fix().position().latitudeDegrees()),
              one.id().value())
          .forEach(part -> text.append("$%d\r\n%s\r\n".formatted(part.length(), part)));
    }
    return Bytes.of(text.toString().getBytes(StandardCharsets.US_ASCII));
  }
}
