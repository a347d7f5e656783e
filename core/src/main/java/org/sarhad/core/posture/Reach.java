package org.sarhad.core.posture;

import java.util.List;
import org.sarhad.core.geo.Position;

/// How long it takes from each site to each point, in whole minutes. Immutable.
public final class Reach {
  /// Longer than any time that is asked about.
  public static final int NEVER = Integer.MAX_VALUE;

  private final int points;
  private final int[][] minutes;

  private Reach(int points, int[][] minutes) {
    this.points = points;
    this.minutes = minutes;
  }

  /// How long it takes from one place to another. What answers may be a straight line or a road
  /// network.
  @FunctionalInterface
  public interface Journey {
    /// Whole minutes, begun ones counted, ≥ 0; [#NEVER] when it cannot be reached.
    int minutes(Position from, Position to);
  }

  /// From each of `sites` to each of `points`. O(sites · points) journeys.
  public static Reach between(List<Position> sites, List<Position> points, Journey journey) {
    int[][] minutes = new int[sites.size()][points.size()];
    for (int site = 0; site < sites.size(); site++) {
      for (int point = 0; point < points.size(); point++) {
        minutes[site][point] = checked(journey.minutes(sites.get(site), points.get(point)));
      }
    }
    return new Reach(points.size(), minutes);
  }

  /// The times in `rows`, one row for each site.
  ///
  /// @param points how many points each row is about
  /// @throws IllegalArgumentException when a row is not as long, or a time is negative
  public static Reach of(int points, List<List<Integer>> rows) {
    int[][] minutes = new int[rows.size()][points];
    for (int site = 0; site < rows.size(); site++) {
      List<Integer> row = rows.get(site);
      if (row.size() != points) {
        throw new IllegalArgumentException(
            "site %d with %d times; expected %d".formatted(site, row.size(), points));
      }
      for (int point = 0; point < points; point++) {
        minutes[site][point] = checked(row.get(point));
      }
    }
    return new Reach(points, minutes);
  }

  private static int checked(int minutes) {
    if (minutes < 0) {
      throw new IllegalArgumentException("a journey of " + minutes + " minutes");
    }
    return minutes;
  }

  /// How many sites.
  public int sites() {
    return minutes.length;
  }

  /// How many points.
  public int points() {
    return points;
  }

  /// From `site` to `point`, both from 0.
  public int minutes(int site, int point) {
    return minutes[site][point];
  }
}
