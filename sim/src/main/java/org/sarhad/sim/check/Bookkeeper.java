package org.sarhad.sim.check;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.sarhad.core.barter.AcceptanceTerms;
import org.sarhad.core.barter.AcceptancesTerms;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.AccountTerms;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.ContraTerms;
import org.sarhad.core.barter.ContractTerms;
import org.sarhad.core.barter.CreditTerms;
import org.sarhad.core.barter.DifferenceTerms;
import org.sarhad.core.barter.Line;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceTerms;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.ReservationTerms;
import org.sarhad.core.barter.RestatementTerms;
import org.sarhad.core.barter.SettlementTerms;
import org.sarhad.core.barter.ShortfallTerms;
import org.sarhad.core.barter.StatementTerms;
import org.sarhad.core.barter.SwingTerms;
import org.sarhad.core.barter.TerminationTerms;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.barter.VoucherRef;
import org.sarhad.core.barter.YearEndTerms;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.DueDate;

/// A second book. It takes what was signed and said, keeps what stands ([Dealings]), and counts
/// from that what is owed: it has no ledger, and nothing in it was ever booked.
final class Bookkeeper {
  private static final long RATE_OF_ALL = 10_000;

  private final List<Paper> entered = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<VoucherRef, VoucherKind> acts = new HashMap<>();
  private final Set<VoucherRef> reversed = new HashSet<>();
  private final Dealings dealings = new Dealings();
  private Optional<Account> account = Optional.empty();

  /// The account.
  static final class Account {
    final AccountTerms opening;
    final Map<PartyId, Long> limits = new HashMap<>();
    final Map<PartyId, Long> credits = new HashMap<>();
    Optional<DueDate> until = Optional.empty();
    final Periods periods;

    Account(AccountTerms opening) {
      this.opening = opening;
      this.periods = new Periods(opening.from().day());
      opening.limits().forEach((side, limit) -> limits.put(side, limit.minor()));
    }

    PartyId b() {
      return opening.limits().lastKey();
    }

    Instant begin(LocalDate day) {
      return opening.from().on(day.minusDays(1)).over();
    }

    LocalDate dayOf(Instant time) {
      return time.atOffset(opening.from().offset()).toLocalDate();
    }
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// The sides of the account; none before it is open.
  Set<PartyId> sides() {
    return account.<Set<PartyId>>map(open -> open.opening.limits().keySet()).orElse(Set.of());
  }

  /// What `side` owes.
  long owed(PartyId side) {
    return dealings.owed(side);
  }

  /// What `side` would owe if all came that is reserved for it, and nothing of its own went.
  long exposure(PartyId side) {
    return dealings.owed(side) + dealings.heldFor(side);
  }

  /// What is reserved for deliveries to `side`.
  long heldFor(PartyId side) {
    return dealings.heldFor(side);
  }

  /// How much of what `side` owes stands beside its limit.
  long credit(PartyId side) {
    return account.orElseThrow().credits.getOrDefault(side, 0L);
  }

  /// How much `side` may owe.
  long limit(PartyId side) {
    return Optional.ofNullable(account.orElseThrow().limits.get(side)).orElseThrow();
  }

  /// What there is of goods, by ledger and account; nothing of what is at nothing.
  Map<Line.Position, Long> quantities() {
    return account.map(open -> dealings.quantities(open.b())).orElse(Map.of());
  }

  /// What is not explained in money, or not owed by anybody yet; nothing of what is at nothing.
  Map<AccountCode, Money> differences() {
    var stand = new HashMap<AccountCode, Money>();
    if (account.isPresent()) {
      stand(stand, AccountCode.MEASURE, taken -> taken.difference(DifferenceTerms.As.MEASURE));
      stand(stand, AccountCode.QUALITY, taken -> taken.difference(DifferenceTerms.As.QUALITY));
      stand(stand, AccountCode.DISPUTED, Dealings.Taken::open);
    }
    return stand;
  }

  // ---- what was booked before -----------------------------------------------------------------

