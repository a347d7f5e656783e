package org.sarhad.sim.testing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.barter.AcceptanceTerms;
import org.sarhad.core.barter.AcceptancesTerms;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.AccountTerms;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.Basis;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.ContractTerms;
import org.sarhad.core.barter.Goods;
import org.sarhad.core.barter.Measured;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceFormula;
import org.sarhad.core.barter.PriceRule;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.ReservationTerms;
import org.sarhad.core.barter.Rounded;
import org.sarhad.core.barter.StatementTerms;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Accord;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;

/// Two sides of a simulated account, paper by paper: one proposes, the other signs what came, and
/// time goes by until both nodes have it. Whatever is written here is made up.
public final class Committee {
  private static final Capacity CHIEF = Capacity.of(Role.CHIEF);
  private static final Duration SOON = Duration.ofHours(6);
  private static final long RATE_OF_ALL = 10_000;

  private final SimWorld world;

  /// The sides of `world`, whose nodes are paired.
  public Committee(SimWorld world) {
    this.world = world;
  }

  /// What stands between the sides, by all that `node` knows.
  public Accord accord(SimNode node) {
    return node.seen().expected();
  }

  /// The book, by all that `node` knows.
  public BookState book(SimNode node) {
    return accord(node).book();
  }

  /// The day that it is at `node`, where the days of the account end.
  public LocalDate today(SimNode node) {
    return book(node).account().orElseThrow().dayOf(node.clock().now());
  }

  /// The next number of `kind` in the series of `node`.
  public int number(SimNode node, VoucherKind kind) {
    return book(node).journal().last(node.party(), kind) + 1;
  }

  // ---- acts and facts -------------------------------------------------------------------------

  /// What `node` answers to a proposal of these terms.
  public Outcome proposes(SimNode node, BarterTerms terms) {
    return proposes(node, terms.kind().act().orElseThrow(), terms.toJson());
  }

  /// The same, of an act of any kind.
  public Outcome proposes(SimNode node, ActKind kind, Json.Obj terms) {
    return says(
        node,
        new Statement.OnAct(
            new ActFact.Proposed(
                kind,
                terms,
                accord(node).version(),
                CHIEF,
                Optional.empty(),
                Optional.empty(),
                kind.value().equals("modalities")
                    ? accord(node).modalities().toBeSuperseded()
                    : Optional.empty())));
  }

  /// What `node` answers when its chief states this.
  public Outcome says(SimNode node, Statement statement) {
    return new Chief(world, node)
        .asks(new NodeRequest.State(statement), Optional.empty())
        .orElseThrow();
  }

  /// The code by which `node` refuses these terms; the outcome in words if it does not.
  public String refusal(SimNode node, BarterTerms terms) {
    return code(proposes(node, terms));
  }

  /// The code of a refusal; the outcome in words if it is none.
  public static String code(Outcome outcome) {
    return outcome instanceof Outcome.Refused refused ? refused.code() : outcome.toString();
  }

  /// What `node` proposes is signed by the other side, and is booked on both nodes: the act.
  public EntryId agree(SimNode node, BarterTerms terms) {
    return signed(node, proposes(node, terms));
  }

  /// The same, of an act of any kind.
  public EntryId agree(SimNode node, ActKind kind, Json.Obj terms) {
    return signed(node, proposes(node, kind, terms));
  }

  private EntryId signed(SimNode node, Outcome proposed) {
    var act = entry(proposed);
    var other = world.other(node);
    await(other, act);
    var answer = assents(other, act);
    var assent = entry(answer);
    await(node, assent);
    accord(node)
        .acts()
        .act(act)
        .flatMap(accord(node)::flaw)
        .ifPresent(
            flaw -> {
              throw new AssertionError(flaw.toString());
            });
    return act;
  }

  /// What the chief of `node` is answered who signs `act`.
  public Outcome assents(SimNode node, EntryId act) {
    Act known = accord(node).acts().act(act).orElseThrow();
    return says(
        node,
        new Statement.OnAct(
            new ActFact.Assented(known.ref(), known.proposal().said().modalities(), CHIEF)));
  }

  /// What `node` states reaches the other side: its entry.
  public EntryId state(SimNode node, Statement statement) {
    var entry = entry(says(node, statement));
    await(world.other(node), entry);
    return entry;
  }

