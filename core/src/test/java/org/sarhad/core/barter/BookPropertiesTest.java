package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.PK;
import static org.sarhad.core.barter.BookScene.units;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.JointScript;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Voices;

/// Whatever two sides say and sign about their account, honest or not, over links that deliver
/// late: protocol clause 14-7.3. Checked after every entry, and by another way of reckoning at the
/// end. That an acceptance rests on a screening that was valid that day (I12) is not checked: there
/// are no decisions of screening yet.
class BookPropertiesTest {
  private static final SortedSet<PartyId> SIDES = Ordered.set(IR, PK);

  /// A ceiling of 60 000, 2 000 free, 18.25 per cent a year.
  private static final BarterSettings SETTINGS =
      new BarterSettings(units(60_000), units(2_000), 1_825, 500, 50, 1, 30);

  private record Step(Optional<BarterFact> fact, Optional<Act> act) {}

  @Test
  void whateverIsSaidAndSigned() {
    Set<BarterRefusal> refused = EnumSet.noneOf(BarterRefusal.class);
    Set<VoucherKind> booked = EnumSet.noneOf(VoucherKind.class);
    int[] vouchers = new int[1];
    Seeded.check(
        24,
        random -> {
          Script script = new Script(random);
          for (int i = 0; i < 260; i++) {
            script.step();
          }
          BookState state = BookState.of(SIDES);
          for (JointScript.Line<Step> line : script.joint.order(1)) {
            BookState after = folded(state, line);
            check(state, after, line);
            state = after;
          }
          BookState other = BookState.of(SIDES);
          for (JointScript.Line<Step> line : script.joint.order(2)) {
            other = folded(other, line);
          }
          assertThat(other).as("I2").isEqualTo(state);
          assertThat(other.digest()).as("I2").isEqualTo(state.digest());
          checkNumbers(state);
          checkAnew(state);
          checkFromTrade(state);
          state.voids().values().forEach(refused::add);
          state.journal().booked().map(voucher -> voucher.id().kind()).forEach(booked::add);
          vouchers[0] += state.journal().vouchers().size();
        });

    assertThat(booked).containsExactly(VoucherKind.values());
    assertThat(refused).hasSizeGreaterThan(20);
    assertThat(refused)
        .contains(BarterRefusal.NO_ROOM, BarterRefusal.REPEATED, BarterRefusal.PERIOD_CLOSED);
    assertThat(vouchers[0]).isGreaterThan(2_000);
  }

  private static BookState folded(BookState state, JointScript.Line<Step> line) {
    BookState next = state;
    if (line.carried().fact().isPresent()) {
      next = next.apply(line.entry(), line.carried().fact().get());
    }
    if (line.carried().act().isPresent()) {
      next = next.moved(line.entry(), line.carried().act().get(), SETTINGS);
    }
    return next;
  }

  // ---- after every entry ----------------------------------------------------------------------

  private static void check(BookState before, BookState after, JointScript.Line<Step> line) {
    if (after.voids().containsKey(line.entry().id())) {
      assertThat(after.journal()).isEqualTo(before.journal());
      assertThat(after.trade()).isEqualTo(before.trade());
      assertThat(after.account()).isEqualTo(before.account());
      return;
    }
    assertSumsToNothing(after.journal());
    checkQuantities(after);
    checkClosed(before, after);
    boolean isVoiding =
        line.carried().act().filter(act -> act.stage() == ActStage.VOIDED).isPresent();
    if (before.account().isPresent() && !isVoiding) {
      checkExposure(before, after, line.carried());
    }
    if (line.carried().act().isEmpty()) {
      for (AccountCode account : AccountCode.values()) {
        assertThat(after.journal().balance(account))
            .as("I3: one side alone posts no money")
            .isEqualTo(before.journal().balance(account));
      }
    }
    line.carried()
        .act()
        .flatMap(act -> taken(after, act))
        .ifPresent(BookPropertiesTest::checkTaken);
    checkContras(before, after);
  }

  /// I1.
  private static void assertSumsToNothing(Journal journal) {
    for (var balances : List.of(journal.posted(), journal.held())) {
      TreeMap<Ledger, Long> sums = new TreeMap<>();
      balances.stream().forEach(one -> sums.merge(one.key().ledger(), one.value(), Math::addExact));
      assertThat(sums.values()).as("I1").allMatch(sum -> sum == 0);
    }
  }

