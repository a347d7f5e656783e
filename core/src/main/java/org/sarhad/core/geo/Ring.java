package org.sarhad.core.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// The edge of an area: corners joined by straight lines in latitude and longitude, the last one
/// with the first. It does not cross or touch itself and does not reach around the 180th meridian.
///
/// All arithmetic is in whole micro-degrees and exact, so that both nodes agree about every point.
/// As JSON the numbers one behind the other: `[29500000,60900000,29500000,61200000,…]`, latitude
/// before longitude.
///
/// @param corners 3 to 128 positions, no two alike
public record Ring(List<Position> corners) {
  /// Most corners of one area.
  public static final int CORNERS_MAX = 128;

  /// @throws IllegalArgumentException when there are too few or too many corners, or the edge meets
  ///   itself
  public Ring {
    corners = List.copyOf(corners);
    if (corners.size() < 3 || corners.size() > CORNERS_MAX) {
      throw new IllegalArgumentException(
          "an area of %d corners; expected 3 to %d".formatted(corners.size(), CORNERS_MAX));
    }
    checkSimple(corners);
  }

  /// Whether `position` lies in the area. Of a point on the edge exactly one of two areas that
  /// share the edge says yes. O(corners).
  public boolean contains(Position position) {
    boolean inside = false;
    for (int i = 0; i < corners.size(); i++) {
      Position a = corners.get(i);
      Position b = next(corners, i);
      boolean isSpanned =
          (a.latitudeMicro() > position.latitudeMicro())
              != (b.latitudeMicro() > position.latitudeMicro());
      if (isSpanned && isEastOf(a, b, position)) {
        inside = !inside;
      }
    }
    return inside;
  }

  /// How large the area is, in square metres, on the mean sphere ([Distance#EARTH_RADIUS_M]) with
  /// edges that are straight in latitude and longitude. Equal on every machine (`StrictMath`).
  /// O(corners).
  public long areaM2() {
    double sum = 0;
    for (int i = 0; i < corners.size(); i++) {
      Position a = corners.get(i);
      Position b = next(corners, i);
      double east = StrictMath.toRadians(b.longitudeDegrees() - a.longitudeDegrees());
      sum += east * meanSine(a, b);
    }
    double area = StrictMath.abs(sum) * Distance.EARTH_RADIUS_M * Distance.EARTH_RADIUS_M;
    return StrictMath.round(area);
  }

  /// The mean of the sine of the latitude along a straight edge, by Simpson's rule: off by less
  /// than 1 in 10 000 for an edge of ten degrees.
  private static double meanSine(Position a, Position b) {
    double from = StrictMath.toRadians(a.latitudeDegrees());
    double to = StrictMath.toRadians(b.latitudeDegrees());
    double middle = StrictMath.sin((from + to) / 2);
    return (StrictMath.sin(from) + 4 * middle + StrictMath.sin(to)) / 6;
  }

  /// Whether the two areas have a point in common, if only on their edges. O(corners²).
  public boolean meets(Ring other) {
    if (contains(other.corners.getFirst()) || other.contains(corners.getFirst())) {
      return true;
    }
    for (int i = 0; i < corners.size(); i++) {
      for (int j = 0; j < other.corners.size(); j++) {
        Position c = other.corners.get(j);
        if (Segments.meet(corners.get(i), next(corners, i), c, next(other.corners, j))) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether `p` lies strictly east of the edge, in whichever direction the edge is walked.
  private static boolean isEastOf(Position a, Position b, Position p) {
    return a.latitudeMicro() < b.latitudeMicro()
        ? Segments.turn(a, b, p) > 0
        : Segments.turn(b, a, p) > 0;
  }

  /// Inverse of [#fromJson].
  public Json.Arr toJson() {
    return Json.arr(
        corners.stream()
            .flatMap(c -> Stream.of(Json.of(c.latitudeMicro()), Json.of(c.longitudeMicro()))));
  }

  /// Inverse of [#toJson].
  ///
  /// @throws MalformedJsonException when a number is missing or out of range
  /// @throws IllegalArgumentException when the corners are no such edge
  public static Ring fromJson(Json.Arr json) throws MalformedJsonException {
    List<Long> numbers = json.integers(-180L * Position.MICRO, 180L * Position.MICRO);
    if (numbers.size() % 2 != 0) {
      throw new MalformedJsonException(
          "the edge of an area", numbers.size() + " numbers", "a latitude and a longitude each");
    }
    List<Position> corners = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i += 2) {
      corners.add(
          new Position(Math.toIntExact(numbers.get(i)), Math.toIntExact(numbers.get(i + 1))));
    }
    return new Ring(corners);
  }

  // ---- the edge and itself --------------------------------------------------------------------

  /// O(corners²), at most 128² / 2 pairs.
  private static void checkSimple(List<Position> corners) {
    int count = corners.size();
    for (int i = 0; i < count; i++) {
      Position a = corners.get(i);
      Position b = next(corners, i);
      Position c = next(corners, i + 1);
      if (Segments.turn(a, b, c) == 0 && !isStraightOn(a, b, c)) {
        throw new IllegalArgumentException("the edge of an area turns back at " + b);
      }
      for (int j = i + 2; j < count; j++) {
        boolean isNeighbour = (j + 1) % count == i;
        if (!isNeighbour && Segments.meet(a, b, corners.get(j), next(corners, j))) {
          throw new IllegalArgumentException(
              "the edge of an area meets itself between %s and %s".formatted(a, b));
        }
      }
    }
  }

  private static Position next(List<Position> corners, int index) {
    return corners.get((index + 1) % corners.size());
  }

  /// Whether `b` lies between `a` and `c`, which are on one line with it.
  private static boolean isStraightOn(Position a, Position b, Position c) {
    return !a.equals(b) && !b.equals(c) && Segments.isWithin(a, c, b);
  }
}
