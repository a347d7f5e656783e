package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.barter.AcceptanceTerms;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.AccountTerms;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.BarterRefusal;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.ContraTerms;
import org.sarhad.core.barter.ContractTerms;
import org.sarhad.core.barter.CreditTerms;
import org.sarhad.core.barter.Goods;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceRule;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.ReservationTerms;
import org.sarhad.core.barter.SettlementTerms;
import org.sarhad.core.barter.StatementTerms;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.barter.VoucherRef;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.check.ActsChecker;
import org.sarhad.sim.check.BookChecker;
import org.sarhad.sim.check.Checker;
import org.sarhad.sim.check.Checkers;
import org.sarhad.sim.check.JointChecker;
import org.sarhad.sim.testing.Chief;
import org.sarhad.sim.testing.Compliance;
import org.sarhad.sim.world.SimNode;

/// Two sides with an account that has been open for a year, of limits of 30 000, and a contract of
/// 100 t of rice at 400 from the left side, who is the victim. The book is checked after every
/// event.
final class AccountScene {
  static final Duration SOON = Duration.ofSeconds(15);
  static final LocalDate FIRST_DAY = LocalDate.of(2018, 5, 1);
  static final LocalDate TODAY = LocalDate.of(2019, 4, 22);

  private static final DueDate FROM = DueDate.parse("2018-05-01+04:30");
  private static final DueDate LATE = DueDate.parse("2019-12-31+04:30");
  private static final Capacity CHIEF = Capacity.of(Role.CHIEF);

  private final Scene scene;
  private final Checkers checkers;
  private final EntryId contract;

  private AccountScene(Scene scene) {
    this.scene = scene;
    var world = scene.world();
    this.checkers =
        new Checkers(
            world,
            List.of(new JointChecker(world), new ActsChecker(world), new BookChecker(world)));
    checkers.begin();
    new Chief(world, victim()).agreesOnRules();
    Compliance.good(world, "seller-1", "buyer-7");
    signed(victim(), opening());
    this.contract = signed(victim(), rice(1));
  }

  /// The world of `seed`, with all of that.
  static AccountScene of(long seed) {
    return new AccountScene(Scene.of(seed));
  }

  Scene scene() {
    return scene;
  }

  SimNode victim() {
    return scene.victim();
  }

  SimNode other() {
    return scene.other();
  }

  void passes(Duration time) {
    scene.passes(time);
  }

  void cut() {
    scene.world().link().cut();
  }

  /// The line is there again, everything that waited for it has come to rest, and the books are
  /// compared, to the last line.
  void mended() {
    scene.world().link().mend();
    passes(Duration.ofSeconds(60));
    checkers.tell(Checker::end);
  }

  // ---- papers ---------------------------------------------------------------------------------

  private BarterTerms opening() {
    var limits = new TreeMap<PartyId, Money>();
    limits.put(victim().party(), Money.ofUnits(30_000));
    limits.put(other().party(), Money.ofUnits(30_000));
    return new AccountTerms(1, FROM, "UA", limits);
  }

  private BarterTerms rice(int number) {
    return new ContractTerms(
        number,
        new Goods(
            victim().party(),
            "seller-1",
            "buyer-7",
            "100630",
            Wording.of("en", "Rice"),
            AccountCode.GOODS),
        kilograms(100_000),
        PriceRule.fixed(Rational.of(400), UnitCode.TNE),
        new TreeMap<>(),
        ContractTerms.Weighed.OUTTURN,
        LATE,
        Ordered.set());
  }

  static Quantity kilograms(long amount) {
    return new Quantity(amount, UnitCode.KGM);
  }

  /// 40 t of the contract, which hold 16 800.
  BarterTerms reserving() {
    return new ReservationTerms(1, contract, kilograms(40_000), Money.ofUnits(16_800), LATE);
  }

  /// 20 t of it, which hold 8 400.
  BarterTerms reservingLess(int number) {
    return new ReservationTerms(number, contract, kilograms(20_000), Money.ofUnits(8_400), LATE);
  }

  /// So much of what the other side owes stands beside its limit.
  BarterTerms crediting(long units) {
    return new CreditTerms(1, TODAY, other().party(), Money.ofUnits(units));
  }

