package org.sarhad.core.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.barter.AcceptanceTerms;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.AccountTerms;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.BarterRefusal;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.Basis;
import org.sarhad.core.barter.ContractTerms;
import org.sarhad.core.barter.Goods;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceRule;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.ReservationTerms;
import org.sarhad.core.barter.SwingTerms;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.delivery.BiasTest;
import org.sarhad.core.delivery.Consignment;
import org.sarhad.core.delivery.DeliveryFact;
import org.sarhad.core.delivery.DeliveryFactKind;
import org.sarhad.core.delivery.DeliveryRefusal;
import org.sarhad.core.delivery.Load;
import org.sarhad.core.delivery.Papers;
import org.sarhad.core.delivery.UnitKind;
import org.sarhad.core.energy.Band;
import org.sarhad.core.energy.EnergyFact;
import org.sarhad.core.energy.EnergyFactKind;
import org.sarhad.core.energy.EnergyRefusal;
import org.sarhad.core.energy.LineDay;
import org.sarhad.core.energy.LineTerms;
import org.sarhad.core.energy.Metering;
import org.sarhad.core.energy.Quarters;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.inquiry.MatterKind;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.modalities.ModalitiesRefusal;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.record.Officer;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;
import org.sarhad.core.response.ResponseState;
import org.sarhad.core.screening.Grounds;
import org.sarhad.core.screening.ListSource;
import org.sarhad.core.screening.ListState;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.core.screening.Status;
import org.sarhad.core.screening.SubjectId;
import org.sarhad.core.testing.Keys;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.TestSide;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// The book among everything else that the sides have agreed on: under the agreed rules of the
/// worked example, from the opening of the account to what is owed (protocol clause 14-7.1).
class BarterAccordTest {
  private static final Path FILE =
      Path.of(System.getProperty("sarhad.root", ".."), "docs", "scenarios", "modalities-1.json");
  private static final Capacity CHIEF = Capacity.of(Role.CHIEF);
  private static final DueDate UNTIL = DueDate.parse("2019-12-31+05:00");
  private static final LocalDate DAY = LocalDate.of(2019, 4, 22);
  private static final Quantity LORRY = new Quantity(40, UnitCode.TNE);

  private static final String CHIEFS = "c0c0";
  private static final List<String> COMPLIANCE = List.of("c1c1", "c2c2");
  private static final Grounds GROUNDS =
      Grounds.of(Ordered.map(Map.of(ListSource.UN, Merkle.sha256(Bytes.ofUtf8("a list")))), 800);

  private static Json.Obj rules = Json.obj().build();

  private final TestSide ir = new TestSide(Sides.CHANNEL, "ir");
  private final TestSide pk = new TestSide(Sides.CHANNEL, "pk");
  private ChannelState channel =
      ChannelState.of(Sides.CHANNEL, Keys.SIGNATURES).with(ir.card()).with(pk.card());
  private Accord accord = Accord.NONE;
  private long version;

  @BeforeAll
  static void read() throws IOException, MalformedJsonException {
    Json json = Json.parse(Bytes.of(Files.readAllBytes(FILE)), JsonLimits.ofBytes(200_000));
    rules = (Json.Obj) json;
  }

  BarterAccordTest() {
    for (TestSide side : List.of(ir, pk)) {
      RecordFact.Genesis begun = withCompliance(side);
      Entry genesis = side.say(begun).entry();
      channel = channel.enter(genesis);
      channel = channel.apply(channel.context(genesis), begun);
    }
  }

  private static RecordFact.Genesis withCompliance(TestSide side) {
    RecordFact.Genesis begun = side.genesis();
    List<Officer> officers = new ArrayList<>(begun.custodians());
    for (String name : COMPLIANCE) {
      officers.add(TestSide.with(side.officer(name), Role.COMPLIANCE));
    }
    return new RecordFact.Genesis(begun.self(), begun.recovery(), officers, begun.peers());
  }

  /// Nothing is agreed on before there are rules, and the rules say how much may be owed.
  @Test
  void thereIsNoAccountWithoutRules() {
    assertThat(objection(ir, proposed(opening(50_000))).refusal())
        .isEqualTo(ModalitiesRefusal.NO_MODALITIES);
    agreeOnRules();
    assertThat(objection(ir, proposed(opening(50_000_001))).refusal())
        .isEqualTo(BarterRefusal.LIMIT_TOO_HIGH);
    assertThat(find(ir, proposed(opening(50_000_000)))).isEmpty();
  }

