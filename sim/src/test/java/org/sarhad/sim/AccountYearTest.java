package org.sarhad.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.Carried;
import org.sarhad.core.barter.ContractTerms.Weighed;
import org.sarhad.core.barter.DifferenceTerms;
import org.sarhad.core.barter.HledgerJournal;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.SettlementTerms;
import org.sarhad.core.barter.SwingTerms;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.barter.VoucherRef;
import org.sarhad.core.barter.YearEndTerms;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.delivery.BiasFinding;
import org.sarhad.core.delivery.ControlPoint;
import org.sarhad.core.delivery.DeliveryFact;
import org.sarhad.core.delivery.Load;
import org.sarhad.core.delivery.Phase;
import org.sarhad.core.delivery.UnitKind;
import org.sarhad.core.energy.Band;
import org.sarhad.core.energy.EnergyFact;
import org.sarhad.core.energy.LineDay;
import org.sarhad.core.energy.LineTerms;
import org.sarhad.core.energy.Metering;
import org.sarhad.core.energy.Quality;
import org.sarhad.core.energy.Quarters;
import org.sarhad.core.energy.Reading;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;
import org.sarhad.core.screening.Quota;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.core.screening.SubjectId;
import org.sarhad.node.link.TarArchive;
import org.sarhad.node.machine.AccountBundle;
import org.sarhad.node.machine.GuardState;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.node.machine.Session;
import org.sarhad.node.verify.AccountCheck;
import org.sarhad.node.verify.ArchiveDisk;
import org.sarhad.node.verify.LogPlace;
import org.sarhad.sim.check.ActsChecker;
import org.sarhad.sim.check.BookChecker;
import org.sarhad.sim.check.Checker;
import org.sarhad.sim.check.Checkers;
import org.sarhad.sim.check.JointChecker;
import org.sarhad.sim.testing.Chief;
import org.sarhad.sim.testing.Committee;
import org.sarhad.sim.testing.Compliance;
import org.sarhad.sim.testing.TradeRules;
import org.sarhad.sim.world.FakeSignatures;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;
import org.sarhad.tlog.Bytes;

/// A year of the account between two real nodes, in simulated time: power and urea one way, rice,
/// wheat and medicine the other, under rules like those of 2022 and, from autumn on, of 2025. Wheat
/// is quarrelled about, a meter drifts, somebody would like to be paid who is in no contract, the
/// limit is reached, the line is down for three weeks, a machine comes back as it was a month ago.
/// After every event the book is checked against a second one; at the end both are one, and an
/// outsider proves every quarter. Every figure is made up.
@Tag("sim")
class AccountYearTest {
  private static final Money LIMIT = Money.ofUnits(2_500_000);
  private static final DueDate LATE = DueDate.parse("2020-03-31+05:00");
  private static final Duration TICK = Duration.ofHours(1);
  private static final long MWH = 1_000_000;

  private static final Committee.Sale POWER =
      sale(
          "271600",
          "Power",
          AccountCode.ENERGY,
          "32 + 0.75 * p",
          UnitCode.MWH,
          Weighed.MEAN,
          "IR-PWR",
          "PK-PWR");
  private static final Committee.Sale UREA =
      sale(
          "310210",
          "Urea",
          AccountCode.GOODS,
          "300",
          UnitCode.TNE,
          Weighed.OUTTURN,
          "IR-UREA",
          "PK-SOIL");
  private static final Committee.Sale RICE =
      sale(
          "100630",
          "Rice",
          AccountCode.GOODS,
          "400",
          UnitCode.TNE,
          Weighed.OUTTURN,
          "PK-RICE",
          "IR-FOOD");
  private static final Committee.Sale WHEAT =
      sale(
          "100199",
          "Wheat",
          AccountCode.GOODS,
          "250",
          UnitCode.TNE,
          Weighed.OUTTURN,
          "PK-GRAIN",
          "IR-FOOD");
  private static final Committee.Sale MEDICINE =
      sale(
          "300490",
          "Medicine",
          AccountCode.GOODS,
          "2000",
          UnitCode.TNE,
          Weighed.OUTTURN,
          "PK-MED",
          "IR-MED");

  private final SimWorld world = SimWorld.of(2022);
  private final SimNode ir = world.left();
  private final SimNode pk = world.right();
  private final Committee committee = new Committee(world);
  private final Checkers checkers =
      new Checkers(
          world, List.of(new JointChecker(world), new ActsChecker(world), new BookChecker(world)));

