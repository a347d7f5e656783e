package org.sarhad.core.inquiry;

import java.util.List;
import java.util.Optional;

/// One claim as a board shows it. Everything but the claim itself is made by the same rule for
/// every side.
///
/// @param claim what was claimed, and all that became of it
/// @param verb the word between side and value
/// @param excerpt the visible beginning of its words; empty when it has none
public record Said(Claim claim, Verb verb, Optional<Excerpt> excerpt) {
  /// What is shown of a claim, in this order, in every column.
  public enum Field {
    /// The verb and the value.
    VALUE,
    /// As of when.
    AS_OF,
    /// How it is known.
    BASIS,
    /// From where, and the claimant's grading of that.
    SOURCES,
    /// What it rests on.
    EXHIBITS,
    /// The claimant's words.
    WORDS,
    /// What others say to it.
    POSITIONS,
    /// What it superseded, or what superseded it and why.
    HISTORY
  }

  /// The fields, in the order in which they are shown.
  public static final List<Field> FIELDS = List.of(Field.values());

  static Said of(Claim claim) {
    return new Said(
        claim, Verb.of(claim), claim.says().original().map(words -> Excerpt.of(words.text())));
  }

  /// Whether it is shown struck through: it no longer stands.
  public boolean isStruck() {
    return !claim.isStanding();
  }

  /// Why it no longer stands.
  public Optional<Words> reason() {
    return claim.end().map(ClaimEnd::reason);
  }
}
