package org.sarhad.core.geo;

import java.util.List;

/// A piece of the Earth between two parallels and two meridians, in micro-degrees; not across the
/// antimeridian.
///
/// @param south latitude of its southern edge
/// @param west longitude of its western edge
/// @param north latitude of its northern edge, which is no part of it
/// @param east longitude of its eastern edge, which is no part of it
public record Region(long south, long west, long north, long east) {
  /// How something that was drawn lies to a region.
  public enum Fit {
    /// Some of it may lie in the region.
    HERE,
    /// None of it does, but all would if latitude and longitude were exchanged.
    SWAPPED,
    /// None of it does.
    ELSEWHERE
  }

  /// The region around `points`, and so many micro-degrees more on every side.
  ///
  /// @param points at least one
  public static Region around(List<Position> points, int margin) {
    var latitudes = points.stream().mapToInt(Position::latitudeMicro).summaryStatistics();
    var longitudes = points.stream().mapToInt(Position::longitudeMicro).summaryStatistics();
    return new Region(
        (long) latitudes.getMin() - margin,
        (long) longitudes.getMin() - margin,
        (long) latitudes.getMax() + margin + 1,
        (long) longitudes.getMax() + margin + 1);
  }

  /// The southwestern and the northeastern of the positions in it.
  ///
  /// @throws IllegalArgumentException when it reaches beyond the Earth
  public List<Position> corners() {
    return List.of(
        new Position(Math.toIntExact(south), Math.toIntExact(west)),
        new Position(Math.toIntExact(north - 1), Math.toIntExact(east - 1)));
  }

  /// Whether `position` lies in it.
  public boolean contains(Position position) {
    return position.latitudeMicro() >= south
        && position.latitudeMicro() < north
        && position.longitudeMicro() >= west
        && position.longitudeMicro() < east;
  }

  /// Whether the box around `points` has something in common with it, though perhaps none of them
  /// lies in it: a country may be larger than what is looked at, a road may cut a corner.
  ///
  /// @param points at least one
  public boolean touches(List<Position> points) {
    Region box = around(points, 0);
    return box.south < north && box.north > south && box.west < east && box.east > west;
  }

  /// How what was drawn through `points` lies to it. O(points).
  ///
  /// @param points at least one
  public Fit fit(List<Position> points) {
    if (touches(points)) {
      return Fit.HERE;
    }
    return points.stream().allMatch(this::containsSwapped) ? Fit.SWAPPED : Fit.ELSEWHERE;
  }

  private boolean containsSwapped(Position point) {
    return Math.abs((long) point.longitudeMicro()) <= 90L * Position.MICRO
        && contains(new Position(point.longitudeMicro(), point.latitudeMicro()));
  }
}
