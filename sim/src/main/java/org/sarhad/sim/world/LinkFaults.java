package org.sarhad.sim.world;

import java.time.Duration;

/// How badly a link treats its messages, as data.
///
/// @param latencyMin the least time one way
/// @param latencyMax the longest time one way; messages overtake each other whenever it exceeds the
///   least
/// @param lossPerMille of a thousand messages, how many vanish
/// @param duplicatePerMille of a thousand messages, how many arrive twice
public record LinkFaults(
    Duration latencyMin, Duration latencyMax, int lossPerMille, int duplicatePerMille) {
  /// A line that loses nothing: 1 to 5 ms one way.
  public static final LinkFaults GOOD =
      new LinkFaults(Duration.ofMillis(1), Duration.ofMillis(5), 0, 0);

  /// A bad radio link: 5 ms to 2 s, one message in ten lost, one in twenty doubled.
  public static final LinkFaults BAD =
      new LinkFaults(Duration.ofMillis(5), Duration.ofSeconds(2), 100, 50);
}
