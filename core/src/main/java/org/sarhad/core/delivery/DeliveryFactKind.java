package org.sarhad.core.delivery;

import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.entry.Kind;

/// The kinds of fact about goods on their way, by the word in the envelope (protocol clause
/// 18-2.1).
public enum DeliveryFactKind {
  /// What goes, and in what.
  CONSIGNED,
  /// Out of some units, into others.
  RELOADED,
  /// Something happens at a control point.
  EVENT,
  /// The other side has seen it so, too.
  STAMPED,
  /// That is what a despatch of the book is about.
  DESPATCHED;

  /// The first word of every kind here.
  public static final String APPLICATION = "delivery";

  /// The word in the envelope: `delivery.consigned`. Never changes.
  public Kind kind() {
    return new Kind(APPLICATION + "." + name().toLowerCase(Locale.ROOT));
  }

  /// Inverse of [#kind()]; empty for a kind that this version does not know.
  public static Optional<DeliveryFactKind> find(Kind kind) {
    for (DeliveryFactKind known : values()) {
      if (known.kind().equals(kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
