package org.sarhad.core.response;

import java.time.Duration;
import java.util.Optional;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;

/// Great circle × circuity at the planning speed of the unit's type. Roads in this country are
/// about 1.4 times as long as the straight line; who flies, flies straight.
///
/// @param circuityPercent length of the way per length of the straight line, in percent, 100 to
///   1000
public record StraightLineTravel(int circuityPercent) implements TravelTime {
  /// The default.
  public static final StraightLineTravel DEFAULT = new StraightLineTravel(140);

  private static final long METRES_PER_KM = 1_000;
  private static final long SECONDS_PER_HOUR = 3_600;

  public StraightLineTravel {
    if (circuityPercent < 100 || circuityPercent > 1_000) {
      throw new IllegalArgumentException(
          "circuityPercent is " + circuityPercent + ", expected 100 to 1000");
    }
  }

  /// An estimate, wherever and however far it is: there is always a straight line.
  @Override
  public Approach toward(Position to, PartyId by, Duration horizon) {
    return (from, type) -> Optional.of(estimate(from, to, type));
  }

  /// The time from `from` to `to` for a unit of `type`.
  public Travel estimate(Position from, Position to, UnitType type) {
    long straightM = from.distanceTo(to).metres();
    long wayM = type.flies() ? straightM : straightM * circuityPercent / 100;
    long seconds = wayM * SECONDS_PER_HOUR / (METRES_PER_KM * type.speedKmh());
    return new Travel(Duration.ofSeconds(seconds), wayM, Basis.ESTIMATED, Optional.empty());
  }
}
