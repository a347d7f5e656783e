package org.sarhad.core.travel;

import java.util.OptionalInt;
import org.sarhad.core.geo.Distance;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Region;

/// Where the cells of a grid lie: rows from south to north, columns from west to east, each cell of
/// the same height and width in micro-degrees. A cell is known by its number, row by row from the
/// south-west corner.
///
/// Rows are a kilometre apart, or less. Columns are as far apart in the middle of the region; how
/// wide a cell is in its own row, [#widthMm] says, so that no distance is wrong for lying further
/// north.
///
/// @param southMicro latitude of the southern edge
/// @param westMicro longitude of the western edge
/// @param heightMicro height of a cell, 100 to 1 000 000 micro-degrees
/// @param widthMicro width of a cell, the same
/// @param columns 2 to 4000
/// @param rows 2 to 4000
public record GridFrame(
    int southMicro, int westMicro, int heightMicro, int widthMicro, int columns, int rows) {
  /// Most columns, and most rows.
  public static final int SIDE_MAX = 4_000;

  /// Most cells.
  public static final int CELLS_MAX = 4_000_000;

  /// How long a cell is, in metres, where nothing else is said.
  public static final int CELL_M = 1_000;

  /// How long the shortest is that [#over] makes, in metres.
  public static final int CELL_MIN_M = 100;

  private static final int STEP_MIN = 100;
  private static final double METRES_PER_MICRO =
      StrictMath.toRadians(Distance.EARTH_RADIUS_M) / Position.MICRO;
  private static final int MM_PER_M = 1_000;

  /// @throws IllegalArgumentException when the region is too large, too small or beyond the Earth
  public GridFrame {
    if (columns < 2 || columns > SIDE_MAX || rows < 2 || rows > SIDE_MAX) {
      throw new IllegalArgumentException(
          "a grid of %d by %d cells; expected 2 to %d each way".formatted(columns, rows, SIDE_MAX));
    }
    if ((long) columns * rows > CELLS_MAX) {
      throw new IllegalArgumentException(
          "a grid of %d by %d cells; at most %d together".formatted(columns, rows, CELLS_MAX));
    }
    checkStep(heightMicro);
    checkStep(widthMicro);
    checkSpan("latitude", southMicro, (long) rows * heightMicro, 89);
    checkSpan("longitude", westMicro, (long) columns * widthMicro, 180);
  }

  private static void checkStep(int micro) {
    if (micro < STEP_MIN || micro > Position.MICRO) {
      throw new IllegalArgumentException(
          "a cell of %d micro-degrees; expected %d to %d"
              .formatted(micro, STEP_MIN, Position.MICRO));
    }
  }

  private static void checkSpan(String what, int from, long length, int degrees) {
    long limit = (long) degrees * Position.MICRO;
    if (from < -limit || from + length > limit) {
      throw new IllegalArgumentException(
          "a region from %s %d micro-degrees on for %d; expected within ±%d degrees"
              .formatted(what, from, length, degrees));
    }
  }

  /// Cells of a kilometre over the region between two corners; the last row and column reach beyond
  /// the north-east one.
  ///
  /// @throws IllegalArgumentException when the corners are in the wrong order, or the region is too
  ///   large
  public static GridFrame over(Position southWest, Position northEast) {
    return over(southWest, northEast, CELL_M);
  }

  /// The same with cells of another size: in narrow valleys a kilometre joins roads between which
  /// there is a mountain.
  ///
  /// @param cellM how long a cell is, [#CELL_MIN_M] to [#CELL_M]
  /// @throws IllegalArgumentException when that is another, too
  public static GridFrame over(Position southWest, Position northEast, int cellM) {
    if (cellM < CELL_MIN_M || cellM > CELL_M) {
      throw new IllegalArgumentException(
          "cells of %d m; expected %d to %d".formatted(cellM, CELL_MIN_M, CELL_M));
    }
    double middle = (southWest.latitudeDegrees() + northEast.latitudeDegrees()) / 2;
    double east = METRES_PER_MICRO * StrictMath.cos(StrictMath.toRadians(middle));
    int height = (int) StrictMath.round(cellM / METRES_PER_MICRO);
    int width = (int) StrictMath.min(Position.MICRO, StrictMath.round(cellM / east));
    return new GridFrame(
        southWest.latitudeMicro(),
        southWest.longitudeMicro(),
        height,
        width,
        steps(southWest.longitudeMicro(), northEast.longitudeMicro(), width),
        steps(southWest.latitudeMicro(), northEast.latitudeMicro(), height));
  }

  private static int steps(int from, int to, int step) {
    return Math.toIntExact(Math.ceilDiv((long) to - from, step));
  }

  /// What its cells cover.
  public Region region() {
    return new Region(
        southMicro,
        westMicro,
        southMicro + (long) rows * heightMicro,
        westMicro + (long) columns * widthMicro);
  }

  /// How many cells.
  public int cells() {
    return columns * rows;
  }

  /// The cell in which `position` lies; empty outside the region.
  public OptionalInt cell(Position position) {
    long column = Math.floorDiv((long) position.longitudeMicro() - westMicro, (long) widthMicro);
    long row = Math.floorDiv((long) position.latitudeMicro() - southMicro, (long) heightMicro);
    return column >= 0 && column < columns && row >= 0 && row < rows
        ? OptionalInt.of((int) (row * columns + column))
        : OptionalInt.empty();
  }

  /// The middle of `cell`.
  public Position centre(int cell) {
    return new Position(latitude(cell / columns), longitude(cell % columns));
  }

  /// Latitude of the middle of `row`, micro-degrees.
  int latitude(int row) {
    return southMicro + row * heightMicro + heightMicro / 2;
  }

  /// Longitude of the middle of `column`, micro-degrees.
  int longitude(int column) {
    return westMicro + column * widthMicro + widthMicro / 2;
  }

  /// How wide a cell of `row` is on the ground, in millimetres.
  public int widthMm(int row) {
    double east = StrictMath.cos(StrictMath.toRadians((double) latitude(row) / Position.MICRO));
    return (int) StrictMath.round(widthMicro * METRES_PER_MICRO * east * MM_PER_M);
  }

  /// How high a cell is on the ground, in millimetres.
  public int heightMm() {
    return (int) StrictMath.round(heightMicro * METRES_PER_MICRO * MM_PER_M);
  }
}
