package org.sarhad.core.simulation;

/// Somebody is needed somewhere.
///
/// @param second since the beginning, 0 or more
/// @param point where, by its number
public record Call(long second, int point) {}
