package org.sarhad.core.tracks;

import java.time.Duration;

/// What a picture of tracks goes by.
///
/// @param retention after which a position is forgotten; more than zero
/// @param staleAfter after which it is shown as old; more than zero
/// @param forecast how far ahead an approach is told; zero for never
/// @param speeds how fast things can be: what is faster is doubted
/// @param things how many can be followed at once, 1 to 1 000 000
public record TrackLimits(
    Duration retention, Duration staleAfter, Duration forecast, TopSpeeds speeds, int things) {
  private static final int THINGS_MAX = 1_000_000;

  /// @throws IllegalArgumentException when a value is out of range
  public TrackLimits {
    boolean isFit =
        retention.isPositive()
            && staleAfter.isPositive()
            && !forecast.isNegative()
            && things >= 1
            && things <= THINGS_MAX;
    if (!isFit) {
      throw new IllegalArgumentException(
          "limits of tracks: kept for %s, old after %s, forecast of %s, %d things"
              .formatted(retention, staleAfter, forecast, things));
    }
  }
}
