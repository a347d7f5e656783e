package org.sarhad.bench.travel;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.core.geo.Position;
import org.sarhad.core.joint.Dispatch;
import org.sarhad.core.modalities.ModalitiesState;
import org.sarhad.core.response.FirstArrivals;
import org.sarhad.core.response.GridTravel;
import org.sarhad.core.response.Ranking;
import org.sarhad.core.response.ResponseSettings;
import org.sarhad.core.travel.Arrivals;
import org.sarhad.core.travel.Passage;

/// How long it takes to know who is there first, over the ground of the demo.
public final class TravelRow implements Row {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final double PROMISED_MS = 150;
  private static final int INCIDENTS = 60;
  private static final int BUSY_PERMILLE = 250;
  private static final double P95 = 0.95;
  private static final double NANOS_PER_MS = 1e6;
  private static final String ONE_TO_ALL = "from one place to all others";
  private static final String RANKED = "ranking of 200 units";
  private static final String ADVISED = "the same, with what it means";
  private static final String FIRST = "minutes to the first unit, everywhere";
  private static final String REACHED = "the same, as four isochrones to draw";
  private static final List<Duration> LIMITS =
      List.of(
          Duration.ofMinutes(30),
          Duration.ofMinutes(60),
          Duration.ofMinutes(120),
          Duration.ofMinutes(240));

  @Override
  public String name() {
    return "travel";
  }

  @Override
  public String question() {
    return "who is there first over real terrain: milliseconds of a ranking, of all the ground";
  }

  @Override
  public String boundary() {
    return """
        inside:  the search over the ground, and for each unit its way, its reasons and a sketch; one thread.
                 Each round %d units of four types at other places, and %d incidents near the line;
                 the 95th percentile of a round's incidents, as one waits and of the processor
        outside: reading the grid, and the table of its steps, which is made once"""
        .formatted(ManyUnits.UNITS, INCIDENTS);
  }

  /// Something that is done for a place.
  @FunctionalInterface
  private interface Doing {
    /// What comes of it, so that nobody leaves it out.
    int at(Position place);
  }

  @Override
  public void run(Options options, Report report) throws IOException {
    var ground = ManyUnits.demo();
    var taken = new LinkedHashMap<String, List<Taken>>();
    // Round 0 warms up and is not reported.
    for (int round = 0; round <= options.rounds(); round++) {
      var many = ManyUnits.of(ground, round, INCIDENTS);
      for (Map.Entry<String, Doing> one : doings(many).entrySet()) {
        var found = Taken.of(many.incidents(), one.getValue());
        if (round > 0) {
          taken.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(found);
        }
      }
    }
    String load = ground.grid().frame().cells() + " cells";
    taken.forEach(
        (name, all) -> {
          report.add(
              name + ", p95",
              load,
              "ms",
              new Samples(all.stream().map(Taken::wallMs).toList()),
              Target.atMost(PROMISED_MS));
          report.add(
              name + ", processor",
              load,
              "ms",
              new Samples(all.stream().map(Taken::processorMs).toList()));
        });
  }

  private static Map<String, Doing> doings(ManyUnits many) {
    var doings = new LinkedHashMap<String, Doing>();
    doings.put(ONE_TO_ALL, place -> oneToAll(many, place));
    doings.put(RANKED, place -> ranking(many, place).taskable().size());
    doings.put(ADVISED, place -> advised(many, place));
    doings.put(FIRST, place -> first(many, place));
    doings.put(REACHED, _ -> reached(many));
    return doings;
  }

  private static int oneToAll(ManyUnits many, Position place) {
    int cell = many.ground().grid().anchor(place, Optional.empty()).orElseThrow();
    var arrivals =
        Arrivals.at(many.ground(), List.of(cell), Passage.OPEN_GATES, Arrivals.HORIZON_MAX);
    return arrivals.millis(cell).isPresent() ? 1 : 0;
  }

  private static Ranking ranking(ManyUnits many, Position place) {
    return Ranking.of(
        many.state(),
        ManyUnits.OWN,
        Optional.of(place),
        Optional.empty(),
        ResponseSettings.defaults(),
        ManyUnits.NOON,
        new GridTravel(many.ground()));
  }

  private static int advised(ManyUnits many, Position place) {
    return Dispatch.of(
            ranking(many, place),
            ModalitiesState.of(),
            new GridTravel(many.ground()),
            ManyUnits.OWN,
            BUSY_PERMILLE)
        .losses()
        .size();
  }

  private static int first(ManyUnits many, Position place) {
    return FirstArrivals.of(many.ground(), ManyUnits.OWN, many.units(), Duration.ofDays(1))
            .seconds(place)
            .isPresent()
        ? 1
        : 0;
  }

  private static int reached(ManyUnits many) {
    return FirstArrivals.of(many.ground(), ManyUnits.OWN, many.units(), Duration.ofDays(1))
        .isochrones(LIMITS)
        .size();
  }

  /// The 95th percentiles of one round.
  ///
  /// @param wallMs as somebody waits
  /// @param processorMs of the one thread, whatever the machine does beside
  private record Taken(double wallMs, double processorMs) {
    static Taken of(List<Position> places, Doing doing) {
      var wall = new ArrayList<Double>();
      var processor = new ArrayList<Double>();
      int done = 0;
      for (Position place : places) {
        long begun = System.nanoTime();
        long begunThere = THREADS.getCurrentThreadCpuTime();
        done += doing.at(place);
        processor.add((THREADS.getCurrentThreadCpuTime() - begunThere) / NANOS_PER_MS);
        wall.add((System.nanoTime() - begun) / NANOS_PER_MS);
      }
      if (done == 0) {
        throw new IllegalStateException("nothing came of it");
      }
      return new Taken(p95(wall), p95(processor));
    }

    private static double p95(List<Double> millis) {
      return millis.stream().sorted().toList().get((int) (P95 * millis.size()));
    }
  }
}
