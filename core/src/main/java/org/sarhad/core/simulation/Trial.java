package org.sarhad.core.simulation;

import java.util.List;
import org.sarhad.core.posture.CoverageProblem;

/// Units at their posts, to whom calls come. Of the side on whose soil a call is, the unit goes
/// that would be there first; where that is one that is not free yet, the call waits for it. It
/// drives, stays a while, and drives back before it is free again.
///
/// @param problem the points, the sides and how soon they are to be there; its assistance says no
///   more than where units of the other side may go
/// @param units for each side, how many at each of its sites
/// @param help what the other side does
/// @param serviceMin minutes that a unit stays, 0 to 10 080
/// @param sectors for each point, the name of its sector
public record Trial(
    CoverageProblem problem,
    List<List<Integer>> units,
    Help help,
    int serviceMin,
    List<String> sectors) {
  private static final int SERVICE_MAX = 7 * 24 * 60;

  /// @throws IllegalArgumentException when the parts do not fit each other
  public Trial {
    units = units.stream().map(List::copyOf).toList();
    sectors = List.copyOf(sectors);
    if (serviceMin < 0 || serviceMin > SERVICE_MAX) {
      throw new IllegalArgumentException(
          "a service of %d minutes; expected 0 to %d".formatted(serviceMin, SERVICE_MAX));
    }
    if (sectors.size() != problem.demand().size() || units.size() != problem.sides().size()) {
      throw new IllegalArgumentException(
          "%d sectors and units of %d sides; expected one for each point, and side"
              .formatted(sectors.size(), units.size()));
    }
    for (int side = 0; side < units.size(); side++) {
      check(units.get(side), problem.sides().get(side).reach().sites());
    }
  }

  private static void check(List<Integer> there, int sites) {
    if (there.size() != sites || there.stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(
          "units %s at %d sites; expected 0 or more at each".formatted(there, sites));
    }
  }

  /// What comes of `calls`. O(calls · units).
  ///
  /// @param calls in their order
  /// @param seconds how long the season was
  public Outcome of(List<Call> calls, long seconds) {
    Dispatching dispatching = new Dispatching(this);
    calls.forEach(dispatching::answer);
    return dispatching.outcome(seconds);
  }
}
