package org.sarhad.core.travel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.sarhad.core.geo.Position;

/// Makes a grid out of a sound survey. Mutable, for one.
final class GridMaker {
  /// How far around either end of the line nobody drives, in heights of a cell: no two files end at
  /// the same point, and what is left open between the end of the line and the coast would be a way
  /// around it.
  private static final int SEAL = 3;

  private static final int MM_PER_M = 1_000;

  /// Samples of a road for each cell it crosses.
  private static final int SAMPLES_PER_CELL = 4;

  private static final int NO_LABEL = -1;

  private final Survey survey;
  private final GridFrame frame;
  private final Terrain[] ground;

  private GridMaker(Survey survey) {
    this.survey = survey;
    this.frame = survey.frame();
    this.ground = new Terrain[frame.cells()];
    Arrays.fill(ground, Terrain.IMPASSABLE);
  }

  /// Out of what is painted and burnt in.
  static CostGrid made(Survey survey) throws UnfitSurveyException {
    var maker = new GridMaker(survey);
    survey.areas().forEach(maker::paint);
    survey.roads().forEach(maker::burn);
    return maker.cut();
  }

  /// Out of the ground of `grid`, cut along the line of `survey`.
  static CostGrid recut(CostGrid grid, Survey survey) throws UnfitSurveyException {
    var maker = new GridMaker(survey);
    Arrays.setAll(maker.ground, grid::terrain);
    return maker.cut();
  }

  private CostGrid cut() throws UnfitSurveyException {
    List<Position> course = course();
    var cuts = LineCuts.of(frame, course);
    List<Position> ends = List.of(course.getFirst(), course.getLast());
    List<Position> inland = ends.stream().filter(this::isInland).toList();
    ends.forEach(this::seal);
    int[] sides = sides(cuts, inland);
    byte[] cells = new byte[ground.length];
    for (int cell = 0; cell < cells.length; cell++) {
      cells[cell] = CostGrid.value(ground[cell], sides[cell]);
    }
    var walled = new CostGrid(frame, survey.left(), survey.right(), List.of(), cells);
    return new CostGrid(frame, survey.left(), survey.right(), gates(walled), cells);
  }

  // ---- ground ---------------------------------------------------------------------------------

  /// Every cell whose middle lies in the area. Row by row, between where the edges cross the middle
  /// of the row.
  private void paint(Survey.Area area) {
    List<List<Integer>> crossings = new ArrayList<>();
    for (int row = 0; row < frame.rows(); row++) {
      crossings.add(new ArrayList<>());
    }
    for (List<Position> edge : area.edges()) {
      for (int i = 0; i < edge.size(); i++) {
        cross(edge.get(i), edge.get((i + 1) % edge.size()), crossings);
      }
    }
    for (int row = 0; row < frame.rows(); row++) {
      List<Integer> along = crossings.get(row);
      along.sort(Comparator.naturalOrder());
      for (int i = 0; i + 1 < along.size(); i += 2) {
        fill(row, along.get(i), along.get(i + 1), area.terrain());
      }
    }
  }

  /// Notes where the piece from `a` to `b` crosses the middle of each row, in micro-degrees rounded
  /// down. A piece has its southern end and not its northern one.
  private void cross(Position a, Position b, List<List<Integer>> crossings) {
    Position south = a.latitudeMicro() <= b.latitudeMicro() ? a : b;
    Position north = a.latitudeMicro() <= b.latitudeMicro() ? b : a;
    for (int row = Math.max(0, firstRow(south.latitudeMicro()));
        row < frame.rows() && frame.latitude(row) < north.latitudeMicro();
        row++) {
      long up = (long) frame.latitude(row) - south.latitudeMicro();
      long height = (long) north.latitudeMicro() - south.latitudeMicro();
      long width = (long) north.longitudeMicro() - south.longitudeMicro();
      crossings.get(row).add((int) (south.longitudeMicro() + Math.floorDiv(up * width, height)));
    }
  }

