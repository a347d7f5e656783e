package org.sarhad.bench.simulation;

import java.time.Duration;
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

/// How much of a day on the border fits into a second.
public final class SimulateRow implements Row {
  private static final Duration LENGTH = Duration.ofMinutes(2);
  private static final long SEED = 20190422;

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
        inside:  both nodes, disk, link and clock simulated, every invariant checked after every event
        outside: real signatures; processor time of the one thread that does it all""";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    // A new seed each round: what one seed leaves warm, another does not.
    long[] seed = {SEED};
    Map<FaultMix, Samples> taken =
        Rounds.interleaved(
            FaultMix.ALL,
            options.rounds(),
            mix -> CpuTime.perSecond(() -> Simulation.run(seed[0]++, mix, LENGTH).events()));
    taken.forEach(
        (mix, samples) ->
            report.add(
                "simulation, " + mix.name(),
                LENGTH.toMinutes() + " min and rest",
                "events/s/core",
                samples,
                Target.atLeast(200_000)));
  }
}