  /// I7: contracted ≥ reserved ≥ despatched = in transit and received and lost.
  private static void checkQuantities(BookState state) {
    for (var one : state.journal().posted()) {
      AccountCode account = one.key().account();
      boolean isQuantity = !one.key().ledger().equals(Ledger.MONEY);
      if (isQuantity && account != AccountCode.CONTRACTED && account != AccountCode.MEASURE) {
        assertThat(one.value()).as("I7 %s", one.key()).isNotNegative();
      }
    }
    state
        .trade()
        .reservations()
        .values()
        .forEach(
            reservation -> {
              assertThat(reservation.despatched()).as("I7").isLessThanOrEqualTo(reservation.most());
              assertThat(reservation.accepted()).as("I7").isBetween(0L, reservation.despatched());
              assertThat(reservation.holding()).isGreaterThanOrEqualTo(Money.ZERO);
            });
  }

  /// I11: nothing is booked into a closed period, and none is opened again; in order.
  private static void checkClosed(BookState before, BookState after) {
    for (var closed : before.periods()) {
      assertThat(after.periods().get(closed.key())).as("I11").isEqualTo(closed.value());
    }
    assertThat(after.periods().size() - before.periods().size()).as("I11").isBetween(0, 1);
    if (before.account().isEmpty()) {
      return;
    }
    LocalDate open = before.openFrom().orElseThrow();
    for (int i = before.journal().order().size(); i < after.journal().order().size(); i++) {
      Voucher voucher = after.journal().vouchers().get(after.journal().order().get(i));
      assertThat(voucher.on().filter(open::isAfter)).as("I11").isEmpty();
    }
  }

  /// I5, I9: who owes more than they may comes to owe no more, but for what is due for owing and
  /// what a stale assent had hidden.
  private static void checkExposure(BookState before, BookState after, Step step) {
    Optional<BarterTerms> terms =
        step.act().flatMap(act -> BarterTerms.find(act.proposal().said()));
    Account open = after.account().orElseThrow();
    for (PartyId side : SIDES) {
      Money is = after.exposure(side);
      Money was = before.exposure(side);
      if (terms.isPresent() && terms.get() instanceof BarterTerms.Closing closing) {
        Money due = closing.interest();
        assertThat(is.minus(was)).as("I5").isIn(due, due.negated());
      } else if (terms.isPresent() && terms.get() instanceof BarterTerms.Swing swing) {
        assertThat(is).isEqualTo(was);
        assertThat(
                !swing.side().equals(side) || swing.isRunDown() || swing.limit().compareTo(is) >= 0)
            .as("I9")
            .isTrue();
      } else {
        assertThat(is.compareTo(open.limit(side)) <= 0 || is.compareTo(was) <= 0)
            .as("I5: %s owes %s, owed %s, may %s", side, is, was, open.limit(side))
            .isTrue();
      }
    }
  }

  private static Optional<Delivery> taken(BookState state, Act act) {
    return act.stage() == ActStage.EFFECTIVE ? state.trade().takenBy(act.id()) : Optional.empty();
  }

  /// I3: both have said it.
  private static void checkTaken(Delivery delivery) {
    assertThat(delivery.arrival()).as("I3").isPresent();
    assertThat(delivery.despatch().entry().origin())
        .as("I3")
        .isNotEqualTo(delivery.arrival().orElseThrow().receipt().entry().origin());
  }

  /// I8: a contra has one original, which is none itself, and an original one contra.
  private static void checkContras(BookState before, BookState after) {
    for (EntryId id : before.journal().vouchers().keys().toList()) {
      Voucher was = before.journal().vouchers().get(id);
      Voucher is = after.journal().vouchers().get(id);
      assertThat(is.posted()).as("what is booked stays").isEqualTo(was.posted());
      if (was.reversedBy().isPresent()) {
        assertThat(is.reversedBy()).as("I8").isEqualTo(was.reversedBy());
      }
      if (is.reversedBy().isPresent()) {
        assertThat(Reversal.isFor(is.id().kind())).as("I8").isTrue();
      }
    }
  }

  // ---- at the end -----------------------------------------------------------------------------

  /// I4: every series counts from 1 without a gap.
  private static void checkNumbers(BookState state) {
    TreeMap<String, Integer> last = new TreeMap<>();
    for (VoucherId id : state.journal().numbers().keys().toList()) {
      String series = id.side() + "/" + id.kind();
      assertThat(id.number()).as("I4 %s", series).isEqualTo(last.getOrDefault(series, 0) + 1);
      last.put(series, id.number());
    }
  }

