package org.sarhad.core.act;

import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.entry.Kind;

/// The kinds of fact about acts, by the word in the envelope (protocol clause 07-2).
public enum ActFactKind {
  /// "This is what we should agree on"; the proposer's own signature too.
  PROPOSED,
  /// One officer's yes to exactly those bytes.
  ASSENTED,
  /// A side's no.
  REFUSED,
  /// The proposer takes it back.
  WITHDRAWN,
  /// The same, announced in the proposal and written by the node.
  EXPIRED,
  /// Proof that an assent was given after its author had signed for the withdrawal.
  CONTESTED,
  /// An officer lends a role for signing acts.
  DELEGATED,
  /// The end of that.
  DELEGATION_ENDED;

  /// The first word of every kind here.
  public static final String APPLICATION = "act";

  /// The word in the envelope: `act.proposed`. Never changes.
  public Kind kind() {
    return new Kind(APPLICATION + "." + name().toLowerCase(Locale.ROOT));
  }

  /// Inverse of [#kind()]; empty for a kind that this version does not know.
  public static Optional<ActFactKind> find(Kind kind) {
    for (ActFactKind known : values()) {
      if (known.kind().equals(kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
