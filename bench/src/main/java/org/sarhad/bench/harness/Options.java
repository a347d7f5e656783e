package org.sarhad.bench.harness;

import java.nio.file.Path;
import java.time.Duration;

/// How hard to measure.
///
/// @param root the root of the project, where the built programs are
/// @param scratch a directory on the device to be measured; rows make their own below it
/// @param rounds how often each measurement is repeated, at least 1
/// @param round how long one round of a load lasts
/// @param kept a directory beside it that stays: what takes long to prepare is kept there
/// @param entries how many entries a large log has, in place of what a row takes; 0 for that
/// @param full whether to take the sizes and times of the promise where the default takes less
public record Options(
    Path root, Path scratch, Path kept, int rounds, Duration round, long entries, boolean full) {
  /// Checks the ranges.
  public Options {
    if (rounds < 1 || round.toMillis() < 100) {
      throw new IllegalArgumentException(
          "rounds " + rounds + " of " + round + ": expected at least 1 of at least 100 ms");
    }
  }

  /// How many entries a large log has: as many as were asked for, else `promised` if it may take
  /// its time, else `few`.
  public long entries(long few, long promised) {
    return entries > 0 ? entries : full ? promised : few;
  }
}
