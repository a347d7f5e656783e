package org.sarhad.core.travel;

import java.util.List;
import org.sarhad.core.geo.Position;

/// Which steps between neighbouring cells the line cuts, and on which hand of it the nearer one
/// lies. Exact, in whole micro-degrees: a point that lies on a piece counts to its left, so a line
/// is never passed between two of its pieces. A step that it cuts to and fro is not cut.
final class LineCuts {
  /// Of eight directions four are enough: the others are the same steps from the other end.
  private static final int HALF = CostGrid.DIRECTIONS / 2;

  private final GridFrame frame;
  private final byte[] net;

  private LineCuts(GridFrame frame) {
    this.frame = frame;
    this.net = new byte[frame.cells() * HALF];
  }

  /// The cuts of `line`. O(cells near each of its pieces).
  static LineCuts of(GridFrame frame, List<Position> line) {
    var cuts = new LineCuts(frame);
    for (int i = 1; i < line.size(); i++) {
      cuts.cut(line.get(i - 1), line.get(i));
    }
    return cuts;
  }

  /// The hand on which `cell` lies of a line that cuts the step in `direction`; [CostGrid#NOBODY]
  /// when none does.
  int hand(int cell, int direction) {
    int sum = net(cell, direction);
    return sum == 0 ? CostGrid.NOBODY : sum > 0 ? CostGrid.LEFT : CostGrid.RIGHT;
  }

  private int net(int cell, int direction) {
    if (direction < HALF) {
      return net[cell * HALF + direction];
    }
    int column = cell % frame.columns() + CostGrid.EAST[direction];
    int row = cell / frame.columns() + CostGrid.NORTH[direction];
    boolean isInside = column >= 0 && column < frame.columns() && row >= 0 && row < frame.rows();
    return isInside ? -net[(row * frame.columns() + column) * HALF + direction - HALF] : 0;
  }

  private void cut(Position a, Position b) {
    int south = row(Math.min(a.latitudeMicro(), b.latitudeMicro())) - 1;
    int north = row(Math.max(a.latitudeMicro(), b.latitudeMicro())) + 1;
    int west = column(Math.min(a.longitudeMicro(), b.longitudeMicro())) - 1;
    int east = column(Math.max(a.longitudeMicro(), b.longitudeMicro())) + 1;
    for (int row = Math.max(0, south); row <= Math.min(frame.rows() - 1, north); row++) {
      for (int column = Math.max(0, west);
          column <= Math.min(frame.columns() - 1, east);
          column++) {
        for (int direction = 0; direction < HALF; direction++) {
          cut(a, b, row, column, direction);
        }
      }
    }
  }

  private int row(int latitude) {
    return (int) Math.floorDiv((long) latitude - frame.southMicro(), (long) frame.heightMicro());
  }

  private int column(int longitude) {
    return (int) Math.floorDiv((long) longitude - frame.westMicro(), (long) frame.widthMicro());
  }

  private void cut(Position a, Position b, int row, int column, int direction) {
    long x = frame.longitude(column);
    long y = frame.latitude(row);
    long toX = x + (long) CostGrid.EAST[direction] * frame.widthMicro();
    long toY = y + (long) CostGrid.NORTH[direction] * frame.heightMicro();
    boolean isLeft = isLeft(a, b, x, y);
    boolean isCut =
        isLeft != isLeft(a, b, toX, toY) && isLeft(x, y, toX, toY, a) != isLeft(x, y, toX, toY, b);
    if (isCut) {
      net[(row * frame.columns() + column) * HALF + direction] += (byte) (isLeft ? 1 : -1);
    }
  }

  private static boolean isLeft(Position a, Position b, long x, long y) {
    return turn(a.longitudeMicro(), a.latitudeMicro(), b.longitudeMicro(), b.latitudeMicro(), x, y)
        >= 0;
  }

  private static boolean isLeft(long ax, long ay, long bx, long by, Position p) {
    return turn(ax, ay, bx, by, p.longitudeMicro(), p.latitudeMicro()) >= 0;
  }

  private static long turn(long ax, long ay, long bx, long by, long px, long py) {
    return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
  }
}
