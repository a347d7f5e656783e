package org.sarhad.sim.workload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.sarhad.core.barter.AcceptanceTerms;
import org.sarhad.core.barter.AcceptancesTerms;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.Carried;
import org.sarhad.core.barter.ContraTerms;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.CreditTerms;
import org.sarhad.core.barter.Delivery;
import org.sarhad.core.barter.DifferenceTerms;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceTerms;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.RestatementTerms;
import org.sarhad.core.barter.Rounded;
import org.sarhad.core.barter.SettlementTerms;
import org.sarhad.core.barter.StatementTerms;
import org.sarhad.core.barter.TerminationTerms;
import org.sarhad.core.barter.Voucher;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.barter.YearEndTerms;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimRandom;
import org.sarhad.sim.world.SimWorld;

/// What comes of deliveries: they are taken over, a dispute about a slice ends, a price becomes
/// final, what was wrong is booked back, a period and a year are closed, a debt is paid. Now and
/// then with a figure that is wrong, or for a second time.
///
/// @param world both sides
/// @param random their luck
/// @param drafts numbers and days
record Reckonings(SimWorld world, SimRandom random, Drafts drafts) {
  private static final Wording REASON = Wording.of("en", "the wrong scale was read");
  private static final DueDate LAST = DueDate.parse("2019-12-01+04:30");
  private static final int WRONG = 100;
  private static final int LINES_MAX = 8;
  private static final long RATE_OF_ALL = 10_000;

  /// What has arrived is taken over.
  Optional<Ask> acceptance(SimNode node) {
    boolean isWrong = random.chance(WRONG);
    return delivery(node, load -> load.arrival().isPresent() && (isWrong || load.taken().isEmpty()))
        .flatMap(load -> proposed(node, accepting(node, load)));
  }

  /// All that has arrived from one side is taken over in one act; now and then a line that was
  /// taken over, or has a wrong figure, is among them.
  Optional<Ask> acceptances(SimNode node) {
    var exporter = random.pick(world.nodes()).party();
    boolean isWrong = random.chance(WRONG);
    var lines = new ArrayList<AcceptanceTerms>();
    int first = drafts.number(node, VoucherKind.ACCEPTANCE);
    var day = drafts.day(node);
    Drafts.book(node)
        .trade()
        .deliveries()
        .values()
        .filter(load -> load.arrival().isPresent() && (isWrong || load.taken().isEmpty()))
        .filter(load -> contract(node, load).exporter().equals(exporter))
        .limit(LINES_MAX)
        .forEach(load -> lines.add(accepting(node, load, first + lines.size(), day)));
    return lines.isEmpty()
        ? Optional.empty()
        : proposed(node, AcceptancesTerms.of(drafts.number(node, VoucherKind.ACCEPTANCES), lines));
  }

  private AcceptanceTerms accepting(SimNode node, Delivery load) {
    return accepting(node, load, drafts.number(node, VoucherKind.ACCEPTANCE), drafts.day(node));
  }

  private AcceptanceTerms accepting(SimNode node, Delivery load, int number, LocalDate day) {
    var contract = contract(node, load);
    var sent = Rational.of(load.sent());
    var received = Rational.of(load.arrival().orElseThrow().received());
    var most = sent.compareTo(received) > 0 ? sent : received;
    var least = sent.compareTo(received) > 0 ? received : sent;
    long tolerance = node.seen().expected().barterSettings().tolerance();
    boolean isTolerated =
        most.minus(least).compareTo(sent.times(Rational.of(tolerance, RATE_OF_ALL))) <= 0;
    var owed = worth(contract, isTolerated ? counted(contract, sent, received) : least);
    return new AcceptanceTerms(
        number,
        day,
        load.despatch(),
        load.arrival().orElseThrow().receipt(),
        random.chance(WRONG) ? owed.plus(Money.of(1)) : owed,
        isTolerated ? Money.ZERO : worth(contract, most).minus(owed));
  }

