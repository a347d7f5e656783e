package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.Books;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Verdict;
import org.sarhad.core.testing.Voices;

/// An account of two sides in a test: Iran is A, Pakistan is B. Limits of 50 000 each, rice at 400
/// for a tonne, and whoever speaks knows everything that was said before.
final class BookScene {
  static final PartyId IR = Sides.IR;
  static final PartyId PK = Sides.PK;
  static final PartyId OM = PartyId.of("om");
  static final DueDate FROM = DueDate.parse("2019-04-01+05:00");
  static final DueDate LATE = DueDate.parse("2019-12-31+05:00");
  static final LocalDate DAY = LocalDate.of(2019, 4, 22);
  static final Wording TEXT = Wording.of("en", "Rice of the harvest of 2018");

  /// Ceiling 100 000; 8 000 beside it; free 10 000; 3.65 per cent a year, which is 1/10 000 a day;
  /// five per cent more; half a per cent of difference; months; 30 days; no arms.
  static final BarterSettings SETTINGS =
      new BarterSettings(
          units(100_000),
          units(8_000),
          units(10_000),
          365,
          500,
          50,
          1,
          30,
          Ordered.set("890610", "93"));

  static final YearMonth APRIL = YearMonth.of(2019, 4);

  /// What was folded: a fact or an act, and the book after it.
  record Told(ActEntry entry, Optional<BarterFact> fact, Optional<Act> act, BookState after) {}

  final List<Told> told = new ArrayList<>();
  final Voices voices;
  BookState state;
  BarterSettings settings = SETTINGS;
  Clearance clearance = Books.ALL_CLEAR;
  LocalDate day = DAY;

  BookScene(String... parties) {
    voices = Voices.of(parties);
    state = BookState.of(voices.parties());
  }

  /// With an account that is open.
  static BookScene open() {
    BookScene scene = new BookScene("ir", "pk");
    scene.book(IR, opening(units(50_000), units(50_000)));
    return scene;
  }

  static Money units(long units) {
    return Money.ofUnits(units);
  }

  // ---- terms ----------------------------------------------------------------------------------

  static AccountTerms opening(Money ir, Money pk) {
    return new AccountTerms(1, FROM, "UA", limits(IR, ir, PK, pk));
  }

  static SortedMap<PartyId, Money> limits(PartyId a, Money first, PartyId b, Money second) {
    TreeMap<PartyId, Money> limits = new TreeMap<>();
    limits.put(a, first);
    limits.put(b, second);
    return limits;
  }

  static SortedMap<String, Rational> index(String value) {
    TreeMap<String, Rational> indices = new TreeMap<>();
    indices.put("p", Rational.ofDecimal(value));
    return indices;
  }

  int next(PartyId side, VoucherKind kind) {
    return state.journal().last(side, kind) + 1;
  }

  /// 100 t of rice, 400 for a tonne.
  ContractTerms rice(PartyId exporter) {
    return rice(exporter, 100, ContractTerms.Weighed.OUTTURN);
  }

  ContractTerms rice(PartyId exporter, long tonnes, ContractTerms.Weighed weighed) {
    return contract(
        exporter,
        new Quantity(tonnes * 1_000, UnitCode.KGM),
        PriceRule.fixed(Rational.of(400), UnitCode.TNE),
        new TreeMap<>(),
        weighed);
  }

  /// 1 000 MWh at 3.2 + 0.075 p, which is 9.2 with p at 80.
  ContractTerms power(PartyId exporter, String provisional) {
    return contract(
        exporter,
        new Quantity(1_000, UnitCode.MWH),
        new PriceRule(PriceFormula.parse("3.2 + 0.075 * p"), UnitCode.MWH, new TreeMap<>()),
        index(provisional),
        ContractTerms.Weighed.OUTTURN);
  }

  ContractTerms contract(
      PartyId exporter,
      Quantity quantity,
      PriceRule price,
      SortedMap<String, Rational> indices,
      ContractTerms.Weighed weighed) {
    return new ContractTerms(
        next(exporter, VoucherKind.CONTRACT),
        new Goods(exporter, "seller-1", "buyer-7", "100630", TEXT, AccountCode.GOODS),
        quantity,
        price,
        indices,
        weighed,
        LATE,
        Ordered.set());
  }

