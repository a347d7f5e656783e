package org.sarhad.bench.posture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.core.posture.Assistance;
import org.sarhad.core.posture.CoveragePlan;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.Effort;
import org.sarhad.core.posture.Negotiator;
import org.sarhad.core.posture.Reach;
import org.sarhad.core.posture.Stationing;

/// How much of the joint optimum two sides come to that tell each other nothing but counts by
/// sectors.
///
/// @param report where the figures go
record NegotiationFigures(Report report) {
  private static final int ROUNDS = 3;
  private static final int HANDOVER_MIN = 15;
  private static final double SHARE_PERCENT = 98.5;
  private static final double PERCENT = 100;
  private static final double NANOS_PER_SECOND = 1e9;

  void measure(int rounds) {
    var shares = new ArrayList<Double>();
    var gains = new ArrayList<Double>();
    var seconds = new ArrayList<Double>();
    for (int round = 1; round <= rounds; round++) {
      MadeUpLine line = MadeUpLine.of(round);
      CoverageProblem problem = line.problem(new Assistance.Crossing(HANDOVER_MIN));
      CoveragePlan joint = Stationing.plan(problem, Effort.DEFAULT);
      long begun = System.nanoTime();
      Reached reached = negotiated(problem, line.sectors());
      seconds.add((System.nanoTime() - begun) / NANOS_PER_SECOND);
      long best = joint.certificate().value();
      shares.add(PERCENT * reached.settled() / best);
      gains.add(PERCENT * (reached.settled() - reached.begun()) / (best - reached.begun()));
    }
    String load = "3 rounds, 20 km";
    report.add(
        "negotiated, of the plan that knows all sites",
        load,
        "%",
        new Samples(shares),
        Target.atLeast(SHARE_PERCENT));
    report.add("negotiated, of what there is to gain", load, "%", new Samples(gains));
    report.add("negotiated, both sides' reckoning", load, "s", new Samples(seconds));
  }

  /// What both have by their true posts: where they began, and where they settled.
  private record Reached(long begun, long settled) {}

  private static Reached negotiated(CoverageProblem problem, List<String> sectors) {
    List<Negotiator> sides = List.of(of(problem, sectors, 0), of(problem, sectors, 1));
    List<Negotiator.Stance> alone = sides.stream().map(side -> side.alone(Effort.DEFAULT)).toList();
    List<Negotiator.Stance> made = new ArrayList<>(List.of(alone.getFirst()));
    Negotiator.Pick best = Negotiator.Pick.NONE;
    for (int turn = 1; turn < 2 * ROUNDS; turn++) {
      int side = turn % 2;
      made.add(sides.get(side).reply(alone.get(side), made.getLast().told(), Effort.DEFAULT));
      Negotiator.Stance beside =
          sides.get(1 - side).beside(made.get(turn - 1), made.get(turn).told());
      // The opener settles: it picks among the answers to its own offers.
      best = side == 1 ? best.or(turn, beside) : best;
    }
    int answer = best.offer().orElse(1);
    return new Reached(
        worth(problem, alone.get(0), alone.get(1)),
        worth(problem, made.get(answer - 1), made.get(answer)));
  }

  /// What a node of `side` knows of `problem`.
  private static Negotiator of(CoverageProblem problem, List<String> sectors, int side) {
    List<CoverageProblem.Side> sides = new ArrayList<>(problem.sides());
    Reach nothing = Reach.of(problem.demand().size(), List.of());
    sides.set(1 - side, new CoverageProblem.Side(nothing, 0, 1));
    return new Negotiator(
        with(problem, sides), side, sectors, sectors.stream().distinct().sorted().toList());
  }

  private static CoverageProblem with(CoverageProblem problem, List<CoverageProblem.Side> sides) {
    return new CoverageProblem(
        problem.demand(), sides, problem.withinMin(), problem.busy(), problem.assistance());
  }

  /// What posts are worth as they stand: a plan that has no other sites to choose from.
  private static long worth(
      CoverageProblem problem, Negotiator.Stance one, Negotiator.Stance other) {
    CoverageProblem.Side first = only(problem.sides().get(0), one.units());
    CoverageProblem.Side second = only(problem.sides().get(1), other.units());
    return Stationing.plan(with(problem, List.of(first, second)), new Effort(1, 0, 1))
        .certificate()
        .value();
  }

  private static CoverageProblem.Side only(CoverageProblem.Side side, List<Integer> units) {
    int points = side.reach().points();
    List<List<Integer>> rows =
        IntStream.range(0, units.size())
            .filter(site -> units.get(site) > 0)
            .mapToObj(
                site ->
                    IntStream.range(0, points)
                        .mapToObj(point -> side.reach().minutes(site, point))
                        .toList())
            .toList();
    return new CoverageProblem.Side(Reach.of(points, rows), rows.size(), 1);
  }
}
