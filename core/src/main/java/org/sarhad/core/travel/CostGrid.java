package org.sarhad.core.travel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;

/// The ground of a region, cell by cell: what it is made of and on which hand of the operational
/// line it lies. The line is a wall; who wants through takes a gate. Immutable.
///
/// Whose soil a cell is on is by the line of the dataset, without its uncertainty: it tells where
/// roads lead, and is no claim about a boundary (red line 7 of clause 08-4).
public final class CostGrid {
  /// Most gates.
  public static final int GATES_MAX = 64;

  /// How far from a position the cell may be that stands for it, in metres.
  public static final int ANCHOR_M = 5_000;

  private static final int ANCHOR_CELLS_MAX = 50;

  /// Directions, clockwise from north; the opposite of `d` is `d + 4`.
  static final int DIRECTIONS = 8;

  private static final int ALL_DIRECTIONS = 0xff;

  static final int[] EAST = {0, 1, 1, 1, 0, -1, -1, -1};
  static final int[] NORTH = {1, 1, 0, -1, -1, -1, 0, 1};

  static final int NOBODY = 0;
  static final int LEFT = 1;
  static final int RIGHT = 2;

  private static final int SIDE_SHIFT = 4;
  private static final int TERRAIN_MASK = 15;

  private final GridFrame frame;
  private final PartyId left;
  private final PartyId right;
  private final List<Gate> gates;
  private final byte[] cells;
  private final byte[] open;

  /// @param cells one value for each cell, made by [#value]; taken over
  /// @throws IllegalArgumentException when a value or a gate is none, or there are too many
  CostGrid(GridFrame frame, PartyId left, PartyId right, List<Gate> gates, byte[] cells) {
    this.frame = frame;
    this.left = left;
    this.right = right;
    this.gates = List.copyOf(gates);
    this.cells = cells;
    check();
    this.open = openDirections();
  }

  /// How a cell is written: its terrain, and the hand of the line it lies on.
  static byte value(Terrain terrain, int side) {
    return (byte) (terrain.number() | (side << SIDE_SHIFT));
  }

  static boolean isValue(int value) {
    int side = value >> SIDE_SHIFT;
    int terrain = value & TERRAIN_MASK;
    return side >= NOBODY
        && side <= RIGHT
        && terrain < Terrain.count()
        && (Terrain.at(terrain).isPassable() || side == NOBODY);
  }

  private void check() {
    if (left.equals(right)) {
      throw new IllegalArgumentException("both hands of the line are " + left);
    }
    if (cells.length != frame.cells()) {
      throw new IllegalArgumentException(
          "%d cells; the frame has %d".formatted(cells.length, frame.cells()));
    }
    for (byte value : cells) {
      if (!isValue(value)) {
        throw new IllegalArgumentException("a cell of the value " + value);
      }
    }
    if (gates.size() > GATES_MAX) {
      throw new IllegalArgumentException("%d gates; at most %d".formatted(gates.size(), GATES_MAX));
    }
    for (int i = 0; i < gates.size(); i++) {
      check(gates.get(i));
      if (i > 0 && gates.get(i - 1).name().compareTo(gates.get(i).name()) >= 0) {
        throw new IllegalArgumentException("gate \"" + gates.get(i).name() + "\" does not ascend");
      }
    }
  }

  private void check(Gate gate) {
    boolean isInside =
        gate.left() >= 0
            && gate.left() < cells.length
            && gate.right() >= 0
            && gate.right() < cells.length;
    if (!isInside || side(gate.left()) != LEFT || side(gate.right()) != RIGHT) {
      throw new IllegalArgumentException(
          "gate \"" + gate.name() + "\" does not join the two sides");
    }
    long apart = frame.centre(gate.left()).distanceTo(frame.centre(gate.right())).metres();
    if (apart > 2L * ANCHOR_M) {
      throw new IllegalArgumentException(
          "gate \"%s\" joins cells that are %d m apart; at most %d"
              .formatted(gate.name(), apart, 2 * ANCHOR_M));
    }
  }

  /// For each cell the directions in which one gets on, a bit each: to ground on the same hand of
  /// the line, and not across the corner of ground where one cannot be.
  private byte[] openDirections() {
    byte[] directions = new byte[cells.length];
    for (int cell = 0; cell < cells.length; cell++) {
      if (terrain(cell).isPassable()) {
        int mask = 0;
        for (int d = 0; d < DIRECTIONS; d++) {
          mask |= isOpen(cell, d) ? 1 << d : 0;
        }
        directions[cell] = (byte) mask;
      }
    }
    return directions;
  }

