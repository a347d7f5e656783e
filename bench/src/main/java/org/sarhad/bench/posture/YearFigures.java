package org.sarhad.bench.posture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.core.posture.Assistance;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.Effort;
import org.sarhad.core.simulation.Cooperation;
import org.sarhad.core.simulation.Figures;
import org.sarhad.core.simulation.Season;

/// What cooperation is worth in a year of calls on the made-up lines, and how long the year takes.
/// Posts are planned with how busy units were in the year before, alone and together each with
/// their own; what it would be with the quarter that the other rows plan with stands beside it.
///
/// @param report where the figures go
record YearFigures(Report report) {
  private static final int DAYS = 365;
  private static final int SERVICE_MIN = 180;
  private static final int HANDOVER_MIN = 15;
  private static final double PERMILLE_PER_PERCENT = 10;
  private static final double NANOS_PER_SECOND = 1e9;

  /// At least as many lines as the spread from one to the next asks for.
  private static final int LINES = 7;

  void measure(int rounds) {
    int lines = Math.max(LINES, rounds);
    measure(lines, 20, 7.5);
    measure(lines, 40, 18);
  }

  private void measure(int rounds, int perDay, double points) {
    var inTime = new LinkedHashMap<Cooperation.Kind, List<Double>>();
    var ninths = new LinkedHashMap<Cooperation.Kind, List<Double>>();
    var gained = new ArrayList<Double>();
    var unlearnt = new ArrayList<Double>();
    var seconds = new ArrayList<Double>();
    for (int round = 1; round <= rounds; round++) {
      MadeUpLine line = MadeUpLine.of(round);
      long begun = System.nanoTime();
      CoverageProblem problem = line.problem(new Assistance.Crossing(HANDOVER_MIN));
      Season season = Season.even(DAYS, perDay, round);
      Cooperation year =
          Cooperation.learnt(problem, line.sectors(), season, SERVICE_MIN, Effort.DEFAULT);
      seconds.add((System.nanoTime() - begun) / NANOS_PER_SECOND);
      unlearnt.add(
          gain(Cooperation.of(problem, line.sectors(), season, SERVICE_MIN, Effort.DEFAULT)));
      for (Cooperation.Case one : year.cases()) {
        Figures all = one.outcome().together();
        inTime
            .computeIfAbsent(one.kind(), _ -> new ArrayList<>())
            .add(all.inTimePermille() / PERMILLE_PER_PERCENT);
        ninths.computeIfAbsent(one.kind(), _ -> new ArrayList<>()).add((double) all.ninthMin());
      }
      gained.add(gain(year));
    }
    String load = perDay + " calls a day";
    inTime.forEach(
        (kind, all) ->
            report.add("a year " + name(kind) + ", in time", load, "%", new Samples(all)));
    ninths.forEach(
        (kind, all) ->
            report.add("a year " + name(kind) + ", nine of ten", load, "min", new Samples(all)));
    report.add(
        "a year, what cooperation brings",
        load,
        "points",
        new Samples(gained),
        Target.atLeast(points));
    report.add(
        "the same, planned as busy for a quarter of the time",
        load,
        "points",
        new Samples(unlearnt));
    report.add("a year, four cases and both plans twice", load, "s", new Samples(seconds));
  }

  private static double gain(Cooperation year) {
    return inTime(year, Cooperation.Kind.JOINT) - inTime(year, Cooperation.Kind.ALONE);
  }

  private static double inTime(Cooperation year, Cooperation.Kind kind) {
    return year.cases().stream()
        .filter(one -> one.kind() == kind)
        .mapToDouble(one -> one.outcome().together().inTimePermille() / PERMILLE_PER_PERCENT)
        .findFirst()
        .orElse(0);
  }

  private static String name(Cooperation.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