  /// I10, I11: every balance and every statement, summed up from the vouchers alone.
  private static void checkAnew(BookState state) {
    TreeMap<Line.Position, Long> sums = new TreeMap<>();
    state
        .journal()
        .booked()
        .flatMap(voucher -> voucher.posted().stream())
        .forEach(line -> sums.merge(line.position(), line.amount(), Math::addExact));
    state.journal().posted().stream()
        .forEach(one -> assertThat(sums.get(one.key())).isEqualTo(one.value()));
    for (var one : state.periods()) {
      PeriodStatement closed = one.value();
      Money net =
          state
              .journal()
              .booked()
              .filter(voucher -> voucher.on().filter(on -> !on.isAfter(closed.until())).isPresent())
              .map(Voucher::moved)
              .reduce(Money.ZERO, Money::plus);
      assertThat(closed.closing()).as("I11 period %s", closed.period()).isEqualTo(net);
    }
  }

  /// The balance from what is under way: everything that is taken over at its price, what disputes
  /// and debts came to, and interest; and the room from every reservation.
  private static void checkFromTrade(BookState state) {
    Money net =
        state
            .journal()
            .booked()
            .filter(voucher -> voucher.reversedBy().isEmpty())
            .filter(voucher -> BESIDE_TRADE.contains(voucher.id().kind()))
            .map(Voucher::moved)
            .reduce(Money.ZERO, Money::plus);
    TreeMap<PartyId, Money> held = new TreeMap<>();
    for (Delivery delivery : state.trade().deliveries().values().toList()) {
      Money booked = delivery.taken().map(Delivery.Taken::booked).orElse(Money.ZERO);
      boolean isByA = exporter(state, state.trade().reservation(delivery)).equals(IR);
      net = isByA ? net.plus(booked) : net.minus(booked);
    }
    for (Reservation reservation : state.trade().reservations().values().toList()) {
      held.merge(exporter(state, reservation), reservation.holding(), Money::plus);
    }
    assertThat(state.journal().net()).isEqualTo(net);
    assertThat(state.journal().held(AccountCode.RESERVED_BY_A).negated())
        .isEqualTo(held.getOrDefault(IR, Money.ZERO));
    assertThat(state.journal().held(AccountCode.RESERVED_BY_B))
        .isEqualTo(held.getOrDefault(PK, Money.ZERO));
  }

  private static final Set<VoucherKind> BESIDE_TRADE =
      EnumSet.of(VoucherKind.DIFFERENCE, VoucherKind.SETTLEMENT, VoucherKind.STATEMENT);

  private static PartyId exporter(BookState state, Reservation reservation) {
    return state.trade().contract(reservation).exporter();
  }

  // ---- what they say --------------------------------------------------------------------------

  /// Writes with what is known when it is written; the joint order may come to be another.
  private static final class Script {
    final SplittableRandom random;
    final JointScript<Step> joint;
    final BookScene drafts = new BookScene("ir", "pk");
    final List<BarterTerms> signed = new ArrayList<>();
    final List<Act> acts = new ArrayList<>();
    Instant time = Instant.parse("2019-04-01T04:00:00.000Z");

    Script(SplittableRandom random) {
      this.random = random;
      this.joint = new JointScript<>(random, SIDES);
      drafts.settings = SETTINGS;
      sign(IR, BookScene.opening(units(40_000), units(30_000)));
    }

    void step() {
      time = time.plus(Duration.ofHours(random.nextInt(40)));
      LocalDate today = time.atOffset(BookScene.FROM.offset()).toLocalDate();
      drafts.day = today.minusDays(random.nextInt(12) == 0 ? 20 : 0);
      for (int i = random.nextInt(3); i > 0; i--) {
        joint.deliver();
      }
      PartyId side = joint.anySide();
      switch (random.nextInt(30)) {
        case 0, 1 -> sign(side, contract(side));
        case 2, 3, 4, 5, 6 -> contracts(side).ifPresent(one -> sign(side, reserving(one)));
        case 7, 8, 9, 10, 11 ->
            reservations(side).ifPresent(one -> state(side, despatch(side, one)));
        case 12, 13, 14, 15, 16 -> onTheWay(side).ifPresent(one -> state(side, receipt(side, one)));
        case 17, 18, 19, 20 -> arrived().ifPresent(one -> sign(side, accepting(side, one)));
        case 21 -> any(taken()).ifPresent(one -> sign(side, settling(side, one)));
        case 22 -> any(taken()).ifPresent(one -> sign(side, pricing(side, one)));
        case 23 -> anyVoucher().ifPresent(one -> sign(side, drafts.contra(side, one.entry())));
        case 24 -> sign(side, drafts.paying(side, 1 + random.nextInt(4_000)));
        case 25 -> sign(side, drafts.swing(side, random.nextInt(62_000), random.nextInt(3) == 0));
        case 26 -> close(side);
        case 27 -> contest(side);
        case 28 -> odd(side);
        default -> lapse(side);
      }
    }