  private static Committee.Sale sale(
      String commodity,
      String name,
      AccountCode account,
      String price,
      UnitCode per,
      Weighed weighed,
      String seller,
      String buyer) {
    var indices = new TreeMap<String, Rational>();
    if (price.contains("p")) {
      indices.put("p", Rational.of(40));
    }
    return new Committee.Sale(
        commodity, name, account, price, per, indices, weighed, seller, buyer);
  }

  @Test
  void bothBooksAreOneAfterAYear() throws Exception {
    begin();
    var power = sold(ir, POWER, new Quantity(90_000 * MWH, UnitCode.WHR));
    var rice = sold(pk, RICE, new Quantity(9_000, UnitCode.TNE));
    delivered(ir, power, 20_000 * MWH, 19_940 * MWH);
    delivered(pk, rice, 2_000, 1_995);
    quarrelAboutWheat();
    aThirdCompanyIsNotPaid(power);
    close(1);

    theMetersDrift(power);
    until(LocalDate.of(2019, 8, 5));
    theLineIsDown(power, rice);
    close(2);

    amend();
    theLimitIsReached(power);
    aTrainIsShort();
    limitedAndClosed(3);
    netOff();

    anOldBackup(rice);
    medicineUnderAnExemption();
    close(4);
    closeTheYear();
    theEnd();
  }

  // ---- rules and time -------------------------------------------------------------------------

  private void begin() {
    checkers.begin();
    world.begin();
    world.nodes().forEach(node -> node.tickEvery(TICK));
    committee.agree(ir, ActKind.of("modalities"), TradeRules.document(1, TradeRules.DAYS_OF_2022));
    committee.open(ir, "2019-04-01+05:00", LIMIT);
    var unscreened = committee.contract(pk, RICE, new Quantity(1, UnitCode.TNE), LATE);
    assertThat(committee.refusal(pk, unscreened)).isEqualTo("barter.party_not_screened");
    Compliance.good(
        world,
        "IR-FOOD",
        "IR-MED",
        "IR-PWR",
        "IR-UREA",
        "PK-GRAIN",
        "PK-MED",
        "PK-PWR",
        "PK-RICE",
        "PK-SOIL");
    world.run(TICK.multipliedBy(3));
    somebodyIsHeld();
  }

  /// A second importer of rice is on a list: nobody signs anything with it.
  private void somebodyIsHeld() {
    new Compliance(world, ir).holds("IR-STAR");
    world.run(TICK.multipliedBy(3));
    var sale =
        sale(
            "100630",
            "Rice",
            AccountCode.GOODS,
            "400",
            UnitCode.TNE,
            Weighed.OUTTURN,
            "PK-RICE",
            "IR-STAR");
    for (var node : world.nodes()) {
      var terms = committee.contract(node, sale, new Quantity(1, UnitCode.TNE), LATE);
      assertThat(committee.refusal(node, terms)).isEqualTo("barter.party_held");
    }
  }

  /// The lists are the newest still: said by both sides whenever a month has gone.
  private void lookAgain() {
    world.nodes().forEach(node -> new Compliance(world, node).looksAgain());
    world.run(TICK.multipliedBy(3));
  }

  /// From here on an excess is netted off within 120 days.
  private void amend() {
    assertThat(committee.accord(pk).barterSettings().settlementDays())
        .isEqualTo(TradeRules.DAYS_OF_2022);
    committee.agree(pk, ActKind.of("modalities"), TradeRules.document(2, TradeRules.DAYS_OF_2025));
    for (var node : world.nodes()) {
      assertThat(committee.accord(node).barterSettings().settlementDays())
          .isEqualTo(TradeRules.DAYS_OF_2025);
    }
  }

  private void until(LocalDate day) {
    var end = committee.book(ir).account().orElseThrow().begin(day);
    world.run(Duration.between(ir.clock().now(), end).plus(TICK));
    lookAgain();
  }

  /// Both sign what the quarter came to, once it is over.
  private void close(int period) {
    var settings = committee.accord(ir).barterSettings();
    var next = committee.book(ir).statement(settings).orElseThrow();
    assertThat(next.period()).isEqualTo(period);
    until(next.until().plusDays(1));
    committee.agree(period % 2 == 0 ? pk : ir, committee.statement(period % 2 == 0 ? pk : ir));
    var closed = new ArrayList<>();
    for (var node : world.nodes()) {
      closed.add(committee.book(node).periods().get(period));
    }
    assertThat(closed.getFirst()).isEqualTo(closed.getLast());
  }

