package org.sarhad.core.screening;

import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.entry.Kind;

/// The kinds of fact about screening, by the word in the envelope (protocol clause 16-2).
public enum ScreeningFactKind {
  /// A side goes by this list from here on, or has seen that it is the newest still.
  LIST_TAKEN,
  /// A side goes by that list no longer.
  LIST_ENDED,
  /// Somebody is stopped.
  HELD,
  /// An officer says what should be decided.
  PROPOSED,
  /// A second officer agrees, and it is decided.
  CONFIRMED,
  /// A side has a licence or an exemption for somebody.
  BASIS_RECORDED,
  /// Some of it is used.
  BASIS_DRAWN,
  /// What was used of it is free again.
  BASIS_RETURNED,
  /// It holds no longer.
  BASIS_ENDED;

  /// The first word of every kind here.
  public static final String APPLICATION = "screening";

  /// The word in the envelope: `screening.held`. Never changes.
  public Kind kind() {
    return new Kind(APPLICATION + "." + name().toLowerCase(Locale.ROOT));
  }

  /// Inverse of [#kind()]; empty for a kind that this version does not know.
  public static Optional<ScreeningFactKind> find(Kind kind) {
    for (ScreeningFactKind known : values()) {
      if (known.kind().equals(kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
