package org.sarhad.core.response;

/// What a side writes about its own run cards.
public sealed interface RunCardFact extends ResponseFact {
  /// The next version of a card. The newest version of an author is its card for that code-word.
  record Written(RunCard card) implements RunCardFact {}
}