  private LocalDate today() {
    return committee.today(ir);
  }

  // ---- goods ----------------------------------------------------------------------------------

  private EntryId sold(SimNode exporter, Committee.Sale sale, Quantity quantity) {
    return committee.agree(exporter, committee.contract(exporter, sale, quantity, LATE));
  }

  private EntryId delivered(SimNode exporter, EntryId contract, long sent, long received) {
    var room = committee.agree(exporter, committee.room(exporter, contract, sent, LATE));
    return committee.deliver(exporter, room, sent, received, today());
  }

  private Money disputed(SimNode node) {
    return committee.book(node).journal().balance(AccountCode.DISPUTED);
  }

  /// As in 2012: a twentieth of the wheat is turned back for its quality. What nobody quarrels
  /// about is owed at once; of the rest two certificates say two things, and an allowance ends it.
  private void quarrelAboutWheat() {
    var wheat = sold(pk, WHEAT, new Quantity(3_000, UnitCode.TNE));
    var room = committee.agree(pk, committee.room(pk, wheat, 1_000, LATE));
    var despatch = committee.despatch(pk, room, 1_000);
    certified(pk, despatch, 1_000, "no karnal bunt found at loading");
    var receipt = committee.receive(ir, despatch, 950);
    certified(ir, despatch, 950, "karnal bunt in fifty tonnes at outturn");
    var acceptance = committee.accept(ir, despatch, receipt, today());
    assertThat(disputed(ir)).isEqualTo(disputed(pk)).isNotEqualTo(Money.ZERO);
    var half = Money.ofUnits(50 * 250 / 2);
    committee.agree(
        pk,
        new DifferenceTerms(
            committee.number(pk, VoucherKind.DIFFERENCE),
            today(),
            VoucherRef.of(acceptance),
            half,
            DifferenceTerms.As.QUALITY));
    assertThat(disputed(ir)).isEqualTo(disputed(pk)).isEqualTo(Money.ZERO);
    assertThat(committee.book(ir).journal().balance(AccountCode.QUALITY).minor())
        .isEqualTo(-half.minor());
  }

  private void certified(SimNode by, EntryId despatch, long amount, String text) {
    committee.state(
        by,
        new Statement.OnBarter(
            new BarterFact.Certified(
                committee.number(by, VoucherKind.CERTIFICATE),
                despatch,
                new Quantity(amount, UnitCode.TNE),
                Wording.of("en", text))));
  }

  /// A payment names a side that owes, and nobody else: there is no place in it for a third
  /// company.
  private void aThirdCompanyIsNotPaid(EntryId contract) {
    var known = committee.book(ir).trade().contracts().get(contract).terms();
    assertThat(known.goods().buyer()).isEqualTo("PK-PWR");
    for (var node : world.nodes()) {
      var payment =
          new SettlementTerms(
              committee.number(node, VoucherKind.SETTLEMENT),
              today(),
              PartyId.of("om"),
              Money.ofUnits(1_000),
              SettlementTerms.By.MONEY,
              "in favour of a third company");
      assertThat(committee.refusal(node, payment)).isEqualTo("barter.side_unknown");
      var honest =
          new SettlementTerms(
              committee.number(node, VoucherKind.SETTLEMENT),
              today(),
              pk.party(),
              Money.ofUnits(1_000),
              SettlementTerms.By.MONEY,
              "TT-1");
      assertThat(
              Committee.code(
                  committee.proposes(
                      node, honest.kind().act().orElseThrow(), withBeneficiary(honest))))
          .isEqualTo("barter.terms_unreadable");
    }
  }

  private static Json.Obj withBeneficiary(SettlementTerms payment) {
    var terms = payment.toJson();
    var json = Json.obj().put("beneficiary", "third-company");
    terms.names().forEach(name -> json.put(name, terms.find(name).orElseThrow()));
    return json.build();
  }

  // ---- energy ---------------------------------------------------------------------------------

