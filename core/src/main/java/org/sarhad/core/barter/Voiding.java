package org.sarhad.core.barter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.entry.EntryId;

/// What an act does to the book when an assent to it is proven to be stale (protocol clauses 07-7,
/// 14-6.4): what a contra could correct is booked back where the proof stands, and nothing new
/// rests on its contract or reservation. What else was done under it stands until the sides agree
/// on something else.
///
/// @param state before
/// @param entry where the proof stands
record Voiding(BookState state, ActEntry entry) {
  static Voiding of(BookState state, ActEntry entry) {
    return new Voiding(state, entry);
  }

  /// The book after that, for the act known by `id`, which has a voucher in it.
  BookState after(EntryId id) {
    Voucher voucher = state.journal().vouchers().get(VoucherRef.of(id));
    return switch (voucher.id().kind()) {
      case CONTRACT -> state.with(state.trade().with(state.trade().contracts().get(id).voided()));
      case RESERVATION ->
          new Stating(state, entry)
              .over(state.trade().reservations().get(id), Reservation.Over.VOIDED, made(voucher));
      case ACCEPTANCE, DIFFERENCE, SETTLEMENT, SHORTFALL -> reversed(voucher);
      case ACCEPTANCES -> reversed(state.journal().lines(id).toList());
      case ACCOUNT,
          CONTRA,
          PRICE,
          STATEMENT,
          SWING,
          YEAR_END,
          CREDIT,
          RESTATEMENT,
          TERMINATION,
          DESPATCH,
          RECEIPT,
          CERTIFICATE,
          LAPSE,
          VOIDING ->
          state;
    };
  }

  /// Each of the lines is booked back behind those before it.
  private BookState reversed(List<Voucher> lines) {
    BookState next = state;
    for (Voucher line : lines) {
      next = of(next, entry).reversed(line);
    }
    return next;
  }

  /// A dispute that was settled in what was accepted is booked back with it.
  private BookState reversed(Voucher voucher) {
    if (voucher.reversedBy().isPresent()) {
      return state;
    }
    Account account = state.account().orElseThrow();
    Optional<Voucher> settled =
        state
            .trade()
            .takenBy(voucher.ref())
            .flatMap(delivery -> delivery.taken().flatMap(Delivery.Taken::settledBy))
            .map(VoucherRef::of)
            .map(state.journal().vouchers()::get);
    Reversal reversal =
        settled.isPresent()
            ? withSettled(account, settled.get(), voucher)
            : Reversal.of(account, state.trade(), voucher);
    Journal journal =
        state
            .journal()
            .with(
                made(voucher)
                    .holding(reversal.held())
                    .posting(reversal.posted(), day(account), reversal.residue()))
            .reversed(voucher.ref(), made(voucher).ref());
    return state
        .with(reversal.trade())
        .with(settled.map(one -> journal.reversed(one.ref(), made(voucher).ref())).orElse(journal));
  }

  private Reversal withSettled(Account account, Voucher settled, Voucher voucher) {
    Reversal first = Reversal.of(account, state.trade(), settled);
    return first.and(Reversal.of(account, first.trade(), voucher));
  }

  /// The day of the proof, or the first one that is open, if that comes later.
  private LocalDate day(Account account) {
    LocalDate open = state.openFrom().orElseThrow();
    LocalDate said = account.dayOf(entry.context().time());
    return said.isBefore(open) ? open : said;
  }

  private Voucher made(Voucher voided) {
    VoucherId id =
        new VoucherId(
            voided.id().side(),
            VoucherKind.VOIDING,
            state.journal().last(voided.id().side(), VoucherKind.VOIDING) + 1);
    return Voucher.of(id, VoucherRef.of(entry.id(), voided.ref().line()), voided.content());
  }
}
