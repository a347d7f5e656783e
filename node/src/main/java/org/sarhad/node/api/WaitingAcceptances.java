package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.barter.AcceptanceTerms;
import org.sarhad.core.barter.AcceptancesTerms;
import org.sarhad.core.barter.Account;
import org.sarhad.core.barter.BarterSettings;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.Delivery;
import org.sarhad.core.barter.Measured;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.api.view.BookViews;

/// What has arrived and nobody has taken over yet, by all that is known: for an officer who takes
/// over many of them in one act (protocol clause 14-5.13).
final class WaitingAcceptances {
  private final Lens lens;
  private final BookState book;
  private final BarterSettings settings;
  private final Consignments consignments;

  WaitingAcceptances(Lens lens) {
    this.lens = lens;
    this.book = lens.view().expected().book();
    this.settings = lens.view().agreed().barterSettings();
    this.consignments = new Consignments(lens);
  }

  /// Those that can be taken over, ascending by despatch, and the act that takes over the chosen
  /// ones; O(deliveries).
  ///
  /// @param exporter of one way only, where it is given
  /// @param chosen despatches
  BookViews.Waiting view(
      Optional<PartyId> exporter, SortedSet<EntryId> chosen, Paging.Asked asked) {
    var waiting =
        book.trade()
            .deliveries()
            .values()
            .filter(delivery -> delivery.arrival().isPresent() && delivery.taken().isEmpty())
            .filter(delivery -> exporter.stream().allMatch(contract(delivery).exporter()::equals))
            .toList();
    var page = Paging.of(waiting, asked);
    return new BookViews.Waiting(
        lens.now(),
        book.account().map(Account::unit),
        page.items().stream().flatMap(delivery -> view(delivery).stream()).toList(),
        page.total(),
        page.next(),
        draft(chosen));
  }

  private Contract contract(Delivery delivery) {
    return book.trade().contract(book.trade().reservation(delivery));
  }

  /// Empty where its worth is beyond what can be kept: such a one is never taken over.
  private Optional<BookViews.WaitingView> view(Delivery delivery) {
    return book.acceptance(delivery.despatch().entry(), lens.own(), lens.now(), settings)
        .map(terms -> view(delivery, terms));
  }

  private BookViews.WaitingView view(Delivery delivery, AcceptanceTerms terms) {
    var contract = contract(delivery);
    long received = delivery.arrival().orElseThrow().received();
    return new BookViews.WaitingView(
        lens.entryName(delivery.despatch().entry()),
        lens.entryName(terms.receipt().entry()),
        consignments.goods(contract),
        delivery.sent(),
        received,
        Measured.of(delivery.sent(), received, settings.tolerance(), contract.terms().weighed())
            .isTolerated(),
        terms.value().minor(),
        terms.disputed().minor());
  }

  /// For one of the two sides only.
  private Optional<BookViews.ManyDraft> draft(SortedSet<EntryId> chosen) {
    return book.account()
        .filter(account -> account.isOf(lens.own()))
        .flatMap(_ -> book.acceptances(chosen, lens.own(), lens.now(), settings))
        .map(WaitingAcceptances::draft);
  }

  private static BookViews.ManyDraft draft(AcceptancesTerms terms) {
    return new BookViews.ManyDraft(
        terms.lines().size(),
        sum(terms.lines().stream().map(line -> line.value().minor()).toList()),
        sum(terms.lines().stream().map(line -> line.disputed().minor()).toList()),
        terms.toJson());
  }

  private static long sum(List<Long> amounts) {
    return amounts.stream().mapToLong(Long::longValue).sum();
  }
}