  @Test
  void whatIsDeliveredIsOwed() {
    agreeOnRules();
    assertThat(accord.barterSettings().swing()).isEqualTo(Money.ofUnits(50_000_000));
    assertThat(accord.biasTest()).isEqualTo(new BiasTest(2_121, 500, 6_000));
    Hash before = accord.digest();
    open();
    assertThat(accord.digest()).isNotEqualTo(before);

    EntryId contract = sign(contract()).entry();
    EntryId reservation = sign(reserving(contract)).entry();
    assertThat(accord.book().exposure(Sides.PK)).isEqualTo(Money.ofUnits(16_800));

    Entry despatch = say(ir, new BarterFact.Despatched(1, reservation, LORRY, Ordered.set()));
    pk.sees(ir);
    Entry receipt = say(pk, new BarterFact.Received(1, despatch.id(), LORRY, Ordered.set()));
    ir.sees(pk);
    assertThat(accord.book().owed(Sides.PK))
        .as("one side alone owes nothing")
        .isEqualTo(Money.ZERO);

    BarterTerms wrong = accepting(despatch, receipt, 16_001);
    Objection objection = objection(ir, proposed(wrong));
    assertThat(objection.area()).isEqualTo("barter");
    assertThat(objection.refusal()).isEqualTo(BarterRefusal.FIGURE_DIFFERS);
    assertThat(objection.detail()).isEqualTo("barter_acceptance");

    sign(accepting(despatch, receipt, 16_000));
    assertThat(accord.book().owed(Sides.PK)).isEqualTo(Money.ofUnits(16_000));
    assertThat(accord.book().voids().isEmpty()).isTrue();
  }

  /// A careless side signs what the other's node has refused: it stands, and books nothing.
  @Test
  void whatBothHaveSignedWronglyBooksNothing() {
    agreeOnRules();
    open();
    EntryId contract = sign(contract()).entry();
    BarterTerms dear = new ReservationTerms(1, contract, LORRY, Money.ofUnits(1), UNTIL);
    ActRef ref = propose(proposed(dear));
    pk.sees(ir);
    ActFact.Assented yes = new ActFact.Assented(ref, version, CHIEF);
    assertThat(objection(pk, yes).refusal()).isEqualTo(BarterRefusal.FIGURE_DIFFERS);
    say(pk, new Statement.OnAct(yes), yes.kind().kind());
    Act act = accord.acts().act(ref.entry()).orElseThrow();
    assertThat(act.isEffective()).isTrue();
    assertThat(accord.book().exposure(Sides.PK)).isEqualTo(Money.ZERO);
    assertThat(accord.book().voids().values()).containsExactly(BarterRefusal.FIGURE_DIFFERS);
    assertThat(accord.flaw(act))
        .contains(new Objection("barter", BarterRefusal.FIGURE_DIFFERS, act.id().toString()));
    assertThat(accord.flaw(accord.acts().act(contract).orElseThrow()))
        .as("one that holds")
        .isEmpty();
  }

  @Test
  void theNodeSaysThatTimeIsOver() {
    agreeOnRules();
    open();
    EntryId reservation = sign(reserving(sign(contract()).entry())).entry();
    assertThat(accord.due(Sides.IR, UNTIL.over().minusMillis(1))).isEmpty();
    assertThat(accord.due(Sides.IR, UNTIL.over()))
        .containsExactly(new Statement.OnBarter(new BarterFact.Lapsed(reservation)));
    assertThat(accord.due(Sides.PK, UNTIL.over())).isEmpty();
  }

  /// What is on its way is folded beside the book, from the same record, and rests on it.
  @Test
  void goodsOnTheirWayRestOnTheBook() {
    agreeOnRules();
    open();
    EntryId reservation = sign(reserving(sign(contract()).entry())).entry();
    Statement consigned =
        new Statement.OnDeliveries(
            new DeliveryFact.Consigned(
                reservation, List.of(new Load(UnitKind.WAGON_1435, "RAI-7", 40))));
    Objection objection = objection(pk, consigned);
    assertThat(objection.area()).isEqualTo("delivery");
    assertThat(objection.refusal()).isEqualTo(DeliveryRefusal.NOT_EXPORTER);
    assertThat(find(ir, consigned)).isEmpty();
    Hash before = accord.digest();
    Entry entry = say(ir, consigned, DeliveryFactKind.CONSIGNED.kind());
    assertThat(accord.goods().live()).extracting(Consignment::id).containsExactly(entry.id());
    assertThat(accord.digest()).isNotEqualTo(before);
    assertThat(Papers.DISPUTE).isEqualTo(Bodies.code(MatterKind.DELIVERY_DISPUTE));
  }

