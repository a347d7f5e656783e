package org.sarhad.core.travel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sarhad.core.geo.Position;

/// A way while it is walked. Mutable, for one.
final class WaySteps {
  private static final int MM_PER_M = 1_000;

  private final CostGrid grid;
  private final long[] twiceMm = new long[Terrain.count()];
  private final List<Position> places = new ArrayList<>();
  private @Nullable Gate gate;

  WaySteps(CostGrid grid) {
    this.grid = grid;
  }

  void begin(int cell) {
    places.add(grid.frame().centre(cell));
  }

  /// From `cell` to `next`: half of it on the ground of either.
  void step(int cell, int next, long lengthMm) {
    twiceMm[grid.terrain(cell).number()] += lengthMm;
    twiceMm[grid.terrain(next).number()] += lengthMm;
    places.add(grid.frame().centre(next));
  }

  /// Through `through`, from `cell` on.
  void pass(Gate through, int cell, long lengthMm) {
    gate = through;
    step(cell, through.beyond(cell), lengthMm);
  }

  Way way(long millis) {
    List<Way.Leg> legs =
        IntStream.range(0, twiceMm.length)
            .mapToObj(
                terrain -> new Way.Leg(Terrain.at(terrain), twiceMm[terrain] / (2 * MM_PER_M)))
            .filter(leg -> leg.metres() > 0)
            .toList();
    long metres = legs.stream().mapToLong(Way.Leg::metres).sum();
    return new Way(
        millis,
        metres,
        legs,
        Optional.ofNullable(gate),
        Sketch.of(grid.frame(), places, Way.SKETCH_MAX));
  }
}
