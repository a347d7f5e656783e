package org.sarhad.core.information;

import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.entry.Kind;

/// The kinds of fact about requests of information, by the word in the envelope (protocol clause
/// 13-2).
public enum InformationFactKind {
  /// One side asks another.
  ASKED,
  /// A person at the desk of the asked side has it in hand.
  RECEIVED,
  /// The asked side asks back.
  CLARIFICATION_ASKED,
  /// The asking side says what it meant.
  CLARIFICATION_GIVEN,
  /// The asked side answers.
  ANSWERED,
  /// It will answer later, and says until when.
  DEFERRED,
  /// The asking side needs it no longer.
  WITHDRAWN;

  /// The first word of every kind here.
  public static final String APPLICATION = "information";

  /// The word in the envelope: `information.asked`. Never changes.
  public Kind kind() {
    return new Kind(APPLICATION + "." + name().toLowerCase(Locale.ROOT));
  }

  /// Inverse of [#kind()]; empty for a kind that this version does not know.
  public static Optional<InformationFactKind> find(Kind kind) {
    for (InformationFactKind known : values()) {
      if (known.kind().equals(kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
