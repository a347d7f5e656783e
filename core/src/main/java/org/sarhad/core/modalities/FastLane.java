package org.sarhad.core.modalities;

import java.time.Duration;

/// What ambulances and fire engines may do on the other side's soil without being asked for each
/// time: the assent is signed beforehand, with the modalities (red line 10 of clause 08-4).
///
/// @param depthM metres beyond the operational line
/// @param duration how long; not more than the hard cap of a crossing
/// @param units how many at a time
/// @param points hospitals and meeting points
/// @param survivesSuspension whether it stays open while the modalities are suspended
public record FastLane(
    long depthM, Duration duration, long units, LanePoints points, boolean survivesSuspension) {}
