package org.sarhad.core.barter;

import static org.sarhad.core.register.Objections.when;

import java.time.Instant;
import java.util.List;
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
      case AccountTerms opening ->
          opening.limits().values().stream()
              .filter(limit -> limit.compareTo(settings.swing()) > 0)
              .findFirst()
              .map(_ -> BarterRefusal.LIMIT_TOO_HIGH);
      case SwingTerms swing -> toSwing(swing);
      case ContraTerms contra -> toContra(contra);
      case StatementTerms closing -> toClosing(closing);
      case SettlementTerms paying ->
          when(state.owed(paying.debtor()).compareTo(paying.amount()) < 0, BarterRefusal.OVERPAID);
      case YearEndTerms yearEnd -> toYearEnd(yearEnd);
      case CreditTerms crediting -> toCredit(crediting);
      case RestatementTerms restating ->
          when(
              !restated(restating).money().equals(restating.delta()), BarterRefusal.FIGURE_DIFFERS);
      case TerminationTerms ending -> toEnding(ending);
    };
  }

  BookState after(BarterTerms.OfAccount terms, Voucher voucher) {
    return switch (terms) {
      case AccountTerms opening -> state.with(Account.of(act, opening)).with(voucher);
      case SwingTerms swing ->
          state.with(state.open().with(swing.side(), swing.limit())).with(voucher);
      case ContraTerms contra -> reversed(contra, voucher);
      case StatementTerms closing -> closed(closing, voucher);
      case SettlementTerms paying -> state.with(paid(paying, voucher));
      case YearEndTerms _ -> state.with(voucher).yearClosed();
      case CreditTerms crediting -> state.with(credited(crediting, voucher));
      case RestatementTerms restating -> state.with(restated(restating, voucher));
      case TerminationTerms ending ->
          state.with(state.open().endingOn(ending.until())).with(voucher);
    };
  }

  // ---- limits ---------------------------------------------------------------------------------

  private Optional<BarterRefusal> toSwing(SwingTerms terms) {
    return when(terms.limit().compareTo(settings.swing()) > 0, BarterRefusal.LIMIT_TOO_HIGH)
        .or(
            () ->
                when(
                    !terms.isRunDown() && terms.limit().compareTo(state.exposure(terms.side())) < 0,
                    BarterRefusal.LIMIT_BELOW_EXPOSURE));
  }

  // ---- technical credit -----------------------------------------------------------------------

  private Optional<BarterRefusal> toCredit(CreditTerms terms) {
    return when(terms.amount().compareTo(settings.credit()) > 0, BarterRefusal.CREDIT_TOO_HIGH)
        .or(
            () ->
                when(
                    terms.amount().compareTo(state.owed(terms.side()).atLeastZero()) > 0,
                    BarterRefusal.CREDIT_NOT_OWED));
  }

  /// There is one at a time: who owes nothing has none.
  private Voucher credited(CreditTerms terms, Voucher voucher) {
    Money next = BookState.signed(state.open(), terms.side(), terms.amount());
    Money more = next.minus(state.journal().balance(AccountCode.TECHNICAL_CREDIT));
    return voucher.posting(
        Line.kept(
            Line.of(AccountCode.TECHNICAL_CREDIT, more),
            Line.of(AccountCode.GOODS, more.negated())),
        terms.on(),
        0);
  }

  // ---- contra ---------------------------------------------------------------------------------

  private Optional<BarterRefusal> toContra(ContraTerms terms) {
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

  private BookState reversed(ContraTerms terms, Voucher voucher) {
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
                .reversed(terms.act(), VoucherRef.of(act)));
  }

  // ---- time and money -------------------------------------------------------------------------

  private Optional<BarterRefusal> toClosing(StatementTerms terms) {
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

  private BookState closed(StatementTerms terms, Voucher voucher) {
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

  private Voucher paid(SettlementTerms terms, Voucher voucher) {
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

  private Voucher restated(RestatementTerms terms, Voucher voucher) {
    return voucher.posting(
        Line.kept(
            Line.of(AccountCode.GOODS, terms.delta()),
            Line.of(AccountCode.RESTATED, terms.delta().negated())),
        terms.on(),
        restated(terms).residue());
  }

  private Rounded restated(RestatementTerms terms) {
    return RestatementDraft.of(state, terms.factor()).delta();
  }

  // ---- ends -----------------------------------------------------------------------------------

  private Optional<BarterRefusal> toYearEnd(YearEndTerms terms) {
    return when(state.periods().size() <= state.years(), BarterRefusal.PERIOD_NOT_NEXT)
        .or(() -> toCarried(terms.carried()));
  }

  /// Another day may be agreed on as long as the first has not come.
  private Optional<BarterRefusal> toEnding(TerminationTerms terms) {
    Instant now = entry.context().time();
    return when(state.open().isEnded(now), BarterRefusal.ACCOUNT_ENDED)
        .or(() -> when(!now.isBefore(terms.until().over()), BarterRefusal.ENDED))
        .or(() -> toCarried(terms.carried()));
  }

  /// What is not explained is named, by its amount; nothing else is.
  private Optional<BarterRefusal> toCarried(List<Carried> carried) {
    TreeMap<AccountCode, Money> named = new TreeMap<>();
    carried.forEach(one -> named.put(one.account(), one.amount()));
    boolean areAllNamed =
        AccountCode.differences().stream()
            .allMatch(
                account ->
                    Optional.ofNullable(named.get(account))
                        .orElse(Money.ZERO)
                        .equals(state.journal().balance(account)));
    return when(!areAllNamed || named.containsValue(Money.ZERO), BarterRefusal.DIFFERENCES_OPEN);
  }
}
