package org.sarhad.core.travel;

import java.util.Arrays;
import java.util.stream.IntStream;

/// A grid with what each step on it costs at some speeds, in milliseconds and millimetres: half of
/// the step on the ground of either cell. Tables, so that a search only looks up. Immutable.
public final class PacedGrid {
  private static final int KINDS = 3;
  private static final int UPRIGHT = 0;
  private static final int LEVEL = 1;
  private static final int DIAGONAL = 2;
  private static final int TERRAINS = Terrain.count();
  private static final int[] KIND =
      IntStream.range(0, CostGrid.DIRECTIONS).map(PacedGrid::kind).toArray();
  private static final int[] SOUTHWARD =
      Arrays.stream(CostGrid.NORTH).map(north -> Math.min(0, north)).toArray();
  private static final long MS_PER_HOUR = 3_600_000;
  private static final int MM_PER_KM = 1_000_000;
  private static final int MS_PER_MINUTE = 60_000;

  private final CostGrid grid;
  private final Speeds speeds;

  /// Milliseconds, by row, kind of step, terrain here and terrain there.
  private final int[] millis;

  /// Millimetres, by row and kind of step.
  private final long[] lengths;

  private int least = Integer.MAX_VALUE;
  private int most;

  /// The steps of `grid` at `speeds`. O(rows).
  public PacedGrid(CostGrid grid, Speeds speeds) {
    this.grid = grid;
    this.speeds = speeds;
    int rows = grid.frame().rows();
    this.millis = new int[rows * KINDS * TERRAINS * TERRAINS];
    this.lengths = new long[rows * KINDS];
    boolean[] isThere = new boolean[TERRAINS];
    for (int terrain = 0; terrain < TERRAINS; terrain++) {
      isThere[terrain] = speeds.on(Terrain.at(terrain)) > 0;
    }
    for (int row = 0; row < rows; row++) {
      for (int kind = 0; kind < KINDS; kind++) {
        long lengthMm = lengthMm(row, kind);
        lengths[row * KINDS + kind] = lengthMm;
        fill(row, kind, lengthMm, isThere);
      }
    }
    grid.gates().forEach(gate -> note(gateMillis(gate)));
  }

  private void fill(int row, int kind, long lengthMm, boolean... isThere) {
    for (int here = 0; here < TERRAINS; here++) {
      for (int there = 0; there < TERRAINS; there++) {
        if (isThere[here] && isThere[there]) {
          int cost = millis(lengthMm, Terrain.at(here), Terrain.at(there));
          millis[index(row, kind, here, there)] = cost;
          note(cost);
        }
      }
    }
  }

  private void note(int cost) {
    least = Math.min(least, cost);
    most = Math.max(most, cost);
  }

  private static int index(int row, int kind, int here, int there) {
    return ((row * KINDS + kind) * TERRAINS + here) * TERRAINS + there;
  }

  /// Half of `lengthMm` at either speed, at least one millisecond.
  private int millis(long lengthMm, Terrain here, Terrain there) {
    long twice =
        lengthMm * MS_PER_HOUR / speeds.on(here) + lengthMm * MS_PER_HOUR / speeds.on(there);
    return Math.toIntExact(Math.max(1, twice / (2L * MM_PER_KM)));
  }

  private long lengthMm(int row, int kind) {
    long width = grid.frame().widthMm(row);
    long height = grid.frame().heightMm();
    return switch (kind) {
      case UPRIGHT -> height;
      case LEVEL -> width;
      default -> StrictMath.round(StrictMath.sqrt((double) (width * width + height * height)));
    };
  }

  private static int kind(int direction) {
    return direction % 2 == 1 ? DIAGONAL : direction % 4 == 0 ? UPRIGHT : LEVEL;
  }

  /// Where the kinds of steps in `direction` from `row` stand: those of the more southern row, so
  /// that a step is as long back as forth.
  private static int place(int row, int direction) {
    return (row + SOUTHWARD[direction]) * KINDS + KIND[direction];
  }

  /// The cost of the step from `cell`, in `row`, in `direction`, which is open there, to `next`.
  int millis(int cell, int row, int direction, int next) {
    return millis[
        (place(row, direction) * TERRAINS + grid.code(cell)) * TERRAINS + grid.code(next)];
  }

  /// The same, for who does not know the row.
  int millis(int cell, int direction, int next) {
    return millis(cell, cell / grid.frame().columns(), direction, next);
  }

  /// How long that step is.
  long stepMm(int cell, int direction) {
    return lengths[place(cell / grid.frame().columns(), direction)];
  }

  /// How long the way through `gate` is.
  long lengthMm(Gate gate) {
    var frame = grid.frame();
    return 1_000 * frame.centre(gate.left()).distanceTo(frame.centre(gate.right())).metres();
  }

  /// The cost of `gate`, with what a change of the driving side costs.
  public int gateMillis(Gate gate) {
    int drive = millis(lengthMm(gate), grid.terrain(gate.left()), grid.terrain(gate.right()));
    return drive + (gate.changesHand() ? speeds.sideChangeMin() * MS_PER_MINUTE : 0);
  }

  /// The grid.
  public CostGrid grid() {
    return grid;
  }

  /// The speeds.
  public Speeds speeds() {
    return speeds;
  }

  /// No step costs less.
  int least() {
    return least;
  }

  /// No step costs more.
  int most() {
    return most;
  }
}
