package org.sarhad.core.barter;

import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;

/// What is under way beside the money: contracts, what is reserved of them, what has left. A step
/// is O(log n).
///
/// @param contracts by the act that made them
/// @param reservations by the act that made them
/// @param deliveries by the entry by which they left
/// @param byAct the despatch that an act has taken over, or ended the dispute of, by that act
public record Trade(
    PersistentMap<EntryId, Contract> contracts,
    PersistentMap<EntryId, Reservation> reservations,
    PersistentMap<EntryId, Delivery> deliveries,
    PersistentMap<EntryId, EntryId> byAct) {
  /// Nothing under way.
  static final Trade NONE =
      new Trade(
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty());

  /// The contract of `reservation`.
  public Contract contract(Reservation reservation) {
    return contracts.get(reservation.contract());
  }

  /// The reservation of `delivery`.
  public Reservation reservation(Delivery delivery) {
    return reservations.get(delivery.reservation());
  }

  /// What `act` has taken over, if that stands.
  public Optional<Delivery> takenBy(EntryId act) {
    return by(act).filter(delivery -> delivery.taken().orElseThrow().act().equals(act));
  }

  /// What `act` has ended the dispute of, if that stands.
  public Optional<Delivery> settledBy(EntryId act) {
    return by(act)
        .filter(
            delivery -> delivery.taken().orElseThrow().settledBy().filter(act::equals).isPresent());
  }

  private Optional<Delivery> by(EntryId act) {
    return byAct.find(act).map(deliveries::get).filter(delivery -> delivery.taken().isPresent());
  }

  Trade with(Contract contract) {
    return new Trade(contracts.put(contract.id(), contract), reservations, deliveries, byAct);
  }

  Trade with(Reservation reservation) {
    return new Trade(contracts, reservations.put(reservation.id(), reservation), deliveries, byAct);
  }

  Trade with(Delivery delivery) {
    EntryId id = delivery.despatch().entry();
    PersistentMap<EntryId, EntryId> named = byAct;
    if (delivery.taken().isPresent()) {
      Delivery.Taken taken = delivery.taken().get();
      named = named.put(taken.act(), id);
      named = taken.settledBy().isPresent() ? named.put(taken.settledBy().get(), id) : named;
    }
    return new Trade(contracts, reservations, deliveries.put(id, delivery), named);
  }
}
