package org.sarhad.bench.posture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.core.posture.Assistance;
import org.sarhad.core.posture.CoveragePlan;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.Effort;
import org.sarhad.core.posture.Stationing;

/// How fast and how well posts of two neighbours are planned together, and what each minute of
/// hand-over at the line costs.
public final class PostureRow implements Row {
  private static final double GAP_PERCENT = 0.6;
  private static final double SECONDS = 1;
  private static final int PARTS = 100_000;
  private static final double PARTS_PER_PERCENT = 1_000;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double PERCENT = 100;

  /// Each case by its name.
  private static final Map<String, Assistance> CASES = cases();

  private static Map<String, Assistance> cases() {
    var cases = new LinkedHashMap<String, Assistance>();
    cases.put("each alone", new Assistance.None());
    for (int handoverMin : List.of(30, 15, 0)) {
      cases.put("hand-over " + handoverMin + " min", new Assistance.Crossing(handoverMin));
    }
    return cases;
  }

  @Override
  public String name() {
    return "posture";
  }

  @Override
  public String question() {
    return "planning posts of two neighbours: seconds, proven gap, negotiation, a year, p-median";
  }

  @Override
  public String boundary() {
    return """
        inside:  the plan of each side alone, the plan of both with neither worse off, and the bound; one thread.
                 Another made-up line each round: %d points, %d sites and %d units of each side, 60 minutes,
                 a unit busy for a quarter of its time
        outside: the journeys from every site to every point
        then:    the same lines negotiated by counts of sectors, proven by an exact solver beside this program
                 (SARHAD_SOLVER), and a year of calls on them; and the p-median files of OR-Library, where they lie
                 beside the project"""
        .formatted(MadeUpLine.POINTS, MadeUpLine.SITES, MadeUpLine.UNITS);
  }

  /// What one round of one case gave.
  private record Taken(double seconds, double gapPercent, double coveredPercent) {
    static Taken of(CoverageProblem problem) {
      long begun = System.nanoTime();
      CoveragePlan plan = Stationing.plan(problem, Effort.DEFAULT);
      double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
      return new Taken(
          seconds,
          plan.certificate().gap(PARTS) / PARTS_PER_PERCENT,
          PERCENT * plan.certificate().value() / problem.whole());
    }
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    var taken = new LinkedHashMap<String, List<Taken>>();
    CASES.keySet().forEach(name -> taken.put(name, new ArrayList<>()));
    // Round 0 warms up and is not reported.
    for (int round = 0; round <= options.rounds(); round++) {
      MadeUpLine line = MadeUpLine.of(round);
      for (Map.Entry<String, Assistance> one : CASES.entrySet()) {
        Taken found = Taken.of(line.problem(one.getValue()));
        if (round > 0) {
          taken.getOrDefault(one.getKey(), List.of()).add(found);
        }
      }
    }
    taken.forEach((name, all) -> report(report, name, all));
    new NegotiationFigures(report).measure(options.rounds());
    new ExactFigures(report).measure(options.rounds());
    new YearFigures(report).measure(options.rounds());
    new PublishedFigures(report).measure(options.root());
  }

  private static void report(Report report, String name, List<Taken> all) {
    String load = 2 * MadeUpLine.SITES + " × " + MadeUpLine.POINTS;
    report.add(
        name + ", plan and bound",
        load,
        "s",
        new Samples(all.stream().map(Taken::seconds).toList()),
        Target.atMost(SECONDS));
    report.add(
        name + ", to the bound",
        load,
        "%",
        new Samples(all.stream().map(Taken::gapPercent).toList()),
        Target.atMost(GAP_PERCENT));
    report.add(
        name + ", expected coverage",
        load,
        "%",
        new Samples(all.stream().map(Taken::coveredPercent).toList()));
  }
}
