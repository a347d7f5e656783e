package org.sarhad.bench.harness;

import java.nio.file.Path;
import java.time.Duration;

/// How hard to measure.
///
/// @param root the root of the project, where the built programs are
/// @param scratch a directory on the device to be measured; rows make their own below it
/// @param rounds how often each measurement is repeated, at least 1
/// @param round how long one round of a load lasts
/// @param full whether to take the sizes and times of the promise where the default takes less
public record Options(Path root, Path scratch, int rounds, Duration round, boolean full) {
  /// Checks the ranges.
  public Options {
    if (rounds < 1 || round.toMillis() < 100) {
      throw new IllegalArgumentException(
          "rounds " + rounds + " of " + round + ": expected at least 1 of at least 100 ms");
    }
  }
}
