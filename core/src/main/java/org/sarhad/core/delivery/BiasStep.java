package org.sarhad.core.delivery;

/// Where the sums of a [BiasTest] stand behind one pair. In parts per million, rounded towards
/// nothing.
///
/// @param differencePpm by how much the second said more than the first; less than nothing where it
///   said less
/// @param more what has come together where the second said more; 0 or more
/// @param less what has come together where it said less; 0 or more
public record BiasStep(long differencePpm, long more, long less) {}
