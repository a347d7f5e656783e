package org.sarhad.core.modalities;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.travel.Speeds;

/// What travel and dispatch go by, as plain values (protocol clause 19-3).
///
/// @param settings of the version in force
public record TravelTerms(Settings settings) {
  /// The ground both sides agreed to reckon over, if they did.
  public Optional<DatasetRef> grid() {
    return settings.find(TravelSettings.GRID);
  }

  /// How fast one is on it.
  public Speeds speeds() {
    return new Speeds(
        List.of(
            0,
            kmh(TravelSettings.SPEED_OPEN),
            kmh(TravelSettings.SPEED_SAND),
            kmh(TravelSettings.SPEED_SALT),
            kmh(TravelSettings.SPEED_ROUGH),
            kmh(TravelSettings.SPEED_TRACK),
            kmh(TravelSettings.SPEED_ROAD),
            kmh(TravelSettings.SPEED_HIGHWAY)),
        Math.toIntExact(settings.get(TravelSettings.SIDE_CHANGE).toMinutes()));
  }

  private int kmh(Setting<Long> speed) {
    return Math.toIntExact(settings.get(speed));
  }

  /// Whether the other side can be asked to cross.
  public boolean isCrossing() {
    return settings.get(TravelSettings.CROSSING);
  }

  /// What a unit of one side loses at the line before it goes on.
  public Duration handover() {
    return settings.get(TravelSettings.HANDOVER);
  }

  /// How many offers each side may make in one negotiation of posture, 1 to 9.
  public int rounds() {
    return Math.toIntExact(settings.get(TravelSettings.ROUNDS));
  }

  /// How soon somebody is to be there.
  public Duration target() {
    return settings.get(TravelSettings.TARGET);
  }
}
