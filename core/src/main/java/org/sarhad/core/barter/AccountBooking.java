package org.sarhad.core.barter;

import static org.sarhad.core.register.Objections.when;

import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.entry.EntryId;

/// What is signed about the account itself: what may be owed, what is booked back, what a period
/// came to, what is paid (protocol clauses 14-5.3 to 14-5.8).
///
/// @param state before
/// @param entry by which the act takes effect, or would
/// @param act the entry of its proposal
/// @param settings what is agreed
record AccountBooking(BookState state, ActEntry entry, EntryId act, BarterSettings settings) {
  Optional<BarterRefusal> objection(BarterTerms.OfAccount terms) {
    return switch (terms) {
      case BarterTerms.Opening opening ->
          opening.limits().values().stream()
              .filter(limit -> limit.compareTo(settings.swing()) > 0)
              .findFirst()
              .map(_ -> BarterRefusal.LIMIT_TOO_HIGH);
      case BarterTerms.Swing swing -> toSwing(swing);
      case BarterTerms.Contra contra -> toContra(contra);
      case BarterTerms.Closing closing -> toClosing(closing);
      case BarterTerms.Paying paying ->
          when(state.owed(paying.debtor()).compareTo(paying.amount()) < 0, BarterRefusal.OVERPAID);
      case BarterTerms.YearEnd yearEnd -> toYearEnd(yearEnd);
    };
  }

  BookState after(BarterTerms.OfAccount terms, Voucher voucher) {
    return switch (terms) {
      case BarterTerms.Opening opening -> state.with(Account.of(act, opening)).with(voucher);
      case BarterTerms.Swing swing ->
          state.with(state.open().with(swing.side(), swing.limit())).with(voucher);
      case BarterTerms.Contra contra -> reversed(contra, voucher);
      case BarterTerms.Closing closing -> closed(closing, voucher);
      case BarterTerms.Paying paying -> state.with(paid(paying, voucher));
      case BarterTerms.YearEnd _ -> state.with(voucher).yearClosed();
    };
  }

  // ---- limits ---------------------------------------------------------------------------------

  private Optional<BarterRefusal> toSwing(BarterTerms.Swing terms) {
    return when(terms.limit().compareTo(settings.swing()) > 0, BarterRefusal.LIMIT_TOO_HIGH)
        .or(
            () ->
                when(
                    !terms.isRunDown() && terms.limit().compareTo(state.exposure(terms.side())) < 0,
                    BarterRefusal.LIMIT_BELOW_EXPOSURE));
  }

  // ---- contra ---------------------------------------------------------------------------------

  private Optional<BarterRefusal> toContra(BarterTerms.Contra terms) {
    Optional<Voucher> known = state.journal().voucher(terms.act());
    if (known.isEmpty()) {
      return Optional.of(BarterRefusal.VOUCHER_UNKNOWN);
    }
    VoucherKind kind = known.get().id().kind();
    return when(kind == VoucherKind.CONTRA, BarterRefusal.CONTRA_OF_CONTRA)
        .or(() -> when(!Reversal.isFor(kind), BarterRefusal.NOT_REVERSIBLE))
        .or(() -> when(known.get().reversedBy().isPresent(), BarterRefusal.ALREADY_REVERSED))
        .or(
            () ->
                when(
                    state
                        .trade()
                        .takenBy(terms.act())
                        .flatMap(Delivery::taken)
                        .flatMap(Delivery.Taken::settledBy)
                        .isPresent(),
                    BarterRefusal.RESTED_UPON));
  }

  private BookState reversed(BarterTerms.Contra terms, Voucher voucher) {
    Reversal reversal =
        Reversal.of(state.open(), state.trade(), state.journal().vouchers().get(terms.act()));
    return state
        .with(reversal.trade())
        .with(
            state
                .journal()
                .with(
                    voucher
                        .holding(reversal.held())
                        .posting(reversal.posted(), terms.on(), reversal.residue()))
                .reversed(terms.act(), act));
  }

  // ---- time and money -------------------------------------------------------------------------

  private Optional<BarterRefusal> toClosing(BarterTerms.Closing terms) {
    PeriodStatement next = state.statement(settings).orElseThrow();
    return when(
            entry.context().time().isBefore(state.open().begin(next.until().plusDays(1))),
            BarterRefusal.NOT_YET)
        .or(
            () ->
                when(
                    terms.period() != next.period() || !terms.until().equals(next.until()),
                    BarterRefusal.PERIOD_NOT_NEXT))
        .or(() -> when(!next.terms(terms.number()).equals(terms), BarterRefusal.FIGURE_DIFFERS));
  }

  private BookState closed(BarterTerms.Closing terms, Voucher voucher) {
    PeriodStatement closed = state.statement(settings).orElseThrow();
    return state
        .with(
            voucher.posting(
                Line.kept(
                    Line.of(AccountCode.INTEREST_OWED, terms.interest()),
                    Line.of(AccountCode.INTEREST, terms.interest().negated())),
                terms.until(),
                closed.residue()))
        .with(closed);
  }

  private Voucher paid(BarterTerms.Paying terms, Voucher voucher) {
    Money signed =
        terms.debtor().equals(state.open().b()) ? terms.amount() : terms.amount().negated();
    AccountCode by =
        switch (terms.by()) {
          case GOODS -> AccountCode.SETTLED_IN_GOODS;
          case MONEY -> AccountCode.SETTLED_IN_MONEY;
          case LOAN -> AccountCode.CARRIED_FORWARD;
        };
    return voucher.posting(
        Line.kept(Line.of(by, signed), Line.of(AccountCode.GOODS, signed.negated())),
        terms.on(),
        0);
  }

  /// What is not explained is named, by its amount; nothing else is.
  private Optional<BarterRefusal> toYearEnd(BarterTerms.YearEnd terms) {
    TreeMap<AccountCode, Money> named = new TreeMap<>();
    terms.carried().forEach(one -> named.put(one.account(), one.amount()));
    boolean areAllNamed =
        AccountCode.differences().stream()
            .allMatch(
                account ->
                    Optional.ofNullable(named.get(account))
                        .orElse(Money.ZERO)
                        .equals(state.journal().balance(account)));
    return when(state.periods().size() <= state.years(), BarterRefusal.PERIOD_NOT_NEXT)
        .or(
            () ->
                when(
                    !areAllNamed || named.containsValue(Money.ZERO),
                    BarterRefusal.DIFFERENCES_OPEN));
  }
}
