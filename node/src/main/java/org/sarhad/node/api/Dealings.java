package org.sarhad.node.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.act.Act;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.Delivery;
import org.sarhad.core.barter.Reservation;
import org.sarhad.core.barter.Trade;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.screening.LookBack.Dealing;
import org.sarhad.core.screening.SubjectId;

/// What was agreed and done with trading parties, as far as the book knows: contracts, what is
/// reserved of them, what was taken over (protocol clause 16-4.5). By everything that is known.
final class Dealings {
  private final Lens lens;
  private final Trade trade;

  Dealings(Lens lens) {
    this.lens = lens;
    this.trade = lens.view().expected().book().trade();
  }

  /// What a dealing is.
  enum What {
    CONTRACT,
    RESERVATION,
    ACCEPTANCE
  }

  /// One of them, and what it is.
  record Known(What what, Dealing dealing) {}

  /// All of them: contracts, then reservations, then what was taken over. O(n).
  List<Known> all() {
    var all = new ArrayList<Known>();
    trade.contracts().values().forEach(contract -> all.add(contract(contract)));
    trade.reservations().values().forEach(reservation -> all.add(reservation(reservation)));
    trade
        .deliveries()
        .values()
        .flatMap(delivery -> acceptance(delivery).stream())
        .forEach(all::add);
    return all;
  }

  private Known contract(Contract contract) {
    var until = contract.terms().until().over();
    boolean isLeft = contract.left() > 0 && lens.now().isBefore(until);
    boolean isHeld =
        trade
            .reservations()
            .values()
            .anyMatch(
                reservation -> reservation.contract().equals(contract.id()) && isOpen(reservation));
    return known(
        What.CONTRACT, contract.id(), contract, !contract.isVoided() && (isLeft || isHeld));
  }

  private Known reservation(Reservation reservation) {
    return known(
        What.RESERVATION, reservation.id(), trade.contract(reservation), isOpen(reservation));
  }

  /// Whether something can still leave under it, or what has left is on its way or disputed.
  private static boolean isOpen(Reservation reservation) {
    return reservation.holding().isPositive();
  }

  private Optional<Known> acceptance(Delivery delivery) {
    return delivery
        .taken()
        .map(
            taken ->
                known(
                    What.ACCEPTANCE,
                    taken.act().entry(),
                    trade.contract(trade.reservation(delivery)),
                    taken.open().isPositive()));
  }

  private Known known(What what, EntryId act, Contract contract, boolean isOpen) {
    return new Known(what, new Dealing(act, subjects(contract), isOpen, last(act)));
  }

  private static SortedSet<SubjectId> subjects(Contract contract) {
    return Ordered.set(contract.parties().stream().map(SubjectId::of).toList());
  }

  /// When the act came into force: the time of its last signature.
  private Instant last(EntryId id) {
    var by = lens.view().expected().acts().act(id).map(Act::by).orElse(id);
    return lens.view()
        .entry(by)
        .map(Entry::envelope)
        .map(envelope -> envelope.time())
        .orElse(Instant.EPOCH);
  }
}
