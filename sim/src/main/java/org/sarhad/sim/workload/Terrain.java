package org.sarhad.sim.workload;

import java.util.List;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.party.PartyId;
import org.sarhad.sim.world.SimBorder;
import org.sarhad.sim.world.SimRandom;

/// The ground on both sides of the line, some 2 km deep: where units are, and the areas that
/// crossings are asked for. Every position is to the micro-degree, as a receiver gives it.
///
/// @param border the line
/// @param random where exactly
record Terrain(SimBorder border, SimRandom random) {
  private static final int SOUTH = 29_500_000;
  private static final int NORTH = 29_540_000;

  /// How far from the line, in micro-degrees of longitude: a tenth of a metre each.
  private static final int AT_LINE = 4_000;

  private static final int NEAR = 8_000;
  private static final int EDGE = 20_000;
  private static final int FAR = 200_000;

  /// Somewhere on the soil of `side`, behind the area.
  Position home(PartyId side) {
    return on(side, EDGE + NEAR, FAR);
  }

  /// Somewhere on the soil of `side`, in the area.
  Position near(PartyId side) {
    return on(side, NEAR, EDGE - NEAR / 4);
  }

  /// Somewhere so near the line that nobody can say on whose soil.
  Position atLine() {
    return at(random.between(-AT_LINE, AT_LINE));
  }

  /// The area on both sides of the line.
  Ring area() {
    return strip(-EDGE, EDGE);
  }

  /// One that reaches farther into the soil of `host` than anybody has agreed.
  Ring deepArea(PartyId host) {
    return host.equals(border.west()) ? strip(-FAR, -FAR + EDGE) : strip(FAR - EDGE, FAR);
  }

  private Position on(PartyId side, int least, int most) {
    int off = random.between(least, most);
    return at(side.equals(border.west()) ? -off : off);
  }

  private Position at(int east) {
    return new Position(random.between(SOUTH + 1, NORTH - 1), SimBorder.MERIDIAN + east);
  }

  private static Ring strip(int west, int east) {
    return new Ring(
        List.of(
            new Position(SOUTH, SimBorder.MERIDIAN + west),
            new Position(SOUTH, SimBorder.MERIDIAN + east),
            new Position(NORTH, SimBorder.MERIDIAN + east),
            new Position(NORTH, SimBorder.MERIDIAN + west)));
  }
}
