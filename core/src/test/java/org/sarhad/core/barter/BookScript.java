package org.sarhad.core.barter;

import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.PK;
import static org.sarhad.core.barter.BookScene.units;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.JointScript;
import org.sarhad.core.testing.Voices;

/// What two sides say and sign about their account by chance, honest or not, over links that
/// deliver late. Each writes with what it knows; the joint order may come to be another.
public final class BookScript {
  static final SortedSet<PartyId> SIDES = Ordered.set(IR, PK);

  /// A ceiling of 60 000, 2 000 free, 18.25 per cent a year.
  static final BarterSettings SETTINGS =
      new BarterSettings(
          units(60_000), units(5_000), units(2_000), 1_825, 500, 50, 1, 30, Ordered.set("93"));

  /// What an entry carries.
  ///
  /// @param stop what screening says to dealing with anybody from here on
  record Step(Optional<BarterFact> fact, Optional<Act> act, Optional<Stop> stop) {
    static final Step NOTHING = new Step(Optional.empty(), Optional.empty(), Optional.empty());

    static Step of(BarterFact fact) {
      return new Step(Optional.of(fact), Optional.empty(), Optional.empty());
    }

    static Step of(Act act) {
      return new Step(Optional.empty(), Optional.of(act), Optional.empty());
    }
  }

  /// What screening says.
  ///
  /// @param why empty when everybody may be dealt with
  record Stop(Optional<BarterRefusal> why) {}

  /// The book, and what screening says where it stands.
  record Folded(BookState book, Stop stop) {
    static final Folded NOTHING = new Folded(BookState.of(SIDES), new Stop(Optional.empty()));
  }

  private static final List<BarterRefusal> STOPS =
      List.of(BarterRefusal.PARTY_HELD, BarterRefusal.SCREEN_AGAIN, BarterRefusal.LIST_STALE);

  private final SplittableRandom random;
  final JointScript<Step> joint;
  private final BookScene drafts = new BookScene("ir", "pk");
  private final List<BarterTerms> signed = new ArrayList<>();
  private final List<Act> acts = new ArrayList<>();
  private Folded written = Folded.NOTHING;
  private Instant time = Instant.parse("2019-04-01T04:00:00.000Z");

  BookScript(SplittableRandom random) {
    this.random = random;
    this.joint = new JointScript<>(random, SIDES);
    drafts.settings = SETTINGS;
    sign(IR, BookScene.opening(units(40_000), units(30_000)));
  }

  /// A book after so many steps.
  public static BookState book(long seed, int steps) {
    BookScript script = new BookScript(new SplittableRandom(seed));
    for (int i = 0; i < steps; i++) {
      script.step();
    }
    return script.drafts.state;
  }

  static Folded folded(Folded state, JointScript.Line<Step> line) {
    BookState next = state.book();
    if (line.carried().fact().isPresent()) {
      next = next.apply(line.entry(), line.carried().fact().get());
    }
    if (line.carried().act().isPresent()) {
      BookGrounds grounds = new BookGrounds(SETTINGS, (_, _) -> state.stop().why());
      next = next.moved(line.entry(), line.carried().act().get(), grounds);
    }
    return new Folded(next, line.carried().stop().orElse(state.stop()));
  }

  void step() {
    time = time.plus(Duration.ofHours(random.nextInt(40)));
    LocalDate today = time.atOffset(BookScene.FROM.offset()).toLocalDate();
    drafts.day = today.minusDays(random.nextInt(12) == 0 ? 20 : 0);
    for (int i = random.nextInt(3); i > 0; i--) {
      joint.deliver();
    }
    PartyId side = joint.anySide();
    switch (random.nextInt(36)) {
      case 0, 1 -> sign(side, contract(side));
      case 2, 3, 4, 5, 6 -> contracts(side).ifPresent(one -> sign(side, reserving(one)));
      case 7, 8, 9, 10, 11 -> reservations(side).ifPresent(one -> state(side, despatch(side, one)));
      case 12, 13, 14, 15, 16 -> onTheWay(side).ifPresent(one -> state(side, receipt(side, one)));
      case 17, 18, 19, 20 -> arrived().ifPresent(one -> sign(side, accepting(side, one)));
      case 21 -> any(taken()).ifPresent(one -> sign(side, settling(side, one)));
      case 22 -> any(taken()).ifPresent(one -> sign(side, pricing(side, one)));
      case 23 -> anyVoucher().ifPresent(one -> sign(side, drafts.contra(side, one.ref())));
      case 24 -> sign(side, drafts.paying(side, 1 + random.nextInt(4_000)));
      case 25 -> sign(side, drafts.swing(side, random.nextInt(62_000), random.nextInt(3) == 0));
      case 26 -> close(side);
      case 31 -> seldom(side);
      case 27 -> contest(side);
      case 28 -> odd(side);
      case 29, 30, 32 -> screen(side);
      case 33, 34 -> acceptingMany(side).ifPresent(terms -> sign(side, terms));
      default -> lapse(side);
    }
  }

