package org.sarhad.core.inquiry;

import java.util.Optional;

/// A side asked to see more of another side's exhibit.
///
/// @param asked by whom and where
/// @param said what, and why
/// @param answer what its holder answered, if it did
public record AccessRequest(
    Stamp asked, ExhibitFact.AccessRequested said, Optional<Answer> answer) {
  /// The holder's answer.
  ///
  /// @param given where
  /// @param said what, and why
  public record Answer(Stamp given, ExhibitFact.AccessAnswered said) {}

  AccessRequest answered(Answer how) {
    return new AccessRequest(asked, said, Optional.of(how));
  }
}
