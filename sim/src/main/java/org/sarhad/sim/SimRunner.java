package org.sarhad.sim;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.sarhad.sim.fault.FaultMix;
import org.sarhad.sim.world.SimWorld;

/// Runs many seeds, for hours if asked to, each in every mix of faults. A seed that fails is
/// printed with what was violated and how to see it again. The same seed always does the same.
///
/// Exit status: 0 if everything held, 1 if not, 2 if it was asked for something it does not know.
public final class SimRunner {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final SimOptions options;
  private final PrintStream out;
  private final long began = System.nanoTime();
  private long events;
  private long steps;
  private int passed;
  private int failed;

  private SimRunner(SimOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /// The program.
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out));
  }

  /// Runs as `arguments` say, prints a line for each run to `out`, and returns the exit status.
  public static int run(String[] arguments, PrintStream out) {
    try {
      return new SimRunner(SimOptions.parse(arguments), out).run();
    } catch (IllegalArgumentException e) {
      out.println("sarhad sim: " + e.getMessage());
      out.println(SimOptions.USAGE);
      return 2;
    }
  }

  private int run() {
    for (long seed = options.from(); seed < options.from() + options.seeds(); seed++) {
      for (var mix : options.mixes()) {
        run(seed, mix);
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    out.printf(
        "%d events in %.1f s: %.0f a second; %d node steps, %.0f a second%n",
        events, seconds, events / seconds, steps, steps / seconds);
    out.printf("%d passed, %d failed%n", passed, failed);
    return failed == 0 ? 0 : 1;
  }

  private void run(long seed, FaultMix mix) {
    var world = SimWorld.of(seed);
    var story = options.tell() > 0 ? world.tell() : List.<String>of();
    try {
      var report = new Simulation(world, mix, PAUSE).run(seed, options.length());
      passed++;
      out.println(report.line());
    } catch (RuntimeException e) {
      failed++;
      out.printf("seed %d, %s: %s%n", seed, mix.name(), e);
      story.subList(Math.max(0, story.size() - options.tell()), story.size()).forEach(out::println);
      if (options.tell() > 0) {
        e.printStackTrace(out);
      }
      out.println("  again: ./sarhad sim " + options.again(seed, mix) + " --tell 500");
    }
    events += world.scheduler().happened();
    steps += world.steps();
  }
}
