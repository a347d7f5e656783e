package org.sarhad.core.joint;

import java.time.Instant;
import java.util.OptionalLong;
import org.sarhad.core.crossing.Crossing;
import org.sarhad.core.crossing.CrossingState;
import org.sarhad.core.crossing.Line;
import org.sarhad.core.crossing.UnitName;
import org.sarhad.core.geo.Position;
import org.sarhad.core.modalities.FastLane;
import org.sarhad.core.response.Passes;
import org.sarhad.core.response.UnitId;

/// Leaves to cross, as the response asks for them: where a leave has an area, in it; in the fast
/// lane, as deep as was agreed, if that can be told.
///
/// @param crossings by everything that is known, final or not: a STOP counts from when it is known
/// @param lane how far it reaches
/// @param line how far from the line a place is
public record CrossingPasses(CrossingState crossings, FastLane lane, Line line) implements Passes {
  /// Those that `accord` gives.
  public static CrossingPasses of(Accord accord, Line line) {
    return new CrossingPasses(accord.crossings(), accord.crossingGrounds().lane(), line);
  }

  @Override
  public boolean holds(UnitId unit, Instant at) {
    return crossings.leavesOf(name(unit), at).findAny().isPresent();
  }

  @Override
  public boolean covers(UnitId unit, Position position, Instant at) {
    return crossings.leavesOf(name(unit), at).anyMatch(crossing -> reaches(crossing, position));
  }

  private boolean reaches(Crossing crossing, Position position) {
    return crossing.leave().area().isPresent()
        ? crossing.leave().area().get().contains(position)
        : isWithinLane(position);
  }

  private boolean isWithinLane(Position position) {
    OptionalLong metres = line.metresFrom(position);
    return metres.isPresent() && metres.getAsLong() <= lane.depthM();
  }

  static UnitName name(UnitId unit) {
    return new UnitName(unit.owner(), unit.number());
  }

  static UnitId unit(UnitName name) {
    return new UnitId(name.owner(), name.number());
  }
}
