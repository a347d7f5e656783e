package org.sarhad.core.response;

import java.util.Optional;

/// What one commitment costs: a line that is opened with it and closed at the end, by a figure that
/// both sides agree on, or one that they do not (Nordic rescue agreement: who pays is settled when
/// help is given, and not afterwards).
///
/// @param commitment the commitment
/// @param stated the last final figure of the side that committed
/// @param answered what the other side says to exactly that figure
public record HelpCost(Said commitment, Optional<Said> stated, Optional<Said> answered) {
  /// How far a line is.
  public enum Standing {
    /// There is an estimate, or none, and no final figure.
    OPEN,
    /// There is a final figure, and the other side has not answered it.
    STATED,
    /// Both agree.
    AGREED,
    /// The other side disputes it.
    DISPUTED
  }

  /// What was said when it was committed.
  public Optional<CostLine> estimate() {
    return ((AssistanceFact.Committed) commitment.fact()).cost();
  }

  /// The final figure.
  public Optional<CostLine> figure() {
    return stated
        .map(Said::fact)
        .map(AssistanceFact.CostStated.class::cast)
        .map(AssistanceFact.CostStated::cost);
  }

  /// How far it is.
  public Standing standing() {
    if (stated.isEmpty()) {
      return Standing.OPEN;
    }
    return answered
        .map(Said::fact)
        .map(AssistanceFact.CostAnswered.class::cast)
        .map(answer -> answer.agrees() ? Standing.AGREED : Standing.DISPUTED)
        .orElse(Standing.STATED);
  }
}
