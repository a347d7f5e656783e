package org.sarhad.core.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where two lines are the farthest from each other: the point of either that is farthest from the
/// other (the distance of Hausdorff 1914), looked for at their corners and between them.
///
/// @param at the point
/// @param metres whole metres to the other line; good to 2 % within 100 km
public record LineGap(Position at, long metres) {
  /// Points looked at between the corners of a line.
  private static final int STEPS = 20_000;

  private static final long STEP_MIN_M = 20;

  /// The gap between the lines `one` and `other`, each in pieces; empty where either has none. O(n
  /// log n), in points and steps.
  public static Optional<LineGap> between(List<Polyline> one, List<Polyline> other) {
    return one.isEmpty() || other.isEmpty()
        ? Optional.empty()
        : Stream.concat(farthest(one, other).stream(), farthest(other, one).stream())
            .max(Comparator.comparingLong(LineGap::metres));
  }

  private static Optional<LineGap> farthest(List<Polyline> from, List<Polyline> to) {
    List<LineIndex> indexes = to.stream().map(piece -> LineIndex.of(piece.points())).toList();
    return points(from).stream()
        .map(point -> new LineGap(point, metres(point, indexes)))
        .max(Comparator.comparingLong(LineGap::metres));
  }

  private static long metres(Position point, List<LineIndex> indexes) {
    return Math.round(
        indexes.stream().mapToDouble(index -> index.nearest(point).metres()).min().orElse(0));
  }

  private static List<Position> points(List<Polyline> pieces) {
    long length = pieces.stream().mapToLong(Polyline::lengthM).sum();
    long step = Math.max(STEP_MIN_M, length / STEPS);
    List<Position> points = new ArrayList<>();
    for (Polyline piece : pieces) {
      points.addAll(piece.points());
      points.addAll(piece.every(step));
    }
    return points;
  }
}
