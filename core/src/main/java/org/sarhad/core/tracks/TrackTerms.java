package org.sarhad.core.tracks;

import java.time.Duration;
import java.util.Optional;

/// What was agreed of tracks, where a fact about them stands.
///
/// @param line the agreed line, with its agreed uncertainty; empty when none is agreed
/// @param retention how long positions are kept that nobody released
/// @param speeds how fast things can be
public record TrackTerms(Optional<LineVersion> line, Duration retention, TopSpeeds speeds) {}
