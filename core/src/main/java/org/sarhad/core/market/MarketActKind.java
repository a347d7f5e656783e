package org.sarhad.core.market;

import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.act.ActKind;

/// The kinds of joint act that are the market's (protocol clause 17-2).
public enum MarketActKind {
  /// What is to be matched in a period, and within what.
  PROTOCOL,
  /// Who gets what of it.
  MATCH;

  /// The kind of act: `barter_match`. Never changes.
  public ActKind act() {
    return ActKind.of("barter_" + name().toLowerCase(Locale.ROOT));
  }

  /// Inverse of [#act()]; empty for an act of another application.
  public static Optional<MarketActKind> find(ActKind kind) {
    for (MarketActKind known : values()) {
      if (known.act().equals(kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