  BarterFact.Despatched despatched(EntryId reservation) {
    return new BarterFact.Despatched(1, reservation, kilograms(40_000), Ordered.set());
  }

  static BarterFact.Received received(int number, EntryId despatch) {
    return new BarterFact.Received(number, despatch, kilograms(40_000), Ordered.set());
  }

  /// The first period, as `node` has computed it.
  StatementTerms statement(SimNode node) {
    var accord = node.seen().expected();
    return accord.book().statement(accord.barterSettings()).orElseThrow().terms(1);
  }

  BarterTerms payment(LocalDate on, long units) {
    return new SettlementTerms(
        1, on, other().party(), Money.ofUnits(units), SettlementTerms.By.MONEY, "TT-1");
  }

  static BarterTerms contra(EntryId act) {
    return new ContraTerms(1, TODAY, VoucherRef.of(act), Wording.of("en", "the bank sent it back"));
  }

  static ActFact.Proposed proposal(BarterTerms terms) {
    return new ActFact.Proposed(
        terms.kind().act().orElseThrow(),
        terms.toJson(),
        1,
        CHIEF,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  // ---- saying and signing ---------------------------------------------------------------------

  EntryId says(SimNode node, BarterFact fact) {
    return states(node, new Statement.OnBarter(fact));
  }

  EntryId proposes(SimNode node, BarterTerms terms) {
    return states(node, new Statement.OnAct(proposal(terms)));
  }

  EntryId assents(SimNode node, EntryId act) {
    return states(node, yes(node, act));
  }

  private static Statement yes(SimNode node, EntryId act) {
    return new Statement.OnAct(assent(node, act));
  }

  /// A yes to `act`, as the victim has it.
  ActFact.Assented assent(EntryId act) {
    return assent(victim(), act);
  }

  private static ActFact.Assented assent(SimNode node, EntryId act) {
    var known = node.seen().expected().acts().act(act).orElseThrow();
    return new ActFact.Assented(known.ref(), 1, CHIEF);
  }

  private EntryId states(SimNode node, Statement statement) {
    return new Chief(scene.world(), node).states(statement);
  }

  /// What the chief at `node` is refused with who proposes another contract of the same rice.
  String isRefusedToPropose(SimNode node) {
    var terms = rice(book(node).journal().last(node.party(), VoucherKind.CONTRACT) + 1);
    return isRefused(node, new Statement.OnAct(proposal(terms)));
  }

  /// What the chief at `node` is refused with who says yes to `act`.
  String isRefused(SimNode node, EntryId act) {
    return isRefused(node, yes(node, act));
  }

  private String isRefused(SimNode node, Statement statement) {
    var request = new NodeRequest.State(statement);
    return switch (scene.asks(node, request)) {
      case Outcome.Accepted accepted -> throw new AssertionError(accepted.toString());
      case Outcome.Refused refused -> refused.code();
    };
  }

  /// `proposer` and the other side sign, and both know: the act.
  EntryId signed(SimNode proposer, BarterTerms terms) {
    var act = proposes(proposer, terms);
    passes(SOON);
    assents(scene.world().other(proposer), act);
    passes(SOON);
    assertThat(book(proposer).journal().voucher(act)).isPresent();
    return act;
  }

  /// 40 t leave, arrive and are taken over, on `on`: the other side owes 16 000.
  void delivered(LocalDate on) {
    var reservation = signed(victim(), reserving());
    var despatch = says(victim(), despatched(reservation));
    passes(SOON);
    says(other(), received(1, despatch));
    passes(SOON);
    var load = book(victim()).trade().deliveries().get(despatch);
    signed(
        victim(),
        new AcceptanceTerms(
            1,
            on,
            load.despatch(),
            load.arrival().orElseThrow().receipt(),
            Money.ofUnits(16_000),
            Money.ZERO));
  }

  // ---- what is to be seen ---------------------------------------------------------------------

  /// The book, by everything that is final at `node`.
  static BookState book(SimNode node) {
    return node.seen().agreed().book();
  }

  /// `node`'s side holds the seller.
  void holds(SimNode node) {
    new Compliance(scene.world(), node).holds("seller-1");
  }

  /// Why what is void is void, as the victim has it.
  List<BarterRefusal> voids() {
    return book(victim()).voids().values().toList();
  }
}