  private static Rational counted(Contract contract, Rational sent, Rational received) {
    return switch (contract.terms().weighed()) {
      case LOADED -> sent;
      case OUTTURN -> received;
      case MEAN -> sent.plus(received).times(Rational.of(1, 2));
    };
  }

  private static Money worth(Contract contract, Rational amount) {
    return worth(contract, amount, contract.price());
  }

  private static Money worth(Contract contract, Rational amount, Rational price) {
    var per = contract.terms().price().per();
    return Rounded.of(contract.unit().in(per).orElseThrow().times(amount).times(price))
        .orElseThrow()
        .money();
  }

  /// A part of what is disputed is granted; now and then more than that.
  Optional<Ask> difference(SimNode node) {
    boolean isWrong = random.chance(WRONG);
    return delivery(
            node,
            load -> load.taken().filter(taken -> isWrong || taken.open().isPositive()).isPresent())
        .map(load -> load.taken().orElseThrow())
        .flatMap(
            taken ->
                proposed(
                    node,
                    new DifferenceTerms(
                        drafts.number(node, VoucherKind.DIFFERENCE),
                        drafts.day(node),
                        taken.act(),
                        Money.of(taken.open().minor() / random.between(1, 3) + (isWrong ? 1 : 0)),
                        random.pick(List.of(DifferenceTerms.As.values())))));
  }

  /// The index is published.
  Optional<Ask> price(SimNode node) {
    return delivery(node, load -> load.taken().isPresent())
        .flatMap(load -> proposed(node, pricing(node, load)));
  }

  private BarterTerms pricing(SimNode node, Delivery load) {
    var contract = contract(node, load);
    var taken = load.taken().orElseThrow();
    var indices = new TreeMap<String, Rational>();
    indices.put("p", Rational.of(random.between(0, 40_000), 1_000));
    var price = contract.terms().price().price(indices).orElseThrow();
    var delta = worth(contract, taken.valued(), price).minus(taken.booked());
    return new PriceTerms(
        drafts.number(node, VoucherKind.PRICE),
        drafts.day(node),
        contract.id(),
        indices,
        Ordered.set(taken.act()),
        random.chance(WRONG) ? delta.plus(Money.of(1)) : delta);
  }

  /// Something is booked back; now and then a second time, or a contra, or what is not corrected
  /// so.
  Optional<Ask> contra(SimNode node) {
    boolean isWrong = random.chance(300);
    boolean isTwice = random.chance(500);
    return drafts
        .any(
            Drafts.book(node)
                .journal()
                .booked()
                .filter(Voucher::isOfMoney)
                .filter(
                    voucher ->
                        isWrong
                            ? voucher.reversedBy().isPresent() == isTwice && !isCorrected(voucher)
                            : isCorrected(voucher))
                .toList())
        .flatMap(
            voucher ->
                proposed(
                    node,
                    new ContraTerms(
                        drafts.number(node, VoucherKind.CONTRA),
                        drafts.day(node),
                        voucher.ref(),
                        REASON)));
  }

  private static boolean isCorrected(Voucher voucher) {
    return voucher.reversedBy().isEmpty()
        && switch (voucher.id().kind()) {
          case ACCEPTANCE, DIFFERENCE, SETTLEMENT, SHORTFALL -> true;
          case ACCOUNT,
              CONTRACT,
              RESERVATION,
              ACCEPTANCES,
              CONTRA,
              PRICE,
              STATEMENT,
              SWING,
              YEAR_END,
              CREDIT,
              RESTATEMENT,
              TERMINATION,
              DESPATCH,
              RECEIPT,
              CERTIFICATE,
              LAPSE,
              VOIDING ->
              false;
        };
  }

  /// The period that is over, as the node has computed it; now and then with another balance, or
  /// before it is over.
  Optional<Ask> statement(SimNode node) {
    boolean isEarly = random.chance(WRONG);
    return Drafts.book(node)
        .statement(node.seen().expected().barterSettings())
        .filter(next -> isEarly || next.until().isBefore(Drafts.today(node)))
        .map(next -> next.terms(drafts.number(node, VoucherKind.STATEMENT)))
        .flatMap(terms -> proposed(node, random.chance(WRONG) ? wrong(terms) : terms));
  }

