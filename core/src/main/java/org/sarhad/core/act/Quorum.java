package org.sarhad.core.act;

import java.util.Collection;
import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.party.PartyId;

/// Who has to sign an act: which sides, and which seats of each (protocol clause 07-3). They need
/// not be all sides of the channel (07-9.1).
///
/// @param seats by side; at least two sides
public record Quorum(PersistentMap<PartyId, Seats> seats) {
  /// @throws IllegalArgumentException when it asks fewer than two sides
  public Quorum {
    if (seats.size() < 2) {
      throw new IllegalArgumentException(
          "a quorum of " + seats.size() + " sides; a joint act takes at least two");
    }
  }

  /// The same seats for each of `parties`.
  public static Quorum alike(Collection<PartyId> parties, Seats each) {
    PersistentMap<PartyId, Seats> seats = PersistentMap.empty();
    for (PartyId party : parties) {
      seats = seats.put(party, each);
    }
    return new Quorum(seats);
  }

  /// Whether the act needs `party`.
  public boolean needs(PartyId party) {
    return seats.containsKey(party);
  }

  /// The seats of `party`; empty when the act does not need it.
  public Optional<Seats> seatsOf(PartyId party) {
    return seats.find(party);
  }

  /// Whether every side of `other` is a side of this one.
  public boolean includes(Quorum other) {
    return other.seats.keys().allMatch(this::needs);
  }
}
