package org.sarhad.core.modalities;

import java.util.Optional;
import org.sarhad.core.json.Json;

/// One difference between two documents (protocol clause 08-9.1). What it says in words is the
/// console's business.
public sealed interface ClauseChange {
  /// A clause that the older document does not have.
  record Added(Clause clause) implements ClauseChange {}

  /// A clause that the newer document does not have.
  record Removed(Clause clause) implements ClauseChange {}

  /// The same clause under another number.
  ///
  /// @param from its number in the older document
  /// @param to its number in the newer one
  record Moved(ClauseNumber from, ClauseNumber to) implements ClauseChange {}

  /// Other words in one language.
  ///
  /// @param clause its number in the newer document
  /// @param part heading or text
  /// @param language in which
  /// @param from empty where there were none
  /// @param to empty where there are none
  record Reworded(
      ClauseNumber clause, Part part, String language, Optional<String> from, Optional<String> to)
      implements ClauseChange {}

  /// Another value for the machines.
  ///
  /// @param clause its number in the newer document
  /// @param from empty where nothing was bound
  /// @param to empty where nothing is bound
  record Rebound(ClauseNumber clause, Optional<Binding> from, Optional<Binding> to)
      implements ClauseChange {}

  /// Something of the document itself.
  ///
  /// @param member `catalogue`, `in_force_from`, `languages`, `review_by` or `title`
  /// @param from empty where it was absent
  /// @param to empty where it is absent
  record Amended(String member, Optional<Json> from, Optional<Json> to) implements ClauseChange {}

  /// A part of a clause that people read.
  enum Part {
    HEADING,
    TEXT
  }
}
