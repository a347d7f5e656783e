package org.sarhad.core.energy;

import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.entry.Kind;

/// The kinds of fact about energy, by the word in the envelope (protocol clause 18-4.1).
public enum EnergyFactKind {
  /// What is to flow on a day.
  SCHEDULE,
  /// What a meter says has flowed.
  METER;

  /// The first word of every kind here.
  public static final String APPLICATION = "energy";

  /// The word in the envelope: `energy.schedule`. Never changes.
  public Kind kind() {
    return new Kind(APPLICATION + "." + name().toLowerCase(Locale.ROOT));
  }

  /// Inverse of [#kind()]; empty for a kind that this version does not know.
  public static Optional<EnergyFactKind> find(Kind kind) {
    for (EnergyFactKind known : values()) {
      if (known.kind().equals(kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
