package org.sarhad.core.barter;

import static org.sarhad.core.register.Objections.when;

import java.util.Optional;
import java.util.function.BiPredicate;

/// One delivery that is taken over, and what that comes to (protocol clause 14-5.2): the same for
/// an act of its own and for a line of an act of many.
///
/// @param account whose
/// @param contract under which it was sent
/// @param before its reservation, as it stands
/// @param delivery what left and arrived
/// @param weighing what both weights come to
record TakingOver(
    Account account, Contract contract, Reservation before, Delivery delivery, Weighing weighing) {
  /// Of a delivery that has arrived.
  ///
  /// @param tolerance by how much two weights may differ, in ten-thousandths of what was sent
  /// @throws ArithmeticException when a value is beyond the range of [Money]
  static TakingOver of(Account account, Trade trade, Delivery delivery, long tolerance) {
    Reservation before = trade.reservation(delivery);
    Contract contract = trade.contract(before);
    long received = delivery.arrival().orElseThrow().received();
    return new TakingOver(
        account,
        contract,
        before,
        delivery,
        Weighing.of(contract, delivery.sent(), received, tolerance));
  }

  /// Why a delivery cannot be taken over, before anything is reckoned.
  ///
  /// @param known empty where none left by the entry that is named
  /// @param isIt whether despatch and receipt are those that are named
  static Optional<BarterRefusal> objection(
      Optional<Delivery> known, BiPredicate<Basis, Basis> isIt) {
    if (known.isEmpty()) {
      return Optional.of(BarterRefusal.NOT_DESPATCHED);
    }
    Delivery delivery = known.get();
    if (delivery.arrival().isEmpty()) {
      return Optional.of(BarterRefusal.NOT_RECEIVED);
    }
    Basis receipt = delivery.arrival().get().receipt();
    return when(!isIt.test(delivery.despatch(), receipt), BarterRefusal.BASIS_DIFFERS)
        .or(() -> when(delivery.taken().isPresent(), BarterRefusal.ALREADY_ACCEPTED));
  }

  /// Whether `terms` say what it comes to.
  Optional<BarterRefusal> objection(AcceptanceTerms terms) {
    return when(
        !weighing.owed().money().equals(terms.value())
            || !weighing.disputed().equals(terms.disputed()),
        BarterRefusal.FIGURE_DIFFERS);
  }

  /// Its reservation after it: the room of what was sent is given back, that of a disputed slice is
  /// kept.
  Reservation after() {
    return before.accepting(delivery.sent(), weighing.disputed());
  }

  /// The delivery after it, taken over by `act`.
  Delivery taken(VoucherRef act) {
    return delivery.taken(
        Optional.of(
            new Delivery.Taken(
                act,
                weighing.valued(),
                weighing.owed().money(),
                Money.ZERO,
                weighing.disputed(),
                Optional.empty())));
  }

  /// `voucher` with what is booked, for the day of `terms`.
  Voucher booked(Voucher voucher, AcceptanceTerms terms) {
    Postings postings = Postings.of(account, contract);
    return voucher.booking(
        postings.held(after().holding().minus(before.holding())),
        postings.accepted(weighing.owed().money(), weighing.disputed(), weighing.delivered()),
        terms.on(),
        weighing.owed().residue());
  }
}
