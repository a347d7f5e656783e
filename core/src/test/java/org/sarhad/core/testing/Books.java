package org.sarhad.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.act.Proposal;
import org.sarhad.core.barter.AcceptanceTerms;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.AccountTerms;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.BarterSettings;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.BookGrounds;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Clearance;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.ContractTerms;
import org.sarhad.core.barter.Delivery;
import org.sarhad.core.barter.Goods;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceRule;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.ReservationTerms;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;

/// A book of two sides for tests of what rests on it: Iran is A, Pakistan is B, days end at +05:00.
public final class Books {
  public static final DueDate FROM = DueDate.parse("2019-04-01+05:00");
  public static final DueDate LATE = DueDate.parse("2019-12-31+05:00");

  /// Half a per cent of difference.
  public static final long TOLERANCE = 50;

  private static final BarterSettings SETTINGS =
      new BarterSettings(
          Money.ofUnits(1_000_000),
          Money.ZERO,
          Money.ofUnits(1_000),
          365,
          500,
          TOLERANCE,
          1,
          30,
          Ordered.set());

  /// Everybody may be dealt with.
  public static final Clearance ALL_CLEAR = (_, _) -> Optional.empty();

  private static final BookGrounds GROUNDS = new BookGrounds(SETTINGS, ALL_CLEAR);

  private final Voices voices;
  private BookState state;

  private Books(Voices voices) {
    this.voices = voices;
    state = BookState.of(voices.parties());
  }

  /// With an account that is open, between the first two sides of `voices`.
  public static Books open(Voices voices) {
    Books books = new Books(voices);
    TreeMap<PartyId, Money> limits = new TreeMap<>();
    limits.put(Sides.IR, Money.ofUnits(1_000_000));
    limits.put(Sides.PK, Money.ofUnits(1_000_000));
    books.sign(Sides.IR, new AccountTerms(1, FROM, "UA", limits));
    return books;
  }

  public BookState state() {
    return state;
  }

  /// A contract of `quantity`, at 40 for a thousand of its unit: the act.
  public EntryId contract(PartyId exporter, Quantity quantity, ContractTerms.Weighed weighed) {
    boolean isEnergy = quantity.unit().dimension() == UnitCode.Dimension.ENERGY;
    return sign(
        exporter,
        new ContractTerms(
            next(exporter, VoucherKind.CONTRACT),
            new Goods(
                exporter,
                "seller-1",
                "buyer-7",
                isEnergy ? "2716" : "100630",
                Wording.of("en", isEnergy ? "Electricity" : "Rice"),
                isEnergy ? AccountCode.ENERGY : AccountCode.GOODS),
            quantity,
            PriceRule.fixed(Rational.of(40), isEnergy ? UnitCode.MWH : UnitCode.TNE),
            new TreeMap<>(),
            weighed,
            LATE,
            Ordered.set()));
  }

  /// A reservation of so much of `contract`: the act.
  public EntryId reserve(EntryId contract, long amount) {
    Contract known = state.trade().contracts().get(contract);
    Quantity quantity = new Quantity(amount, known.unit());
    Quantity most = new Quantity(amount * 105 / 100, known.unit());
    return sign(
        known.exporter(),
        new ReservationTerms(
            next(known.exporter(), VoucherKind.RESERVATION),
            contract,
            quantity,
            worth(known, most),
            LATE));
  }

  /// So much leaves under `reservation`: the entry.
  public EntryId despatch(PartyId exporter, EntryId reservation, Quantity sent) {
    return say(
        exporter,
        new BarterFact.Despatched(
            next(exporter, VoucherKind.DESPATCH), reservation, sent, Ordered.set()));
  }

  /// So much of it arrives: the entry.
  public EntryId receive(PartyId importer, EntryId despatch, Quantity received) {
    return say(
        importer,
        new BarterFact.Received(
            next(importer, VoucherKind.RECEIPT), despatch, received, Ordered.set()));
  }

  /// Both take a delivery over, today: so much is owed for, and so much disputed. The terms.
  public AcceptanceTerms accept(EntryId despatch, Quantity owed, Quantity disputed) {
    Delivery delivery = state.trade().deliveries().get(despatch);
    Contract contract = state.trade().contract(state.trade().reservation(delivery));
    AcceptanceTerms terms =
        new AcceptanceTerms(
            next(contract.exporter(), VoucherKind.ACCEPTANCE),
            state.account().orElseThrow().dayOf(voices.time()),
            delivery.despatch(),
            delivery.arrival().orElseThrow().receipt(),
            worth(contract, owed),
            worth(contract, disputed));
    sign(contract.exporter(), terms);
    return terms;
  }

  private static Money worth(Contract contract, Quantity quantity) {
    return quantity.value(contract.price(), contract.terms().price().per()).orElseThrow().money();
  }

  /// `side` certifies so much of it: the entry.
  public EntryId certify(PartyId side, EntryId despatch, Quantity found) {
    return say(
        side,
        new BarterFact.Certified(
            next(side, VoucherKind.CERTIFICATE), despatch, found, Wording.of("en", "Weighed")));
  }

  /// An assent to `act` of `proposer` is proven to be stale.
  public void voided(PartyId proposer, EntryId act) {
    ActEntry entry = voices.says(proposer, Role.CHIEF);
    ContractTerms terms = state.trade().contracts().get(act).terms();
    Act made = act(proposer, terms);
    Act stale =
        new Act(
            new Proposal(
                act,
                made.proposal().proposer(),
                made.proposal().leaf(),
                made.proposal().said(),
                made.proposal().quorum()),
            made.assents(),
            made.withdrawal(),
            ActStage.VOIDED,
            entry.id());
    state = state.moved(entry, stale, GROUNDS);
  }

  private int next(PartyId side, VoucherKind kind) {
    return state.journal().last(side, kind) + 1;
  }

  private EntryId say(PartyId side, BarterFact fact) {
    ActEntry entry = voices.says(side, Role.CLERK);
    state = state.apply(entry, fact);
    assertThat(state.voids().find(entry.id())).as("%s", fact).isEmpty();
    return entry.id();
  }

  private EntryId sign(PartyId proposer, BarterTerms terms) {
    Act act = act(proposer, terms);
    ActEntry assent = voices.says(proposer.equals(Sides.IR) ? Sides.PK : Sides.IR, Role.CHIEF);
    state = state.moved(assent, Voices.at(act, ActStage.EFFECTIVE, assent), GROUNDS);
    assertThat(state.voids().find(assent.id())).as("%s", terms).isEmpty();
    return act.id();
  }

  private Act act(PartyId proposer, BarterTerms terms) {
    ActEntry proposal = voices.says(proposer, Role.CHIEF);
    return Voices.act(
        proposal,
        proposal,
        ActFact.Proposed.of(
            terms.kind().act().orElseThrow(), terms.toJson(), Capacity.of(Role.CHIEF)),
        Ordered.set(Sides.IR, Sides.PK));
  }
}
