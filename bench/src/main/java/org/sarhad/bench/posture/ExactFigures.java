package org.sarhad.bench.posture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.core.posture.Assistance;
import org.sarhad.core.posture.Certificate;
import org.sarhad.core.posture.CoveragePlan;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.Effort;
import org.sarhad.core.posture.Exact;
import org.sarhad.core.posture.SiteSolver;
import org.sarhad.core.posture.Stationing;

/// How far the own plan is from the exact one, and how long the proof takes, with a solver beside
/// this program.
///
/// @param report where the figures go
record ExactFigures(Report report) {
  private static final int HANDOVER_MIN = 15;
  private static final double SECONDS = 10;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int PARTS = 1_000_000;
  private static final double PARTS_PER_PERCENT = 10_000;
  private static final double NANOS_PER_SECOND = 1e9;

  void measure(int rounds) {
    Optional<SiteSolver> solver = solver();
    if (solver.isEmpty()) {
      report.notMeasured("the exact module", "no solver beside this program (SARHAD_SOLVER)");
      return;
    }
    var exact = new Exact(solver.get(), LIMIT);
    var seconds = new ArrayList<Double>();
    var off = new ArrayList<Double>();
    for (int round = 1; round <= rounds; round++) {
      CoverageProblem problem = MadeUpLine.of(round).problem(new Assistance.Crossing(HANDOVER_MIN));
      CoveragePlan own = Stationing.plan(problem, Effort.DEFAULT);
      long begun = System.nanoTime();
      Optional<Exact.Answer> answer =
          exact.coverage(problem, own.alone()).filter(Exact.Answer::isProven);
      if (answer.isEmpty()) {
        report.notMeasured("line " + round + ", proof", "none in " + LIMIT.toSeconds() + " s");
      } else {
        seconds.add((System.nanoTime() - begun) / NANOS_PER_SECOND);
        off.add(
            new Certificate(own.certificate().value(), answer.get().value()).gap(PARTS)
                / PARTS_PER_PERCENT);
      }
    }
    if (!seconds.isEmpty()) {
      String load = 2 * MadeUpLine.SITES + " × " + MadeUpLine.POINTS;
      report.add(
          "hand-over 15 min, proof by " + solver.get().name(),
          load,
          "s",
          new Samples(seconds),
          Target.atMost(SECONDS));
      report.add("hand-over 15 min, own plan off the best", load, "%", new Samples(off));
    }
  }

  private static Optional<SiteSolver> solver() {
    try {
      return ServiceLoader.load(SiteSolver.class).findFirst();
    } catch (ServiceConfigurationError | LinkageError _) {
      return Optional.empty();
    }
  }
}
