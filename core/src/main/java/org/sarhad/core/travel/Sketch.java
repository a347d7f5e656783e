package org.sarhad.core.travel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.sarhad.core.geo.Position;

/// A line without its small bends: the point that lies farthest from what is drawn already is drawn
/// next, until none lies far or there are enough (Douglas and Peucker 1973, from the coarse end).
final class Sketch {
  /// How far from the drawn line a point may lie that is left out, in heights of a cell.
  private static final double NEAR = 4.0 / 3;

  private Sketch() {}

  /// A piece between two points that are drawn, and the one between them that lies farthest off.
  private record Piece(int from, int to, int farthest, double off) {
    static Piece of(List<Position> line, int from, int to) {
      int farthest = -1;
      double off = 0;
      for (int i = from + 1; i < to; i++) {
        double here = off(line.get(from), line.get(to), line.get(i));
        if (here > off) {
          off = here;
          farthest = i;
        }
      }
      return new Piece(from, to, farthest, off);
    }

    private static double off(Position a, Position b, Position p) {
      double dx = (double) b.longitudeMicro() - a.longitudeMicro();
      double dy = (double) b.latitudeMicro() - a.latitudeMicro();
      double px = (double) p.longitudeMicro() - a.longitudeMicro();
      double py = (double) p.latitudeMicro() - a.latitudeMicro();
      double length = StrictMath.sqrt(dx * dx + dy * dy);
      return length == 0
          ? StrictMath.sqrt(px * px + py * py)
          : StrictMath.abs(dx * py - dy * px) / length;
    }
  }

  /// The first, the last, and what is needed between; at most `most` points, 2 or more. O(points ·
  /// `most`).
  ///
  /// @param frame whose cells it is drawn by
  static List<Position> of(GridFrame frame, List<Position> line, int most) {
    if (line.size() < 3) {
      return List.copyOf(line);
    }
    boolean[] isDrawn = new boolean[line.size()];
    isDrawn[0] = true;
    isDrawn[line.size() - 1] = true;
    var pieces =
        new PriorityQueue<Piece>(
            Comparator.comparingDouble((Piece piece) -> -piece.off())
                .thenComparingInt(Piece::from));
    pieces.add(Piece.of(line, 0, line.size() - 1));
    for (int drawn = 2; drawn < most && !pieces.isEmpty(); drawn++) {
      Piece worst = pieces.remove();
      if (worst.off() <= NEAR * frame.heightMicro()) {
        break;
      }
      isDrawn[worst.farthest()] = true;
      pieces.add(Piece.of(line, worst.from(), worst.farthest()));
      pieces.add(Piece.of(line, worst.farthest(), worst.to()));
    }
    List<Position> sketch = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      if (isDrawn[i]) {
        sketch.add(line.get(i));
      }
    }
    return List.copyOf(sketch);
  }
}