  /// Two meters agree for a while; then one of them drifts by three per mille, which is within the
  /// tolerance of every single day, and is said of all of them together.
  private void theMetersDrift(EntryId contract) {
    var terms =
        new LineTerms(
            "Jakigur-Mand",
            contract,
            Metering.ENDS,
            0,
            List.of(new Band("all", 0)),
            0,
            Optional.empty());
    var line = committee.agree(ir, LineTerms.KIND, terms.toJson());
    var first = today();
    int days = 24;
    until(first.plusDays(days + 1));
    for (int day = 0; day < days; day++) {
      long quarter = 25_000_000;
      read(ir, line, first.plusDays(day), day, quarter);
      long other = day < 10 ? quarter + (day % 2 == 0 ? 20_000 : -20_000) : quarter - 75_000;
      read(pk, line, first.plusDays(day), day, other);
      var found = List.of(bias(ir, line), bias(pk, line));
      assertThat(found.getFirst()).isEqualTo(found.getLast());
      if (day < 10) {
        assertThat(found.getFirst()).isInstanceOf(BiasFinding.NoneFound.class);
      }
    }
    assertThat(bias(ir, line))
        .isInstanceOfSatisfying(
            BiasFinding.Systematic.class,
            found -> {
              assertThat(found.since()).isBetween(8, 14);
              assertThat(found.meanPpm()).isBetween(-3_500L, -2_000L);
            });
  }

  private BiasFinding bias(SimNode node, EntryId line) {
    var accord = committee.accord(node);
    var known = accord.energy().lines().get(line);
    return accord.biasTest().of(accord.energy().meters(known, accord.book()));
  }

  private void read(SimNode node, EntryId line, LocalDate day, int number, long quarter) {
    var quarters = Quarters.even(quarter);
    long before = 1_000_000_000L + number * 3_000_000_000L;
    committee.state(
        node,
        new Statement.OnEnergy(
            new EnergyFact.Metered(
                new LineDay(line, day),
                1,
                new Reading(
                    "M-" + node.party() + "-" + number,
                    before,
                    before + quarters.sum(),
                    quarters,
                    Collections.nCopies(Quarters.COUNT, Quality.MEASURED)))));
  }

  // ---- what goes wrong ------------------------------------------------------------------------

  /// For three weeks nothing gets through. Both go on; what needs both waits, and then is one.
  private void theLineIsDown(EntryId power, EntryId rice) {
    var room = committee.agree(ir, committee.room(ir, power, 5_000 * MWH, LATE));
    var other = committee.agree(pk, committee.room(pk, rice, 800, LATE));
    world.link().cut();
    var sent =
        Committee.entry(
            committee.says(
                ir,
                new Statement.OnBarter(
                    new BarterFact.Despatched(
                        committee.number(ir, VoucherKind.DESPATCH),
                        room,
                        new Quantity(5_000 * MWH, UnitCode.WHR),
                        Ordered.set()))));
    world.run(Duration.ofDays(10));
    var theirs =
        Committee.entry(
            committee.says(
                pk,
                new Statement.OnBarter(
                    new BarterFact.Despatched(
                        committee.number(pk, VoucherKind.DESPATCH),
                        other,
                        new Quantity(800, UnitCode.TNE),
                        Ordered.set()))));
    world.run(Duration.ofDays(11));
    assertThat(pk.seen().entry(sent)).isEmpty();
    assertThat(ir.seen().entry(theirs)).isEmpty();
    world.link().mend();
    committee.await(pk, sent);
    committee.await(ir, theirs);
    lookAgain();
    var receipt = committee.receive(pk, sent, 4_990 * MWH);
    committee.accept(pk, sent, receipt, today());
    var theirReceipt = committee.receive(ir, theirs, 800);
    committee.accept(ir, theirs, theirReceipt, today());
  }

  /// Power comes until there is no room for more, and the next is refused on both nodes alike.
  private void theLimitIsReached(EntryId power) {
    delivered(ir, power, 25_000 * MWH, 25_000 * MWH);
    for (var node : world.nodes()) {
      var more = committee.room(node, power, 30_000 * MWH, LATE);
      assertThat(committee.refusal(node, more)).isEqualTo("barter.no_room");
    }
    assertThat(committee.book(ir).room(pk.party())).isEqualTo(committee.book(pk).room(pk.party()));
  }

