package org.sarhad.core.market;

import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.entry.Kind;

/// The kinds of fact that one side states on the market, by the word in the envelope (protocol
/// clause 17-3).
public enum MarketFactKind {
  /// A need or an offer, openly.
  STATED,
  /// It is taken back.
  WITHDRAWN,
  /// A need or an offer that is committed to now and shown later.
  SEALED,
  /// What was sealed is shown.
  REVEALED;

  /// The first word of every kind here.
  public static final String APPLICATION = "market";

  /// The word in the envelope: `market.stated`. Never changes.
  public Kind kind() {
    return new Kind(APPLICATION + "." + name().toLowerCase(Locale.ROOT));
  }

  /// Inverse of [#kind()]; empty for a kind that this version does not know.
  public static Optional<MarketFactKind> find(Kind kind) {
    for (MarketFactKind known : values()) {
      if (known.kind().equals(kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
