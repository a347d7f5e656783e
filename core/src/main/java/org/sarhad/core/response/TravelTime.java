package org.sarhad.core.response;

import java.time.Duration;
import java.util.Optional;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.travel.Way;

/// How long units take to a place. The rules ask; what answers may be a straight line or the ground
/// of a grid.
@FunctionalInterface
public interface TravelTime {
  /// How units of `by` get to `to`, or as well from there: a way is as long back as forth. Never
  /// throws. Made once for each place, since it may cost as much as all the ground around it.
  ///
  /// @param horizon what takes a patrol vehicle longer is taken to be out of reach
  Approach toward(Position to, PartyId by, Duration horizon);

  /// To one place, from wherever a unit is.
  @FunctionalInterface
  interface Approach {
    /// From `from` for a unit of `type`; empty where there is no way within the horizon.
    Optional<Travel> from(Position from, UnitType type);
  }

  /// An answer.
  ///
  /// @param duration to the full second
  /// @param distanceM the way travelled, in metres
  /// @param basis how it was found
  /// @param way where it leads; empty where that is not known
  record Travel(Duration duration, long distanceM, Basis basis, Optional<Way> way) {}

  /// How an answer was found; shown beside it.
  enum Basis {
    /// Straight line times a factor for the bends of roads: an estimate.
    ESTIMATED,
    /// Over the ground.
    ROUTED
  }
}
