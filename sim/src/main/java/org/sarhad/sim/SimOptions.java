package org.sarhad.sim;

import java.time.Duration;
import java.util.List;
import org.sarhad.sim.fault.FaultMix;

/// What `./sarhad sim` is asked to do.
///
/// @param from the first seed
/// @param seeds how many, one after the other
/// @param mixes of faults, in each of which every seed runs
/// @param length of the part of a run in which officers work, in simulated time
/// @param tell how many of the last things that happened are printed for a run that failed
record SimOptions(long from, long seeds, List<FaultMix> mixes, Duration length, int tell) {
  static final String USAGE =
      """
      usage: ./sarhad sim [--seeds N] [--from SEED | --seed SEED] [--mix calm|rough|hostile]
                          [--minutes M] [--tell N]
        --seeds N    how many seeds, 10 unless told; fresh ones unless --from says where to begin
        --seed SEED  that one alone
        --mix NAME   in this mix of faults alone, otherwise in all of them
        --minutes M  how long officers work in each run, in simulated time; 5 unless told
        --tell N     print the last N things that happened before something did not hold""";

  private static final long SEEDS = 10;
  private static final Duration LENGTH = Duration.ofMinutes(5);

  /// What `arguments` ask for.
  ///
  /// @throws IllegalArgumentException if one is unknown, or lacks its value
  static SimOptions parse(String... arguments) {
    var options = new SimOptions(System.nanoTime() >>> 20, SEEDS, FaultMix.ALL, LENGTH, 0);
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException("there is no value for '%s'".formatted(arguments[i]));
      }
      options = options.with(arguments[i], arguments[i + 1]);
    }
    return options;
  }

  private SimOptions with(String option, String value) {
    return switch (option) {
      case "--seeds" -> new SimOptions(from, number(option, value, 1), mixes, length, tell);
      case "--from" -> new SimOptions(number(option, value, 0), seeds, mixes, length, tell);
      case "--seed" -> new SimOptions(number(option, value, 0), 1, mixes, length, tell);
      case "--mix" -> new SimOptions(from, seeds, List.of(mix(value)), length, tell);
      case "--minutes" ->
          new SimOptions(from, seeds, mixes, Duration.ofMinutes(number(option, value, 1)), tell);
      case "--tell" -> new SimOptions(from, seeds, mixes, length, (int) number(option, value, 0));
      default -> throw new IllegalArgumentException("unknown option '%s'".formatted(option));
    };
  }

  private static long number(String option, String value, long least) {
    try {
      long number = Long.parseLong(value);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "%s takes a whole number from %d on, not '%s'".formatted(option, least, value));
  }

  private static FaultMix mix(String name) {
    return FaultMix.ALL.stream()
        .filter(mix -> mix.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no mix is called '%s'".formatted(name)));
  }

  /// The options that run `seed` in `mix` once more.
  String again(long seed, FaultMix mix) {
    return "--seed %d --mix %s --minutes %d".formatted(seed, mix.name(), length.toMinutes());
  }
}
