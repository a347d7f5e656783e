package org.sarhad.core.crossing;

/// Why something about a crossing does not hold, and which value is meant.
///
/// @param refusal the first that applies
/// @param detail completes its sentence: what was asked for, what is agreed, and by which clause
public record CrossingObjection(CrossingRefusal refusal, String detail) {}
