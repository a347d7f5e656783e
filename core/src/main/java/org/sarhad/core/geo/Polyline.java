package org.sarhad.core.geo;

import java.util.ArrayList;
import java.util.List;

/// A line on the ground, walked from its first point to its last. For advice and for what one side
/// decides about itself; nothing that both nodes must agree on is computed with it, because each
/// has its own file.
///
/// Between two points it is straight on a plane that touches the Earth at the position asked about:
/// good to 0.1 % within 100 km of it.
///
/// @param points at least two
public record Polyline(List<Position> points) {
  private static final double METRES_PER_MICRO =
      StrictMath.toRadians(Distance.EARTH_RADIUS_M) / Position.MICRO;

  /// @throws IllegalArgumentException when there are fewer than two points
  public Polyline {
    points = List.copyOf(points);
    if (points.size() < 2) {
      throw new IllegalArgumentException("a line of " + points.size() + " points; at least two");
    }
  }

  /// How a position lies to a line.
  ///
  /// @param metres whole metres to the nearest point of it
  /// @param isLeft whether it lies to the left of who walks along there
  public record Offset(long metres, boolean isLeft) {}

  /// How `position` lies to the line: to its nearest piece. Where two pieces are equally near, at a
  /// bend, the one counts that turns to the position the more squarely. O(points).
  public Offset offset(Position position) {
    double east = StrictMath.cos(StrictMath.toRadians(position.latitudeDegrees()));
    double best = Double.MAX_VALUE;
    double bestSine = 0;
    for (int i = 1; i < points.size(); i++) {
      Piece piece =
          Piece.between(points.get(i - 1), points.get(i), position, east * METRES_PER_MICRO);
      boolean isAlike = StrictMath.abs(piece.metres() - best) < 1e-6;
      if (piece.metres() < best - 1e-6
          || (isAlike && StrictMath.abs(piece.sine()) > StrictMath.abs(bestSine))) {
        best = StrictMath.min(best, piece.metres());
        bestSine = piece.sine();
      }
    }
    return new Offset(StrictMath.round(best), bestSine > 0);
  }

  /// How long it is, whole metres; 1 m off for each piece at most.
  public long lengthM() {
    long metres = 0;
    for (int i = 1; i < points.size(); i++) {
      metres += points.get(i - 1).distanceTo(points.get(i)).metres();
    }
    return metres;
  }

  /// Points along it, `metres` apart, the first one half of that from its beginning: each stands
  /// for as much of the line as every other. None on a line that is shorter than half of it.
  /// O(points, and length / metres).
  ///
  /// @param metres 1 or more
  public List<Position> every(long metres) {
    List<Position> along = new ArrayList<>();
    double next = metres / 2.0;
    double walked = 0;
    for (int i = 1; i < points.size(); i++) {
      Position a = points.get(i - 1);
      Position b = points.get(i);
      long length = a.distanceTo(b).metres();
      for (; next <= walked + length && length > 0; next += metres) {
        along.add(between(a, b, (next - walked) / length));
      }
      walked += length;
    }
    return List.copyOf(along);
  }

  private static Position between(Position a, Position b, double share) {
    return new Position(
        part(a.latitudeMicro(), b.latitudeMicro(), share),
        part(a.longitudeMicro(), b.longitudeMicro(), share));
  }

  private static int part(int a, int b, double share) {
    return (int) StrictMath.round(a + (b - (double) a) * share);
  }

  /// One piece as seen from a position.
  ///
  /// @param metres how far away
  /// @param sine of the angle between walking along it and looking at the position from its nearest
  ///   point; positive to the left
  private record Piece(double metres, double sine) {
    static Piece between(Position a, Position b, Position from, double metresPerMicroEast) {
      double ax = ((double) a.longitudeMicro() - from.longitudeMicro()) * metresPerMicroEast;
      double ay = ((double) a.latitudeMicro() - from.latitudeMicro()) * METRES_PER_MICRO;
      double dx = ((double) b.longitudeMicro() - a.longitudeMicro()) * metresPerMicroEast;
      double dy = ((double) b.latitudeMicro() - a.latitudeMicro()) * METRES_PER_MICRO;
      double square = dx * dx + dy * dy;
      double along = square == 0 ? 0 : -(ax * dx + ay * dy) / square;
      double t = StrictMath.max(0, StrictMath.min(1, along));
      double nx = ax + t * dx;
      double ny = ay + t * dy;
      double metres = StrictMath.hypot(nx, ny);
      double length = StrictMath.sqrt(square);
      double cross = dx * -ny - dy * -nx;
      return new Piece(metres, metres == 0 || length == 0 ? 0 : cross / (metres * length));
    }
  }
}