  private boolean isOpen(int cell, int direction) {
    boolean isDiagonal = direction % 2 == 1;
    return joins(cell, direction)
        && (!isDiagonal || joins(cell, direction - 1) || joins(cell, (direction + 1) % DIRECTIONS));
  }

  private boolean joins(int cell, int direction) {
    int next = neighbour(cell, direction);
    return next >= 0 && terrain(next).isPassable() && side(next) == side(cell);
  }

  /// The next cell that way, -1 beyond the region.
  int neighbour(int cell, int direction) {
    int column = cell % frame.columns() + EAST[direction];
    int row = cell / frame.columns() + NORTH[direction];
    boolean isInside = column >= 0 && column < frame.columns() && row >= 0 && row < frame.rows();
    return isInside ? row * frame.columns() + column : -1;
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// Where its cells lie.
  public GridFrame frame() {
    return frame;
  }

  /// The side to the left of the line.
  public PartyId left() {
    return left;
  }

  /// The side to the right of it.
  public PartyId right() {
    return right;
  }

  /// The gates, by name.
  public List<Gate> gates() {
    return gates;
  }

  /// What `cell` is made of.
  public Terrain terrain(int cell) {
    return Terrain.at(code(cell));
  }

  /// The place of [#terrain] in the order.
  int code(int cell) {
    return cells[cell] & TERRAIN_MASK;
  }

  int side(int cell) {
    return cells[cell] >> SIDE_SHIFT;
  }

  byte valueOf(int cell) {
    return cells[cell];
  }

  /// The directions in which one gets on from `cell`, a bit each.
  int open(int cell) {
    return open[cell] & ALL_DIRECTIONS;
  }

  /// On whose side of the line `cell` lies; empty where nobody gets to it from the line.
  public Optional<PartyId> whose(int cell) {
    return switch (side(cell)) {
      case LEFT -> Optional.of(left);
      case RIGHT -> Optional.of(right);
      default -> Optional.empty();
    };
  }

  /// Whether `cell` lies on the side of `party`.
  public boolean isOf(int cell, PartyId party) {
    return switch (side(cell)) {
      case LEFT -> left.equals(party);
      case RIGHT -> right.equals(party);
      default -> false;
    };
  }

  /// How many cells are of `terrain`. O(cells).
  public int count(Terrain terrain) {
    int count = 0;
    for (int cell = 0; cell < cells.length; cell++) {
      count += terrain(cell) == terrain ? 1 : 0;
    }
    return count;
  }

  /// The cell that stands for `position`: the nearest one where a vehicle can be, within
  /// [#ANCHOR_M], on the side of `by` if one is given. Of those equally near, the one with the
  /// least number. O(1).
  public OptionalInt anchor(Position position, Optional<PartyId> by) {
    OptionalInt here = frame.cell(position);
    if (here.isEmpty() || isFit(here.getAsInt(), by)) {
      return here;
    }
    int cell = here.getAsInt();
    long narrowMm = Math.min(frame.heightMm(), Math.max(1, frame.widthMm(cell / frame.columns())));
    int reach = (int) Math.min(ANCHOR_CELLS_MAX, ANCHOR_M * 1_000L / narrowMm + 1);
    return around(cell, reach).stream()
        .filter(near -> isFit(near, by) && metres(position, near) <= ANCHOR_M)
        .min(
            Comparator.comparingLong((Integer near) -> metres(position, near))
                .thenComparing(Comparator.naturalOrder()))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private boolean isFit(int cell, Optional<PartyId> by) {
    return terrain(cell).isPassable() && (by.isEmpty() || by.equals(whose(cell)));
  }

  private long metres(Position position, int cell) {
    return position.distanceTo(frame.centre(cell)).metres();
  }

  private List<Integer> around(int cell, int reach) {
    int column = cell % frame.columns();
    int row = cell / frame.columns();
    List<Integer> cells = new ArrayList<>();
    for (int y = Math.max(0, row - reach); y <= Math.min(frame.rows() - 1, row + reach); y++) {
      for (int x = Math.max(0, column - reach);
          x <= Math.min(frame.columns() - 1, column + reach);
          x++) {
        cells.add(y * frame.columns() + x);
      }
    }
    return cells;
  }
}