  Dealings dealings() {
    return dealings;
  }

  Optional<Account> account() {
    return account;
  }

  /// The last number of `side` in the series `kind`; 0 before the first.
  int last(PartyId side, VoucherKind kind) {
    return numbers.getOrDefault(side + "/" + kind, 0);
  }

  /// What the act is, if it was booked.
  Optional<VoucherKind> kind(VoucherRef act) {
    return Optional.ofNullable(acts.get(act));
  }

  /// Whether the act was booked back.
  boolean isReversed(VoucherRef act) {
    return reversed.contains(act);
  }

  // ---- room -----------------------------------------------------------------------------------

  /// Whether nobody would come to owe more than they may by `paper`, of which nothing else is wrong
  /// (I5): asked of a second one of these, who has entered the same.
  boolean hasRoomFor(Paper paper) {
    var before = new Bookkeeper();
    entered.forEach(before::enter);
    boolean hasRoom = true;
    for (int line = 1; hasRoom && line <= lines(paper); line++) {
      var after = new Bookkeeper();
      entered.forEach(after::enter);
      after.enterUntil(paper, line);
      hasRoom = after.exceeds(before).findAny().isEmpty();
      before = after;
    }
    return hasRoom || isExempt(paper);
  }

  /// The same of a paper of many lines that is booked; of the others that is looked at as they are
  /// entered.
  boolean hasRoomForEachLine(Paper paper) {
    return lines(paper) == 1 || hasRoomFor(paper);
  }

  private static int lines(Paper paper) {
    return paper instanceof Paper.Signed signed && signed.terms() instanceof AcceptancesTerms many
        ? many.lines().size()
        : 1;
  }

  /// Enters `paper`, or so many of its lines.
  private void enterUntil(Paper paper, int line) {
    if (paper instanceof Paper.Signed signed && signed.terms() instanceof AcceptancesTerms many) {
      for (int each = 1; each <= line; each++) {
        enter(signed, many, each);
      }
    } else {
      enter(paper);
    }
  }

  /// What a statement says is due, a limit that says what it does, and what follows from a proof.
  static boolean isExempt(Paper paper) {
    return paper instanceof Paper.Proven
        || (paper instanceof Paper.Signed signed
            && (signed.terms() instanceof StatementTerms
                || signed.terms() instanceof SwingTerms
                || signed.terms() instanceof RestatementTerms));
  }

  private Stream<PartyId> exceeds(Bookkeeper before) {
    return sides().stream()
        .filter(side -> exposure(side) > limit(side) && exposure(side) > before.exposure(side))
        .filter(
            side ->
                dealings.heldFor(side) > before.dealings.heldFor(side)
                    || exposure(side) > limit(side) + credit(side));
  }

  // ---- entering -------------------------------------------------------------------------------

  /// From now on `paper` stands.
  void enter(Paper paper) {
    entered.add(paper);
    switch (paper) {
      case Paper.Signed signed -> enter(signed);
      case Paper.Said said -> {
        said.series().ifPresent(kind -> numbers.put(said.author() + "/" + kind, said.number()));
        enter(said);
      }
      case Paper.Proven proven -> enter(proven);
    }
  }

