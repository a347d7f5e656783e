package org.sarhad.core.posture;

import java.util.List;

/// Where to stand, asked for one side, or for two neighbours together: the *maximum expected
/// covering location problem* (Daskin 1983) with units on own soil only, and with assistance across
/// the line.
///
/// A point is covered by each unit that is there in time: of the side on whose soil it lies within
/// `withinMin`, of the other one within what is left of that behind the hand-over, and only where
/// the point is no farther behind the line than a unit may go. With k units in reach it counts with
/// the chance that one of them is free.
///
/// @param demand the points, 1 to 20 000; at most [#WEIGHT_MAX] together
/// @param sides one, or two
/// @param withinMin minutes within which a unit must be there, 1 to 1440
/// @param busy how much of its time a unit cannot come
/// @param assistance whether units count across the line
public record CoverageProblem(
    List<Demand> demand,
    List<Side> sides,
    int withinMin,
    BusyFraction busy,
    Assistance assistance) {
  /// Most weight of all points together: what is reckoned with it fits a `long`.
  public static final long WEIGHT_MAX = 1_000_000_000L;

  private static final int POINTS_MAX = 20_000;
  private static final int WITHIN_MAX = 24 * 60;

  /// A point where something can happen.
  ///
  /// @param side on whose soil, by its place in the list of sides
  /// @param weight how much it counts, 0 or more
  /// @param depthM how far behind the line it lies, in metres, 0 or more
  public record Demand(int side, long weight, int depthM) {
    /// One at the line.
    public Demand(int side, long weight) {
      this(side, weight, 0);
    }
  }

  /// What one side has to place.
  ///
  /// @param reach from its candidate sites, all on its own soil, to every point
  /// @param units how many, 0 to 500, and not more than the sites hold
  /// @param perSite how many may stand at one site, 1 to 100
  public record Side(Reach reach, int units, int perSite) {
    private static final int UNITS_MAX = 500;
    private static final int PER_SITE_MAX = 100;

    /// @throws IllegalArgumentException when a number is not in its range
    public Side {
      if (perSite < 1 || perSite > PER_SITE_MAX) {
        throw new IllegalArgumentException(
            "%d units at a site; expected 1 to %d".formatted(perSite, PER_SITE_MAX));
      }
      long room = (long) perSite * reach.sites();
      if (units < 0 || units > Math.min(room, UNITS_MAX)) {
        throw new IllegalArgumentException(
            "%d units; expected 0 to %d".formatted(units, Math.min(room, UNITS_MAX)));
      }
    }
  }

  /// @throws IllegalArgumentException when the parts do not fit each other
  public CoverageProblem {
    demand = List.copyOf(demand);
    sides = List.copyOf(sides);
    if (sides.isEmpty() || sides.size() > 2) {
      throw new IllegalArgumentException(sides.size() + " sides; expected one or two");
    }
    if (demand.isEmpty() || demand.size() > POINTS_MAX) {
      throw new IllegalArgumentException(
          "%d points; expected 1 to %d".formatted(demand.size(), POINTS_MAX));
    }
    if (withinMin < 1 || withinMin > WITHIN_MAX) {
      throw new IllegalArgumentException(
          "within %d minutes; expected 1 to %d".formatted(withinMin, WITHIN_MAX));
    }
    check(demand, sides);
  }

  private static void check(List<Demand> demand, List<Side> sides) {
    long left = WEIGHT_MAX;
    for (Demand point : demand) {
      boolean isPlace = point.side() >= 0 && point.side() < sides.size() && point.depthM() >= 0;
      if (!isPlace || point.weight() < 0 || point.weight() > left) {
        throw new IllegalArgumentException(
            "%s; expected one of %d sides, nowhere before the line, and not more than %d together"
                .formatted(point, sides.size(), WEIGHT_MAX));
      }
      left -= point.weight();
    }
    for (Side side : sides) {
      if (side.reach().points() != demand.size()) {
        throw new IllegalArgumentException(
            "a reach over %d points; there are %d".formatted(side.reach().points(), demand.size()));
      }
    }
  }

  /// Whether a unit of `side` at `site` counts for `point`.
  public boolean isCovered(int side, int site, int point) {
    int minutes = sides.get(side).reach().minutes(site, point);
    if (demand.get(point).side() == side) {
      return minutes <= withinMin;
    }
    return switch (assistance) {
      case Assistance.None _ -> false;
      case Assistance.Crossing(int handoverMin, int depthM) ->
          demand.get(point).depthM() <= depthM && minutes <= withinMin - handoverMin;
    };
  }

  /// Whether units of the other side may come to `point` at all, however near they are.
  public boolean isHelped(int point) {
    return assistance instanceof Assistance.Crossing(_, int depthM)
        && demand.get(point).depthM() <= depthM;
  }

  /// What one round of a search looks at: for each unit, at every site from which a point is
  /// reached that it reaches itself, once for each such point. Where all sites are alike, so many;
  /// otherwise as many as that in the mean over the sites. O(sites · points).
  long roundSteps() {
    long units = 0;
    long sites = 0;
    for (Side side : sides) {
      units += side.units();
      sites += side.reach().sites();
    }
    return sites == 0 ? 0 : units * shared() / sites;
  }

  /// How many times two sites reach the same point, each also beside itself.
  private long shared() {
    long shared = 0;
    for (int point = 0; point < demand.size(); point++) {
      long reaching = 0;
      for (int side = 0; side < sides.size(); side++) {
        for (int site = 0; site < sides.get(side).reach().sites(); site++) {
          reaching += isCovered(side, site, point) ? 1 : 0;
        }
      }
      shared += reaching * reaching;
    }
    return shared;
  }

  /// All points together, in parts of a million of their weight: what certain coverage is worth.
  public long whole() {
    return demand.stream().mapToLong(Demand::weight).sum() * BusyFraction.WHOLE;
  }
}
