package org.sarhad.core.posture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What crossings are worth to the posts of one side as they stand: what of the other side's soil
/// near the line its units cover through those that are open, and what they would if one more were,
/// or one of them were closed (protocol clause 15-8.3). Exact: nothing is searched for, and nobody
/// is moved.
///
/// @param now what is covered through the crossings that are open, in parts of a million of the
///   weight
/// @param crossings each with what would be covered if it alone were otherwise
/// @param whole what certain coverage would be worth
public record CrossingWorth(long now, List<Otherwise> crossings, long whole) {
  /// One crossing.
  ///
  /// @param name which
  /// @param isOpen whether it is now
  /// @param across what would be covered if it were not so
  public record Otherwise(String name, boolean isOpen, long across) {}

  /// A way through.
  ///
  /// @param name of the crossing
  /// @param isOpen whether it is now
  /// @param reach from each post through it to each point beyond
  public record Through(String name, boolean isOpen, Reach reach) {}

  /// Copies the list.
  public CrossingWorth {
    crossings = List.copyOf(crossings);
  }

  /// The worth of `ways`, which are about the same posts and points; each post is one unit. O(ways²
  /// · posts · points).
  ///
  /// @param ways at least one
  /// @param withinMin minutes within which a unit is to be there, with what is lost at the line
  ///   taken off
  public static CrossingWorth of(List<Through> ways, int withinMin, BusyFraction busy) {
    List<Boolean> now = ways.stream().map(Through::isOpen).toList();
    List<Otherwise> crossings = new ArrayList<>();
    for (int way = 0; way < ways.size(); way++) {
      List<Boolean> open = new ArrayList<>(now);
      open.set(way, !now.get(way));
      crossings.add(
          new Otherwise(ways.get(way).name(), now.get(way), worth(ways, open, withinMin, busy)));
    }
    return new CrossingWorth(
        worth(ways, now, withinMin, busy),
        crossings,
        ways.getFirst().reach().points() * BusyFraction.WHOLE);
  }

  private static long worth(
      List<Through> ways, List<Boolean> open, int withinMin, BusyFraction busy) {
    Reach any = ways.getFirst().reach();
    List<List<Integer>> rows =
        IntStream.range(0, any.sites())
            .mapToObj(
                post ->
                    IntStream.range(0, any.points())
                        .mapToObj(point -> soonest(ways, open, post, point))
                        .toList())
            .toList();
    CoverageProblem problem =
        new CoverageProblem(
            IntStream.range(0, any.points())
                .mapToObj(_ -> new CoverageProblem.Demand(0, 1))
                .toList(),
            List.of(new CoverageProblem.Side(Reach.of(any.points(), rows), any.sites(), 1)),
            withinMin,
            busy,
            new Assistance.None());
    return new CoverModel(problem).worth(IntStream.range(0, any.sites()).map(_ -> 1).toArray())[0];
  }

  private static int soonest(List<Through> ways, List<Boolean> open, int post, int point) {
    return IntStream.range(0, ways.size())
        .filter(open::get)
        .map(way -> ways.get(way).reach().minutes(post, point))
        .min()
        .orElse(Reach.NEVER);
  }
}