  private void enter(Paper.Signed paper) {
    var terms = paper.terms();
    numbers.put(paper.proposer() + "/" + terms.kind(), terms.number());
    acts.put(paper.ref(), terms.kind());
    switch (terms) {
      case AccountTerms opening -> account = Optional.of(new Account(opening));
      case SwingTerms swing ->
          account.orElseThrow().limits.put(swing.side(), swing.limit().minor());
      case ContractTerms contracting ->
          dealings.deals.put(paper.id(), new Dealings.Deal(paper.id(), contracting));
      case ReservationTerms reserving ->
          dealings.rooms.put(
              paper.id(),
              new Dealings.Room(
                  dealings.deal(reserving.contract()),
                  paper.since(),
                  reserving,
                  most(paper, reserving)));
      case AcceptanceTerms accepting -> {
        var load = dealings.load(accepting.despatch().entry());
        accept(paper.ref(), load, accepting.on(), paper.settings().tolerance());
      }
      case AcceptancesTerms many -> {
        for (int line = 1; line <= many.lines().size(); line++) {
          enter(paper, many, line);
        }
      }
      case DifferenceTerms settling -> {
        var taken =
            dealings.takenBy(settling.acceptance()).flatMap(load -> load.taken).orElseThrow();
        counted(paper.ref(), settling.on(), true, () -> taken.settled(paper.id(), settling));
      }
      case ShortfallTerms untaken ->
          counted(
              paper.ref(),
              untaken.on(),
              !untaken.value().isZero(),
              () -> dealings.untaken.put(paper.id(), untaken));
      case PriceTerms pricing ->
          counted(paper.ref(), pricing.on(), !pricing.delta().isZero(), () -> priced(pricing));
      case ContraTerms contra ->
          counted(paper.ref(), contra.on(), isMoney(contra.act()), () -> reverse(contra.act()));
      case SettlementTerms paying ->
          counted(paper.ref(), paying.on(), true, () -> dealings.payments.put(paper.id(), paying));
      case StatementTerms closing -> close(closing);
      case YearEndTerms _ -> account.orElseThrow().periods.closeYear();
      case CreditTerms crediting -> credit(paper.ref(), crediting);
      case RestatementTerms restating ->
          counted(
              paper.ref(),
              restating.on(),
              !restating.delta().isZero(),
              () -> owedByB(dealings.restated, restating.delta().minor()));
      case TerminationTerms ending -> account.orElseThrow().until = Optional.of(ending.until());
    }
  }

  /// Lets `change` come about, and counts for `on` what it makes B owe A.
  private void counted(VoucherRef paper, LocalDate on, boolean isMoney, Runnable change) {
    var open = account.orElseThrow();
    long before = owed(open.b());
    change.run();
    if (isMoney) {
      open.periods.count(paper, on, owed(open.b()) - before);
    }
  }

  /// One line of an act of many: an acceptance like any other one.
  private void enter(Paper.Signed paper, AcceptancesTerms many, int line) {
    var ref = VoucherRef.of(paper.id(), line);
    numbers.put(paper.proposer() + "/" + VoucherKind.ACCEPTANCE, many.first() + line - 1);
    acts.put(ref, VoucherKind.ACCEPTANCE);
    accept(ref, dealings.load(many.despatch(line)), many.on(), paper.settings().tolerance());
  }

  private void accept(VoucherRef ref, Dealings.Load load, LocalDate on, long tolerance) {
    var taken = load.weighed(ref, tolerance);
    counted(ref, on, taken.isMoney, () -> load.taken = Optional.of(taken));
  }

  private void priced(PriceTerms terms) {
    var deal = dealings.deal(terms.contract());
    deal.price = deal.price(terms.indices()).orElseThrow();
    taken(terms).forEach(taken -> taken.owed = deal.worth(taken.valued));
  }

  private boolean isMoney(VoucherRef act) {
    return dealings
        .takenBy(act)
        .flatMap(load -> load.taken)
        .map(taken -> taken.isMoney)
        .orElse(true);
  }

  private void reverse(VoucherRef act) {
    reversed.add(act);
    dealings.takenBy(act).ifPresent(load -> load.taken = Optional.empty());
    if (act.line() == 0) {
      dealings
          .settledBy(act.entry())
          .flatMap(load -> load.taken)
          .ifPresent(Dealings.Taken::disputedAgain);
      dealings.payments.remove(act.entry());
      dealings.untaken.remove(act.entry());
    }
  }

  private void close(StatementTerms closing) {
    var open = account.orElseThrow();
    owedByB(dealings.interest, closing.interest().minor());
    open.periods.close(closing);
  }

  /// B owes so much more by that, and A so much less.
  private void owedByB(Map<PartyId, Long> what, long amount) {
    var b = account.orElseThrow().b();
    sides().forEach(side -> what.merge(side, side.equals(b) ? amount : -amount, Math::addExact));
  }

