package org.sarhad.sim.workload;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.AccountTerms;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.ContractTerms;
import org.sarhad.core.barter.Goods;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceFormula;
import org.sarhad.core.barter.PriceRule;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.ReservationTerms;
import org.sarhad.core.barter.SwingTerms;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimRandom;
import org.sarhad.sim.world.SimWorld;

/// What is agreed on before anything is sent: the account, contracts, room for deliveries, how much
/// may be owed; and the answers. Now and then more than there is, or than may be owed.
///
/// @param world both sides
/// @param random their luck
/// @param drafts numbers and days
record Bargains(SimWorld world, SimRandom random, Drafts drafts) {
  /// So long ago that there are periods to close.
  private static final DueDate FROM = DueDate.parse("2015-05-01+04:30");

  private static final DueDate LATE = DueDate.parse("2019-12-31+04:30");
  private static final int WRONG = 60;
  private static final long RATE_OF_ALL = 10_000;

  /// The account. It is opened once.
  Optional<Ask> opening(SimNode node) {
    var limits = new TreeMap<PartyId, Money>();
    limits.put(node.party(), Money.ofUnits(random.chance(WRONG) ? 1_000_000 : 40_000));
    limits.put(world.other(node).party(), Money.ofUnits(30_000));
    return proposed(
        node,
        VoucherKind.ACCOUNT,
        new AccountTerms(
            drafts.number(node, VoucherKind.ACCOUNT), FROM, "UA", Ordered.map(limits)));
  }

  /// Rice by weight, or power; from either side, at a price that is not known to the end.
  Optional<Ask> contract(SimNode node) {
    var exporter = random.pick(world.nodes()).party();
    boolean isRice = random.chance(600);
    var unit = isRice ? UnitCode.KGM : UnitCode.MWH;
    var price = isRice ? rule("400 + p", UnitCode.TNE) : rule("3.2 + 0.075 * p", UnitCode.MWH);
    var indices = new TreeMap<String, Rational>();
    indices.put("p", Rational.of(random.between(0, 40_000), 1_000));
    return proposed(
        node,
        VoucherKind.CONTRACT,
        new ContractTerms(
            drafts.number(node, VoucherKind.CONTRACT),
            goods(exporter, isRice),
            new Quantity(1_000L * random.between(10, 100), unit),
            price,
            random.chance(WRONG) ? new TreeMap<>() : indices,
            random.pick(List.of(ContractTerms.Weighed.values())),
            random.chance(WRONG) ? drafts.soon(node) : LATE,
            Ordered.set()));
  }

  private Goods goods(PartyId exporter, boolean isRice) {
    return new Goods(
        exporter,
        random.pick(Screeners.SELLERS),
        random.pick(Screeners.BUYERS),
        random.chance(WRONG) ? "9306" : isRice ? "100630" : "271600",
        Wording.of("en", isRice ? "Rice" : "Electrical energy"),
        isRice ? AccountCode.GOODS : AccountCode.ENERGY);
  }

  private static PriceRule rule(String formula, UnitCode per) {
    return new PriceRule(PriceFormula.parse(formula), per, new TreeMap<>());
  }

  /// Room for a part of a contract; now and then for more than it has.
  Optional<Ask> reservation(SimNode node) {
    boolean isWrong = random.chance(WRONG);
    return drafts
        .any(
            Drafts.book(node)
                .trade()
                .contracts()
                .values()
                .filter(contract -> isWrong || contract.left() > 0)
                .toList())
        .flatMap(contract -> reservation(node, contract, isWrong));
  }

  private Optional<Ask> reservation(SimNode node, Contract contract, boolean isWrong) {
    long amount =
        isWrong
            ? contract.left() + random.between(1, 9)
            : 1 + contract.left() * random.between(1, 999) / 2_000;
    var until = random.chance(150) ? drafts.soon(node) : LATE;
    return proposed(
        node,
        VoucherKind.RESERVATION,
        new ReservationTerms(
            drafts.number(node, VoucherKind.RESERVATION),
            contract.id(),
            new Quantity(amount, contract.unit()),
            hold(node, contract, amount),
            until));
  }

  /// What the most is worth that may be delivered; now and then not quite.
  private Money hold(SimNode node, Contract contract, long amount) {
    long over = node.seen().expected().barterSettings().overDelivery();
    var most = new Quantity(amount * (RATE_OF_ALL + over) / RATE_OF_ALL, contract.unit());
    var worth = most.value(contract.price(), contract.terms().price().per()).orElseThrow().money();
    return random.chance(WRONG) ? worth.plus(Money.of(1)) : worth;
  }

  /// How much a side may owe; now and then less than it owes already, or more than the rules allow.
  Optional<Ask> swing(SimNode node) {
    var side = random.pick(world.nodes()).party();
    var half = Money.of(Drafts.book(node).exposure(side).atLeastZero().minor() / 2);
    return proposed(
        node,
        VoucherKind.SWING,
        new SwingTerms(
            drafts.number(node, VoucherKind.SWING),
            side,
            random.chance(250) ? half : Money.ofUnits(random.between(20_000, 62_000)),
            random.chance(300)));
  }

  private Optional<Ask> proposed(SimNode node, VoucherKind kind, BarterTerms terms) {
    return drafts.isFree(node, kind) ? Optional.of(Drafts.proposed(node, terms)) : Optional.empty();
  }

  // ---- answers --------------------------------------------------------------------------------

  /// A yes to what the other side proposed about the account, and a no to what has another number
  /// than the next by now; now and then for no reason.
  Optional<Ask> answer(SimNode node) {
    return drafts
        .any(
            node.seen()
                .expected()
                .acts()
                .acts()
                .values()
                .filter(act -> act.isOpen() && !act.proposal().proposer().equals(node.party()))
                .filter(act -> BarterTerms.find(act.proposal().said()).isPresent())
                .toList())
        .map(act -> answer(node, act));
  }

  private Ask answer(SimNode node, Act act) {
    boolean isYes = random.chance(isNext(node, act) ? 850 : 100);
    return Drafts.said(
        node,
        isYes
            ? new ActFact.Assented(act.ref(), act.proposal().said().modalities(), Drafts.CHIEF)
            : new ActFact.Refused(act.ref(), Drafts.CHIEF, "draft it again"));
  }

  private static boolean isNext(SimNode node, Act act) {
    var terms = BarterTerms.find(act.proposal().said()).orElseThrow();
    int last = Drafts.book(node).journal().last(act.proposal().proposer(), terms.kind());
    return terms.number() == last + 1;
  }
}