  /// 100 t of something else, at the same price.
  ContractTerms goods(PartyId exporter, String commodity) {
    ContractTerms rice = rice(exporter);
    return new ContractTerms(
        rice.number(),
        new Goods(exporter, "seller-1", "buyer-7", commodity, TEXT, AccountCode.GOODS),
        rice.quantity(),
        rice.price(),
        rice.indices(),
        rice.weighed(),
        rice.until(),
        rice.screening());
  }

  /// A reservation of so much, with the hold that it comes to.
  ReservationTerms reserving(EntryId contract, long amount) {
    Contract known = state.trade().contracts().get(contract);
    return new ReservationTerms(
        next(known.exporter(), VoucherKind.RESERVATION),
        contract,
        new Quantity(amount, known.unit()),
        known.value(amount * (10_000 + settings.overDelivery()) / 10_000).orElseThrow().money(),
        LATE);
  }

  AcceptanceTerms accepting(PartyId proposer, EntryId despatch, long value, long disputed) {
    Delivery delivery = state.trade().deliveries().get(despatch);
    return new AcceptanceTerms(
        next(proposer, VoucherKind.ACCEPTANCE),
        day,
        delivery.despatch(),
        delivery.arrival().orElseThrow().receipt(),
        units(value),
        units(disputed));
  }

  ShortfallTerms untaken(PartyId proposer, EntryId contract, long kilograms, long value) {
    return new ShortfallTerms(
        next(proposer, VoucherKind.SHORTFALL),
        day,
        contract,
        APRIL,
        new Quantity(kilograms, UnitCode.KGM),
        units(value));
  }

  /// All of `despatches` in one act, as it is drafted.
  AcceptancesTerms acceptingMany(PartyId proposer, EntryId... despatches) {
    return state
        .acceptances(Set.of(despatches), proposer, noon(), settings)
        .orElseThrow(() -> new AssertionError("no draft of " + List.of(despatches)));
  }

  private Instant noon() {
    return day.atTime(12, 0).toInstant(state.account().orElseThrow().from().offset());
  }

  Optional<AcceptanceTerms> drafted(PartyId proposer, EntryId despatch) {
    return state.acceptance(despatch, proposer, noon(), settings);
  }

  ContraTerms contra(PartyId proposer, EntryId act) {
    return contra(proposer, VoucherRef.of(act));
  }

  ContraTerms contra(PartyId proposer, VoucherRef act) {
    return new ContraTerms(next(proposer, VoucherKind.CONTRA), day, act, TEXT);
  }

  SettlementTerms paying(PartyId debtor, long units) {
    return new SettlementTerms(
        next(debtor, VoucherKind.SETTLEMENT),
        day,
        debtor,
        units(units),
        SettlementTerms.By.MONEY,
        "TT-" + next(debtor, VoucherKind.SETTLEMENT));
  }

  DifferenceTerms settling(PartyId proposer, EntryId acceptance, long granted) {
    return settling(proposer, VoucherRef.of(acceptance), granted);
  }

  DifferenceTerms settling(PartyId proposer, VoucherRef acceptance, long granted) {
    return new DifferenceTerms(
        next(proposer, VoucherKind.DIFFERENCE),
        day,
        acceptance,
        units(granted),
        DifferenceTerms.As.MEASURE);
  }

  SwingTerms swing(PartyId side, long limit, boolean isRunDown) {
    return new SwingTerms(next(side, VoucherKind.SWING), side, units(limit), isRunDown);
  }

  CreditTerms crediting(PartyId side, long units) {
    return new CreditTerms(next(side, VoucherKind.CREDIT), day, side, units(units));
  }

  /// The unit is worth so many hundredths less or more, and what is owed that many times as much.
  RestatementTerms restating(PartyId proposer, String factor) {
    Rational times = Rational.ofDecimal(factor);
    Money delta =
        Money.of(
            new BigDecimal(state.journal().net().minor())
                .multiply(new BigDecimal(factor).subtract(BigDecimal.ONE))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact());
    return new RestatementTerms(next(proposer, VoucherKind.RESTATEMENT), day, times, delta);
  }

