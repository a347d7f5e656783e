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
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.Line;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.tree.Hash;

/// What may be booked by the text of chapter 14, written down a second time. It reads what was
/// signed and said, keeps what stands ([Dealings]), and counts from that what is owed: it has no
/// ledger, and never asks the book that it is to judge.
final class Bookkeeper {
  private static final long RATE_OF_ALL = 10_000;

  private final List<Paper> entered = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<EntryId, VoucherKind> acts = new HashMap<>();
  private final Set<EntryId> reversed = new HashSet<>();
  private final Dealings dealings = new Dealings();
  private Optional<Terms> account = Optional.empty();

  /// The account.
  private static final class Terms {
    final BarterTerms.Opening opening;
    final Map<PartyId, Long> limits = new HashMap<>();
    final Periods periods;

    Terms(BarterTerms.Opening opening) {
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
    return account.map(open -> Set.copyOf(open.limits.keySet())).orElse(Set.of());
  }

  /// What `side` owes.
  long owed(PartyId side) {
    return dealings.owed(side);
  }

  /// What `side` would owe if all came that is reserved for it, and nothing of its own went.
  long exposure(PartyId side) {
    return dealings.owed(side) + dealings.heldFor(side);
  }

  /// How much `side` may owe.
  long limit(PartyId side) {
    return account.orElseThrow().limits.get(side);
  }

  /// What there is of goods, by ledger and account; nothing of what is at nothing.
  Map<Line.Position, Long> quantities() {
    return account.map(open -> dealings.quantities(open.b())).orElse(Map.of());
  }

  /// What is not explained in money, or not owed by anybody yet; nothing of what is at nothing.
  Map<AccountCode, Money> differences() {
    var stand = new HashMap<AccountCode, Money>();
    if (account.isPresent()) {
      stand(stand, AccountCode.MEASURE, taken -> taken.difference(BarterTerms.Settling.As.MEASURE));
      stand(stand, AccountCode.QUALITY, taken -> taken.difference(BarterTerms.Settling.As.QUALITY));
      stand(stand, AccountCode.DISPUTED, Dealings.Taken::open);
    }
    return stand;
  }

  // ---- objections -----------------------------------------------------------------------------

  /// What speaks against booking `paper`, by the invariant that it would break; nothing if it is to
  /// be booked. Whether there is room in the account is asked afterwards ([#room]).
  ///
  /// @param hash over what was booked for the papers of a period
  Optional<String> flaw(Paper paper, Function<List<EntryId>, Hash> hash) {
    return switch (paper) {
      case Paper.Signed signed -> flaw(signed, hash);
      case Paper.Said said ->
          when(account.isEmpty(), "14-6.2: there is no account")
              .or(() -> said.series().flatMap(kind -> flaw(said.author(), kind, said.number())))
              .or(() -> flaw(said));
      case Paper.Proven _ -> Optional.empty();
    };
  }

  private static Optional<String> when(boolean isSo, String flaw) {
    return isSo ? Optional.of(flaw) : Optional.empty();
  }

  private static Optional<String> unless(boolean isSo, String flaw) {
    return when(!isSo, flaw);
  }

  private Optional<String> flaw(PartyId side, VoucherKind kind, int number) {
    return when(
        number != numbers.getOrDefault(side + "/" + kind, 0) + 1, "I4: it has no next number");
  }

  private Optional<String> flaw(Paper.Signed paper, Function<List<EntryId>, Hash> hash) {
    if (paper.terms() instanceof BarterTerms.Opening opening) {
      return when(account.isPresent(), "14-1.2: there is an account")
          .or(() -> flaw(paper.proposer(), opening.kind(), opening.number()))
          .or(
              () ->
                  when(
                      opening.limits().values().stream()
                          .anyMatch(limit -> limit.compareTo(paper.settings().swing()) > 0),
                      "14-5.3: a limit is higher than was agreed"));
    }
    return when(account.isEmpty(), "14-6.2: there is no account")
        .or(() -> flaw(paper.proposer(), paper.terms().kind(), paper.terms().number()))
        .or(
            () ->
                paper.terms() instanceof BarterTerms.Dated dated
                    ? flaw(paper, dated.on())
                    : Optional.empty())
        .or(() -> terms(paper, hash));
  }

