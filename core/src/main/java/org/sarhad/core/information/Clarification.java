package org.sarhad.core.information;

import java.util.Optional;
import org.sarhad.core.register.Word;

/// The asked side asked back, and perhaps the asking side said what it meant.
///
/// @param asked the question back
/// @param given the answer to it
public record Clarification(
    Word<InformationFact.ClarificationAsked> asked,
    Optional<Word<InformationFact.ClarificationGiven>> given) {
  /// Whether it waits for the asking side.
  public boolean isOpen() {
    return given.isEmpty();
  }

  Clarification given(Word<InformationFact.ClarificationGiven> word) {
    return new Clarification(asked, Optional.of(word));
  }
}
