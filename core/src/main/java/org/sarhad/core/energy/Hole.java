package org.sarhad.core.energy;

import org.sarhad.core.party.PartyId;

/// What a meter does not say of a day (protocol clause 18-5.2).
public sealed interface Hole {
  /// Whose meter.
  PartyId side();

  /// Quarters without a figure; what the register has for them is spread over all of them evenly.
  ///
  /// @param side whose meter
  /// @param from the first of them, 0 to 95
  /// @param count how many in a row
  record Quarters(PartyId side, int from, int count) implements Hole {}

  /// The register begins the day further on than it had ended the day before: nobody has said when
  /// that flowed, and it counts for no day.
  ///
  /// @param side whose meter
  /// @param wh how much
  record BetweenDays(PartyId side, long wh) implements Hole {}
}