  private Optional<String> flaw(Paper.Signed paper, LocalDate on) {
    var open = account.orElseThrow();
    return when(on.isBefore(open.periods.from()), "I11: its day is in a closed period")
        .or(() -> when(paper.time().isBefore(open.begin(on)), "14-5.5: its day has not come"));
  }

  private Optional<String> terms(Paper.Signed paper, Function<List<EntryId>, Hash> hash) {
    return switch (paper.terms()) {
      case BarterTerms.Opening _ -> Optional.empty();
      case BarterTerms.Contracting terms ->
          when(isOver(paper, terms.until().over()), "14-5.2: the contract is over")
              .or(
                  () ->
                      when(
                          terms.price().price(terms.indices()).isEmpty(),
                          "I10: the price has no value"));
      case BarterTerms.Reserving terms -> flaw(paper, terms);
      case BarterTerms.Accepting terms -> flaw(paper, terms);
      case BarterTerms.Settling terms ->
          unless(
              dealings
                  .takenBy(terms.acceptance())
                  .flatMap(load -> load.taken)
                  .filter(taken -> taken.open() > 0 && terms.granted().minor() <= taken.open())
                  .isPresent(),
              "14-5.2: not so much is disputed");
      case BarterTerms.Pricing terms -> flaw(terms);
      case BarterTerms.Contra terms -> flaw(terms);
      case BarterTerms.Closing terms -> flaw(paper, terms, hash);
      case BarterTerms.Paying terms ->
          when(owed(terms.debtor()) < terms.amount().minor(), "14-5.2: not so much is owed");
      case BarterTerms.Swing terms ->
          when(terms.limit().compareTo(paper.settings().swing()) > 0, "14-5.3: higher than agreed")
              .or(
                  () ->
                      when(
                          !terms.isRunDown() && terms.limit().minor() < exposure(terms.side()),
                          "I9: the limit is below what is owed"));
      case BarterTerms.YearEnd terms -> flaw(terms);
    };
  }

  private static boolean isOver(Paper paper, Instant end) {
    return !paper.time().isBefore(end);
  }

  private Optional<String> flaw(Paper.Signed paper, BarterTerms.Reserving terms) {
    var deal = dealings.deals.get(terms.contract());
    if (deal == null || deal.isVoided) {
      return Optional.of("14-5.2: there is no such contract");
    }
    return when(
            terms.quantity().unit() != deal.terms.quantity().unit()
                || terms.quantity().amount() > deal.left(),
            "I7: more than is left of the contract")
        .or(
            () ->
                when(
                    isOver(paper, deal.terms.until().over()) || isOver(paper, terms.until().over()),
                    "14-6.3: its time is over"))
        .or(
            () ->
                when(
                    deal.worth(Rational.of(most(paper, terms))) != terms.hold().minor(),
                    "I10: what is held is another amount"));
  }

  private static long most(Paper.Signed paper, BarterTerms.Reserving terms) {
    long amount = terms.quantity().amount();
    return amount + amount * paper.settings().overDelivery() / RATE_OF_ALL;
  }

  private Optional<String> flaw(Paper.Signed paper, BarterTerms.Accepting terms) {
    var load = dealings.loads.get(terms.despatch().entry());
    if (load == null || load.receipt.isEmpty()) {
      return Optional.of("I3: it has not left, or not arrived");
    }
    var weighed = load.weighed(paper.id(), paper.settings().tolerance());
    return unless(
            load.despatch.equals(terms.despatch()) && load.receipt.get().equals(terms.receipt()),
            "I3: it rests on other bytes")
        .or(() -> when(load.taken.isPresent(), "14-5.2: it is taken over already"))
        .or(
            () ->
                unless(
                    weighed.owed == terms.value().minor()
                        && weighed.disputed == terms.disputed().minor(),
                    "I10: it is worth something else"));
  }

