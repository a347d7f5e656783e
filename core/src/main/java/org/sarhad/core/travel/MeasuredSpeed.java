package org.sarhad.core.travel;

/// How fast units really were on one terrain, as far as a patrol vehicle would have been (protocol
/// clause 19-9.4).
///
/// @param terrain which
/// @param pieces of way that were measured, [SpeedGauge#PIECES_MIN] or more
/// @param kmh the median of them: as many were slower as were faster
/// @param lowerKmh a quarter of them were slower
/// @param upperKmh a quarter of them were faster
public record MeasuredSpeed(Terrain terrain, int pieces, int kmh, int lowerKmh, int upperKmh) {}