  @Test
  void aLineIsAgreedUnderAContractOfTheBook() {
    agreeOnRules();
    open();
    EntryId rice = sign(contract()).entry();
    Objection objection = objection(ir, proposed(LineTerms.KIND, line(rice).toJson()));
    assertThat(objection.area()).isEqualTo("energy");
    assertThat(objection.refusal()).isEqualTo(EnergyRefusal.CONTRACT_OTHER_UNIT);

    ActFact.Proposed terms = proposed(LineTerms.KIND, line(sign(power()).entry()).toJson());
    assertThat(find(ir, terms)).isEmpty();
    EntryId line = sign(terms).entry();
    assertThat(accord.energy().lines().get(line).exporter()).isEqualTo(Sides.IR);
    Statement schedule =
        new Statement.OnEnergy(
            new EnergyFact.Scheduled(new LineDay(line, DAY), 1, Quarters.even(1)));
    assertThat(find(pk, schedule)).isEmpty();
    say(pk, schedule, EnergyFactKind.SCHEDULE.kind());
    assertThat(accord.energy().days().size()).isEqualTo(1);
    assertThat(accord.energy().voids().isEmpty()).isTrue();
  }

  /// Red line 11: nothing of an exercise is booked.
  @Test
  void noGoodsOfAnExerciseLeave() {
    agreeOnRules();
    open();
    EntryId reservation = sign(reserving(sign(contract()).entry())).entry();
    Entry despatch = say(ir, new BarterFact.Despatched(1, reservation, LORRY, Ordered.set()));
    BarterFact practised =
        new BarterFact.Certified(1, despatch.id(), LORRY, Wording.of("en", "EX-PK-1"));
    assertThat(objection(ir, new Statement.OnBarter(practised)).refusal())
        .isEqualTo(ExerciseRefusal.EXERCISE_APART);
    Hash before = accord.book().digest();
    say(ir, practised);
    assertThat(accord.book().digest()).isEqualTo(before);
    Statement wagon =
        new Statement.OnDeliveries(
            new DeliveryFact.Consigned(
                reservation, List.of(new Load(UnitKind.WAGON_1435, "EX-PK-1", 40))));
    assertThat(objection(ir, wagon).refusal()).isEqualTo(ExerciseRefusal.EXERCISE_APART);
  }

  // ---- with whom ------------------------------------------------------------------------------

  /// Both sides have to have decided, about buyer and seller (16-4.4).
  @Test
  void nothingIsSignedWithSomebodyWhomASideHasNotScreened() {
    agreeOnRules();
    sign(opening(50_000));
    assertThat(objection(ir, proposed(contract())).refusal())
        .isEqualTo(BarterRefusal.PARTY_NOT_SCREENED);
    clear(ir, "seller-1", "buyer-7");
    clear(pk, "seller-1");
    assertThat(objection(pk, proposed(contract())).refusal())
        .isEqualTo(BarterRefusal.PARTY_NOT_SCREENED);
    clear(pk, "buyer-7");
    sign(contract());
    assertThat(accord.book().voids().isEmpty()).isTrue();
  }

  /// Who is to sign last is refused, and if they sign all the same it books nothing.
  @Test
  void aHoldComesBetweenProposalAndAssent() {
    agreeOnRules();
    open();
    ActRef ref = propose(proposed(contract()));
    pk.sees(ir);
    hold(pk, "buyer-7");
    ActFact.Assented yes = new ActFact.Assented(ref, version, CHIEF);
    assertThat(objection(pk, yes).refusal()).isEqualTo(BarterRefusal.PARTY_HELD);
    assertThat(objection(pk, yes).area()).isEqualTo("barter");
    say(pk, new Statement.OnAct(yes), yes.kind().kind());
    Act act = accord.acts().act(ref.entry()).orElseThrow();
    assertThat(act.isEffective()).isTrue();
    assertThat(accord.book().trade().contracts().isEmpty()).isTrue();
    assertThat(accord.flaw(act))
        .contains(new Objection("barter", BarterRefusal.PARTY_HELD, act.id().toString()));
    assertThat(find(pk, new ActFact.Refused(ref, CHIEF, "held"))).as("closed already").isPresent();
  }

