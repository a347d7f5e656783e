package org.sarhad.core.barter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.core.entry.EntryId;

/// How far a contract is, by what rests on it (protocol clause 14-5.2). Its quantities are in the
/// unit of the contract.
///
/// @param contract itself
/// @param reservations under it, ascending
/// @param deliveries of it, ascending
/// @param stage how far it is
public record ContractProgress(
    Contract contract, List<Reservation> reservations, List<Delivery> deliveries, Stage stage) {

  /// How far a contract is.
  public enum Stage {
    /// Both have signed it, and nothing is reserved of it.
    SIGNED,
    /// Something is reserved of it, or on its way.
    ACTIVE,
    /// All of it has been delivered and taken over.
    FULFILLED,
    /// Its time is over, and nothing is on its way.
    EXPIRED,
    /// An assent to it was stale: nothing new rests on it.
    VOIDED
  }

  /// Copies its lists.
  public ContractProgress {
    reservations = List.copyOf(reservations);
    deliveries = List.copyOf(deliveries);
  }

  /// Every contract of `trade` as it stands at `now`, by the clock of whoever looks, ascending.
  /// O(n).
  public static List<ContractProgress> all(Trade trade, Instant now) {
    Map<EntryId, List<Reservation>> reserved = new TreeMap<>();
    Map<EntryId, List<Delivery>> delivered = new TreeMap<>();
    trade
        .reservations()
        .values()
        .forEachOrdered(
            some -> reserved.computeIfAbsent(some.contract(), _ -> new ArrayList<>()).add(some));
    trade
        .deliveries()
        .values()
        .forEachOrdered(
            some ->
                delivered
                    .computeIfAbsent(trade.reservation(some).contract(), _ -> new ArrayList<>())
                    .add(some));
    return trade
        .contracts()
        .values()
        .map(
            contract ->
                of(
                    contract,
                    reserved.getOrDefault(contract.id(), List.of()),
                    delivered.getOrDefault(contract.id(), List.of()),
                    now))
        .toList();
  }

  /// The contract that `act` made, as it stands at `now`; empty when there is none. O(n).
  public static Optional<ContractProgress> find(Trade trade, EntryId act, Instant now) {
    return all(trade, now).stream().filter(one -> one.contract().id().equals(act)).findFirst();
  }

  private static ContractProgress of(
      Contract contract, List<Reservation> reservations, List<Delivery> deliveries, Instant now) {
    return new ContractProgress(
        contract, reservations, deliveries, stage(contract, reservations, deliveries, now));
  }

  private static Stage stage(
      Contract contract, List<Reservation> reservations, List<Delivery> deliveries, Instant now) {
    boolean isUnderWay =
        reservations.stream().anyMatch(Reservation::isLive)
            || deliveries.stream().anyMatch(delivery -> delivery.taken().isEmpty());
    if (contract.isVoided()) {
      return Stage.VOIDED;
    }
    if (!isUnderWay && !deliveries.isEmpty() && contract.left() <= 0) {
      return Stage.FULFILLED;
    }
    if (!isUnderWay && !now.isBefore(contract.terms().until().over())) {
      return Stage.EXPIRED;
    }
    return reservations.isEmpty() ? Stage.SIGNED : Stage.ACTIVE;
  }

  // ---- what it comes to -----------------------------------------------------------------------

  /// How much has left.
  public long despatched() {
    return deliveries.stream().mapToLong(Delivery::sent).sum();
  }

  /// How much has arrived, as it was weighed there.
  public long received() {
    return deliveries.stream()
        .flatMap(delivery -> delivery.arrival().stream())
        .mapToLong(Delivery.Arrival::received)
        .sum();
  }

  /// How much is on its way.
  public long inTransit() {
    return deliveries.stream()
        .filter(delivery -> delivery.arrival().isEmpty())
        .mapToLong(Delivery::sent)
        .sum();
  }

  /// How much was taken over, as it was sent.
  public long accepted() {
    return deliveries.stream()
        .filter(delivery -> delivery.taken().isPresent())
        .mapToLong(Delivery::sent)
        .sum();
  }

  /// What is owed for what was taken over, by its newest price.
  public Money owed() {
    return deliveries.stream()
        .flatMap(delivery -> delivery.taken().stream())
        .map(Delivery.Taken::booked)
        .reduce(Money.ZERO, Money::plus);
  }

  /// What is disputed of it still.
  public Money disputed() {
    return deliveries.stream()
        .flatMap(delivery -> delivery.taken().stream())
        .map(Delivery.Taken::open)
        .reduce(Money.ZERO, Money::plus);
  }

  /// The room in the account that it takes now.
  public Money holding() {
    return reservations.stream().map(Reservation::holding).reduce(Money.ZERO, Money::plus);
  }
}