  /// One side has one at a time, in the place of any that was there before.
  private void credit(VoucherRef paper, CreditTerms terms) {
    var credits = account.orElseThrow().credits;
    var before = Map.copyOf(credits);
    credits.clear();
    if (terms.amount().isPositive()) {
      credits.put(terms.side(), terms.amount().minor());
    }
    counted(paper, terms.on(), !credits.equals(before), () -> {});
  }

  private void enter(Paper.Said said) {
    switch (said.fact()) {
      case BarterFact.Despatched fact -> {
        var room = dealings.room(fact.reservation());
        dealings.loads.put(
            said.id(), new Dealings.Load(room, said.basis(), amount(fact.quantity(), room)));
      }
      case BarterFact.Received fact -> {
        var load = dealings.load(fact.despatch());
        load.receipt = Optional.of(said.basis());
        load.received = amount(fact.quantity(), load.room);
      }
      case BarterFact.Certified _ -> {}
      case BarterFact.Lapsed(EntryId id) -> dealings.room(id).isOver = true;
    }
  }

  private static long amount(Quantity quantity, Dealings.Room room) {
    return quantity.wholeIn(room.unit()).orElseThrow().amount();
  }

  /// What a contra could correct is booked back with what rests on it; on its day, or the first
  /// open one.
  private void enter(Paper.Proven proven) {
    var act = VoucherRef.of(proven.act());
    var kind = kind(act);
    if (kind.filter(VoucherKind.CONTRACT::equals).isPresent()) {
      dealings.deal(proven.act()).isVoided = true;
    } else if (kind.filter(VoucherKind.RESERVATION::equals).isPresent()) {
      dealings.room(proven.act()).isOver = true;
    } else if (kind.filter(VoucherKind.ACCEPTANCES::equals).isPresent()) {
      int line = 1;
      while (acts.containsKey(VoucherRef.of(proven.act(), line))) {
        reverse(proven, VoucherRef.of(proven.act(), line++));
      }
    } else if (kind.filter(Bookkeeper::isReversible).isPresent()) {
      reverse(proven, act);
    }
  }

  private void reverse(Paper.Proven proven, VoucherRef act) {
    if (reversed.contains(act)) {
      return;
    }
    var open = account.orElseThrow();
    var said = open.dayOf(proven.time());
    var on = said.isBefore(open.periods.from()) ? open.periods.from() : said;
    counted(
        VoucherRef.of(proven.id(), act.line()),
        on,
        isMoney(act),
        () -> {
          dealings
              .takenBy(act)
              .flatMap(load -> load.taken)
              .flatMap(taken -> taken.settledBy)
              .map(VoucherRef::of)
              .ifPresent(this::reverse);
          reverse(act);
        });
  }

  // ---- by the words ---------------------------------------------------------------------------

  /// How much may be delivered under a reservation, with what may be delivered more.
  static long most(Paper.Signed paper, ReservationTerms terms) {
    long amount = terms.quantity().amount();
    return amount + amount * paper.settings().overDelivery() / RATE_OF_ALL;
  }

  /// Whether a contra corrects it.
  static boolean isReversible(VoucherKind kind) {
    return kind == VoucherKind.ACCEPTANCE
        || kind == VoucherKind.DIFFERENCE
        || kind == VoucherKind.SETTLEMENT;
  }

  /// What was taken over by the acts that a price is of.
  Stream<Dealings.Taken> taken(PriceTerms terms) {
    return terms.acceptances().stream()
        .map(one -> dealings.takenBy(one).flatMap(load -> load.taken).orElseThrow());
  }

  private void stand(
      Map<AccountCode, Money> stand, AccountCode code, ToLongFunction<Dealings.Taken> what) {
    long amount = dealings.difference(account.orElseThrow().b(), what);
    if (amount != 0) {
      stand.put(code, Money.of(amount));
    }
  }
}