  // ---- joint acts
  // -----------------------------------------------------------------------------------

  private void sign(PartyId proposer, BarterTerms terms) {
    ActEntry proposal = joint.next(proposer, time, true, Ordered.set(Role.CHIEF));
    joint.write(proposal, Step.NOTHING);
    PartyId other = proposer.equals(IR) ? PK : IR;
    for (int i = 0; i < 40; i++) {
      joint.deliver();
    }
    ActEntry assent = joint.next(other, time, true, Ordered.set(Role.CHIEF));
    Act act = Voices.act(proposal, assent, BookScene.proposed(terms), SIDES);
    write(assent, Step.of(act));
    signed.add(terms);
    acts.add(act);
  }

  private void write(ActEntry entry, Step step) {
    joint.write(entry, step);
    written = folded(written, new JointScript.Line<>(entry, step));
    drafts.state = written.book();
  }

  /// 400 a tonne and what is published, in the end.
  private BarterTerms contract(PartyId side) {
    return drafts.contract(
        side,
        new Quantity(1_000L * (10 + random.nextInt(90)), UnitCode.KGM),
        new PriceRule(PriceFormula.parse("400 + p"), UnitCode.TNE, new TreeMap<>()),
        BookScene.index("0"),
        any(List.of(ContractTerms.Weighed.values())).orElseThrow());
  }

  private BarterTerms reserving(Contract contract) {
    return drafts.reserving(contract.id(), 1 + random.nextLong(Math.max(1, contract.left())));
  }

  /// By another way of reckoning: in decimals (I10).
  private AcceptanceTerms accepting(PartyId side, Delivery delivery) {
    long sent = delivery.sent();
    long received = delivery.arrival().orElseThrow().received();
    Contract contract = drafts.state.trade().contract(drafts.state.trade().reservation(delivery));
    long least = Math.min(sent, received);
    long most = Math.max(sent, received);
    boolean isTolerated = (most - least) * 10_000 <= sent * SETTINGS.tolerance();
    BigDecimal valued =
        switch (contract.terms().weighed()) {
          case LOADED -> BigDecimal.valueOf(sent);
          case OUTTURN -> BigDecimal.valueOf(received);
          case MEAN -> BigDecimal.valueOf(sent + received).divide(BigDecimal.TWO);
        };
    Money owed = worth(contract, isTolerated ? valued : BigDecimal.valueOf(least));
    Money disputed =
        isTolerated ? Money.ZERO : worth(contract, BigDecimal.valueOf(most)).minus(owed);
    boolean isWrong = random.nextInt(15) == 0;
    return new AcceptanceTerms(
        drafts.next(side, VoucherKind.ACCEPTANCE),
        drafts.day,
        delivery.despatch(),
        delivery.arrival().orElseThrow().receipt(),
        isWrong ? owed.plus(Money.of(1)) : owed,
        disputed);
  }

