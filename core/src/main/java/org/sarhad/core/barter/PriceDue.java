package org.sarhad.core.barter;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;

/// What was taken over at provisional numbers and has no published price yet (protocol clause
/// 14-4.4). Nothing says when it has to: contracts do, in words.
///
/// @param state the book
/// @param terms the terms of an act, if it is one of the account
public record PriceDue(BookState state, Function<EntryId, Optional<BarterTerms>> terms) {
  /// The acceptances of `contract` that stand and that no price names; none where its price rests
  /// on no published number. O(deliveries and prices).
  public SortedSet<VoucherRef> of(Contract contract) {
    if (contract.terms().price().indices().isEmpty()) {
      return Ordered.set();
    }
    TreeSet<VoucherRef> due = new TreeSet<>();
    Trade trade = state.trade();
    trade
        .deliveries()
        .values()
        .filter(delivery -> trade.reservation(delivery).contract().equals(contract.id()))
        .flatMap(delivery -> delivery.taken().stream())
        .forEach(taken -> due.add(taken.act()));
    if (!due.isEmpty()) {
      prices().forEach(price -> due.removeAll(price.acceptances()));
    }
    return Ordered.set(due);
  }

  private Stream<PriceTerms> prices() {
    Account account = state.open();
    return Stream.of(account.a(), account.b())
        .flatMap(
            side ->
                IntStream.rangeClosed(1, state.journal().last(side, VoucherKind.PRICE))
                    .mapToObj(number -> new VoucherId(side, VoucherKind.PRICE, number)))
        .flatMap(id -> state.journal().ref(id).stream())
        .flatMap(price -> terms.apply(price.entry()).stream())
        .flatMap(
            known -> known instanceof PriceTerms pricing ? Stream.of(pricing) : Stream.empty());
  }
}
