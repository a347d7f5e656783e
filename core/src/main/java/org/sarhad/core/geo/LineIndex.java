package org.sarhad.core.geo;

import java.util.Arrays;
import java.util.List;

/// A line on the ground, for many positions in a short time: the same line as [Polyline], its
/// pieces in a tree of boxes over flat arrays. Immutable; for several threads at once.
///
/// On the plane of [Polyline], which touches the Earth at the position asked about. Which hand a
/// position is on is right at any distance, because pieces are straight in latitude and longitude
/// there; how far it is, is good to 2 % within 100 km below 70 degrees of latitude.
public final class LineIndex {
  private static final double METRES_PER_MICRO =
      StrictMath.toRadians(Distance.EARTH_RADIUS_M) / Position.MICRO;

  /// Two pieces this near to each other are equally near, metres.
  private static final double ALIKE_M = 1e-6;

  /// Pieces in one leaf.
  private static final int LEAF = 4;

  private final int[] lats;
  private final int[] lons;
  private final int leaves;

  /// The boxes of the tree: the root is 1, the children of `i` are `2i` and `2i + 1`.
  private final int[] souths;

  private final int[] norths;
  private final int[] wests;
  private final int[] easts;

  private LineIndex(List<Position> points) {
    this.lats = points.stream().mapToInt(Position::latitudeMicro).toArray();
    this.lons = points.stream().mapToInt(Position::longitudeMicro).toArray();
    int wanted = (points.size() - 1 + LEAF - 1) / LEAF;
    this.leaves = wanted == 1 ? 1 : Integer.highestOneBit(wanted - 1) << 1;
    this.souths = filled(Integer.MAX_VALUE);
    this.norths = filled(Integer.MIN_VALUE);
    this.wests = filled(Integer.MAX_VALUE);
    this.easts = filled(Integer.MIN_VALUE);
    for (int point = 0; point < lats.length; point++) {
      stretch(leafOf(Math.max(0, point - 1)), point);
      stretch(leafOf(Math.min(lats.length - 2, point)), point);
    }
    for (int node = leaves - 1; node >= 1; node--) {
      join(node);
    }
  }

  /// The index of the line through `points`. O(points).
  ///
  /// @param points at least two
  /// @throws IllegalArgumentException when there are fewer
  public static LineIndex of(List<Position> points) {
    if (points.size() < 2) {
      throw new IllegalArgumentException("a line of " + points.size() + " points; at least two");
    }
    return new LineIndex(points);
  }

  private int[] filled(int value) {
    int[] array = new int[2 * leaves];
    Arrays.fill(array, value);
    return array;
  }

  private int leafOf(int piece) {
    return leaves + piece / LEAF;
  }

  private void stretch(int node, int point) {
    souths[node] = Math.min(souths[node], lats[point]);
    norths[node] = Math.max(norths[node], lats[point]);
    wests[node] = Math.min(wests[node], lons[point]);
    easts[node] = Math.max(easts[node], lons[point]);
  }

  private void join(int node) {
    int left = 2 * node;
    souths[node] = Math.min(souths[left], souths[left + 1]);
    norths[node] = Math.max(norths[left], norths[left + 1]);
    wests[node] = Math.min(wests[left], wests[left + 1]);
    easts[node] = Math.max(easts[left], easts[left + 1]);
  }

  /// How a position lies to the line.
  ///
  /// @param metres to the nearest point of it, not rounded
  /// @param isLeft whether it lies to the left of who walks along there
  /// @param isBeyond whether the nearest point is an end of the line, and the position lies past
  ///   it: there is no left and right there
  public record Nearest(double metres, boolean isLeft, boolean isBeyond) {}

  /// How `position` lies to the line; as [Polyline#offset], without rounding. O(log points) on a
  /// line that does not wind.
  public Nearest nearest(Position position) {
    Search search = new Search(position);
    search.visit(1);
    return new Nearest(search.best, search.sine > 0, search.isBeyond);
  }

  /// Whether the straight way from `a` to `b` meets the line. Exact. O(log points) for a short way.
  public boolean crosses(Position a, Position b) {
    return crosses(1, a, b);
  }

