package org.sarhad.core.screening;

import java.util.Optional;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.register.Word;

/// What one side has said about one trading party. Immutable.
///
/// @param held that it is stopped; empty when nothing stops it, or two officers have decided
/// @param proposal what waits for a second officer
/// @param decision the last that two have decided
public record Screened(
    Optional<Word<ScreeningFact.Held>> held,
    Optional<Proposal> proposal,
    Optional<Decided> decision) {
  /// Nobody has looked.
  static final Screened NOT_YET =
      new Screened(Optional.empty(), Optional.empty(), Optional.empty());

  /// What a first officer has said.
  ///
  /// @param officer who
  /// @param word what, and where it stands
  public record Proposal(OfficerId officer, Word<ScreeningFact.Proposed> word) {}

  /// What two officers have decided.
  ///
  /// @param proposal by the first
  /// @param officer the second
  /// @param word where that stands
  public record Decided(Proposal proposal, OfficerId officer, Word<ScreeningFact.Confirmed> word) {
    /// What was decided.
    public ScreeningFact.Proposed said() {
      return proposal.word().said();
    }
  }

  /// How it stands with it; empty when nobody has looked.
  public Optional<Status> status() {
    return held.isPresent()
        ? Optional.of(Status.HELD)
        : decision.map(decided -> decided.said().status());
  }

  /// A hold overtakes what was proposed before it: that officer had not seen what this one has.
  Screened holding(Word<ScreeningFact.Held> word) {
    return new Screened(Optional.of(word), Optional.empty(), decision);
  }

  Screened proposing(Proposal next) {
    return new Screened(held, Optional.of(next), decision);
  }

  Screened deciding(Decided next) {
    return new Screened(Optional.empty(), Optional.empty(), Optional.of(next));
  }
}