  /// All that waits in one log, or some of it; now and then a figure of one of them is wrong.
  private Optional<BarterTerms> acceptingMany(PartyId side) {
    PartyId exporter = random.nextBoolean() ? IR : PK;
    List<AcceptanceTerms> lines = new ArrayList<>();
    int first = drafts.next(side, VoucherKind.ACCEPTANCE);
    for (Delivery delivery : drafts.state.trade().deliveries().values().toList()) {
      boolean isWaiting = delivery.arrival().isPresent() && delivery.taken().isEmpty();
      if (isWaiting
          && delivery.despatch().entry().origin().value().startsWith(exporter.value())
          && random.nextInt(8) > 0) {
        lines.add(accepting(side, delivery).numbered(first + lines.size()));
      }
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(AcceptancesTerms.of(drafts.next(side, VoucherKind.ACCEPTANCES), lines));
  }

  private static Money worth(Contract contract, BigDecimal kilograms) {
    return Money.of(
        new BigDecimal(contract.price().toDecimal())
            .multiply(kilograms)
            .movePointRight(1)
            .setScale(0, RoundingMode.HALF_EVEN)
            .longValueExact());
  }

  private BarterTerms settling(PartyId side, Delivery delivery) {
    Delivery.Taken taken = delivery.taken().orElseThrow();
    return new DifferenceTerms(
        drafts.next(side, VoucherKind.DIFFERENCE),
        drafts.day,
        taken.act(),
        Money.of(taken.open().minor() / 2),
        DifferenceTerms.As.QUALITY);
  }

  private BarterTerms pricing(PartyId side, Delivery delivery) {
    Delivery.Taken taken = delivery.taken().orElseThrow();
    Contract contract = drafts.state.trade().contract(drafts.state.trade().reservation(delivery));
    Rational index = Rational.of(random.nextInt(40_000), 1_000);
    Money booked =
        contract.value(taken.valued(), Rational.of(400).plus(index)).orElseThrow().money();
    return new PriceTerms(
        drafts.next(side, VoucherKind.PRICE),
        drafts.day,
        contract.id(),
        BookScene.index(index.toDecimal()),
        Ordered.set(taken.act()),
        booked.minus(taken.booked()));
  }

  private void close(PartyId side) {
    sign(side, drafts.closing(side));
    if (random.nextInt(3) == 0) {
      sign(side, new YearEndTerms(drafts.next(side, VoucherKind.YEAR_END), drafts.carried()));
    }
  }

  /// Credit of what somebody owes, a unit of another worth, what was not taken in a month, or a
  /// last day, which mostly is far away.
  private void seldom(PartyId side) {
    switch (random.nextInt(7)) {
      case 0, 1, 2 -> {
        Money owed = drafts.state.owed(side).atLeastZero();
        Money most = owed.compareTo(units(5_000)) < 0 ? owed : units(5_000);
        Money amount = Money.of(random.nextLong(most.minor() + 2));
        int number = drafts.next(side, VoucherKind.CREDIT);
        sign(side, new CreditTerms(number, drafts.day, side, amount));
      }
      case 4, 5 -> contracts(side).ifPresent(one -> sign(side, untaken(side, one)));
      case 3 -> sign(side, drafts.restating(side, "0.98" + (1 + random.nextInt(9))));
      default -> {
        LocalDate last = random.nextInt(8) == 0 ? drafts.day : BookScene.LATE.day().plusYears(20);
        sign(side, drafts.ending(drafts.next(side, VoucherKind.TERMINATION), last));
      }
    }
  }

  /// Of one of three months, with a figure that is not its worth now and then.
  private BarterTerms untaken(PartyId side, Contract contract) {
    long amount = 1 + (long) random.nextInt(500);
    long wrong = random.nextInt(6) == 0 ? 1 : 0;
    return new ShortfallTerms(
        drafts.next(side, VoucherKind.SHORTFALL),
        drafts.day,
        contract.id(),
        BookScene.APRIL.plusMonths(random.nextInt(3)),
        new Quantity(amount, contract.unit()),
        Money.of(contract.value(amount).orElseThrow().money().minor() + wrong));
  }

  private void contest(PartyId side) {
    if (random.nextInt(2) == 0 && !acts.isEmpty()) {
      ActEntry entry = joint.next(side, time, true, Ordered.set(Role.CHIEF));
      Act act = acts.remove(random.nextInt(acts.size()));
      if (entry.knows(act.by())) {
        write(entry, Step.of(Voices.at(act, ActStage.VOIDED, entry)));
      }
    }
  }

  /// The same once more, or a number that is not the next.
  private void odd(PartyId side) {
    switch (random.nextInt(3)) {
      case 0 -> any(signed).ifPresent(terms -> sign(side, terms));
      case 1 -> sign(side, new SwingTerms(99, side, units(1), true));
      default ->
          any(drafts.state.trade().deliveries().values().toList())
              .ifPresent(
                  one ->
                      state(
                          side,
                          drafts.certified(
                              side, one.despatch().entry(), new Quantity(3, UnitCode.TNE))));
    }
  }

  /// Now and then somebody is held, or a list has grown old; mostly not for long.
  private void screen(PartyId side) {
    boolean isToStop = written.stop().why().isEmpty() && random.nextInt(8) == 0;
    Optional<BarterRefusal> why = isToStop ? any(STOPS) : Optional.empty();
    write(
        joint.next(side, time, true, Ordered.set(Role.COMPLIANCE)),
        new Step(Optional.empty(), Optional.empty(), Optional.of(new Stop(why))));
  }

  // ---- facts
  // ----------------------------------------------------------------------------------------

  private void state(PartyId side, BarterFact fact) {
    Set<Role> roles =
        random.nextInt(25) == 0
            ? Ordered.set()
            : Ordered.set(random.nextInt(20) == 0 ? Role.OBSERVER : Role.CLERK);
    write(joint.next(side, time, random.nextInt(30) > 0, roles), Step.of(fact));
  }

  private BarterFact despatch(PartyId side, Reservation reservation) {
    long left = reservation.most() - reservation.despatched();
    long amount = random.nextInt(3) == 0 ? 1 + random.nextLong(left + 2) : Math.max(1, left);
    return drafts.despatched(side, reservation.id(), amount);
  }

  private BarterFact receipt(PartyId side, Delivery delivery) {
    long sent = delivery.sent();
    long less = random.nextInt(3) == 0 ? sent / 8 : random.nextLong(1 + sent / 100);
    long received = random.nextInt(4) == 0 ? sent + less : sent - less;
    return drafts.received(side, delivery.despatch().entry(), received);
  }

  private void lapse(PartyId side) {
    any(drafts.state.trade().reservations().values().toList())
        .ifPresent(
            one -> {
              Instant said = random.nextInt(3) == 0 ? one.until().over() : time;
              write(
                  joint.next(side, said, true, Ordered.set()),
                  Step.of(new BarterFact.Lapsed(one.id())));
            });
  }

  // ---- choosing
  // -------------------------------------------------------------------------------------

  private Optional<Contract> contracts(PartyId side) {
    return any(
        drafts
            .state
            .trade()
            .contracts()
            .values()
            .filter(one -> one.exporter().equals(side) && one.left() > 0)
            .toList());
  }

  private Optional<Reservation> reservations(PartyId side) {
    return any(
        drafts
            .state
            .trade()
            .reservations()
            .values()
            .filter(one -> drafts.state.trade().contract(one).exporter().equals(side))
            .filter(one -> one.isLive() || random.nextInt(20) == 0)
            .toList());
  }

  private Optional<Delivery> onTheWay(PartyId side) {
    return any(
        drafts
            .state
            .trade()
            .deliveries()
            .values()
            .filter(one -> !one.despatch().entry().origin().value().startsWith(side.value()))
            .filter(one -> one.arrival().isEmpty() || random.nextInt(20) == 0)
            .toList());
  }

  private Optional<Delivery> arrived() {
    return any(
        drafts
            .state
            .trade()
            .deliveries()
            .values()
            .filter(one -> one.arrival().isPresent())
            .filter(one -> one.taken().isEmpty() || random.nextInt(20) == 0)
            .toList());
  }

  private List<Delivery> taken() {
    return drafts
        .state
        .trade()
        .deliveries()
        .values()
        .filter(one -> one.taken().isPresent())
        .toList();
  }

  private Optional<Voucher> anyVoucher() {
    return any(drafts.state.journal().booked().filter(Voucher::isOfMoney).toList());
  }

  private <T> Optional<T> any(List<T> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
  }
}