  /// Twenty wagons leave Chabahar, the gauge breaks at Zahedan, eighteen come to Gwadar.
  private void aTrainIsShort() {
    var urea = sold(ir, UREA, new Quantity(1_200, UnitCode.TNE));
    var room = committee.agree(ir, committee.room(ir, urea, 1_200, LATE));
    var consigned = said(ir, new DeliveryFact.Consigned(room, wagons(UnitKind.WAGON_1435, "IR")));
    happened(ir, consigned, ControlPoint.GATE_IN, "Chabahar");
    var all = Stream.iterate(1, unit -> unit + 1).limit(20).toList();
    said(
        ir,
        new DeliveryFact.Reloaded(consigned, Ordered.set(all), wagons(UnitKind.WAGON_1676, "PK")));
    happened(ir, consigned, ControlPoint.TRANSHIPPED, "Zahedan");
    var despatch = committee.despatch(ir, room, 1_200);
    said(ir, new DeliveryFact.Despatched(consigned, despatch));
    said(
        pk,
        new DeliveryFact.Stamped(happened(ir, consigned, ControlPoint.BORDER_EXIT, "Mirjaveh")));
    said(
        ir, new DeliveryFact.Stamped(happened(pk, consigned, ControlPoint.BORDER_ENTRY, "Taftan")));
    happened(pk, consigned, ControlPoint.ARRIVED, "Quetta");
    happened(pk, consigned, ControlPoint.RECEIVED, "Gwadar");
    var receipt = committee.receive(pk, despatch, 1_080);
    committee.accept(pk, despatch, receipt, today());
    for (var node : world.nodes()) {
      assertThat(disputed(node)).isEqualTo(Money.ofUnits(120 * 300));
      assertThat(committee.accord(node).goods().voids()).isEmpty();
    }
  }

  private static List<Load> wagons(UnitKind kind, String mark) {
    return Stream.iterate(1, number -> number + 1)
        .limit(20)
        .map(number -> new Load(kind, mark + "-" + number, 60))
        .toList();
  }

  private EntryId said(SimNode node, DeliveryFact fact) {
    return committee.state(node, new Statement.OnDeliveries(fact));
  }

  private EntryId happened(SimNode node, EntryId consigned, ControlPoint point, String place) {
    return said(
        node,
        new DeliveryFact.Happened(
            consigned,
            point,
            Phase.ACTUAL,
            now(node),
            Ordered.set(),
            Optional.of(Wording.of("en", place)),
            Ordered.set()));
  }

  private static Instant now(SimNode node) {
    return node.clock().now().truncatedTo(ChronoUnit.MILLIS);
  }

  /// The limit goes down while more is owed: that has to be said, and what is beyond at the end of
  /// the quarter is named with its day.
  private void limitedAndClosed(int period) {
    var owed = committee.book(ir).owed(pk.party());
    var limit = Money.ofUnits(1_500_000);
    assertThat(owed).isGreaterThan(limit);
    var lower = new SwingTerms(committee.number(ir, VoucherKind.SWING), pk.party(), limit, false);
    assertThat(committee.refusal(ir, lower)).isEqualTo("barter.limit_below_exposure");
    committee.agree(ir, new SwingTerms(lower.number(), pk.party(), limit, true));
    close(period);
    for (var node : world.nodes()) {
      var order = committee.book(node).order(committee.accord(node).barterSettings()).orElseThrow();
      assertThat(order.debtor()).isEqualTo(pk.party());
      assertThat(order.by())
          .isEqualTo(LocalDate.of(2019, 12, 31).plusDays(TradeRules.DAYS_OF_2025));
    }
  }

  /// It is netted off in goods, and no more than is owed.
  private void netOff() {
    var order = committee.book(pk).order(committee.accord(pk).barterSettings()).orElseThrow();
    var tooMuch = paying(committee.book(pk).owed(pk.party()).plus(Money.of(1)));
    assertThat(committee.refusal(pk, tooMuch)).isEqualTo("barter.overpaid");
    committee.agree(pk, paying(order.amount()));
    assertThat(committee.book(ir).owed(pk.party()))
        .isLessThanOrEqualTo(committee.book(ir).account().orElseThrow().limit(pk.party()));
  }

  private SettlementTerms paying(Money amount) {
    return new SettlementTerms(
        committee.number(pk, VoucherKind.SETTLEMENT),
        today(),
        pk.party(),
        amount,
        SettlementTerms.By.GOODS,
        "net-off of a quarter");
  }