  /// A hold behind the last signature undoes nothing; but nothing more is signed.
  @Test
  void aHoldComesAfterTheLastSignature() {
    agreeOnRules();
    open();
    EntryId contract = sign(contract()).entry();
    EntryId reservation = sign(reserving(contract)).entry();
    Entry despatch = say(ir, new BarterFact.Despatched(1, reservation, LORRY, Ordered.set()));
    pk.sees(ir);
    hold(ir, "seller-1");
    assertThat(accord.book().trade().contracts().containsKey(contract)).isTrue();
    Entry receipt = say(pk, new BarterFact.Received(1, despatch.id(), LORRY, Ordered.set()));
    ir.sees(pk);
    assertThat(objection(ir, proposed(accepting(despatch, receipt, 16_000))).refusal())
        .isEqualTo(BarterRefusal.PARTY_HELD);
    assertThat(objection(pk, proposed(reserving(contract))).refusal())
        .isEqualTo(BarterRefusal.PARTY_HELD);
    assertThat(find(ir, proposed(new SwingTerms(1, Sides.IR, Money.ofUnits(1), false)))).isEmpty();
  }

  /// A newer list means that everybody is looked at again; an old one is good for a week.
  @Test
  void theListsOfTheDayCount() {
    agreeOnRules();
    open();
    ActRef ref = propose(proposed(contract()));
    pk.sees(ir);
    ActFact.Assented yes = new ActFact.Assented(ref, version, CHIEF);
    assertThat(find(pk, yes)).isEmpty();
    takes(ir, "a newer list");
    pk.sees(ir);
    assertThat(objection(pk, yes).refusal()).isEqualTo(BarterRefusal.SCREEN_AGAIN);
    takes(ir, "a list");
    pk.sees(ir);
    assertThat(find(pk, yes)).isEmpty();
    pk.waits(accord.screeningSettings().listAge());
    assertThat(objection(pk, yes).refusal()).isEqualTo(BarterRefusal.LIST_STALE);
  }

  private void open() {
    sign(opening(50_000));
    clear(ir, "seller-1", "buyer-7");
    clear(pk, "seller-1", "buyer-7");
  }

  /// Two officers of `side` clear them by its list.
  private void clear(TestSide side, String... subjects) {
    takes(side, "a list");
    for (String subject : subjects) {
      Entry proposal =
          say(
              side,
              new ScreeningFact.Proposed(
                  SubjectId.of(subject), Status.CLEAR, GROUNDS, Optional.empty()),
              COMPLIANCE.getFirst());
      say(side, new ScreeningFact.Confirmed(proposal.id()), COMPLIANCE.getLast());
    }
    other(side).sees(side);
  }

  private void takes(TestSide side, String file) {
    ListState list =
        new ListState(
            ListSource.UN, LocalDate.of(2019, 4, 20), Merkle.sha256(Bytes.ofUtf8(file)), 3);
    say(side, new ScreeningFact.ListTaken(list), COMPLIANCE.getFirst());
  }

  private void hold(TestSide side, String subject) {
    say(side, new ScreeningFact.Held(SubjectId.of(subject), GROUNDS), COMPLIANCE.getFirst());
  }

  private TestSide other(TestSide side) {
    return side.equals(ir) ? pk : ir;
  }

  private Entry say(TestSide side, ScreeningFact fact, String officer) {
    Statement said = new Statement.OnScreening(fact);
    assertThat(find(side, said, officer)).isEmpty();
    return say(side, said, fact.kind().kind(), officer);
  }

  // ---- samples --------------------------------------------------------------------------------

  private static BarterTerms opening(long units) {
    return new AccountTerms(
        1,
        DueDate.parse("2019-04-01+05:00"),
        "UA",
        Ordered.map(Map.of(Sides.IR, Money.ofUnits(units), Sides.PK, Money.ofUnits(units))));
  }

  private static BarterTerms contract() {
    return new ContractTerms(
        1,
        new Goods(
            Sides.IR, "seller-1", "buyer-7", "100630", Wording.of("en", "Rice"), AccountCode.GOODS),
        new Quantity(100, UnitCode.TNE),
        PriceRule.fixed(Rational.of(400), UnitCode.TNE),
        new TreeMap<>(),
        ContractTerms.Weighed.OUTTURN,
        UNTIL,
        Ordered.set());
  }