  private Optional<String> flaw(BarterTerms.Pricing terms) {
    var deal = dealings.deals.get(terms.contract());
    boolean areOfIt =
        terms.acceptances().stream()
            .allMatch(
                one -> dealings.takenBy(one).filter(load -> load.room.deal == deal).isPresent());
    if (deal == null || !areOfIt) {
      return Optional.of("14-4.4: it is the price of something else");
    }
    var price = deal.price(terms.indices());
    if (price.isEmpty()) {
      return Optional.of("I10: the price has no value");
    }
    long delta =
        taken(terms).mapToLong(taken -> deal.worth(taken.valued, price.get()) - taken.owed).sum();
    return when(delta != terms.delta().minor(), "I10: the delta is another amount");
  }

  private Stream<Dealings.Taken> taken(BarterTerms.Pricing terms) {
    return terms.acceptances().stream()
        .map(one -> dealings.takenBy(one).flatMap(load -> load.taken).orElseThrow());
  }

  private Optional<String> flaw(BarterTerms.Contra terms) {
    var kind = Optional.ofNullable(acts.get(terms.act()));
    return unless(
            kind.filter(Bookkeeper::isReversible).isPresent(), "I8: there is no such original")
        .or(() -> when(reversed.contains(terms.act()), "I8: it is booked back already"))
        .or(
            () ->
                when(
                    dealings
                        .takenBy(terms.act())
                        .flatMap(load -> load.taken)
                        .flatMap(taken -> taken.settledBy)
                        .isPresent(),
                    "14-5.4: a settled difference rests on it"));
  }

  private static boolean isReversible(VoucherKind kind) {
    return kind == VoucherKind.ACCEPTANCE
        || kind == VoucherKind.DIFFERENCE
        || kind == VoucherKind.SETTLEMENT;
  }

  private Optional<String> flaw(
      Paper.Signed paper, BarterTerms.Closing terms, Function<List<EntryId>, Hash> hash) {
    var periods = account.orElseThrow().periods;
    var until = periods.until(paper.settings());
    return when(
            paper.time().isBefore(account.orElseThrow().begin(until.plusDays(1))),
            "I11: the period is not over")
        .or(
            () ->
                unless(
                    terms.period() == periods.next() && terms.until().equals(until),
                    "I11: it is not the next period"))
        .or(
            () ->
                unless(
                    periods.hasFigures(terms, paper.settings())
                        && terms.journal().equals(hash.apply(periods.papers(paper.settings()))),
                    "I10: the period comes to something else"));
  }

  private Optional<String> flaw(BarterTerms.YearEnd terms) {
    var carried = new HashMap<AccountCode, Money>();
    terms.carried().forEach(one -> carried.put(one.account(), one.amount()));
    return unless(account.orElseThrow().periods.isYearOpen(), "14-5.8: no period was closed since")
        .or(() -> unless(carried.equals(differences()), "14-5.8: a difference is not explained"));
  }

  private void stand(
      Map<AccountCode, Money> stand, AccountCode code, ToLongFunction<Dealings.Taken> what) {
    long amount = dealings.difference(account.orElseThrow().b(), what);
    if (amount != 0) {
      stand.put(code, Money.of(amount));
    }
  }

  private Optional<String> flaw(Paper.Said said) {
    return switch (said.fact()) {
      case BarterFact.Despatched fact ->
          room(said, fact.reservation())
              .or(
                  () ->
                      unless(fact.evidence().stream().allMatch(said.by()::knew), "14-6.2: unseen"))
              .or(() -> flaw(said, fact, dealings.rooms.get(fact.reservation())));
      case BarterFact.Received fact ->
          load(said, fact.despatch())
              .or(
                  () ->
                      unless(fact.evidence().stream().allMatch(said.by()::knew), "14-6.2: unseen"))
              .or(() -> flaw(said, fact, dealings.loads.get(fact.despatch())));
      case BarterFact.Certified fact ->
          load(said, fact.despatch())
              .or(
                  () ->
                      when(
                          fact.quantity()
                              .in(unit(dealings.loads.get(fact.despatch()).room))
                              .isEmpty(),
                          "14-3.3: another dimension"));
      case BarterFact.Lapsed(EntryId id) ->
          room(said, id)
              .or(
                  () ->
                      unless(
                          dealings.rooms.get(id).isLive()
                              && isOver(said, dealings.rooms.get(id).until.over()),
                          "14-6.3: its time is not over, or it is over already"));
    };
  }

