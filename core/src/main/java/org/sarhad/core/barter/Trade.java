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
/// @param acceptances the despatch that an act has taken over, by that act
public record Trade(
    PersistentMap<EntryId, Contract> contracts,
    PersistentMap<EntryId, Reservation> reservations,
    PersistentMap<EntryId, Delivery> deliveries,
    PersistentMap<EntryId, EntryId> acceptances) {
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
    return acceptances
        .find(act)
        .map(deliveries::get)
        .filter(delivery -> delivery.taken().filter(by -> by.act().equals(act)).isPresent());
  }

  Trade with(Contract contract) {
    return new Trade(contracts.put(contract.id(), contract), reservations, deliveries, acceptances);
  }

  Trade with(Reservation reservation) {
    return new Trade(
        contracts, reservations.put(reservation.id(), reservation), deliveries, acceptances);
  }

  Trade with(Delivery delivery) {
    EntryId id = delivery.despatch().entry();
    return new Trade(
        contracts,
        reservations,
        deliveries.put(id, delivery),
        delivery.taken().map(by -> acceptances.put(by.act(), id)).orElse(acceptances));
  }
}
