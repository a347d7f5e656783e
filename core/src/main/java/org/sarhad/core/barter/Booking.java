package org.sarhad.core.barter;

import static org.sarhad.core.register.Objections.when;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.tree.Hash;

/// Tries the terms of a joint act on the book (protocol clause 14-5): every figure in them is
/// computed again, and nobody comes to owe more than they may. Asked before somebody proposes or
/// assents, and again where the act takes effect.
///
/// @param state before
/// @param entry by which it takes effect, or would
/// @param act the entry of its proposal
/// @param proposer in whose series it is numbered
/// @param sides whose signature it needs
/// @param grounds what is agreed, and with whom something may be signed
record Booking(
    BookState state,
    ActEntry entry,
    EntryId act,
    PartyId proposer,
    SortedSet<PartyId> sides,
    BookGrounds grounds) {
  Trial tried(ActFact.Proposed said) {
    Optional<BarterTerms> read = BarterTerms.find(said);
    if (read.isEmpty()) {
      return new Trial.Falls(BarterRefusal.TERMS_UNREADABLE);
    }
    // Read in their one spelling, they are what was signed to the letter.
    return said.supersedes().isPresent()
        ? new Trial.Falls(BarterRefusal.SUPERSEDES)
        : tried(read.get(), said.terms());
  }

  Trial tried(BarterTerms terms) {
    return tried(terms, terms.toJson());
  }

  private Trial tried(BarterTerms terms, Json.Obj signed) {
    Hash content = Voucher.content(terms.kind(), signed.canonical());
    try {
      return toAccount(terms)
          .or(() -> state.journal().objection(id(terms), content))
          .or(() -> terms instanceof BarterTerms.Dated dated ? toDay(dated) : Optional.empty())
          .<Trial>map(Trial.Falls::new)
          .orElseGet(() -> booked(terms, content));
    } catch (ArithmeticException _) {
      return new Trial.Falls(BarterRefusal.OUT_OF_RANGE);
    }
  }

  private Trial booked(BarterTerms terms, Hash content) {
    Voucher voucher = Voucher.of(id(terms), VoucherRef.of(act), content);
    return switch (terms) {
      case BarterTerms.OfAccount ofAccount ->
          booked(terms, account().objection(ofAccount), () -> account().after(ofAccount, voucher));
      case BarterTerms.OfGoods ofGoods ->
          booked(
              terms,
              goods().objection(ofGoods).or(() -> toParties(ofGoods)),
              () -> goods().after(ofGoods, voucher));
      case PriceTerms pricing -> {
        PriceBooking price = new PriceBooking(state);
        yield booked(terms, price.objection(pricing), () -> price.after(pricing, voucher));
      }
      case AcceptancesTerms many ->
          new ManyTakenOver(state, entry, act, proposer, grounds).tried(many, voucher);
    };
  }

  private Trial booked(
      BarterTerms terms, Optional<BarterRefusal> objection, Supplier<BookState> after) {
    return objection.<Trial>map(Trial.Falls::new).orElseGet(() -> roomed(terms, after.get()));
  }

  // ---- what holds for all ---------------------------------------------------------------------

  private Optional<BarterRefusal> toAccount(BarterTerms terms) {
    if (terms instanceof AccountTerms opening) {
      return when(state.account().isPresent(), BarterRefusal.ACCOUNT_OPEN)
          .or(
              () ->
                  when(
                      !state.parties().containsAll(opening.limits().keySet())
                          || !opening.limits().containsKey(proposer),
                      BarterRefusal.SIDE_UNKNOWN))
          .or(
              () ->
                  when(!sides.containsAll(opening.limits().keySet()), BarterRefusal.SIDE_LEFT_OUT));
    }
    return when(state.account().isEmpty(), BarterRefusal.NO_ACCOUNT)
        .or(
            () ->
                when(
                    !state.open().isOf(proposer) || !state.open().isOf(named(terms)),
                    BarterRefusal.SIDE_UNKNOWN))
        .or(
            () ->
                when(
                    !sides.contains(state.open().a()) || !sides.contains(state.open().b()),
                    BarterRefusal.SIDE_LEFT_OUT));
  }

  /// The side that the terms are about.
  private PartyId named(BarterTerms terms) {
    return switch (terms) {
      case SwingTerms swing -> swing.side();
      case ContractTerms contracting -> contracting.goods().exporter();
      case SettlementTerms paying -> paying.debtor();
      case CreditTerms crediting -> crediting.side();
      case AccountTerms _,
          ReservationTerms _,
          AcceptanceTerms _,
          AcceptancesTerms _,
          DifferenceTerms _,
          ShortfallTerms _,
          PriceTerms _,
          ContraTerms _,
          StatementTerms _,
          YearEndTerms _,
          RestatementTerms _,
          TerminationTerms _ ->
          proposer;
    };
  }

  /// No clock is asked; who signs for a day to come speaks against their own.
  private Optional<BarterRefusal> toDay(BarterTerms.Dated terms) {
    return when(terms.on().isBefore(state.openFrom().orElseThrow()), BarterRefusal.PERIOD_CLOSED)
        .or(() -> when(time().isBefore(state.open().begin(terms.on())), BarterRefusal.DAY_AHEAD));
  }

  /// The room test, for both sides, with all that is reserved, after every step: who owes more than
  /// they may comes to owe no more. A statement is exempt, since what it says is due is owed
  /// already; so is a new worth of the unit, by which nobody owes more; and so is a limit, which
  /// says itself what it does.
  private Trial roomed(BarterTerms terms, BookState after) {
    boolean isExempt =
        terms instanceof StatementTerms
            || terms instanceof SwingTerms
            || terms instanceof RestatementTerms;
    return isExempt || isWithin(after, after.account().orElseThrow())
        ? new Trial.Stands(after)
        : new Trial.Falls(BarterRefusal.NO_ROOM);
  }

  private boolean isWithin(BookState after, Account open) {
    return isWithin(after, open, open.a()) && isWithin(after, open, open.b());
  }

  private boolean isWithin(BookState after, Account open, PartyId side) {
    return after.standing(side).isWithin(open.limit(side), state.standing(side));
  }

  /// Nothing new is agreed on with somebody who is not cleared, and nothing taken over from them.
  /// What was taken over is reckoned up all the same.
  private Optional<BarterRefusal> toParties(BarterTerms.OfGoods terms) {
    return goods().parties(terms).flatMap(who -> grounds.clearance().objection(who, time()));
  }

  private AccountBooking account() {
    return new AccountBooking(state, entry, act, grounds.settings());
  }

  private GoodsBooking goods() {
    return new GoodsBooking(state, entry, act, grounds.settings());
  }

  private VoucherId id(BarterTerms terms) {
    return new VoucherId(proposer, terms.kind(), terms.number());
  }

  private Instant time() {
    return entry.context().time();
  }
}
