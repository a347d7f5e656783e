package org.sarhad.core.tracks;

import java.util.Optional;

/// What happened between two sightings of a thing (protocol clause 20-4).
///
/// @param kind what
/// @param id which thing
/// @param thing what it is
/// @param before since when it is reckoned: the last certain side for a crossing, else the sighting
///   before
/// @param after the sighting by which it was noticed
/// @param from the hand it came from; the band for what was in it
/// @param minutes of an approach: when it will be in the band, rounded up
public record TrackEvent(
    Kind kind,
    TrackId id,
    ThingKind thing,
    TrackFix before,
    TrackFix after,
    LineSide from,
    Optional<Integer> minutes) {
  /// What can happen.
  public enum Kind {
    /// Straight on, it is in the band within the agreed time.
    APPROACHING,
    /// It was certainly on one side, and no longer is.
    ENTERED_BAND,
    /// It was in the band, and is certainly on one side.
    LEFT_BAND,
    /// It may have been on the other side, or be there.
    POSSIBLY_CROSSED,
    /// It was certainly on one side, and is certainly on the other.
    CROSSED,
    /// It was reported where it cannot have come to in the time. Nothing follows from that.
    JUMPED,
    /// Nothing has been heard of it for so long that it is shown as old.
    STALE
  }
}
