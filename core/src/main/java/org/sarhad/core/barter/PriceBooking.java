package org.sarhad.core.barter;

import static org.sarhad.core.register.Objections.when;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was booked at a provisional price gets its price (protocol clause 14-4.4).
///
/// @param state before
record PriceBooking(BookState state) {
  Optional<BarterRefusal> objection(PriceTerms terms) {
    Optional<Contract> contract = state.trade().contracts().find(terms.contract());
    boolean areOfIt =
        contract.isPresent()
            && terms.acceptances().stream()
                .allMatch(
                    one ->
                        state
                            .trade()
                            .takenBy(one)
                            .filter(taken -> contract(taken).id().equals(terms.contract()))
                            .isPresent());
    return when(!areOfIt, BarterRefusal.VOUCHER_UNKNOWN)
        .or(
            () ->
                when(price(contract.orElseThrow(), terms).isEmpty(), BarterRefusal.PRICE_UNDEFINED))
        .or(
            () ->
                when(
                    !delta(booked(contract.orElseThrow(), terms)).equals(terms.delta()),
                    BarterRefusal.FIGURE_DIFFERS));
  }

  private static Optional<Rational> price(Contract contract, PriceTerms terms) {
    return contract.terms().price().price(terms.indices());
  }

  /// What each of the acceptances is worth by the published numbers.
  private SortedMap<VoucherRef, Rounded> booked(Contract contract, PriceTerms terms) {
    Rational price = price(contract, terms).orElseThrow();
    TreeMap<VoucherRef, Rounded> booked = new TreeMap<>();
    for (VoucherRef acceptance : terms.acceptances()) {
      booked.put(acceptance, contract.worth(taken(acceptance).valued(), price));
    }
    return booked;
  }

  private Money delta(SortedMap<VoucherRef, Rounded> booked) {
    Money delta = Money.ZERO;
    for (Map.Entry<VoucherRef, Rounded> one : booked.entrySet()) {
      delta = delta.plus(one.getValue().money()).minus(taken(one.getKey()).booked());
    }
    return delta;
  }

  BookState after(PriceTerms terms, Voucher voucher) {
    Contract contract = state.trade().contracts().get(terms.contract());
    SortedMap<VoucherRef, Rounded> booked = booked(contract, terms);
    Trade trade = state.trade().with(contract.priced(price(contract, terms).orElseThrow()));
    long residue = 0;
    for (Map.Entry<VoucherRef, Rounded> one : booked.entrySet()) {
      Delivery delivery = trade.takenBy(one.getKey()).orElseThrow();
      Delivery.Taken taken = delivery.taken().orElseThrow();
      trade = trade.with(delivery.taken(Optional.of(taken.priced(one.getValue().money()))));
      residue += one.getValue().residue();
    }
    return state
        .with(trade)
        .with(
            voucher.posting(
                Postings.of(state.open(), contract).priced(delta(booked)), terms.on(), residue));
  }

  private Delivery.Taken taken(VoucherRef acceptance) {
    return state.trade().takenBy(acceptance).flatMap(Delivery::taken).orElseThrow();
  }

  private Contract contract(Delivery delivery) {
    return state.trade().contract(state.trade().reservation(delivery));
  }
}
