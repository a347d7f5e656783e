package org.sarhad.core.barter;

import static org.sarhad.core.register.Objections.when;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
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
  private static final long RATE_OF_ALL = 10_000;

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
                    !account().isOf(proposer) || !account().isOf(named(terms)),
                    BarterRefusal.SIDE_UNKNOWN))
        .or(
            () ->
                when(
                    !sides.contains(account().a()) || !sides.contains(account().b()),
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
        .or(() -> when(time().isBefore(account().begin(terms.on())), BarterRefusal.DAY_AHEAD));
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
      case BarterTerms.Opening opening ->
          opening.limits().values().stream()
              .filter(limit -> limit.compareTo(settings.swing()) > 0)
              .findFirst()
              .map(_ -> BarterRefusal.LIMIT_TOO_HIGH);
      case BarterTerms.Swing swing -> toSwing(swing);
      case BarterTerms.Contracting contracting -> toContract(contracting);
      case BarterTerms.Reserving reserving -> toReservation(reserving);
      case BarterTerms.Accepting accepting -> toAcceptance(accepting);
      case BarterTerms.Settling settling -> toSettling(settling);
      case BarterTerms.Pricing pricing -> toPricing(pricing);
      case BarterTerms.Contra contra -> toContra(contra);
      case BarterTerms.Closing closing -> toClosing(closing);
      case BarterTerms.Paying paying ->
          when(state.owed(paying.debtor()).compareTo(paying.amount()) < 0, BarterRefusal.OVERPAID);
      case BarterTerms.YearEnd yearEnd -> toYearEnd(yearEnd);
    };
  }

  private BookState after(BarterTerms terms) {
    Voucher voucher = Voucher.of(id(terms), act, content(terms));
    return switch (terms) {
      case BarterTerms.Opening opening -> state.with(Account.of(act, opening)).with(voucher);
      case BarterTerms.Swing swing ->
          state.with(account().with(swing.side(), swing.limit())).with(voucher);
      case BarterTerms.Contracting contracting -> contracted(contracting, voucher);
      case BarterTerms.Reserving reserving -> reserved(reserving, voucher);
      case BarterTerms.Accepting accepting -> accepted(accepting, voucher);
      case BarterTerms.Settling settling -> settled(settling, voucher);
      case BarterTerms.Pricing pricing -> priced(pricing, voucher);
      case BarterTerms.Contra contra -> reversed(contra, voucher);
      case BarterTerms.Closing closing -> closed(closing, voucher);
      case BarterTerms.Paying paying -> state.with(paid(paying, voucher));
      case BarterTerms.YearEnd _ -> state.with(voucher).yearClosed();
    };
  }

  // ---- limits ---------------------------------------------------------------------------------

  private Optional<BarterRefusal> toSwing(BarterTerms.Swing terms) {
    return when(!account().isOf(terms.side()), BarterRefusal.SIDE_UNKNOWN)
        .or(() -> when(terms.limit().compareTo(settings.swing()) > 0, BarterRefusal.LIMIT_TOO_HIGH))
        .or(
            () ->
                when(
                    !terms.isRunDown() && terms.limit().compareTo(state.exposure(terms.side())) < 0,
                    BarterRefusal.LIMIT_BELOW_EXPOSURE));
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
        .with(voucher.posting(postings(contract).contracted(terms.quantity().amount())));
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
    return inRange(contract.value(most(quantity))).money();
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
                .holding(postings(contract).held(reservation.holding()))
                .posting(postings(contract).reserved(quantity)));
  }

  // ---- acceptance -----------------------------------------------------------------------------

  /// What follows from what was weighed on both sides.
  ///
  /// @param valued the quantity that is owed for
  /// @param owed what is owed for it
  /// @param disputed what the slice is worth that only one side has weighed
  /// @param delivered what has come, by what it is worth
  private record Weighing(Rational valued, Rounded owed, Money disputed, Money delivered) {}

  private Weighing weighing(Contract contract, long sent, long received) {
    Rational most = Rational.of(Math.max(sent, received));
    Rational least = Rational.of(Math.min(sent, received));
    boolean isTolerated =
        most.minus(least)
                .times(RATE_OF_ALL)
                .compareTo(Rational.of(sent).times(settings.tolerance()))
            <= 0;
    return isTolerated
        ? tolerated(contract, Rational.of(sent), Rational.of(received))
        : disputed(contract, least, most);
  }

  private static Weighing tolerated(Contract contract, Rational sent, Rational received) {
    Rational valued =
        switch (contract.terms().weighed()) {
          case LOADED -> sent;
          case OUTTURN -> received;
          case MEAN -> sent.plus(received).times(Rational.of(1, 2));
        };
    return new Weighing(
        valued, worth(contract, valued), Money.ZERO, worth(contract, received).money());
  }

  private static Weighing disputed(Contract contract, Rational least, Rational most) {
    Rounded owed = worth(contract, least);
    Money delivered = worth(contract, most).money();
    return new Weighing(least, owed, delivered.minus(owed.money()), delivered);
  }

  private static Rounded worth(Contract contract, Rational amount) {
    return inRange(contract.value(amount, contract.price()));
  }

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
    return weighing(
        contract(delivery), delivery.sent(), delivery.arrival().orElseThrow().received());
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
    Postings postings = postings(contract(delivery));
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
    Postings postings = postings(contract(delivery));
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

  // ---- prices ---------------------------------------------------------------------------------

  private Optional<BarterRefusal> toPricing(BarterTerms.Pricing terms) {
    Optional<Contract> contract = state.trade().contracts().find(terms.contract());
    boolean areOfIt =
        contract.isPresent()
            && terms.acceptances().stream()
                .allMatch(
                    one ->
                        state
                            .trade()
                            .takenBy(one)
                            .filter(taken -> contract(taken).id().equals(terms.contract()))
                            .isPresent());
    return when(!areOfIt, BarterRefusal.VOUCHER_UNKNOWN)
        .or(
            () ->
                when(price(contract.orElseThrow(), terms).isEmpty(), BarterRefusal.PRICE_UNDEFINED))
        .or(
            () ->
                when(
                    !delta(booked(contract.orElseThrow(), terms)).equals(terms.delta()),
                    BarterRefusal.FIGURE_DIFFERS));
  }

  private static Optional<Rational> price(Contract contract, BarterTerms.Pricing terms) {
    return contract.terms().price().price(terms.indices());
  }

  /// What each of the acceptances is worth by the published numbers.
  private SortedMap<EntryId, Rounded> booked(Contract contract, BarterTerms.Pricing terms) {
    Rational price = price(contract, terms).orElseThrow();
    TreeMap<EntryId, Rounded> booked = new TreeMap<>();
    for (EntryId acceptance : terms.acceptances()) {
      booked.put(acceptance, inRange(contract.value(taken(acceptance).valued(), price)));
    }
    return booked;
  }

  private Money delta(SortedMap<EntryId, Rounded> booked) {
    Money delta = Money.ZERO;
    for (Map.Entry<EntryId, Rounded> one : booked.entrySet()) {
      delta = delta.plus(one.getValue().money()).minus(taken(one.getKey()).booked());
    }
    return delta;
  }

  private BookState priced(BarterTerms.Pricing terms, Voucher voucher) {
    Contract contract = state.trade().contracts().get(terms.contract());
    SortedMap<EntryId, Rounded> booked = booked(contract, terms);
    Trade trade = state.trade().with(contract.priced(price(contract, terms).orElseThrow()));
    long residue = 0;
    for (Map.Entry<EntryId, Rounded> one : booked.entrySet()) {
      Delivery delivery = trade.takenBy(one.getKey()).orElseThrow();
      Delivery.Taken taken = delivery.taken().orElseThrow();
      trade = trade.with(delivery.taken(Optional.of(taken.priced(one.getValue().money()))));
      residue += one.getValue().residue();
    }
    return state
        .with(trade)
        .with(voucher.posting(postings(contract).priced(delta(booked)), terms.on(), residue));
  }

  private Delivery.Taken taken(EntryId acceptance) {
    return state.trade().takenBy(acceptance).flatMap(Delivery::taken).orElseThrow();
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
        Reversal.of(account(), state.trade(), state.journal().vouchers().get(terms.act()));
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
    return when(time().isBefore(account().begin(next.until().plusDays(1))), BarterRefusal.NOT_YET)
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
    Money signed = terms.debtor().equals(account().b()) ? terms.amount() : terms.amount().negated();
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

  // ---- looking up -----------------------------------------------------------------------------

  private VoucherId id(BarterTerms terms) {
    return new VoucherId(proposer, terms.kind(), terms.number());
  }

  private static Hash content(BarterTerms terms) {
    return Voucher.content("barter_" + terms.kind().code(), terms.toJson());
  }

  private Account account() {
    return state.account().orElseThrow();
  }

  private Contract contract(Delivery delivery) {
    return state.trade().contract(state.trade().reservation(delivery));
  }

  private Postings postings(Contract contract) {
    return Postings.of(account(), contract);
  }

  private Instant time() {
    return entry.context().time();
  }

  private boolean isOver(Instant end) {
    return !time().isBefore(end);
  }

  private static Rounded inRange(Optional<Rounded> value) {
    return value.orElseThrow(() -> new ArithmeticException("a value beyond what can be kept"));
  }
}