  /// The account's last day, with what is not explained.
  TerminationTerms ending(int number, LocalDate last) {
    return new TerminationTerms(number, FROM.on(last), carried());
  }

  List<Carried> carried() {
    return AccountCode.differences().stream()
        .filter(account -> !balance(account).isZero())
        .map(account -> new Carried(account, balance(account), TEXT))
        .toList();
  }

  /// The statement that is due, in the series of `proposer`.
  StatementTerms closing(PartyId proposer) {
    return state.statement(settings).orElseThrow().terms(next(proposer, VoucherKind.STATEMENT));
  }

  // ---- saying and signing ---------------------------------------------------------------------

  /// `side` states `fact`, which must hold.
  EntryId say(PartyId side, BarterFact fact) {
    return say(voices.says(side, Role.CLERK), fact);
  }

  EntryId say(ActEntry entry, BarterFact fact) {
    Verdict.accepted(BookRules.decide(state, entry.context(), entry.seen(), fact), fact);
    hear(entry, fact);
    assertThat(state.voids().find(entry.id())).isEmpty();
    return entry.id();
  }

  void hear(ActEntry entry, BarterFact fact) {
    state = state.apply(entry, fact);
    told.add(new Told(entry, Optional.of(fact), Optional.empty(), state));
  }

  /// Why `fact` is refused when asked, and void when said all the same: both alike.
  BarterRefusal refuse(ActEntry entry, BarterFact fact) {
    BookState before = state;
    var refused =
        Verdict.refused(BookRules.decide(state, entry.context(), entry.seen(), fact), fact);
    hear(entry, fact);
    assertThat(state.voids().get(entry.id())).isEqualTo(refused.refusal());
    assertUntouched(before);
    return refused.refusal();
  }

  BarterRefusal refuse(PartyId side, BarterFact fact) {
    return refuse(voices.says(side, Role.CLERK), fact);
  }

  private void assertUntouched(BookState before) {
    assertThat(state.journal()).isEqualTo(before.journal());
    assertThat(state.trade()).isEqualTo(before.trade());
    assertThat(state.account()).isEqualTo(before.account());
    assertThat(state.periods()).isEqualTo(before.periods());
    assertThat(state.digest()).isNotEqualTo(before.digest());
  }

  /// `proposer` and the other side sign, and it is booked: the act's id.
  EntryId book(PartyId proposer, BarterTerms terms) {
    Act act = sign(proposer, proposed(terms), voices.parties());
    assertThat(state.voids().find(act.by())).as("%s", terms).isEmpty();
    assertThat(state.journal().voucher(act.id())).isPresent();
    return act.id();
  }

  static ActFact.Proposed proposed(BarterTerms terms) {
    return ActFact.Proposed.of(
        terms.kind().act().orElseThrow(), terms.toJson(), Capacity.of(Role.CHIEF));
  }

  Act sign(PartyId proposer, ActFact.Proposed said, SortedSet<PartyId> sides) {
    ActEntry proposal = voices.says(proposer, Role.CHIEF);
    ActEntry assent = voices.says(proposer.equals(IR) ? PK : IR, Role.CHIEF);
    Act act = Voices.act(proposal, assent, said, sides);
    move(assent, act);
    return act;
  }

  private BookGrounds grounds() {
    return new BookGrounds(settings, clearance);
  }

  private void move(ActEntry entry, Act act) {
    state = state.moved(entry, act, grounds());
    told.add(new Told(entry, Optional.empty(), Optional.of(act), state));
  }

  /// Why terms book nothing: asked before, and where they come into force all the same.
  BarterRefusal refuse(PartyId proposer, ActFact.Proposed said, SortedSet<PartyId> sides) {
    return flaw(proposer, said, sides).why();
  }

  /// The same, with the line of it.
  BookRules.Flaw flaw(PartyId proposer, ActFact.Proposed said, SortedSet<PartyId> sides) {
    BookState before = state;
    ActEntry proposal = voices.says(proposer, Role.CHIEF);
    ActEntry assent = voices.says(proposer.equals(IR) ? PK : IR, Role.CHIEF);
    Act act = Voices.act(proposal, assent, said, sides);
    Optional<BookRules.Flaw> asked =
        BookRules.objectionToProposal(state, proposal, sides, said, grounds());
    assertThat(BookRules.objectionToAssent(state, assent, act, grounds())).isEqualTo(asked);
    move(assent, act);
    assertThat(state.voids().find(act.by())).isEqualTo(asked.map(BookRules.Flaw::why));
    assertThat(state.flaws().getOrElse(act.by(), 0))
        .isEqualTo(asked.map(BookRules.Flaw::line).orElseThrow());
    assertUntouched(before);
    return asked.orElseThrow();
  }

