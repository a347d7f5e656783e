package org.sarhad.core.barter;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.data.IndexMap;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.EntryMap;

/// What is under way beside the money: contracts, what is reserved of them, what has left.
///
/// @param contracts by the act that made them
/// @param reservations by the act that made them
/// @param deliveries by the entry by which they left
/// @param byAct the despatch that an act has taken over, or ended the dispute of, by that act
/// @param untaken the act by which what was not taken in a month is paid for
public record Trade(
    PersistentMap<EntryId, Contract> contracts,
    PersistentMap<EntryId, Reservation> reservations,
    EntryMap<Delivery> deliveries,
    VoucherMap<EntryId> byAct,
    PersistentMap<UntakenMonth, EntryId> untaken) {
  /// Nothing under way.
  static final Trade NONE =
      new Trade(
          PersistentMap.empty(),
          PersistentMap.empty(),
          EntryMap.empty(),
          VoucherMap.empty(),
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
  public Optional<Delivery> takenBy(VoucherRef act) {
    return by(act).filter(delivery -> delivery.taken().orElseThrow().act().equals(act));
  }

  /// What `act` has ended the dispute of, if that stands.
  public Optional<Delivery> settledBy(EntryId act) {
    return by(VoucherRef.of(act))
        .filter(
            delivery -> delivery.taken().orElseThrow().settledBy().filter(act::equals).isPresent());
  }

  private Optional<Delivery> by(VoucherRef act) {
    return byAct.find(act).map(deliveries::get).filter(delivery -> delivery.taken().isPresent());
  }

  Trade with(Contract contract) {
    return new Trade(
        contracts.put(contract.id(), contract), reservations, deliveries, byAct, untaken);
  }

  Trade with(Reservation reservation) {
    return new Trade(
        contracts, reservations.put(reservation.id(), reservation), deliveries, byAct, untaken);
  }

  Trade with(Delivery delivery) {
    EntryId id = delivery.despatch().entry();
    VoucherMap<EntryId> named = byAct;
    if (delivery.taken().isPresent()) {
      Delivery.Taken taken = delivery.taken().get();
      named = named.put(taken.act(), id);
      named =
          taken.settledBy().isPresent()
              ? named.put(VoucherRef.of(taken.settledBy().get()), id)
              : named;
    }
    return new Trade(contracts, reservations, deliveries.put(id, delivery), named, untaken);
  }

  /// This, where `taken` are the deliveries that the lines of `act` have taken over, from the first
  /// line on: as [#with(Delivery)] for one after the other. They left by one log, and ascend.
  Trade with(EntryId act, List<Delivery> taken) {
    List<EntryId> despatches = taken.stream().map(one -> one.despatch().entry()).toList();
    long[] indices = despatches.stream().mapToLong(EntryId::index).toArray();
    return new Trade(
        contracts,
        reservations,
        deliveries.putAll(despatches.getFirst().origin(), IndexMap.ofAscending(indices, taken)),
        byAct.putAll(act, IndexMap.run(1, despatches)),
        untaken);
  }

  Trade with(UntakenMonth month, EntryId act) {
    return new Trade(contracts, reservations, deliveries, byAct, untaken.put(month, act));
  }

  /// This, with what `act` has booked of a month to be booked anew. O(months).
  Trade withoutUntaken(EntryId act) {
    PersistentMap<UntakenMonth, EntryId> left = untaken;
    for (UntakenMonth month : untaken.keys().filter(key -> untaken.get(key).equals(act)).toList()) {
      left = left.remove(month);
    }
    return new Trade(contracts, reservations, deliveries, byAct, left);
  }
}