  /// The first row whose middle is not south of `latitude`.
  private int firstRow(int latitude) {
    return (int)
        Math.ceilDiv(
            (long) latitude - frame.southMicro() - frame.heightMicro() / 2, frame.heightMicro());
  }

  private void fill(int row, int from, int to, Terrain terrain) {
    int first = Math.max(0, columnFrom(from));
    int last = Math.min(frame.columns(), columnFrom(to));
    for (int column = first; column < last; column++) {
      ground[row * frame.columns() + column] = terrain;
    }
  }

  /// The first column whose middle lies east of `longitude`.
  private int columnFrom(int longitude) {
    return (int)
        Math.clamp(
            Math.floorDiv(
                    (long) longitude - frame.westMicro() - frame.widthMicro() / 2,
                    (long) frame.widthMicro())
                + 1,
            0,
            (long) frame.columns());
  }

  /// A road makes ground faster; it makes no way where there is none: over water, or through a
  /// country that nobody has described.
  private void burn(Survey.Road road) {
    for (int i = 1; i < road.course().size(); i++) {
      Position a = road.course().get(i - 1);
      Position b = road.course().get(i);
      long east = (long) b.longitudeMicro() - a.longitudeMicro();
      long north = (long) b.latitudeMicro() - a.latitudeMicro();
      long steps =
          SAMPLES_PER_CELL
                  * Math.max(
                      Math.abs(east) / frame.widthMicro(), Math.abs(north) / frame.heightMicro())
              + SAMPLES_PER_CELL;
      for (long step = 0; step <= steps; step++) {
        burn(
            new Position(
                (int) (a.latitudeMicro() + north * step / steps),
                (int) (a.longitudeMicro() + east * step / steps)),
            road.terrain());
      }
    }
  }

  private void burn(Position at, Terrain terrain) {
    frame
        .cell(at)
        .ifPresent(
            cell -> {
              if (ground[cell].isPassable() && ground[cell].compareTo(terrain) < 0) {
                ground[cell] = terrain;
              }
            });
  }

  // ---- the line -------------------------------------------------------------------------------

  private List<Position> course() throws UnfitSurveyException {
    List<Position> line = survey.line().stream().distinct().toList();
    if (line.size() < 2) {
      throw new UnfitSurveyException(SurveyFlaw.EMPTY, Optional.empty());
    }
    return line;
  }

  private void seal(Position end) {
    frame
        .cell(end)
        .ifPresent(cell -> around(cell).filter(near -> isNear(end, near)).forEach(this::seal));
  }

  private void seal(int cell) {
    ground[cell] = Terrain.IMPASSABLE;
  }

  private boolean isNear(Position end, int cell) {
    return frame.centre(cell).distanceTo(end).metres()
        <= Math.ceilDiv(SEAL * frame.heightMm(), MM_PER_M);
  }

  private IntStream around(int cell) {
    int reach = reach(cell);
    int row = cell / frame.columns();
    int column = cell % frame.columns();
    return IntStream.rangeClosed(Math.max(0, row - reach), Math.min(frame.rows() - 1, row + reach))
        .flatMap(
            y ->
                IntStream.rangeClosed(
                        Math.max(0, column - reach), Math.min(frame.columns() - 1, column + reach))
                    .map(x -> y * frame.columns() + x));
  }

  /// The hand of the line on which each cell lies: what hangs together without a step over the line
  /// lies on one.
  private int[] sides(LineCuts cuts, List<Position> inland) throws UnfitSurveyException {
    int[] sides = new int[ground.length];
    Arrays.fill(sides, NO_LABEL);
    boolean isLeft = false;
    boolean isRight = false;
    for (int cell = 0; cell < sides.length; cell++) {
      if (!ground[cell].isPassable()) {
        sides[cell] = CostGrid.NOBODY;
      } else if (sides[cell] == NO_LABEL) {
        int side = flood(cell, sides, cuts, inland);
        isLeft |= side == CostGrid.LEFT;
        isRight |= side == CostGrid.RIGHT;
      }
    }
    if (!isLeft || !isRight) {
      throw new UnfitSurveyException(SurveyFlaw.NO_GROUND, Optional.empty());
    }
    return sides;
  }

