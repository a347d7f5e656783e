package org.sarhad.core.commitments;

import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.entry.Kind;

/// The kinds of fact about commitments, by the word in the envelope (protocol clause 10-2).
public enum CommitmentFactKind {
  /// One side enters what was stated publicly.
  REGISTERED,
  /// A side says that it was indeed committed to.
  ACKNOWLEDGED,
  /// The side that registered it takes that back.
  WITHDRAWN,
  /// How far it is, as one side says.
  PROGRESS_STATED,
  /// A side disputes it, or what another one says of it.
  DISPUTED,
  /// It was kept, as one side says.
  FULFILLED_STATED;

  /// The first word of every kind here.
  public static final String APPLICATION = "commitment";

  /// The word in the envelope: `commitment.registered`. Never changes.
  public Kind kind() {
    return new Kind(APPLICATION + "." + name().toLowerCase(Locale.ROOT));
  }

  /// Inverse of [#kind()]; empty for a kind that this version does not know.
  public static Optional<CommitmentFactKind> find(Kind kind) {
    for (CommitmentFactKind known : values()) {
      if (known.kind().equals(kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
