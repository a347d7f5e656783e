package org.sarhad.core.posture;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// How little it takes to be everywhere: the shortest time for so many posts (*p-center*, Hakimi
/// 1964), and the fewest posts for such a time (*set covering*, Toregas and others 1971).
///
/// Both are asked of the engine for [CoverageProblem]s: so many posts in such a time either cover
/// every point, which a plan shows, or cannot, which its bound proves. What is neither shown nor
/// proven lies between value and bound of the certificate.
public final class Covering {
  private static final int DAY_MIN = 24 * 60;
  private static final int PERMILLE = 1_000;

  private Covering() {}

  /// What one question gave.
  ///
  /// @param sites from which enough is reached; empty when none were found
  /// @param isImpossible whether it is proven that there are none
  private record Tried(Optional<List<Integer>> sites, boolean isImpossible) {}

  /// The shortest time within which `posts` of the sites reach every point; empty when they are not
  /// found to do so within a day. O(log(day) · effort).
  ///
  /// @param posts 1 to the number of sites
  public static Optional<SitePlan> shortest(Reach reach, int posts, Effort effort) {
    int most = Math.min(DAY_MIN, Math.max(1, fromOneSite(reach)));
    return least(1, most, within -> tried(reach, posts, within, PERMILLE, effort));
  }

  /// The fewest posts that reach every point within `withinMin`; empty when not even all sites do.
  /// O(log(sites) · effort).
  ///
  /// @param withinMin 1 to 1440
  public static Optional<SitePlan> fewest(Reach reach, int withinMin, Effort effort) {
    return fewest(reach, withinMin, PERMILLE, effort);
  }

  /// The fewest posts that reach so much of the points within `withinMin`; empty when not even all
  /// sites do. O(log(sites) · effort).
  ///
  /// @param withinMin 1 to 1440
  /// @param sharePermille how much of the points, each counted alike, 1 to 1000
  public static Optional<SitePlan> fewest(
      Reach reach, int withinMin, int sharePermille, Effort effort) {
    return reach.sites() == 0
        ? Optional.empty()
        : least(1, reach.sites(), posts -> tried(reach, posts, withinMin, sharePermille, effort));
  }

  /// How long it takes to be everywhere from the best single site.
  private static int fromOneSite(Reach reach) {
    return IntStream.range(0, reach.sites())
        .map(
            site ->
                IntStream.range(0, reach.points())
                    .map(point -> reach.minutes(site, point))
                    .max()
                    .orElse(0))
        .min()
        .orElse(Reach.NEVER);
  }

  /// The least number for which sites were found, and one more than the greatest that was proven to
  /// be too small: by halving, since what is enough stays so for every greater number.
  private static Optional<SitePlan> least(int from, int to, IntFunction<Tried> trying) {
    Optional<List<Integer>> sites = trying.apply(to).sites();
    int found = to;
    int proven = from;
    int low = from;
    while (sites.isPresent() && low < found) {
      int middle = (low + found) / 2;
      Tried tried = trying.apply(middle);
      if (tried.sites().isPresent()) {
        sites = tried.sites();
        found = middle;
      } else {
        low = middle + 1;
        proven = tried.isImpossible() ? low : proven;
      }
    }
    int value = found;
    int bound = sites.isPresent() ? proven(proven, found, trying) : proven;
    return sites.map(all -> new SitePlan(all, new Certificate(value, bound)));
  }

  /// The least number that is not proven to be too small, from `low` to `found`.
  private static int proven(int low, int found, IntFunction<Tried> trying) {
    int from = low;
    int to = found;
    while (from < to) {
      int middle = (from + to) / 2;
      if (trying.apply(middle).isImpossible()) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static Tried tried(
      Reach reach, int posts, int withinMin, int sharePermille, Effort effort) {
    CoverageProblem problem =
        new CoverageProblem(
            Collections.nCopies(reach.points(), new CoverageProblem.Demand(0, 1)),
            List.of(new CoverageProblem.Side(reach, posts, 1)),
            withinMin,
            new BusyFraction(0, 1),
            new Assistance.None());
    CoveragePlan plan = Stationing.plan(problem, effort.fitting(problem));
    List<Integer> units = plan.units().getFirst();
    long enough =
        Math.ceilDiv((long) reach.points() * sharePermille, PERMILLE) * BusyFraction.WHOLE;
    boolean isEnough = plan.certificate().value() >= enough;
    return new Tried(
        isEnough
            ? Optional.of(
                IntStream.range(0, units.size()).filter(i -> units.get(i) > 0).boxed().toList())
            : Optional.empty(),
        plan.certificate().bound() < enough);
  }
}