  private int flood(int start, int[] sides, LineCuts cuts, List<Position> inland)
      throws UnfitSurveyException {
    var waiting = new ArrayDeque<Integer>();
    List<Integer> together = new ArrayList<>();
    int side = CostGrid.NOBODY;
    sides[start] = CostGrid.NOBODY;
    waiting.add(start);
    while (!waiting.isEmpty()) {
      int cell = waiting.remove();
      together.add(cell);
      for (int direction = 0; direction < CostGrid.DIRECTIONS; direction++) {
        int hand = cuts.hand(cell, direction);
        int next = neighbour(cell, direction);
        if (hand != CostGrid.NOBODY && next >= 0 && ground[next].isPassable()) {
          if (side != CostGrid.NOBODY && side != hand) {
            throw notApart(cell, inland);
          }
          side = hand;
        } else if (hand == CostGrid.NOBODY
            && next >= 0
            && ground[next].isPassable()
            && sides[next] == NO_LABEL) {
          sides[next] = CostGrid.NOBODY;
          waiting.add(next);
        }
      }
    }
    for (int cell : together) {
      sides[cell] = side;
    }
    return side;
  }

  private UnfitSurveyException notApart(int cell, List<Position> inland) {
    return inland.isEmpty()
        ? new UnfitSurveyException(
            SurveyFlaw.LINE_DOES_NOT_SEPARATE, Optional.of(frame.centre(cell)))
        : new UnfitSurveyException(SurveyFlaw.LINE_ENDS_INLAND, Optional.of(inland.getFirst()));
  }

  /// Whether there is ground all around an end of the line, and no edge of the region near it.
  private boolean isInland(Position end) {
    OptionalInt cell = frame.cell(end);
    if (cell.isEmpty()) {
      return false;
    }
    int across = 2 * reach(cell.getAsInt()) + 1;
    return around(cell.getAsInt()).count() == (long) across * across
        && around(cell.getAsInt()).allMatch(near -> ground[near].isPassable());
  }

  private int reach(int cell) {
    return SEAL
            * frame.heightMm()
            / Math.min(frame.heightMm(), frame.widthMm(cell / frame.columns()))
        + 1;
  }

  private int neighbour(int cell, int direction) {
    int column = cell % frame.columns() + CostGrid.EAST[direction];
    int row = cell / frame.columns() + CostGrid.NORTH[direction];
    boolean isInside = column >= 0 && column < frame.columns() && row >= 0 && row < frame.rows();
    return isInside ? row * frame.columns() + column : -1;
  }

  // ---- gates ----------------------------------------------------------------------------------

  private List<Gate> gates(CostGrid walled) throws UnfitSurveyException {
    List<Gate> gates = new ArrayList<>();
    for (Survey.GatePoint point :
        survey.gates().stream().sorted(Comparator.comparing(Survey.GatePoint::name)).toList()) {
      OptionalInt left = walled.anchor(point.at(), Optional.of(survey.left()));
      OptionalInt right = walled.anchor(point.at(), Optional.of(survey.right()));
      if (left.isEmpty() || right.isEmpty()) {
        throw new UnfitSurveyException(SurveyFlaw.GATE_OFF_LINE, Optional.of(point.at()));
      }
      if (!gates.isEmpty() && gates.getLast().name().equals(point.name())) {
        throw new UnfitSurveyException(SurveyFlaw.GATE_TWICE, Optional.of(point.at()));
      }
      gates.add(
          new Gate(
              point.name(),
              left.getAsInt(),
              right.getAsInt(),
              point.isOpen(),
              point.changesHand()));
    }
    return gates;
  }
}
