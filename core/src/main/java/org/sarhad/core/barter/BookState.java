package org.sarhad.core.barter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Outcomes;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// The book of a channel's barter account, folded in the joint order (protocol clause 14-7).
/// Immutable.
///
/// For every entry by which an act of one of its kinds came to another stage, [#moved]; for every
/// entry that states a [BarterFact], [#apply]. Money is posted by acts alone, so that nothing
/// depends on which of two words that crossed is folded first.
///
/// @param parties the sides of the channel
/// @param account once it is opened
/// @param trade contracts, reservations and deliveries
/// @param journal all vouchers and what they come to
/// @param periods the closed ones, by number
/// @param years how many periods the closed years have
/// @param flaws the line for which an act of many is void, by the entry that it is void since
/// @param outcomes what became of each fact and of the terms of each act
public record BookState(
    SortedSet<PartyId> parties,
    Optional<Account> account,
    Trade trade,
    Journal journal,
    PersistentMap<Integer, PeriodStatement> periods,
    int years,
    PersistentMap<EntryId, Integer> flaws,
    Outcomes<BarterRefusal> outcomes) {
  /// Most statements that [#due] gives at once.
  static final int DUE_MAX = 64;

  /// Copies its collection.
  public BookState {
    parties = Ordered.set(parties);
  }

  /// No account yet.
  ///
  /// @param parties the sides of the channel
  public static BookState of(SortedSet<PartyId> parties) {
    return new BookState(
        parties,
        Optional.empty(),
        Trade.NONE,
        Journal.NONE,
        PersistentMap.empty(),
        0,
        PersistentMap.empty(),
        Outcomes.of("barter"));
  }

  /// This state on a channel of these sides: sides are given before an entry is folded, as the
  /// channel has them there. O(sides).
  public BookState among(SortedSet<PartyId> sides) {
    return sides.equals(parties)
        ? this
        : new BookState(sides, account, trade, journal, periods, years, flaws, outcomes);
  }

  // ---- folding --------------------------------------------------------------------------------

  /// This state after `fact`, which stands in `entry`. Total: a fact that does not hold changes
  /// nothing but is kept in [#voids()]. O(log n).
  public BookState apply(ActEntry entry, BarterFact fact) {
    return switch (Stating.of(this, entry).tried(fact)) {
      case Trial.Stands(BookState after) -> after.with(outcomes.held(entry));
      case Trial.Falls(BarterRefusal why, int _) -> with(outcomes.voided(entry, why));
    };
  }

  /// This state after an entry by which `act` came to the stage it has now. Total: terms that do
  /// not hold book nothing and are kept in [#voids()]. O(log n), where a statement is signed
  /// O(vouchers of the period), and where something is booked back O(its lines).
  ///
  /// @param grounds what is agreed there, and with whom something may be signed
  public BookState moved(ActEntry entry, Act act, BookGrounds grounds) {
    if (VoucherKind.find(act.proposal().said().act()).isEmpty()) {
      return this;
    }
    return switch (act.stage()) {
      case EFFECTIVE -> effective(entry, act, grounds);
      case VOIDED -> voided(entry, act);
      // What was booked by it stays, whatever paper takes its place.
      case PROPOSED, ASSENTED, REFUSED, WITHDRAWN, EXPIRED, SUPERSEDED -> this;
    };
  }

  private BookState effective(ActEntry entry, Act act, BookGrounds grounds) {
    ActFact.Proposed said = act.proposal().said();
    Booking booking =
        new Booking(this, entry, act.id(), act.proposal().proposer(), sides(act), grounds);
    return switch (booking.tried(said)) {
      case Trial.Stands(BookState after) -> after.with(outcomes.moved(entry, act));
      case Trial.Falls(BarterRefusal why, int line) -> voided(entry, act, why, line);
    };
  }

  private BookState voided(ActEntry entry, Act act, BarterRefusal why, int line) {
    return line == 0
        ? with(outcomes.voided(entry, act, why))
        : with(flaws.put(entry.id(), line)).with(outcomes.voided(entry, act, why, line));
  }

  private BookState voided(ActEntry entry, Act act) {
    if (journal.voucher(act.id()).isEmpty()) {
      return this;
    }
    try {
      return Voiding.of(this, entry).after(act.id()).with(outcomes.moved(entry, act));
    } catch (ArithmeticException _) {
      return with(outcomes.voided(entry, act, BarterRefusal.OUT_OF_RANGE));
    }
  }

  static SortedSet<PartyId> sides(Act act) {
    return Ordered.set(act.proposal().quorum().seats().keys().toList());
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// The account, where it is known that there is one.
  Account open() {
    return account.orElseThrow();
  }

  /// What `side` owes; less than nothing where the other one owes it. Nothing without an account.
  public Money owed(PartyId side) {
    return account.map(open -> signed(open, side, journal.net())).orElse(Money.ZERO);
  }

  /// What `side` would owe if everything that is reserved for it came, and nothing of its own went:
  /// the worst that can be, and what its limit is about.
  public Money exposure(PartyId side) {
    return owed(side).plus(heldFor(side));
  }

  /// How `side` stands in the account.
  Standing standing(PartyId side) {
    return new Standing(owed(side), heldFor(side), credit(side));
  }

  /// What is reserved for deliveries to `side`. Nothing without an account.
  Money heldFor(PartyId side) {
    return account.map(open -> reserved(open.other(side))).orElse(Money.ZERO);
  }

  /// How much of what `side` owes stands beside its limit, as a technical credit.
  public Money credit(PartyId side) {
    return account
        .map(open -> signed(open, side, journal.balance(AccountCode.TECHNICAL_CREDIT)))
        .orElse(Money.ZERO)
        .atLeastZero();
  }

  /// `net`, which is what B owes A, as what `side` owes; and the other way round.
  static Money signed(Account open, PartyId side, Money net) {
    return side.equals(open.a()) ? net.negated() : net;
  }

  /// What is reserved for deliveries by `exporter`; nothing without an account.
  public Money reserved(PartyId exporter) {
    return account
        .map(open -> open.way(exporter))
        .map(way -> way.signed(journal.held(way.reserved())).negated())
        .orElse(Money.ZERO);
  }

  /// What `side` may still come to owe; nothing where it owes more than it may.
  public Money room(PartyId side) {
    return account
        .map(open -> open.limit(side).minus(exposure(side)).atLeastZero())
        .orElse(Money.ZERO);
  }

  /// The first day that something can be booked on; empty without an account.
  public Optional<LocalDate> openFrom() {
    return periods
        .last()
        .map(last -> last.value().until().plusDays(1))
        .or(() -> account.map(open -> open.from().day()));
  }

  /// The statement of the open period, as it would be signed now; empty without an account. O(its
  /// vouchers).
  ///
  /// @throws ArithmeticException when a figure of it is beyond what can be kept
  public Optional<PeriodStatement> statement(BarterSettings settings) {
    return openFrom()
        .map(
            from ->
                PeriodStatement.of(
                    journal,
                    periods.size() + 1,
                    from,
                    from.plusMonths(settings.periodMonths()).minusDays(1),
                    periods.last().map(last -> last.value().closing()).orElse(Money.ZERO),
                    settings));
  }

  /// The acceptance of what left by `despatch`, as it would be proposed now; empty as long as it
  /// has not arrived, where it was taken over, and where its worth is beyond what can be kept.
  ///
  /// @param proposer one of the two sides of the account
  public Optional<AcceptanceTerms> acceptance(
      EntryId despatch, PartyId proposer, Instant now, BarterSettings settings) {
    return trade
        .deliveries()
        .find(despatch)
        .filter(delivery -> delivery.arrival().isPresent() && delivery.taken().isEmpty())
        .flatMap(delivery -> acceptance(delivery, proposer, now, settings.tolerance()));
  }

  private Optional<AcceptanceTerms> acceptance(
      Delivery delivery, PartyId proposer, Instant now, long tolerance) {
    try {
      Weighing weighing =
          TakingOver.of(account.orElseThrow(), trade, delivery, tolerance).weighing();
      return Optional.of(
          new AcceptanceTerms(
              journal.last(proposer, VoucherKind.ACCEPTANCE) + 1,
              today(now),
              delivery.despatch(),
              delivery.arrival().orElseThrow().receipt(),
              weighing.owed().money(),
              weighing.disputed()));
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  /// The day at `now`, or the first open one if that comes later.
  private LocalDate today(Instant now) {
    LocalDate today = account.orElseThrow().dayOf(now);
    return openFrom().filter(today::isBefore).orElse(today);
  }

  /// The acceptances of all that left by `despatches`, as they would be proposed now in one act;
  /// empty where one of them cannot be accepted, where they are none or too many, or are of more
  /// than one log.
  ///
  /// @param proposer one of the two sides of the account
  public Optional<AcceptancesTerms> acceptances(
      Set<EntryId> despatches, PartyId proposer, Instant now, BarterSettings settings) {
    int first = journal.last(proposer, VoucherKind.ACCEPTANCE) + 1;
    List<AcceptanceTerms> lines = new ArrayList<>();
    for (EntryId despatch : Ordered.set(despatches)) {
      acceptance(despatch, proposer, now, settings)
          .map(line -> line.numbered(first + lines.size()))
          .ifPresent(lines::add);
    }
    boolean isWhole =
        lines.size() == despatches.size()
            && AcceptancesTerms.isCount(lines.size())
            && isOfOneLog(lines, AcceptanceTerms::despatch)
            && isOfOneLog(lines, AcceptanceTerms::receipt);
    return isWhole
        ? Optional.of(
            AcceptancesTerms.of(journal.last(proposer, VoucherKind.ACCEPTANCES) + 1, lines))
        : Optional.empty();
  }

  private static boolean isOfOneLog(
      List<AcceptanceTerms> lines, Function<AcceptanceTerms, Basis> paper) {
    return lines.stream().map(paper).map(one -> one.entry().origin()).distinct().count() == 1;
  }

  /// The lines of `terms`, each as the terms of an act of its own; empty where they name what is
  /// not in the book. O(lines).
  public Optional<AcceptanceTree> tree(AcceptancesTerms terms) {
    List<AcceptanceTerms> lines = new ArrayList<>();
    for (int line = 1; line <= terms.lines().size(); line++) {
      int number = line;
      trade
          .deliveries()
          .find(terms.despatch(line))
          .flatMap(
              delivery ->
                  delivery
                      .arrival()
                      .map(Delivery.Arrival::receipt)
                      .map(
                          receipt ->
                              terms.accepting(number, delivery.despatch().leaf(), receipt.leaf())))
          .ifPresent(lines::add);
    }
    return Optional.of(new AcceptanceTree(lines))
        .filter(tree -> tree.lines().size() == terms.lines().size());
  }

  /// What is to be settled of the last closed period; empty when no side owed more than it may.
  public Optional<SettlementOrder> order(BarterSettings settings) {
    return account.flatMap(
        open ->
            periods
                .last()
                .map(PersistentMap.Entry::value)
                .flatMap(last -> beyond(open, last, settings)));
  }

  private Optional<SettlementOrder> beyond(
      Account open, PeriodStatement last, BarterSettings settings) {
    boolean isOwedByB = last.closing().isPositive();
    PartyId debtor = isOwedByB ? open.b() : open.a();
    Money debt = isOwedByB ? last.closing() : last.closing().negated();
    return Optional.of(debt.minus(open.limit(debtor)).minus(credit(debtor)))
        .filter(Money::isPositive)
        .map(
            excess ->
                new SettlementOrder(
                    debtor, excess, last.until().plusDays(settings.settlementDays())));
  }

  /// The last day of the period that `day` is in, if those from the open one on are as long as is
  /// agreed; of the open one where that comes later. Empty without an account. O(periods between).
  public Optional<LocalDate> endOfPeriod(LocalDate day, BarterSettings settings) {
    return openFrom()
        .map(
            from -> {
              LocalDate next = from.plusMonths(settings.periodMonths());
              while (!next.isAfter(day)) {
                next = next.plusMonths(settings.periodMonths());
              }
              return next.minusDays(1);
            });
  }

  /// What the node of `party` has to say by itself at `now`, because it was announced: that the
  /// time of a reservation is over (protocol clause 14-6.3). O(reservations).
  public List<BarterFact> due(PartyId party, Instant now) {
    return trade
        .reservations()
        .values()
        .filter(Reservation::isLive)
        .filter(reservation -> trade.contract(reservation).exporter().equals(party))
        .filter(reservation -> !now.isBefore(reservation.until().over()))
        .limit(DUE_MAX)
        .<BarterFact>map(reservation -> new BarterFact.Lapsed(reservation.id()))
        .toList();
  }

  /// Facts, and terms of acts, that do not hold, by entry.
  public PersistentMap<EntryId, BarterRefusal> voids() {
    return outcomes.voids();
  }

  /// The last day of which something is said: that a voucher with money counts for, or that closes
  /// a period. O(vouchers).
  public Optional<LocalDate> lastDay() {
    return Stream.concat(
            journal.booked().filter(Voucher::isOfMoney).map(voucher -> voucher.on().orElseThrow()),
            periods.values().map(PeriodStatement::until))
        .max(Comparator.naturalOrder());
  }

  /// The digest by which two nodes compare their books: what became of every entry, and every line
  /// that was booked (protocol clause 14-7.2).
  public Hash digest() {
    return Merkle.sha256(
        Bytes.concat(
            Bytes.ofUtf8("sarhad book v1\n"),
            outcomes.digest().toBytes(),
            journal.chain().toBytes()));
  }

  // ---- copies with one part changed -----------------------------------------------------------

  BookState with(Account next) {
    return new BookState(
        parties, Optional.of(next), trade, journal, periods, years, flaws, outcomes);
  }

  BookState with(Trade next) {
    return new BookState(parties, account, next, journal, periods, years, flaws, outcomes);
  }

  BookState with(Journal next) {
    return new BookState(parties, account, trade, next, periods, years, flaws, outcomes);
  }

  BookState with(Voucher voucher) {
    return with(journal.with(voucher));
  }

  BookState with(PeriodStatement closed) {
    return new BookState(
        parties,
        account,
        trade,
        journal.closedUntil(closed.until()),
        periods.put(closed.period(), closed),
        years,
        flaws,
        outcomes);
  }

  BookState yearClosed() {
    return new BookState(
        parties, account, trade, journal, periods, periods.size(), flaws, outcomes);
  }

  private BookState with(PersistentMap<EntryId, Integer> next) {
    return new BookState(parties, account, trade, journal, periods, years, next, outcomes);
  }

  private BookState with(Outcomes<BarterRefusal> next) {
    return new BookState(parties, account, trade, journal, periods, years, flaws, next);
  }
}
