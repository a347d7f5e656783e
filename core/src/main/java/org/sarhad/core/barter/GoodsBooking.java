package org.sarhad.core.barter;

import static org.sarhad.core.register.Objections.when;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.entry.EntryId;

/// What is signed about goods, from the contract to the last difference (protocol clause 14-5.2).
///
/// @param state before
/// @param entry by which the act takes effect, or would
/// @param act the entry of its proposal
/// @param settings what is agreed
record GoodsBooking(BookState state, ActEntry entry, EntryId act, BarterSettings settings) {
  Optional<BarterRefusal> objection(BarterTerms.OfGoods terms) {
    return switch (terms) {
      case ContractTerms contracting -> toContract(contracting);
      case ReservationTerms reserving -> toReservation(reserving);
      case AcceptanceTerms accepting -> toAcceptance(accepting);
      case DifferenceTerms settling -> toSettling(settling);
      case ShortfallTerms untaken -> toUntaken(untaken);
    };
  }

  BookState after(BarterTerms.OfGoods terms, Voucher voucher) {
    return switch (terms) {
      case ContractTerms contracting -> contracted(contracting, voucher);
      case ReservationTerms reserving -> reserved(reserving, voucher);
      case AcceptanceTerms accepting -> accepted(accepting, voucher);
      case DifferenceTerms settling -> settled(settling, voucher);
      case ShortfallTerms untaken -> untaken(untaken, voucher);
    };
  }

  /// Those with whom something is agreed on, or from whom something is taken over; empty where it
  /// only says what was meant. The terms hold.
  Optional<SortedSet<String>> parties(BarterTerms.OfGoods terms) {
    return switch (terms) {
      case ContractTerms contracting -> Optional.of(contracting.goods().parties());
      case ReservationTerms reserving ->
          Optional.of(state.trade().contracts().get(reserving.contract()).parties());
      case AcceptanceTerms accepting ->
          Optional.of(
              contract(state.trade().deliveries().get(accepting.despatch().entry())).parties());
      case DifferenceTerms _, ShortfallTerms _ -> Optional.empty();
    };
  }

  // ---- contracts and reservations -------------------------------------------------------------

  private Optional<BarterRefusal> toContract(ContractTerms terms) {
    return when(state.open().isEnded(entry.context().time()), BarterRefusal.ACCOUNT_ENDED)
        .or(() -> when(isOver(terms.until().over()), BarterRefusal.ENDED))
        .or(
            () ->
                when(terms.price().price(terms.indices()).isEmpty(), BarterRefusal.PRICE_UNDEFINED))
        .or(() -> when(settings.bars(terms.goods().commodity()), BarterRefusal.COMMODITY_BARRED));
  }

  private BookState contracted(ContractTerms terms, Voucher voucher) {
    Contract contract = Contract.of(act, terms, terms.price().price(terms.indices()).orElseThrow());
    return state
        .with(state.trade().with(contract))
        .with(
            voucher.posting(
                Postings.of(state.open(), contract).contracted(terms.quantity().amount())));
  }

  private Optional<BarterRefusal> toReservation(ReservationTerms terms) {
    Optional<Contract> known = state.trade().contracts().find(terms.contract());
    if (known.isEmpty()) {
      return Optional.of(BarterRefusal.VOUCHER_UNKNOWN);
    }
    Contract contract = known.get();
    return when(terms.quantity().unit() != contract.unit(), BarterRefusal.OTHER_UNIT)
        .or(
            () ->
                when(terms.quantity().amount() > contract.left(), BarterRefusal.QUANTITY_EXCEEDED))
        .or(
            () ->
                when(
                    contract.isVoided()
                        || isOver(contract.terms().until().over())
                        || isOver(terms.until().over()),
                    BarterRefusal.ENDED))
        .or(
            () ->
                when(
                    !ReservationDraft.of(contract, terms.quantity(), settings)
                        .hold()
                        .equals(terms.hold()),
                    BarterRefusal.FIGURE_DIFFERS));
  }

  private BookState reserved(ReservationTerms terms, Voucher voucher) {
    Contract contract = state.trade().contracts().get(terms.contract());
    long quantity = terms.quantity().amount();
    Reservation reservation =
        new Reservation(
            act,
            entry.id(),
            contract.id(),
            quantity,
            ReservationDraft.most(terms.quantity(), settings),
            terms.hold(),
            terms.until(),
            0,
            0,
            Money.ZERO,
            Optional.empty());
    return state
        .with(state.trade().with(contract.reserving(quantity)).with(reservation))
        .with(
            voucher.booking(
                Postings.of(state.open(), contract).held(reservation.holding()),
                Postings.of(state.open(), contract).reserved(quantity)));
  }

