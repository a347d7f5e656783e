package org.sarhad.core.travel;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.geo.Position;

/// How one gets from one place to another over the ground of a grid.
///
/// @param millis how long a patrol vehicle takes, milliseconds
/// @param metres how far it drives
/// @param legs how much of that on which terrain, in the order of terrains; none of 0 m
/// @param gate by which one gets through the line; empty on own soil
/// @param sketch where it leads, from the beginning to the end, without its small bends; at most
///   [#SKETCH_MAX] positions
public record Way(
    long millis, long metres, List<Leg> legs, Optional<Gate> gate, List<Position> sketch) {
  /// Most positions of a sketch.
  public static final int SKETCH_MAX = 64;

  /// Copies the lists.
  public Way {
    legs = List.copyOf(legs);
    sketch = List.copyOf(sketch);
  }

  /// A share of a way.
  ///
  /// @param metres 1 or more
  public record Leg(Terrain terrain, long metres) {}

  /// How much of it is on what was made to be driven on, in metres.
  public long roadMetres() {
    return legs.stream().filter(leg -> leg.terrain().isRoad()).mapToLong(Leg::metres).sum();
  }
}