  /// A room that its author knew of, and that is of its own contract.
  private Optional<String> room(Paper.Said said, EntryId id) {
    var room = dealings.rooms.get(id);
    return when(room == null || !said.by().knew(room.since), "14-6.2: no such reservation is known")
        .or(
            () ->
                unless(
                    room.deal.exporter().equals(said.author()),
                    "14-5.2: it is not the exporter's"));
  }

  private Optional<String> load(Paper.Said said, EntryId despatch) {
    return when(
        !dealings.loads.containsKey(despatch) || !said.by().knew(despatch),
        "I3: no such despatch is known");
  }

  private static Optional<String> flaw(
      Paper.Said said, BarterFact.Despatched fact, Dealings.Room room) {
    var amount = fact.quantity().wholeIn(unit(room)).map(Quantity::amount);
    return when(
            amount.isEmpty() || amount.get() > room.most - room.gone(),
            "I7: more than was reserved")
        .or(
            () ->
                when(
                    !room.isLive() || isOver(said, room.until.over()), "14-6.3: its time is over"));
  }

  private static Optional<String> flaw(
      Paper.Said said, BarterFact.Received fact, Dealings.Load load) {
    return when(load.room.deal.exporter().equals(said.author()), "14-5.2: it is not the importer's")
        .or(() -> when(load.receipt.isPresent(), "I7: it has arrived already"))
        .or(
            () ->
                when(
                    fact.quantity().wholeIn(unit(load.room)).isEmpty(),
                    "14-3.3: another dimension"));
  }

  private static UnitCode unit(Dealings.Room room) {
    return room.deal.terms.quantity().unit();
  }

  /// Whether nobody would come to owe more than they may by `paper`, of which nothing else is wrong
  /// (I5): asked of a second one of these, who has entered the same.
  boolean hasRoomFor(Paper paper) {
    var other = new Bookkeeper();
    entered.forEach(other::enter);
    other.enter(paper);
    return isExempt(paper) || !other.exceeds(this).findAny().isPresent();
  }

  /// What a statement says is due, a limit that says what it does, and what follows from a proof.
  static boolean isExempt(Paper paper) {
    return paper instanceof Paper.Proven
        || (paper instanceof Paper.Signed signed
            && (signed.terms() instanceof BarterTerms.Closing
                || signed.terms() instanceof BarterTerms.Swing));
  }

  private Stream<PartyId> exceeds(Bookkeeper before) {
    return sides().stream()
        .filter(side -> exposure(side) > limit(side) && exposure(side) > before.exposure(side));
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
    acts.put(paper.id(), terms.kind());
    switch (terms) {
      case BarterTerms.Opening opening -> account = Optional.of(new Terms(opening));
      case BarterTerms.Swing swing ->
          account.orElseThrow().limits.put(swing.side(), swing.limit().minor());
      case BarterTerms.Contracting contracting ->
          dealings.deals.put(paper.id(), new Dealings.Deal(paper.id(), contracting));
      case BarterTerms.Reserving reserving ->
          dealings.rooms.put(
              paper.id(),
              new Dealings.Room(
                  dealings.deals.get(reserving.contract()),
                  paper.since(),
                  reserving,
                  most(paper, reserving)));
      case BarterTerms.Accepting accepting -> {
        var load = dealings.loads.get(accepting.despatch().entry());
        var taken = load.weighed(paper.id(), paper.settings().tolerance());
        counted(paper.id(), accepting.on(), taken.isMoney, () -> load.taken = Optional.of(taken));
      }
      case BarterTerms.Settling settling -> {
        var taken =
            dealings.takenBy(settling.acceptance()).flatMap(load -> load.taken).orElseThrow();
        counted(paper.id(), settling.on(), true, () -> taken.settled(paper.id(), settling));
      }
      case BarterTerms.Pricing pricing ->
          counted(paper.id(), pricing.on(), !pricing.delta().isZero(), () -> priced(pricing));
      case BarterTerms.Contra contra ->
          counted(paper.id(), contra.on(), isMoney(contra.act()), () -> reverse(contra.act()));
      case BarterTerms.Paying paying ->
          counted(paper.id(), paying.on(), true, () -> dealings.payments.put(paper.id(), paying));
      case BarterTerms.Closing closing -> close(closing);
      case BarterTerms.YearEnd _ -> account.orElseThrow().periods.closeYear();
    }
  }