  // ---- acceptance -----------------------------------------------------------------------------

  private Optional<BarterRefusal> toAcceptance(AcceptanceTerms terms) {
    return TakingOver.objection(
            state.trade().deliveries().find(terms.despatch().entry()),
            (despatch, receipt) ->
                despatch.equals(terms.despatch()) && receipt.equals(terms.receipt()))
        .or(() -> over(terms).objection(terms));
  }

  private TakingOver over(AcceptanceTerms terms) {
    return TakingOver.of(
        state.open(),
        state.trade(),
        state.trade().deliveries().get(terms.despatch().entry()),
        settings.tolerance());
  }

  private BookState accepted(AcceptanceTerms terms, Voucher voucher) {
    TakingOver over = over(terms);
    return state
        .with(state.trade().with(over.after()).with(over.taken(voucher.ref())))
        .with(over.booked(voucher, terms));
  }

  // ---- differences ----------------------------------------------------------------------------

  private Optional<BarterRefusal> toSettling(DifferenceTerms terms) {
    Optional<Money> open =
        state
            .trade()
            .takenBy(terms.acceptance())
            .flatMap(Delivery::taken)
            .map(Delivery.Taken::open);
    return open.isEmpty()
        ? Optional.of(BarterRefusal.VOUCHER_UNKNOWN)
        : when(
            !open.get().isPositive() || terms.granted().compareTo(open.get()) > 0,
            BarterRefusal.NOT_DISPUTED);
  }

  private BookState settled(DifferenceTerms terms, Voucher voucher) {
    Delivery delivery = state.trade().takenBy(terms.acceptance()).orElseThrow();
    Delivery.Taken taken = delivery.taken().orElseThrow();
    Reservation before = state.trade().reservation(delivery);
    Reservation after = before.accepting(0, taken.open().negated());
    Postings postings = Postings.of(state.open(), contract(delivery));
    AccountCode rest =
        switch (terms.as()) {
          case MEASURE -> AccountCode.MEASURE;
          case QUALITY -> AccountCode.QUALITY;
        };
    return state
        .with(
            state
                .trade()
                .with(after)
                .with(delivery.taken(Optional.of(taken.settled(Optional.of(act))))))
        .with(
            voucher.booking(
                postings.held(after.holding().minus(before.holding())),
                postings.settled(taken.open(), terms.granted(), rest),
                terms.on(),
                0));
  }

  // ---- take or pay ----------------------------------------------------------------------------

  /// What was not taken is for the two sides to say, by what flowed (protocol clause 18-5.4); what
  /// it is worth follows from the price.
  private Optional<BarterRefusal> toUntaken(ShortfallTerms terms) {
    Optional<Contract> known = state.trade().contracts().find(terms.contract());
    if (known.isEmpty()) {
      return Optional.of(BarterRefusal.VOUCHER_UNKNOWN);
    }
    return when(terms.quantity().unit() != known.get().unit(), BarterRefusal.OTHER_UNIT)
        .or(() -> when(known.get().isVoided(), BarterRefusal.ENDED))
        .or(
            () ->
                when(
                    state.trade().untaken().containsKey(UntakenMonth.of(terms)),
                    BarterRefusal.MONTH_BOOKED))
        .or(
            () ->
                when(
                    !worth(known.get(), terms).money().equals(terms.value()),
                    BarterRefusal.FIGURE_DIFFERS));
  }

  private static Rounded worth(Contract contract, ShortfallTerms terms) {
    return contract.worth(Rational.of(terms.quantity().amount()), contract.price());
  }

  private BookState untaken(ShortfallTerms terms, Voucher voucher) {
    Contract contract = state.trade().contracts().get(terms.contract());
    return state
        .with(state.trade().with(UntakenMonth.of(terms), act))
        .with(
            voucher.posting(
                Postings.of(state.open(), contract).untaken(terms.value()),
                terms.on(),
                worth(contract, terms).residue()));
  }

  // ---- looking up -----------------------------------------------------------------------------

  private Contract contract(Delivery delivery) {
    return state.trade().contract(state.trade().reservation(delivery));
  }

  private boolean isOver(Instant end) {
    return !entry.context().time().isBefore(end);
  }
}
