package org.sarhad.bench.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sarhad.bench.harness.CpuTime;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Rounds;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.sim.Simulation;
import org.sarhad.sim.fault.FaultMix;
import org.sarhad.sim.workload.Officers;
import org.sarhad.sim.world.SimWorld;

/// How much of a day on the border fits into a second.
///
/// The simulation is for runs of hours, so it is measured when it is warm: the first dozen seeds of
/// each mix, in which the JVM still translates, are not counted.
public final class SimulateRow implements Row {
  private static final Duration LENGTH = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final long SEED = 20190422;
  private static final int WARM_UP = 12;

  @Override
  public String name() {
    return "simulate";
  }

  @Override
  public String question() {
    return "events of the simulation per second of one core, signatures faked";
  }

  @Override
  public String boundary() {
    return """
        inside:  both nodes, disk, link and clock simulated, every invariant checked after every event; an event is
                 an action of the scheduler, a node step an event that production code was given by it. "The nodes
                 alone" is what no simulation of them can exceed: the same officers at the same work, no faults, no
                 healing, and nobody looking
        outside: real signatures; the JVM's first %d runs of each mix; processor time of the one thread that does
                 it all"""
        .formatted(WARM_UP);
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    // A new seed each round: what one seed leaves warm, another does not.
    long[] seed = {SEED};
    for (int i = 0; i < WARM_UP * FaultMix.ALL.size(); i++) {
      Simulation.run(seed[0]++, FaultMix.ALL.get(i % FaultMix.ALL.size()), LENGTH);
    }
    Map<FaultMix, List<Double>> stepsPerEvent = new HashMap<>();
    Map<FaultMix, Samples> taken =
        Rounds.interleaved(
            FaultMix.ALL,
            options.rounds(),
            mix ->
                CpuTime.perSecond(
                    () -> {
                      Simulation.Report run = Simulation.run(seed[0]++, mix, LENGTH);
                      stepsPerEvent
                          .computeIfAbsent(mix, _ -> new ArrayList<>())
                          .add((double) run.steps() / run.events());
                      return run.events();
                    }));
    Rounds.interleaved(
            List.of("the nodes alone, nothing checked"),
            options.rounds(),
            _ -> CpuTime.perSecond(() -> unchecked(seed[0]++)))
        .forEach(
            (name, samples) ->
                report.add(name, LENGTH.toMinutes() + " min", "events/s/core", samples));
    taken.forEach(
        (mix, samples) -> {
          report.add(
              "simulation, " + mix.name(),
              LENGTH.toMinutes() + " min and rest",
              "events/s/core",
              samples,
              Target.atLeast(200_000));
          report.add(
              "of these, steps of a node, " + mix.name(),
              LENGTH.toMinutes() + " min and rest",
              "per event",
              new Samples(stepsPerEvent.getOrDefault(mix, List.of())));
        });
  }

  /// Both nodes and their officers, left to themselves; how many events that were.
  private static long unchecked(long seed) {
    SimWorld world = SimWorld.of(seed);
    Officers officers = new Officers(world, world.random().fork(), PAUSE, (_, _) -> {});
    world.begin();
    officers.begin();
    world.run(LENGTH);
    return world.scheduler().happened();
  }
}
