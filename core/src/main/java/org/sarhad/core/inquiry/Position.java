package org.sarhad.core.inquiry;

/// What a side said to another side's claim, and where.
///
/// @param taken by whom and where
/// @param said what
public record Position(Stamp taken, ClaimFact.PositionTaken said) {
  /// What it says.
  public Stance stance() {
    return said.stance();
  }
}
