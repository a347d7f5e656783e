package org.sarhad.core.travel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;

/// Regions that are nobody's, for tests. A line runs north along the meridian of 61.5 degrees
/// between water in the south and in the north; who walks along it has IR to the left.
public final class Regions {
  public static final PartyId IR = PartyId.of("ir");
  public static final PartyId PK = PartyId.of("pk");
  public static final GridFrame FRAME =
      GridFrame.over(Position.ofDegrees(28, 61), Position.ofDegrees(29, 62));
  public static final Position WEST = Position.ofDegrees(28.5, 61.2);
  public static final Position EAST = Position.ofDegrees(28.5, 61.8);
  public static final List<Position> MERIDIAN =
      List.of(Position.ofDegrees(28.1, 61.5), Position.ofDegrees(28.9, 61.5));
  public static final Survey.GatePoint GATE =
      new Survey.GatePoint("mile", Position.ofDegrees(28.7, 61.5), true, true);

  private Regions() {}

  public static List<Position> box(double south, double west, double north, double east) {
    return List.of(
        Position.ofDegrees(south, west),
        Position.ofDegrees(south, east),
        Position.ofDegrees(north, east),
        Position.ofDegrees(north, west));
  }

  public static Survey.Area area(Terrain terrain, List<Position> edge) {
    return new Survey.Area(terrain, List.of(edge));
  }

  public static Survey.Area land() {
    return area(Terrain.OPEN, box(28.1, 60.9, 28.9, 62.1));
  }

  public static Survey survey(
      List<Position> line,
      List<Survey.Area> areas,
      List<Survey.Road> roads,
      List<Survey.GatePoint> gates) {
    return new Survey(FRAME, IR, PK, line, areas, roads, gates);
  }

  public static Survey plain() {
    return survey(MERIDIAN, List.of(land()), List.of(), List.of(GATE));
  }

  /// Another small grid for each `random`: any terrain anywhere, a crooked wall, up to three gates.
  public static CostGrid any(SplittableRandom random) {
    int columns = 6 + random.nextInt(14);
    int rows = 6 + random.nextInt(14);
    var frame = new GridFrame(28_000_000, 61_000_000, 8_993, 10_139, columns, rows);
    byte[] cells = new byte[columns * rows];
    int wall = columns / 2;
    List<Gate> gates = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      wall = Math.clamp(wall + random.nextInt(3) - 1, 2, columns - 2);
      for (int column = 0; column < columns; column++) {
        Terrain terrain = Terrain.at(random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(7));
        int side = column < wall ? CostGrid.LEFT : CostGrid.RIGHT;
        cells[row * columns + column] =
            CostGrid.value(terrain, terrain.isPassable() ? side : CostGrid.NOBODY);
      }
      int left = row * columns + wall - 1;
      if (cells[left] != 0 && cells[left + 1] != 0 && gates.size() < 3 && random.nextBoolean()) {
        gates.add(
            new Gate(
                "g" + gates.size(), left, left + 1, random.nextInt(3) > 0, random.nextBoolean()));
      }
    }
    return new CostGrid(frame, IR, PK, gates, cells);
  }

  public static CostGrid grid(Survey survey) {
    try {
      return survey.grid();
    } catch (UnfitSurveyException e) {
      throw new AssertionError(e);
    }
  }

  public static int cell(CostGrid grid, Position position) {
    return grid.anchor(position, Optional.empty()).orElseThrow();
  }
}
