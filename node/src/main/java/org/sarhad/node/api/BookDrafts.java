package org.sarhad.node.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.barter.Account;
import org.sarhad.core.barter.BarterRefusal;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.BookRules;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.CreditTerms;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceTerms;
import org.sarhad.core.barter.PricingDraft;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.RestatementDraft;
import org.sarhad.core.barter.Trial;
import org.sarhad.core.barter.Voucher;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.barter.VoucherRef;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.api.view.BookViews;
import org.sarhad.node.machine.LogView;
import org.sarhad.tlog.tree.Merkle;

/// What is about to be signed about the account, tried on everything that is known: the terms with
/// every figure that follows, what would be posted, and what both sides would stand at. Nothing is
/// written.
final class BookDrafts {
  private final Lens lens;
  private final BookState book;
  private final Account account;

  private BookDrafts(Lens lens, Account account) {
    this.lens = lens;
    this.book = lens.view().expected().book();
    this.account = account;
  }

  /// Empty as long as there is no account.
  static Optional<BookDrafts> of(Lens lens) {
    return lens.view().expected().book().account().map(account -> new BookDrafts(lens, account));
  }

  /// A technical credit of `side`.
  BookViews.Tried credit(PartyId side, Money amount, Optional<LocalDate> on) {
    return tried(
        new CreditTerms(next(VoucherKind.CREDIT), on.orElseGet(this::day), side, amount),
        List.of());
  }

  /// A new worth of the unit of account.
  ///
  /// @throws ArithmeticException when the balance would be beyond what can be kept
  /// @throws IllegalArgumentException when the factor is not more than nothing
  BookViews.Tried restatement(Rational factor, Optional<LocalDate> on) {
    return tried(
        RestatementDraft.of(book, factor)
            .terms(next(VoucherKind.RESTATEMENT), on.orElseGet(this::day)),
        List.of());
  }

  /// Published indices for acceptances of a contract; empty where there is no such contract, or its
  /// price has no value by them. Where none is chosen, all are, as far as one act takes them.
  ///
  /// @throws ArithmeticException when something is worth more than can be kept
  /// @throws IllegalArgumentException when nothing was accepted, or too many are chosen
  Optional<BookViews.Tried> price(
      EntryId contract,
      SortedMap<String, Rational> indices,
      SortedSet<VoucherRef> chosen,
      Optional<LocalDate> on) {
    return book.trade()
        .contracts()
        .find(contract)
        .flatMap(known -> PricingDraft.of(book, known, indices))
        .map(draft -> price(draft, chosen.isEmpty() ? all(draft) : chosen, on));
  }

  private static SortedSet<VoucherRef> all(PricingDraft draft) {
    return Ordered.set(
        draft.priced().stream()
            .map(PricingDraft.Priced::acceptance)
            .limit(PriceTerms.ACCEPTANCES_MAX)
            .toList());
  }

  private BookViews.Tried price(
      PricingDraft draft, SortedSet<VoucherRef> chosen, Optional<LocalDate> on) {
    return tried(
        draft.terms(next(VoucherKind.PRICE), on.orElseGet(this::day), chosen),
        draft.priced().stream().map(one -> view(draft.contract(), one, chosen)).toList());
  }

  private BookViews.Priced view(
      Contract contract, PricingDraft.Priced one, SortedSet<VoucherRef> chosen) {
    return new BookViews.Priced(
        lens.voucherName(one.acceptance()),
        one.acceptance().toString(),
        book.journal().voucher(one.acceptance()).flatMap(Voucher::on).map(LocalDate::toString),
        one.valued().toString(),
        contract.unit().code(),
        one.booked().minor(),
        one.worth().minor(),
        one.delta().minor(),
        chosen.contains(one.acceptance()));
  }

  // ---- trying ---------------------------------------------------------------------------------

  private int next(VoucherKind kind) {
    return book.journal().last(lens.own(), kind) + 1;
  }

  /// Today, or the first day that is open.
  private LocalDate day() {
    LocalDate today = account.dayOf(lens.now());
    return book.openFrom().filter(today::isBefore).orElse(today);
  }

  private BookViews.Tried tried(BarterTerms terms, List<BookViews.Priced> priced) {
    Trial trial =
        BookRules.tried(
            book,
            here(),
            Ordered.set(account.a(), account.b()),
            terms,
            lens.view().expected().bookGrounds());
    return switch (trial) {
      case Trial.Falls(BarterRefusal why, int _) ->
          view(terms, Optional.of("barter." + Codes.of(why)), Optional.empty(), priced);
      case Trial.Stands(BookState after) ->
          view(terms, Optional.empty(), Optional.of(after), priced);
    };
  }

  private BookViews.Tried view(
      BarterTerms terms,
      Optional<String> objection,
      Optional<BookState> after,
      List<BookViews.Priced> priced) {
    return new BookViews.Tried(
        lens.now(),
        account.unit(),
        terms.kind().act().orElseThrow().value(),
        terms.toJson(),
        objection,
        position(book),
        after.map(this::position),
        after
            .flatMap(state -> state.journal().voucher(here().id()))
            .map(Books::lines)
            .orElse(List.of()),
        priced);
  }

  private BookViews.Position position(BookState state) {
    return new BookViews.Position(
        state.journal().net().minor(),
        List.of(Books.side(state, account.a()), Books.side(state, account.b())));
  }

  /// The entry that it would stand in, as if the other side had signed there, too.
  private ActEntry here() {
    var origin = lens.view().self().origin();
    long size = lens.view().log(origin).map(LogView::size).orElse(0L);
    return new ActEntry(
        new FactContext(
            new EntryId(origin, size), lens.own(), true, lens.now(), Optional.empty(), Set.of()),
        Seen.NOTHING,
        Merkle.EMPTY_ROOT);
  }
}
