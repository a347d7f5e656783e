package org.sarhad.core.barter;

import static org.sarhad.core.register.Objections.when;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.entry.EntryId;

/// What is signed about goods, from the contract to the last difference (protocol clause 14-5.2).
///
/// @param state before
/// @param entry by which the act takes effect, or would
/// @param act the entry of its proposal
/// @param settings what is agreed
record GoodsBooking(BookState state, ActEntry entry, EntryId act, BarterSettings settings) {
  private static final long RATE_OF_ALL = 10_000;

  Optional<BarterRefusal> objection(BarterTerms.OfGoods terms) {
    return switch (terms) {
      case BarterTerms.Contracting contracting -> toContract(contracting);
      case BarterTerms.Reserving reserving -> toReservation(reserving);
      case BarterTerms.Accepting accepting -> toAcceptance(accepting);
      case BarterTerms.Settling settling -> toSettling(settling);
    };
  }

  BookState after(BarterTerms.OfGoods terms, Voucher voucher) {
    return switch (terms) {
      case BarterTerms.Contracting contracting -> contracted(contracting, voucher);
      case BarterTerms.Reserving reserving -> reserved(reserving, voucher);
      case BarterTerms.Accepting accepting -> accepted(accepting, voucher);
      case BarterTerms.Settling settling -> settled(settling, voucher);
    };
  }

  // ---- contracts and reservations -------------------------------------------------------------

  private Optional<BarterRefusal> toContract(BarterTerms.Contracting terms) {
    return when(isOver(terms.until().over()), BarterRefusal.ENDED)
        .or(
            () ->
                when(
                    terms.price().price(terms.indices()).isEmpty(), BarterRefusal.PRICE_UNDEFINED));
  }

  private BookState contracted(BarterTerms.Contracting terms, Voucher voucher) {
    Contract contract =
        new Contract(act, terms, terms.price().price(terms.indices()).orElseThrow(), 0, false);
    return state
        .with(state.trade().with(contract))
        .with(
            voucher.posting(
                Postings.of(state.open(), contract).contracted(terms.quantity().amount())));
  }

  private Optional<BarterRefusal> toReservation(BarterTerms.Reserving terms) {
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
                    !hold(contract, terms.quantity()).equals(terms.hold()),
                    BarterRefusal.FIGURE_DIFFERS));
  }

  /// What the most is worth that can be delivered under a reservation of `quantity`.
  private Money hold(Contract contract, Quantity quantity) {
    return contract.worth(Rational.of(most(quantity)), contract.price()).money();
  }

  private long most(Quantity quantity) {
    BigInteger most =
        BigInteger.valueOf(quantity.amount())
            .multiply(BigInteger.valueOf(RATE_OF_ALL + settings.overDelivery()))
            .divide(BigInteger.valueOf(RATE_OF_ALL));
    return Money.of(most.longValueExact()).minor();
  }

  private BookState reserved(BarterTerms.Reserving terms, Voucher voucher) {
    Contract contract = state.trade().contracts().get(terms.contract());
    long quantity = terms.quantity().amount();
    Reservation reservation =
        new Reservation(
            act,
            entry.id(),
            contract.id(),
            quantity,
            most(terms.quantity()),
            terms.hold(),
            terms.until(),
            0,
            0,
            Money.ZERO,
            Optional.empty());
    return state
        .with(state.trade().with(contract.reserving(quantity)).with(reservation))
        .with(
            voucher
                .holding(Postings.of(state.open(), contract).held(reservation.holding()))
                .posting(Postings.of(state.open(), contract).reserved(quantity)));
  }

  // ---- acceptance -----------------------------------------------------------------------------

  private Optional<BarterRefusal> toAcceptance(BarterTerms.Accepting terms) {
    Optional<Delivery> known = state.trade().deliveries().find(terms.despatch().entry());
    if (known.isEmpty()) {
      return Optional.of(BarterRefusal.NOT_DESPATCHED);
    }
    Optional<Delivery.Arrival> arrival = known.get().arrival();
    return when(arrival.isEmpty(), BarterRefusal.NOT_RECEIVED)
        .or(
            () ->
                when(
                    !known.get().despatch().equals(terms.despatch())
                        || !arrival.orElseThrow().receipt().equals(terms.receipt()),
                    BarterRefusal.BASIS_DIFFERS))
        .or(() -> when(known.get().taken().isPresent(), BarterRefusal.ALREADY_ACCEPTED))
        .or(() -> toFigures(terms, weighing(known.get())));
  }

  private static Optional<BarterRefusal> toFigures(BarterTerms.Accepting terms, Weighing weighing) {
    return when(
        !weighing.owed().money().equals(terms.value())
            || !weighing.disputed().equals(terms.disputed()),
        BarterRefusal.FIGURE_DIFFERS);
  }

  private Weighing weighing(Delivery delivery) {
    return Weighing.of(
        contract(delivery),
        delivery.sent(),
        delivery.arrival().orElseThrow().received(),
        settings.tolerance());
  }

  private BookState accepted(BarterTerms.Accepting terms, Voucher voucher) {
    Delivery delivery = state.trade().deliveries().get(terms.despatch().entry());
    Weighing weighing = weighing(delivery);
    Reservation before = state.trade().reservation(delivery);
    Reservation after = before.accepting(delivery.sent(), weighing.disputed());
    Money owed = weighing.owed().money();
    Delivery.Taken taken =
        new Delivery.Taken(
            act, weighing.valued(), owed, Money.ZERO, weighing.disputed(), Optional.empty());
    Postings postings = Postings.of(state.open(), contract(delivery));
    return state
        .with(state.trade().with(after).with(delivery.taken(Optional.of(taken))))
        .with(
            voucher
                .holding(postings.held(after.holding().minus(before.holding())))
                .posting(
                    postings.accepted(owed, weighing.disputed(), weighing.delivered()),
                    terms.on(),
                    weighing.owed().residue()));
  }

  // ---- differences ----------------------------------------------------------------------------

  private Optional<BarterRefusal> toSettling(BarterTerms.Settling terms) {
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

  private BookState settled(BarterTerms.Settling terms, Voucher voucher) {
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
            voucher
                .holding(postings.held(after.holding().minus(before.holding())))
                .posting(postings.settled(taken.open(), terms.granted(), rest), terms.on(), 0));
  }

  // ---- looking up -----------------------------------------------------------------------------

  private Contract contract(Delivery delivery) {
    return state.trade().contract(state.trade().reservation(delivery));
  }

  private boolean isOver(Instant end) {
    return !entry.context().time().isBefore(end);
  }
}
