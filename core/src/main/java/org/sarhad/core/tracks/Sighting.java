package org.sarhad.core.tracks;

import java.util.Optional;

/// One report of where a thing is.
///
/// @param id what its source calls it
/// @param kind what it is
/// @param fix where and when
/// @param motion where it is going, if that was seen
public record Sighting(TrackId id, ThingKind kind, TrackFix fix, Optional<Motion> motion) {}