  private static BarterTerms power() {
    return new ContractTerms(
        2,
        new Goods(
            Sides.IR,
            "seller-1",
            "buyer-7",
            "2716",
            Wording.of("en", "Electricity"),
            AccountCode.ENERGY),
        new Quantity(1_000_000_000, UnitCode.WHR),
        PriceRule.fixed(Rational.of(40), UnitCode.MWH),
        new TreeMap<>(),
        ContractTerms.Weighed.MEAN,
        UNTIL,
        Ordered.set());
  }

  private static LineTerms line(EntryId contract) {
    return new LineTerms(
        "jakigur-mand",
        contract,
        Metering.ENDS,
        0,
        List.of(new Band("all", 0)),
        0,
        Optional.empty());
  }

  private static BarterTerms reserving(EntryId contract) {
    return new ReservationTerms(1, contract, LORRY, Money.ofUnits(16_800), UNTIL);
  }

  private static BarterTerms accepting(Entry despatch, Entry receipt, long units) {
    return new AcceptanceTerms(
        1,
        DAY,
        new Basis(despatch.id(), despatch.leafHash()),
        new Basis(receipt.id(), receipt.leafHash()),
        Money.ofUnits(units),
        Money.ZERO);
  }

  // ---- saying ---------------------------------------------------------------------------------

  private void agreeOnRules() {
    sign(ActFact.Proposed.of(ActKind.of("modalities"), rules, CHIEF));
    version = 1;
    assertThat(accord.version()).isEqualTo(1);
  }

  private ActFact.Proposed proposed(BarterTerms terms) {
    return proposed(terms.kind().act().orElseThrow(), terms.toJson());
  }

  private ActFact.Proposed proposed(ActKind kind, Json.Obj terms) {
    return new ActFact.Proposed(
        kind, terms, version, CHIEF, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private ActRef sign(BarterTerms terms) {
    assertThat(find(ir, proposed(terms))).isEmpty();
    return sign(proposed(terms));
  }

  private ActRef sign(ActFact.Proposed fact) {
    ActRef ref = propose(fact);
    pk.sees(ir);
    ActFact.Assented yes = new ActFact.Assented(ref, version, CHIEF);
    assertThat(find(pk, yes)).isEmpty();
    say(pk, new Statement.OnAct(yes), yes.kind().kind());
    ir.sees(pk);
    return ref;
  }

  private ActRef propose(ActFact.Proposed fact) {
    Entry entry = say(ir, new Statement.OnAct(fact), fact.kind().kind());
    return new ActRef(entry.id(), entry.leafHash());
  }

  private Objection objection(TestSide side, ActFact fact) {
    return find(side, fact).orElseThrow();
  }

  private Objection objection(TestSide side, Statement statement) {
    return find(side, statement).orElseThrow();
  }

  private Optional<Objection> find(TestSide side, ActFact fact) {
    return find(side, new Statement.OnAct(fact));
  }

  private Optional<Objection> find(TestSide side, Statement statement) {
    return find(side, statement, CHIEFS);
  }

  private Optional<Objection> find(TestSide side, Statement statement, String officer) {
    Entry draft = entry(side, Kind.of("act.proposed"), Json.obj().build(), officer);
    return AccordRules.objection(
        accord, ResponseState.of(Sides.IR, Sides.PK), channel, at(draft), statement);
  }

  private Entry say(TestSide side, BarterFact fact) {
    return say(side, new Statement.OnBarter(fact), fact.kind().kind());
  }

  private Entry say(TestSide side, Statement statement, Kind kind) {
    return say(side, statement, kind, CHIEFS);
  }

  private Entry say(TestSide side, Statement statement, Kind kind, String officer) {
    Entry entry = entry(side, kind, Json.obj().put("n", side.size()).build(), officer);
    side.add(entry, Optional.empty());
    channel = channel.enter(entry);
    accord = accord.take(channel, at(entry), Optional.of(statement));
    return entry;
  }

  private ActEntry at(Entry entry) {
    return new ActEntry(channel.context(entry), entry.envelope().seen(), entry.leafHash());
  }

  private static Entry entry(TestSide side, Kind kind, Json.Obj body, String officer) {
    Payload payload =
        Payload.salted(body, Merkle.sha256(Bytes.ofUtf8("salt " + side.size())).toBytes());
    return side.next(kind)
        .payload(payload.ref(PayloadRef.BODY))
        .by(side.officer(officer))
        .seal(side.node());
  }
}
