package org.sarhad.sim;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sarhad.sim.fault.FaultMix;
import org.sarhad.sim.world.SimWorld;

/// Runs many seeds, for hours if asked to: `--seeds N` runs so many, `--seed S` that one alone,
/// `--from S` begins there, `--minutes M` is how long each lasts in simulated time, `--mix NAME`
/// keeps to one mix of faults, `--tell N` prints the last N things that happened before a failure.
///
/// A seed that fails is printed with what was violated, and makes the exit status 1. The same seed
/// always does the same.
public final class SimRunner {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private SimRunner() {}

  /// The program.
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out));
  }

  /// Runs as `arguments` say, prints to `out`, and returns the exit status.
  public static int run(String[] arguments, java.io.PrintStream out) {
    long seeds = option(arguments, "--seeds").map(Long::parseLong).orElse(10L);
    var only = option(arguments, "--seed").map(Long::parseLong);
    long from =
        only.or(() -> option(arguments, "--from").map(Long::parseLong))
            .orElseGet(() -> System.nanoTime() >>> 1);
    var length = Duration.ofMinutes(option(arguments, "--minutes").map(Long::parseLong).orElse(5L));
    int tell = option(arguments, "--tell").map(Integer::parseInt).orElse(0);
    var mixName = option(arguments, "--mix");
    long began = System.nanoTime();
    long events = 0;
    int failed = 0;
    int passed = 0;
    for (long seed = from; seed < from + (only.isPresent() ? 1 : seeds); seed++) {
      for (var mix : FaultMix.ALL) {
        if (mixName.isPresent() && !mixName.get().equals(mix.name())) {
          continue;
        }
        var world = SimWorld.of(seed);
        var story = tell > 0 ? world.tell() : List.<String>of();
        try {
          var report = new Simulation(world, mix, PAUSE).run(seed, length);
          events += report.events();
          passed++;
          out.println(report);
        } catch (RuntimeException e) {
          failed++;
          out.printf("seed %d, %s: %s%n", seed, mix.name(), e);
          story.subList(Math.max(0, story.size() - tell), story.size()).forEach(out::println);
          out.printf(
              "  replay: --seed %d --mix %s --minutes %d%n", seed, mix.name(), length.toMinutes());
        }
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    out.printf("%d events in %.1f s: %.0f a second%n", events, seconds, events / seconds);
    out.printf("%d passed, %d failed%n", passed, failed);
    return failed == 0 ? 0 : 1;
  }

  private static Optional<String> option(String[] arguments, String name) {
    for (int i = 0; i + 1 < arguments.length; i++) {
      if (arguments[i].equals(name)) {
        return Optional.of(arguments[i + 1]);
      }
    }
    return Optional.empty();
  }
}