  /// The entry that a request became.
  public static EntryId entry(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> accepted.entries().getFirst();
      case Outcome.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  /// Lets time go by until `node` knows `entry`.
  public void await(SimNode node, EntryId entry) {
    if (!world.runUntil(() -> isKnown(node, entry), SOON)) {
      throw new AssertionError(entry + " does not come to " + node.party());
    }
  }

  private static boolean isKnown(SimNode node, EntryId entry) {
    return node.view().filter(view -> view.entry(entry).isPresent()).isPresent();
  }

  // ---- goods ----------------------------------------------------------------------------------

  /// The account, open from `from`, in which each side may owe `limit`.
  public void open(SimNode node, String from, Money limit) {
    var limits = new TreeMap<PartyId, Money>();
    world.nodes().forEach(side -> limits.put(side.party(), limit));
    agree(node, new AccountTerms(1, DueDate.parse(from), "UA", limits));
  }

  /// What is sold.
  ///
  /// @param commodity by the Harmonized System
  /// @param price a formula
  /// @param per the unit that it is the price of
  /// @param weighed which weight counts
  /// @param seller a trading party of the exporter
  /// @param buyer one of the importer
  public record Sale(
      String commodity,
      String name,
      AccountCode account,
      String price,
      UnitCode per,
      SortedMap<String, Rational> indices,
      ContractTerms.Weighed weighed,
      String seller,
      String buyer) {}

  /// The terms of a contract by which `exporter` sells `quantity`.
  public ContractTerms contract(SimNode exporter, Sale sale, Quantity quantity, DueDate until) {
    return new ContractTerms(
        number(exporter, VoucherKind.CONTRACT),
        new Goods(
            exporter.party(),
            sale.seller,
            sale.buyer,
            sale.commodity,
            Wording.of("en", sale.name),
            sale.account),
        quantity,
        new PriceRule(PriceFormula.parse(sale.price), sale.per, new TreeMap<>()),
        sale.indices,
        sale.weighed,
        until,
        Ordered.set());
  }

  /// The terms that keep room for `amount` of a contract, with what may come beyond it.
  public ReservationTerms room(SimNode exporter, EntryId contract, long amount, DueDate until) {
    var known = book(exporter).trade().contracts().get(contract);
    long over = accord(exporter).barterSettings().overDelivery();
    var most = new Quantity(amount * (RATE_OF_ALL + over) / RATE_OF_ALL, known.unit());
    return new ReservationTerms(
        number(exporter, VoucherKind.RESERVATION),
        contract,
        new Quantity(amount, known.unit()),
        most.value(known.price(), known.terms().price().per()).orElseThrow().money(),
        until);
  }

  /// So much leaves under `reservation`: the despatch.
  public EntryId despatch(SimNode exporter, EntryId reservation, long amount) {
    return state(
        exporter,
        new Statement.OnBarter(
            new BarterFact.Despatched(
                number(exporter, VoucherKind.DESPATCH),
                reservation,
                new Quantity(amount, unit(exporter, reservation)),
                Ordered.set())));
  }

  /// So much of it arrives at the other side: the receipt.
  public EntryId receive(SimNode importer, EntryId despatch, long amount) {
    var trade = book(importer).trade();
    var load = trade.deliveries().get(despatch);
    return state(
        importer,
        new Statement.OnBarter(
            new BarterFact.Received(
                number(importer, VoucherKind.RECEIPT),
                despatch,
                new Quantity(amount, trade.contract(trade.reservation(load)).unit()),
                Ordered.set())));
  }

  private UnitCode unit(SimNode node, EntryId reservation) {
    var trade = book(node).trade();
    return trade.contract(trade.reservations().get(reservation)).unit();
  }

  /// The importer takes over what came, on `on`: the acceptance.
  public EntryId accept(SimNode importer, EntryId despatch, EntryId receipt, LocalDate on) {
    return agree(importer, acceptance(importer, despatch, receipt, on));
  }

  /// The importer takes over all that came, receipts by despatches, in one act: that.
  public EntryId acceptAll(SimNode importer, SortedMap<EntryId, EntryId> came, LocalDate on) {
    int first = number(importer, VoucherKind.ACCEPTANCE);
    var lines = new ArrayList<AcceptanceTerms>();
    came.forEach(
        (despatch, receipt) ->
            lines.add(acceptance(importer, despatch, receipt, on).numbered(first + lines.size())));
    return agree(importer, AcceptancesTerms.of(number(importer, VoucherKind.ACCEPTANCES), lines));
  }

  /// Its terms, with the figures that the book comes to.
  public AcceptanceTerms acceptance(
      SimNode importer, EntryId despatch, EntryId receipt, LocalDate on) {
    var trade = book(importer).trade();
    var load = trade.deliveries().get(despatch);
    Contract contract = trade.contract(trade.reservation(load));
    var measured =
        Measured.of(
            load.sent(),
            load.arrival().orElseThrow().received(),
            accord(importer).barterSettings().tolerance(),
            contract.terms().weighed());
    return new AcceptanceTerms(
        number(importer, VoucherKind.ACCEPTANCE),
        on,
        basis(importer, despatch),
        basis(importer, receipt),
        worth(contract, measured.valued()),
        worth(contract, measured.disputed()));
  }

  private static Money worth(Contract contract, Rational amount) {
    var per = contract.terms().price().per();
    return Rounded.of(contract.unit().in(per).orElseThrow().times(amount).times(contract.price()))
        .orElseThrow()
        .money();
  }

  private static Basis basis(SimNode node, EntryId entry) {
    return new Basis(entry, node.seen().entry(entry).orElseThrow().leafHash());
  }

  /// Sent, received and taken over, with nothing between: the acceptance.
  public EntryId deliver(
      SimNode exporter, EntryId reservation, long sent, long received, LocalDate on) {
    var importer = world.other(exporter);
    var despatch = despatch(exporter, reservation, sent);
    var receipt = receive(importer, despatch, received);
    return accept(importer, despatch, receipt, on);
  }

  /// The statement of the open period, as `node` has computed it.
  public StatementTerms statement(SimNode node) {
    return book(node)
        .statement(accord(node).barterSettings())
        .orElseThrow()
        .terms(number(node, VoucherKind.STATEMENT));
  }
}
