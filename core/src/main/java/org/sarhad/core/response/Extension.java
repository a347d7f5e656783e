package org.sarhad.core.response;

import java.time.Instant;
import java.util.Optional;

/// The helped side asked the helper to stay longer, and what came of it.
///
/// @param asked the request
/// @param answered the helper's answer
public record Extension(Said asked, Optional<Said> answered) {
  /// Until when the helped side would have them stay.
  public Instant wanted() {
    return ((AssistanceFact.ExtensionAsked) asked.fact()).until();
  }

  /// Until when the helper stays; empty while it has not said so.
  public Optional<Instant> until() {
    return answered
        .map(Said::fact)
        .map(AssistanceFact.ExtensionAnswered.class::cast)
        .flatMap(AssistanceFact.ExtensionAnswered::until);
  }
}
