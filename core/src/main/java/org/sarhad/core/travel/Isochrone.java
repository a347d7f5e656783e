package org.sarhad.core.travel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.sarhad.core.geo.Position;

/// Where somebody is within a time: the ground that is reached by then (protocol clause 19-5.5).
///
/// @param within the time
/// @param km2 how much ground that is, in whole square kilometres
/// @param edges what it lies between, without small bends and without what is smaller than those; a
///   place lies in it that lies in an odd number of them. The longest come first; at most
///   [#POINTS_MAX] points together
public record Isochrone(Duration within, long km2, List<List<Position>> edges) {
  /// Most points of all edges.
  public static final int POINTS_MAX = 4_000;

  private static final int EDGE_POINTS_MAX = 512;
  private static final int POINTS_MIN = 4;
  private static final double MM2_PER_KM2 = 1e12;

  /// Copies the lists.
  public Isochrone {
    edges = edges.stream().map(List::copyOf).toList();
  }

  /// Where one is within `within`. O(cells).
  ///
  /// @param seconds by cell; [Long#MAX_VALUE] where nobody gets
  public static Isochrone of(GridFrame frame, IntToLongFunction seconds, Duration within) {
    long most = within.toSeconds();
    List<List<Position>> outline =
        Outline.of(frame, cell -> seconds.applyAsLong(cell) <= most).stream()
            .map(edge -> smooth(frame, edge))
            .filter(edge -> edge.size() >= POINTS_MIN)
            .sorted(Comparator.comparingInt((List<Position> edge) -> -edge.size()))
            .toList();
    return new Isochrone(within, km2(frame, seconds, most), bounded(outline));
  }

  private static List<Position> smooth(GridFrame frame, List<Position> edge) {
    List<Position> closed = new ArrayList<>(edge);
    closed.add(edge.getFirst());
    List<Position> sketch = Sketch.of(frame, closed, EDGE_POINTS_MAX);
    return sketch.subList(0, sketch.size() - 1);
  }

  private static List<List<Position>> bounded(List<List<Position>> edges) {
    List<List<Position>> kept = new ArrayList<>();
    int points = 0;
    for (List<Position> edge : edges) {
      points += edge.size();
      if (points > POINTS_MAX) {
        break;
      }
      kept.add(edge);
    }
    return kept;
  }

  private static long km2(GridFrame frame, IntToLongFunction seconds, long most) {
    double mm2 = 0;
    for (int row = 0; row < frame.rows(); row++) {
      int first = row * frame.columns();
      int there = 0;
      for (int cell = first; cell < first + frame.columns(); cell++) {
        there += seconds.applyAsLong(cell) <= most ? 1 : 0;
      }
      mm2 += (double) there * frame.widthMm(row) * frame.heightMm();
    }
    return StrictMath.round(mm2 / MM2_PER_KM2);
  }
}