  /// Lets `change` come about, and counts for `on` what it makes B owe A.
  private void counted(EntryId paper, LocalDate on, boolean isMoney, Runnable change) {
    var open = account.orElseThrow();
    long before = owed(open.b());
    change.run();
    if (isMoney) {
      open.periods.count(paper, on, owed(open.b()) - before);
    }
  }

  private void priced(BarterTerms.Pricing terms) {
    var deal = dealings.deals.get(terms.contract());
    deal.price = deal.price(terms.indices()).orElseThrow();
    taken(terms).forEach(taken -> taken.owed = deal.worth(taken.valued));
  }

  private boolean isMoney(EntryId act) {
    return dealings
        .takenBy(act)
        .flatMap(load -> load.taken)
        .map(taken -> taken.isMoney)
        .orElse(true);
  }

  private void reverse(EntryId act) {
    reversed.add(act);
    dealings.settledBy(act).flatMap(load -> load.taken).ifPresent(Dealings.Taken::disputedAgain);
    dealings.takenBy(act).ifPresent(load -> load.taken = Optional.empty());
    dealings.payments.remove(act);
  }

  private void close(BarterTerms.Closing closing) {
    var open = account.orElseThrow();
    long due = closing.interest().minor();
    for (var side : sides()) {
      dealings.interest.merge(side, side.equals(open.b()) ? due : -due, Math::addExact);
    }
    open.periods.close(closing);
  }

  private void enter(Paper.Said said) {
    switch (said.fact()) {
      case BarterFact.Despatched fact -> {
        var room = dealings.rooms.get(fact.reservation());
        dealings.loads.put(
            said.id(), new Dealings.Load(room, said.basis(), amount(fact.quantity(), room)));
      }
      case BarterFact.Received fact -> {
        var load = dealings.loads.get(fact.despatch());
        load.receipt = Optional.of(said.basis());
        load.received = amount(fact.quantity(), load.room);
      }
      case BarterFact.Certified _ -> {}
      case BarterFact.Lapsed(EntryId id) -> dealings.rooms.get(id).isOver = true;
    }
  }

  private static long amount(Quantity quantity, Dealings.Room room) {
    return quantity.wholeIn(unit(room)).orElseThrow().amount();
  }

  /// What a contra could correct is booked back with what rests on it; on its day, or the first
  /// open one.
  private void enter(Paper.Proven proven) {
    var kind = Optional.ofNullable(acts.get(proven.act()));
    if (kind.filter(VoucherKind.CONTRACT::equals).isPresent()) {
      dealings.deals.get(proven.act()).isVoided = true;
    } else if (kind.filter(VoucherKind.RESERVATION::equals).isPresent()) {
      dealings.rooms.get(proven.act()).isOver = true;
    } else if (kind.filter(Bookkeeper::isReversible).isPresent()
        && !reversed.contains(proven.act())) {
      var open = account.orElseThrow();
      var said = open.dayOf(proven.time());
      var on = said.isBefore(open.periods.from()) ? open.periods.from() : said;
      counted(
          proven.id(),
          on,
          isMoney(proven.act()),
          () -> {
            dealings
                .takenBy(proven.act())
                .flatMap(load -> load.taken)
                .flatMap(taken -> taken.settledBy)
                .ifPresent(this::reverse);
            reverse(proven.act());
          });
    }
  }
}
