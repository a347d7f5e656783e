package org.sarhad.core.barter;

import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.entry.Kind;

/// The kinds of fact that one side states about deliveries, by the word in the envelope (protocol
/// clause 14-2.2).
public enum BarterFactKind {
  /// Goods have left.
  DESPATCHED,
  /// Goods have arrived.
  RECEIVED,
  /// Somebody has weighed or looked.
  CERTIFIED,
  /// What was reserved and not despatched is free again.
  LAPSED;

  /// The first word of every kind here.
  public static final String APPLICATION = "barter";

  /// The word in the envelope: `barter.despatched`. Never changes.
  public Kind kind() {
    return new Kind(APPLICATION + "." + name().toLowerCase(Locale.ROOT));
  }

  /// Inverse of [#kind()]; empty for a kind that this version does not know.
  public static Optional<BarterFactKind> find(Kind kind) {
    for (BarterFactKind known : values()) {
      if (known.kind().equals(kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