  BarterRefusal refuse(PartyId proposer, BarterTerms terms) {
    return refuse(proposer, proposed(terms), voices.parties());
  }

  BookRules.Flaw flaw(PartyId proposer, BarterTerms terms) {
    return flaw(proposer, proposed(terms), voices.parties());
  }

  BarterRefusal refuse(PartyId proposer, VoucherKind kind, Json.Obj terms) {
    return refuse(
        proposer,
        ActFact.Proposed.of(kind.act().orElseThrow(), terms, Capacity.of(Role.CHIEF)),
        voices.parties());
  }

  /// A stale assent to `id` is proven by `side`.
  EntryId contest(PartyId side, EntryId id, BarterTerms terms, PartyId proposer) {
    ActEntry entry = voices.says(side, Role.CHIEF);
    ActEntry proposal =
        new ActEntry(
            new FactContext(
                id, proposer, true, entry.context().time(), Optional.empty(), Ordered.set()),
            entry.seen(),
            entry.leaf());
    Act act = Voices.act(proposal, entry, proposed(terms), voices.parties());
    move(entry, Voices.at(act, ActStage.VOIDED, entry));
    return entry.id();
  }

  // ---- goods on their way ---------------------------------------------------------------------

  BarterFact.Despatched despatched(PartyId side, EntryId reservation, long kilograms) {
    return new BarterFact.Despatched(
        next(side, VoucherKind.DESPATCH),
        reservation,
        new Quantity(kilograms, UnitCode.KGM),
        Ordered.set());
  }

  BarterFact.Received received(PartyId side, EntryId despatch, long kilograms) {
    return new BarterFact.Received(
        next(side, VoucherKind.RECEIPT),
        despatch,
        new Quantity(kilograms, UnitCode.KGM),
        Ordered.set());
  }

  BarterFact.Certified certified(PartyId side, EntryId despatch, Quantity quantity) {
    return new BarterFact.Certified(next(side, VoucherKind.CERTIFICATE), despatch, quantity, TEXT);
  }

  /// A contract of rice by `exporter` and a reservation of `tonnes` of it: the reservation.
  EntryId reserve(PartyId exporter, long tonnes) {
    EntryId contract = book(exporter, rice(exporter));
    return book(exporter, reserving(contract, tonnes * 1_000));
  }

  /// So many kilograms leave under `reservation` and so many arrive: the despatch.
  EntryId deliver(PartyId exporter, EntryId reservation, long sent, long received) {
    EntryId despatch = say(exporter, despatched(exporter, reservation, sent));
    PartyId importer = exporter.equals(IR) ? PK : IR;
    say(importer, received(importer, despatch, received));
    return despatch;
  }

  /// As many tonnes of rice as that arrive in full and are accepted: the acceptance.
  EntryId accept(PartyId exporter, long tonnes) {
    EntryId reservation = reserve(exporter, tonnes);
    EntryId despatch = deliver(exporter, reservation, tonnes * 1_000, tonnes * 1_000);
    return book(exporter, accepting(exporter, despatch, tonnes * 400, 0));
  }

  /// The open period is over by now, and closed.
  EntryId close(PartyId proposer) {
    LocalDate until = state.statement(settings).orElseThrow().until();
    at(until.plusDays(1));
    return book(proposer, closing(proposer));
  }

  /// It is noon of that day here.
  void at(LocalDate day) {
    Instant noon = day.atTime(12, 0).toInstant(FROM.offset());
    voices.at(noon.isBefore(voices.time()) ? voices.time() : noon);
  }

  Money balance(AccountCode account) {
    return state.journal().balance(account);
  }

  Money owed(PartyId side) {
    return state.owed(side);
  }

  List<Line> lines(EntryId voucher) {
    return state.journal().voucher(voucher).orElseThrow().posted();
  }
}
