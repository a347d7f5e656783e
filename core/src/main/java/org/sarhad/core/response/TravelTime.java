package org.sarhad.core.response;

import java.time.Duration;
import org.sarhad.core.geo.Position;

/// How long a unit takes from one place to another. The rules ask; what answers may be a straight
/// line or a road network.
@FunctionalInterface
public interface TravelTime {
  /// The time from `from` to `to` for a unit of `type`. Never throws; a place that cannot be
  /// reached is the answerer's longest time, not an error.
  Travel estimate(Position from, Position to, UnitType type);

  /// An answer.
  ///
  /// @param duration to the full second
  /// @param distanceM the way travelled, in metres
  /// @param basis how it was found
  record Travel(Duration duration, long distanceM, Basis basis) {}

  /// How an answer was found; shown beside it.
  enum Basis {
    /// Straight line times a factor for the bends of roads: an estimate.
    ESTIMATED,
    /// Along a network.
    ROUTED
  }
}
