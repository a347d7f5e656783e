package org.sarhad.core.travel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.sarhad.core.geo.Position;

/// The edges of a set of cells. Every side between a cell of the set and one that is none of it is
/// walked once, with the set to the left, from corner to corner. Cells that touch only at a corner
/// are apart. Mutable, for one.
final class Outline {
  private static final int EAST = 0;
  private static final int NORTH = 1;
  private static final int WEST = 2;
  private static final int SOUTH = 3;
  private static final int WAYS = 4;

  /// Which way one looks first for how an edge goes on: to the left, straight on, to the right.
  private static final int[] TURNS = {1, 0, 3};

  private final GridFrame frame;
  private final int corners;

  /// By corner, row by row from the south-west: the ways in which an edge leads on, a bit each.
  private final byte[] ways;

  private Outline(GridFrame frame) {
    this.frame = frame;
    this.corners = frame.columns() + 1;
    this.ways = new byte[corners * (frame.rows() + 1)];
  }

  /// Its edges, each without its first point repeated at the end. O(cells).
  static List<List<Position>> of(GridFrame frame, IntPredicate isIn) {
    var outline = new Outline(frame);
    outline.note(isIn);
    return outline.walked();
  }

  private void note(IntPredicate isIn) {
    for (int cell = 0; cell < frame.cells(); cell++) {
      if (isIn.test(cell)) {
        int row = cell / frame.columns();
        int column = cell % frame.columns();
        int corner = row * corners + column;
        note(isOut(row - 1, column, isIn), corner, EAST);
        note(isOut(row, column + 1, isIn), corner + 1, NORTH);
        note(isOut(row + 1, column, isIn), corner + corners + 1, WEST);
        note(isOut(row, column - 1, isIn), corner + corners, SOUTH);
      }
    }
  }

  private boolean isOut(int row, int column, IntPredicate isIn) {
    boolean isInside = row >= 0 && row < frame.rows() && column >= 0 && column < frame.columns();
    return !isInside || !isIn.test(row * frame.columns() + column);
  }

  private void note(boolean isEdge, int corner, int way) {
    if (isEdge) {
      ways[corner] = (byte) (ways[corner] | (1 << way));
    }
  }

  private List<List<Position>> walked() {
    List<List<Position>> edges = new ArrayList<>();
    for (int corner = 0; corner < ways.length; corner++) {
      while (ways[corner] != 0) {
        edges.add(walk(corner, Integer.numberOfTrailingZeros(ways[corner])));
      }
    }
    return edges;
  }

  /// One edge, back to where it began. The way out of there is free until the edge itself takes it:
  /// two edges may touch at the corner.
  private List<Position> walk(int start, int first) {
    List<Position> edge = new ArrayList<>();
    int corner = start;
    int way = first;
    int before = -1;
    do {
      if (way != before) {
        edge.add(at(corner));
      }
      corner += step(way);
      before = way;
      way = onwards(corner, way);
      if (corner != start || way != first) {
        take(corner, way);
      }
    } while (corner != start || way != first);
    take(start, first);
    return edge;
  }

  private void take(int corner, int way) {
    ways[corner] = (byte) (ways[corner] & ~(1 << way));
  }

  private int onwards(int corner, int way) {
    for (int turn : TURNS) {
      int next = (way + turn) % WAYS;
      if ((ways[corner] & (1 << next)) != 0) {
        return next;
      }
    }
    throw new IllegalStateException("an edge ends at corner " + corner);
  }

  private int step(int way) {
    return switch (way) {
      case EAST -> 1;
      case NORTH -> corners;
      case WEST -> -1;
      default -> -corners;
    };
  }

  private Position at(int corner) {
    return new Position(
        frame.southMicro() + corner / corners * frame.heightMicro(),
        frame.westMicro() + corner % corners * frame.widthMicro());
  }
}
