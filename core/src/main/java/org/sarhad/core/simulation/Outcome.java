package org.sarhad.core.simulation;

import java.util.List;

/// What came of a season.
///
/// @param together of both sides' soil; of their help what crossed the line
/// @param sides of each side's, in their order
public record Outcome(Figures together, List<Figures> sides) {
  /// Copies the list.
  public Outcome {
    sides = List.copyOf(sides);
  }
}
