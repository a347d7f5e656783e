package org.sarhad.core.tracks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A thing as it is followed: its latest sighting, and what is kept of its past to judge the next.
///
/// @param latest where it is
/// @param side where that certainly is
/// @param sure when it was last certainly on one side; empty if it never was
/// @param isApproaching whether straight on it comes to the band in time
/// @param isSuspected whether a possible crossing was stated since `sure`
/// @param doubted a later sighting, where it cannot have come to in the time (protocol clause
///   20-4.5); nothing follows from it
public record Track(
    Sighting latest,
    LineSide side,
    Optional<Sure> sure,
    boolean isApproaching,
    boolean isSuspected,
    Optional<Sighting> doubted) {
  /// Certainly on one side.
  ///
  /// @param side which; never the band
  public record Sure(TrackFix fix, LineSide side) {}

  /// The same thing, of which the next sighting is believed again or not yet.
  Track doubting(Optional<Sighting> next) {
    return new Track(latest, side, sure, isApproaching, isSuspected, next);
  }

  /// The last that was reported of it, believed or not.
  public Sighting newest() {
    return doubted.orElse(latest);
  }

  /// How old it is at `now`.
  public Duration ageAt(Instant now) {
    return latest.fix().ageAt(now);
  }

  /// Whether at `now` it is too old to be shown as where the thing is (protocol clause 20-2.4).
  public boolean isStaleAt(Instant now, Duration staleAfter) {
    return ageAt(now).compareTo(staleAfter) > 0;
  }
}