  private boolean crosses(int node, Position a, Position b) {
    boolean isApart =
        Math.max(a.latitudeMicro(), b.latitudeMicro()) < souths[node]
            || Math.min(a.latitudeMicro(), b.latitudeMicro()) > norths[node]
            || Math.max(a.longitudeMicro(), b.longitudeMicro()) < wests[node]
            || Math.min(a.longitudeMicro(), b.longitudeMicro()) > easts[node];
    if (isApart) {
      return false;
    }
    return node < leaves
        ? crosses(2 * node, a, b) || crosses(2 * node + 1, a, b)
        : leafCrosses(node, a, b);
  }

  private boolean leafCrosses(int leaf, Position a, Position b) {
    for (int piece = firstOf(leaf); piece < endOf(leaf); piece++) {
      if (Segments.meet(a, b, point(piece), point(piece + 1))) {
        return true;
      }
    }
    return false;
  }

  private int firstOf(int leaf) {
    return (leaf - leaves) * LEAF;
  }

  private int endOf(int leaf) {
    return Math.min(lats.length - 1, firstOf(leaf) + LEAF);
  }

  private Position point(int index) {
    return new Position(lats[index], lons[index]);
  }

  private boolean isClosed() {
    int last = lats.length - 1;
    return lats[0] == lats[last] && lons[0] == lons[last];
  }

  /// The nearest piece as seen from one position; metres to the east and north of it.
  private final class Search {
    private final Position from;
    private final double metresPerMicroEast;
    private double best = Double.MAX_VALUE;
    private double sine;
    private boolean isBeyond;

    Search(Position from) {
      this.from = from;
      this.metresPerMicroEast =
          StrictMath.cos(StrictMath.toRadians(from.latitudeDegrees())) * METRES_PER_MICRO;
    }

    void visit(int node) {
      if (node >= leaves) {
        for (int piece = firstOf(node); piece < endOf(node); piece++) {
          look(piece);
        }
        return;
      }
      double left = metresTo(2 * node);
      double right = metresTo(2 * node + 1);
      visitNear(left <= right ? 2 * node : 2 * node + 1, Math.min(left, right));
      visitNear(left <= right ? 2 * node + 1 : 2 * node, Math.max(left, right));
    }

    private void visitNear(int node, double metres) {
      if (metres <= best + ALIKE_M) {
        visit(node);
      }
    }

    /// To the box of `node`; endless for one that holds no piece.
    private double metresTo(int node) {
      if (souths[node] > norths[node]) {
        return Double.POSITIVE_INFINITY;
      }
      double north = apart(from.latitudeMicro(), souths[node], norths[node]) * METRES_PER_MICRO;
      double east = apart(from.longitudeMicro(), wests[node], easts[node]) * metresPerMicroEast;
      return Math.sqrt(north * north + east * east);
    }

    private double apart(int value, int least, int most) {
      return Math.max(0, Math.max((double) least - value, (double) value - most));
    }

    private void look(int piece) {
      double ax = east(piece);
      double ay = north(piece);
      double dx = east(piece + 1) - ax;
      double dy = north(piece + 1) - ay;
      double square = dx * dx + dy * dy;
      double along = square == 0 ? 0 : -(ax * dx + ay * dy) / square;
      double t = Math.max(0, Math.min(1, along));
      double nx = ax + t * dx;
      double ny = ay + t * dy;
      double metres = Math.sqrt(nx * nx + ny * ny);
      if (metres > best + ALIKE_M) {
        return;
      }
      double length = Math.sqrt(square);
      double turn = metres == 0 || length == 0 ? 0 : (dy * nx - dx * ny) / (metres * length);
      if (metres < best - ALIKE_M || Math.abs(turn) > Math.abs(sine)) {
        sine = turn;
        isBeyond = isPastEnd(piece, along);
      }
      best = Math.min(best, metres);
    }

    private boolean isPastEnd(int piece, double along) {
      boolean isPast = (piece == 0 && along < 0) || (piece == lats.length - 2 && along > 1);
      return isPast && !isClosed();
    }

    private double east(int point) {
      return ((double) lons[point] - from.longitudeMicro()) * metresPerMicroEast;
    }

    private double north(int point) {
      return ((double) lats[point] - from.latitudeMicro()) * METRES_PER_MICRO;
    }
  }
}