  private static BarterTerms wrong(StatementTerms terms) {
    return new StatementTerms(
        terms.number(),
        terms.period(),
        terms.until(),
        terms.opening(),
        terms.interest(),
        terms.closing().plus(Money.of(1)),
        terms.vouchers(),
        terms.journal());
  }

  /// The differences of a year go on by name.
  Optional<Ask> yearEnd(SimNode node) {
    return proposed(
        node, new YearEndTerms(drafts.number(node, VoucherKind.YEAR_END), carried(node)));
  }

  /// The account has a last day, which is far away; now and then one that is over.
  Optional<Ask> ending(SimNode node) {
    return proposed(
        node,
        new TerminationTerms(
            drafts.number(node, VoucherKind.TERMINATION),
            random.chance(WRONG) ? drafts.soon(node) : LAST,
            carried(node)));
  }

  private List<Carried> carried(SimNode node) {
    var journal = Drafts.book(node).journal();
    return List.of(AccountCode.MEASURE, AccountCode.QUALITY, AccountCode.DISPUTED).stream()
        .filter(account -> !journal.balance(account).isZero())
        .map(account -> new Carried(account, journal.balance(account), REASON))
        .skip(random.chance(WRONG) ? 1 : 0)
        .toList();
  }

  /// A part of what somebody owes stands beside their limit; now and then more than they owe, or
  /// than was agreed.
  Optional<Ask> credit(SimNode node) {
    var side = random.pick(world.nodes()).party();
    long owed = Drafts.book(node).owed(side).atLeastZero().minor();
    long most = Math.min(owed, node.seen().expected().barterSettings().credit().minor());
    return proposed(
        node,
        new CreditTerms(
            drafts.number(node, VoucherKind.CREDIT),
            drafts.day(node),
            side,
            Money.of(random.chance(WRONG) ? most + 1 : most * random.between(0, 4) / 4)));
  }

  /// The unit of account is worth some thousandths more or less; now and then it is reckoned wrong.
  Optional<Ask> restatement(SimNode node) {
    var factor = Rational.of(random.between(980, 1_020), 1_000);
    var net = Rational.of(Drafts.book(node).journal().net().minor(), Money.UNIT);
    var delta = Rounded.of(net.times(factor.minus(Rational.ONE))).orElseThrow().money();
    return proposed(
        node,
        new RestatementTerms(
            drafts.number(node, VoucherKind.RESTATEMENT),
            drafts.day(node),
            factor,
            random.chance(WRONG) ? delta.plus(Money.of(1)) : delta));
  }

  /// A part of a debt is paid; now and then more than is owed.
  Optional<Ask> payment(SimNode node) {
    boolean isWrong = random.chance(WRONG);
    var debtor = Drafts.book(node).owed(node.party()).isPositive() ? node : world.other(node);
    long owed = Drafts.book(node).owed(debtor.party()).minor();
    if (owed <= 0 && !isWrong) {
      return Optional.empty();
    }
    int number = drafts.number(node, VoucherKind.SETTLEMENT);
    return proposed(
        node,
        new SettlementTerms(
            number,
            drafts.day(node),
            debtor.party(),
            Money.of(Math.max(1, isWrong ? owed + 1 : owed / random.between(1, 4))),
            random.pick(List.of(SettlementTerms.By.values())),
            "TT-" + number));
  }

  private Optional<Ask> proposed(SimNode node, BarterTerms terms) {
    return drafts.isFree(node, terms.kind())
        ? Optional.of(Drafts.proposed(node, terms))
        : Optional.empty();
  }

  private Optional<Delivery> delivery(SimNode node, Predicate<Delivery> holds) {
    return drafts.any(Drafts.book(node).trade().deliveries().values().filter(holds).toList());
  }

  private static Contract contract(SimNode node, Delivery load) {
    var trade = Drafts.book(node).trade();
    return trade.contract(trade.reservation(load));
  }
}
