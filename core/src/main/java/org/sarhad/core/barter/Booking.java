package org.sarhad.core.barter;

import static org.sarhad.core.register.Objections.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.entry.EntryId;
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
/// @param settings what is agreed
record Booking(
    BookState state,
    ActEntry entry,
    EntryId act,
    PartyId proposer,
    SortedSet<PartyId> sides,
    BarterSettings settings) {
  Trial tried(ActFact.Proposed said) {
    Optional<BarterTerms> read = BarterTerms.find(said);
    if (read.isEmpty()) {
      return new Trial.Falls(BarterRefusal.TERMS_UNREADABLE);
    }
    BarterTerms terms = read.get();
    try {
      return when(said.supersedes().isPresent(), BarterRefusal.SUPERSEDES)
          .or(() -> toAccount(terms))
          .or(() -> state.journal().objection(id(terms), content(terms)))
          .or(() -> terms instanceof BarterTerms.Dated dated ? toDay(dated) : Optional.empty())
          .or(() -> objection(terms))
          .<Trial>map(Trial.Falls::new)
          .orElseGet(() -> roomed(terms, after(terms)));
    } catch (ArithmeticException _) {
      return new Trial.Falls(BarterRefusal.OUT_OF_RANGE);
    }
  }

  // ---- what holds for all ---------------------------------------------------------------------

  private Optional<BarterRefusal> toAccount(BarterTerms terms) {
    if (terms instanceof BarterTerms.Opening opening) {
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
      case BarterTerms.Swing swing -> swing.side();
      case BarterTerms.Contracting contracting -> contracting.goods().exporter();
      case BarterTerms.Paying paying -> paying.debtor();
      case BarterTerms.Opening _,
          BarterTerms.Reserving _,
          BarterTerms.Accepting _,
          BarterTerms.Settling _,
          BarterTerms.Pricing _,
          BarterTerms.Contra _,
          BarterTerms.Closing _,
          BarterTerms.YearEnd _ ->
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
  /// already; and so is a limit, which says itself what it does.
  private Trial roomed(BarterTerms terms, BookState after) {
    boolean isExempt = terms instanceof BarterTerms.Closing || terms instanceof BarterTerms.Swing;
    return isExempt || isWithin(after, after.account().orElseThrow())
        ? new Trial.Stands(after)
        : new Trial.Falls(BarterRefusal.NO_ROOM);
  }

  private boolean isWithin(BookState after, Account open) {
    return List.of(open.a(), open.b()).stream()
        .allMatch(
            side ->
                after.exposure(side).compareTo(open.limit(side)) <= 0
                    || after.exposure(side).compareTo(state.exposure(side)) <= 0);
  }

  private Optional<BarterRefusal> objection(BarterTerms terms) {
    return switch (terms) {
      case BarterTerms.OfAccount ofAccount -> account().objection(ofAccount);
      case BarterTerms.OfGoods ofGoods -> goods().objection(ofGoods);
      case BarterTerms.Pricing pricing -> new PriceBooking(state).objection(pricing);
    };
  }

  private BookState after(BarterTerms terms) {
    Voucher voucher = Voucher.of(id(terms), act, content(terms));
    return switch (terms) {
      case BarterTerms.OfAccount ofAccount -> account().after(ofAccount, voucher);
      case BarterTerms.OfGoods ofGoods -> goods().after(ofGoods, voucher);
      case BarterTerms.Pricing pricing -> new PriceBooking(state).after(pricing, voucher);
    };
  }

  private AccountBooking account() {
    return new AccountBooking(state, entry, act, settings);
  }

  private GoodsBooking goods() {
    return new GoodsBooking(state, entry, act, settings);
  }

  private VoucherId id(BarterTerms terms) {
    return new VoucherId(proposer, terms.kind(), terms.number());
  }

  private static Hash content(BarterTerms terms) {
    return Voucher.content("barter_" + terms.kind().code(), terms.toJson());
  }

  private Instant time() {
    return entry.context().time();
  }
}
