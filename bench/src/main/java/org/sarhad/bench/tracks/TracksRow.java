package org.sarhad.bench.tracks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.sarhad.bench.harness.CpuTime;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.core.tracks.MalformedTracksException;
import org.sarhad.core.tracks.Sighting;
import org.sarhad.core.tracks.Taking;
import org.sarhad.core.tracks.TopSpeeds;
import org.sarhad.core.tracks.TrackFrames;
import org.sarhad.core.tracks.TrackLimits;
import org.sarhad.core.tracks.TrackPicture;
import org.sarhad.tlog.Bytes;

/// How many positions one core judges in a second.
public final class TracksRow implements Row {
  private static final double PROMISED = 250_000;
  private static final double PROMISED_INGEST = 100_000;
  private static final int SECONDS = 40;
  private static final TrackLimits LIMITS =
      new TrackLimits(
          Duration.ofHours(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          new TopSpeeds(300, 250, 3_000, 500, 120),
          2 * MovingThings.THINGS);

  @Override
  public String name() {
    return "tracks";
  }

  @Override
  public String question() {
    return "what moves near the line: positions that one core judges in a second";
  }

  @Override
  public String boundary() {
    return """
        inside:  a side for each position, what happened since the one before it (band, crossing, asserted or possible,
                 approach within 15 minutes), and the bounded picture; one thread, by its processor time.
                 %d things, each reporting %d times; a line of %d pieces, another one each round
                 over HTTP: a whole node, two streams of batches of %d, from the first byte to the last acknowledgement;
                 beside it, by turns, the same positions into a Redis that writes no disk and judges nothing
        outside: in all but the last, the network; and telling the other side, for no line is agreed on"""
        .formatted(MovingThings.THINGS, SECONDS, MovingThings.PIECES, MovingThings.THINGS / 2);
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    var sides = new ArrayList<Double>();
    var whole = new ArrayList<Double>();
    var ingested = new ArrayList<Double>();
    var together = new ArrayList<Double>();
    // Round 0 warms up and is not reported.
    for (int round = 0; round <= options.rounds(); round++) {
      var things = MovingThings.of(round);
      var reports = new ArrayList<List<Sighting>>();
      for (int second = 0; second < SECONDS; second++) {
        reports.add(things.after(second));
      }
      double side = CpuTime.perSecond(() -> sides(things, reports));
      double judged = CpuTime.perSecond(() -> judged(things, reports));
      var batches = reports.stream().map(TrackFrames::write).toList();
      double read = CpuTime.perSecond(() -> ingested(things, batches));
      double pair = together(things);
      if (round > 0) {
        ingested.add(read);
        together.add(pair);
        sides.add(side);
        whole.add(judged);
      }
    }
    String load = MovingThings.THINGS + " things, " + MovingThings.PIECES + " pieces";
    report.add("sides, of a core", load, "positions/s", new Samples(sides));
    report.add(
        "full check, of a core", load, "positions/s", new Samples(whole), Target.atLeast(PROMISED));
    report.add("the same out of bytes, of a core", load, "positions/s", new Samples(ingested));
    report.add(
        "two senders, one picture, as one waits",
        load,
        "positions/s",
        new Samples(together),
        Target.atLeast(PROMISED_INGEST));
    WrongSides.run(options, report);
    IngestFigures.run(options, report);
  }

  private static long sides(MovingThings things, List<List<Sighting>> reports) {
    long looked = 0;
    long certain = 0;
    for (var second : reports) {
      for (var sighting : second) {
        looked++;
        certain += things.line().side(sighting.fix()).isCertain() ? 1 : 0;
      }
    }
    return proven(looked, certain);
  }

  private static long judged(MovingThings things, List<List<Sighting>> reports) {
    var picture = new TrackPicture(Optional.of(things.line()), LIMITS);
    long taken = 0;
    long events = 0;
    for (var second : reports) {
      for (var sighting : second) {
        if (picture.take(sighting, sighting.fix().at()) instanceof Taking.Taken one) {
          taken++;
          events += one.events().size();
        }
      }
    }
    return proven(taken, events);
  }

  private static long ingested(MovingThings things, List<Bytes> batches)
      throws MalformedTracksException {
    var reports = new ArrayList<List<Sighting>>();
    for (var batch : batches) {
      reports.add(TrackFrames.parse(batch));
    }
    return judged(things, reports);
  }

  /// Two threads read batches and put them into one picture by turns, batch by batch.
  private static double together(MovingThings things) throws Exception {
    var halves =
        List.of(
            things.half(0, SECONDS).map(TrackFrames::write).toList(),
            things.half(1, SECONDS).map(TrackFrames::write).toList());
    var picture = new TrackPicture(Optional.of(things.line()), LIMITS);
    var turn = new ReentrantLock();
    try (var senders = Executors.newFixedThreadPool(halves.size())) {
      var tasks =
          halves.stream().map(half -> (Callable<Long>) () -> sent(half, picture, turn)).toList();
      long begun = System.nanoTime();
      long taken = 0;
      for (var sender : senders.invokeAll(tasks)) {
        taken += sender.get();
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      return proven(taken, taken) / seconds;
    }
  }

  private static long sent(List<Bytes> batches, TrackPicture picture, ReentrantLock turn)
      throws MalformedTracksException {
    long taken = 0;
    for (var batch : batches) {
      var sightings = TrackFrames.parse(batch);
      turn.lock();
      try {
        for (var sighting : sightings) {
          taken += picture.take(sighting, sighting.fix().at()) instanceof Taking.Taken ? 1 : 0;
        }
      } finally {
        turn.unlock();
      }
    }
    return taken;
  }

  /// `done`, if all of it was done and something came of it.
  private static long proven(long done, long found) {
    if (done != (long) MovingThings.THINGS * SECONDS || found == 0) {
      throw new IllegalStateException(done + " positions done, " + found + " found");
    }
    return done;
  }
}