  /// Pakistan's machine comes back as it was a month ago. It signs nothing until it has its own log
  /// again from the other's mirror; then its book is the same.
  private void anOldBackup(EntryId rice) {
    var disk = pk.disk().copy("backup");
    var lock = pk.lockDisk().copy("backup");
    world.run(Duration.ofDays(30));
    lookAgain();
    delivered(pk, rice, 500, 500);
    world.run(Duration.ofHours(5));
    var before = committee.book(ir).journal().chain();
    pk.crash();
    pk.disk().restore(disk);
    pk.lockDisk().restore(lock);
    pk.start();
    assertThat(
            world.runUntil(
                () -> pk.view().filter(view -> view.guard() == GuardState.PASSED).isPresent(),
                Duration.ofDays(2)))
        .isTrue();
    world.run(Duration.ofHours(5));
    assertThat(committee.book(pk).journal().chain()).isEqualTo(before);
  }

  // ---- health, and the end --------------------------------------------------------------------

  private void medicineUnderAnExemption() {
    var officer = ir.identity().compliance().getFirst();
    var now = now(ir);
    var basis =
        screened(
            officer,
            new ScreeningFact.BasisRecorded(
                SubjectId.of("PK-MED"),
                Wording.of("en", "Humanitarian exemption, medicine (made up)"),
                now.minus(1, ChronoUnit.DAYS),
                now.plus(300, ChronoUnit.DAYS),
                new Quota(Ordered.set("30"), 40, "TNE")));
    var contract = sold(pk, MEDICINE, new Quantity(40, UnitCode.TNE));
    screened(officer, new ScreeningFact.BasisDrawn(basis, contract, "300490", 40));
    assertThat(
            Committee.code(
                asked(officer, new ScreeningFact.BasisDrawn(basis, contract, "300490", 1))))
        .isEqualTo("screening.quota_exceeded");
    delivered(pk, contract, 40, 40);
  }

  private EntryId screened(Session officer, ScreeningFact fact) {
    var entry = Committee.entry(asked(officer, fact));
    committee.await(pk, entry);
    return entry;
  }

  private Outcome asked(Session officer, ScreeningFact fact) {
    return new Chief(world, ir)
        .asks(officer, new NodeRequest.State(new Statement.OnScreening(fact)), Optional.empty())
        .orElseThrow();
  }

  /// What is not explained is carried by name.
  private void closeTheYear() {
    var journal = committee.book(ir).journal();
    var carried =
        List.of(AccountCode.MEASURE, AccountCode.QUALITY, AccountCode.DISPUTED).stream()
            .filter(account -> !journal.balance(account).isZero())
            .map(
                account ->
                    new Carried(
                        account, journal.balance(account), Wording.of("en", "carried by name")))
            .toList();
    assertThat(carried).hasSize(3);
    var number = committee.number(ir, VoucherKind.YEAR_END);
    assertThat(committee.refusal(ir, new YearEndTerms(number, carried.subList(0, 2))))
        .isEqualTo("barter.differences_open");
    committee.agree(ir, new YearEndTerms(number, carried));
  }

  private void theEnd() throws Exception {
    world.run(Duration.ofDays(1));
    checkers.tell(Checker::end);
    var left = ir.seen().agreed().book();
    var right = pk.seen().agreed().book();
    assertThat(left.digest()).isEqualTo(right.digest());
    assertThat(left.periods().size()).isEqualTo(4);
    var journal = HledgerJournal.of(left);
    assertThat(journal).isEqualTo(HledgerJournal.of(right)).contains("=* ", " = ");
    for (int period = 1; period <= 4; period++) {
      prove(period);
    }
    System.out.printf(
        "a year: %d entries, %d vouchers, %d void, B owes A %s, four quarters proven%n",
        ir.seen().joint().finalCount(),
        left.journal().booked().count(),
        left.voids().size(),
        left.journal().net());
  }

  /// By somebody who has the bundle, and no node.
  private void prove(int period) throws Exception {
    var bytes = new ByteArrayOutputStream();
    AccountBundle.of(pk.seen(), period).orElseThrow().writeTo(bytes);
    try (var archive = TarArchive.of(Bytes.of(bytes.toByteArray()))) {
      var disk = new ArchiveDisk(archive, Path.of("bundle"));
      var logs =
          Stream.of(0, 1)
              .map(
                  log -> new LogPlace(disk, AccountBundle.directory(log), LogPlace.Form.OF_ACCOUNT))
              .toList();
      var verdict = new AccountCheck(logs, new FakeSignatures()).run();
      assertThat(verdict.findings()).isEmpty();
      assertThat(verdict.period()).isEqualTo(period);
      assertThat(verdict.rows()).hasSize(11);
    }
  }
}
