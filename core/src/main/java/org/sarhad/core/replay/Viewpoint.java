package org.sarhad.core.replay;

import org.sarhad.core.party.PartyId;

/// Through whose eyes the past is looked at.
public sealed interface Viewpoint {
  /// All sides together: what every one of them is proven to have known, by signatures alone, so
  /// that each node comes to the same.
  Viewpoint BOTH = new Both();

  /// As `party` knew.
  static Viewpoint of(PartyId party) {
    return new Side(party);
  }

  /// One side.
  record Side(PartyId party) implements Viewpoint {
    /// The name of the side.
    @Override
    public String toString() {
      return party.value();
    }
  }

  /// What all of them knew.
  record Both() implements Viewpoint {
    /// `both`, which is no name of a side.
    @Override
    public String toString() {
      return "both";
    }
  }
}