    // ---- joint acts

    private void sign(PartyId proposer, BarterTerms terms) {
      ActEntry proposal = joint.next(proposer, time, true, Ordered.set(Role.CHIEF));
      joint.write(proposal, new Step(Optional.empty(), Optional.empty()));
      PartyId other = proposer.equals(IR) ? PK : IR;
      for (int i = 0; i < 40; i++) {
        joint.deliver();
      }
      ActEntry assent = joint.next(other, time, true, Ordered.set(Role.CHIEF));
      Act act = Voices.act(proposal, assent, BookScene.proposed(terms), SIDES);
      write(assent, new Step(Optional.empty(), Optional.of(act)));
      signed.add(terms);
      acts.add(act);
    }

    private void write(ActEntry entry, Step step) {
      joint.write(entry, step);
      drafts.state = folded(drafts.state, new JointScript.Line<>(entry, step));
    }

    /// 400 a tonne and what is published, in the end.
    private BarterTerms contract(PartyId side) {
      return drafts.contract(
          side,
          new Quantity(1_000L * (10 + random.nextInt(90)), UnitCode.KGM),
          new PriceRule(PriceFormula.parse("400 + p"), UnitCode.TNE, new TreeMap<>()),
          BookScene.index("0"),
          any(List.of(BarterTerms.Contracting.Weighed.values())).orElseThrow());
    }

    private BarterTerms reserving(Contract contract) {
      return drafts.reserving(contract.id(), 1 + random.nextLong(Math.max(1, contract.left())));
    }

    /// By another way of reckoning: in decimals (I10).
    private BarterTerms accepting(PartyId side, Delivery delivery) {
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
      return new BarterTerms.Accepting(
          drafts.next(side, VoucherKind.ACCEPTANCE),
          drafts.day,
          delivery.despatch(),
          delivery.arrival().orElseThrow().receipt(),
          isWrong ? owed.plus(Money.of(1)) : owed,
          disputed);
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
      return new BarterTerms.Settling(
          drafts.next(side, VoucherKind.DIFFERENCE),
          drafts.day,
          taken.act(),
          Money.of(taken.open().minor() / 2),
          BarterTerms.Settling.As.QUALITY);
    }

    private BarterTerms pricing(PartyId side, Delivery delivery) {
      Delivery.Taken taken = delivery.taken().orElseThrow();
      Contract contract = drafts.state.trade().contract(drafts.state.trade().reservation(delivery));
      Rational index = Rational.of(random.nextInt(40_000), 1_000);
      Money booked =
          contract.value(taken.valued(), Rational.of(400).plus(index)).orElseThrow().money();
      return new BarterTerms.Pricing(
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
        List<BarterTerms.YearEnd.Carried> carried =
            AccountCode.differences().stream()
                .filter(account -> !drafts.balance(account).isZero())
                .map(
                    account ->
                        new BarterTerms.YearEnd.Carried(
                            account, drafts.balance(account), BookScene.TEXT))
                .toList();
        sign(side, new BarterTerms.YearEnd(drafts.next(side, VoucherKind.YEAR_END), carried));
      }
    }

    private void contest(PartyId side) {
      if (random.nextInt(2) == 0 && !acts.isEmpty()) {
        ActEntry entry = joint.next(side, time, true, Ordered.set(Role.CHIEF));
        Act act = acts.remove(random.nextInt(acts.size()));
        if (entry.knows(act.by())) {
          write(
              entry,
              new Step(Optional.empty(), Optional.of(Voices.at(act, ActStage.VOIDED, entry))));
        }
      }
    }

    /// The same once more, or a number that is not the next.
    private void odd(PartyId side) {
      switch (random.nextInt(3)) {
        case 0 -> any(signed).ifPresent(terms -> sign(side, terms));
        case 1 -> sign(side, new BarterTerms.Swing(99, side, units(1), true));
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

    // ---- facts

    private void state(PartyId side, BarterFact fact) {
      Set<Role> roles =
          random.nextInt(25) == 0
              ? Ordered.set()
              : Ordered.set(random.nextInt(20) == 0 ? Role.OBSERVER : Role.CLERK);
      write(
          joint.next(side, time, random.nextInt(30) > 0, roles),
          new Step(Optional.of(fact), Optional.empty()));
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
                    new Step(Optional.of(new BarterFact.Lapsed(one.id())), Optional.empty()));
              });
    }

    // ---- choosing

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
}
