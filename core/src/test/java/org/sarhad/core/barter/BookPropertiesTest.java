package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.PK;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.testing.JointScript;
import org.sarhad.core.testing.Seeded;

/// Whatever two sides say and sign about their account, honest or not, over links that deliver
/// late: protocol clause 14-7.3. Checked after every entry, and by another way of reckoning at the
/// end.
class BookPropertiesTest {
  @Test
  void whateverIsSaidAndSigned() {
    Set<BarterRefusal> refused = EnumSet.noneOf(BarterRefusal.class);
    Set<VoucherKind> booked = EnumSet.noneOf(VoucherKind.class);
    int[] vouchers = new int[1];
    Seeded.check(
        16,
        random -> {
          BookScript script = new BookScript(random);
          for (int i = 0; i < 300; i++) {
            script.step();
          }
          BookScript.Folded folded = BookScript.Folded.NOTHING;
          for (JointScript.Line<BookScript.Step> line : script.joint.order(1)) {
            BookScript.Folded after = BookScript.folded(folded, line);
            check(folded.book(), after.book(), line);
            checkCleared(folded, after.book());
            folded = after;
          }
          BookScript.Folded again = BookScript.Folded.NOTHING;
          for (JointScript.Line<BookScript.Step> line : script.joint.order(2)) {
            again = BookScript.folded(again, line);
          }
          BookState state = folded.book();
          BookState other = again.book();
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
        .contains(BarterRefusal.NO_ROOM, BarterRefusal.REPEATED, BarterRefusal.PERIOD_CLOSED)
        .contains(BarterRefusal.PARTY_HELD, BarterRefusal.SCREEN_AGAIN, BarterRefusal.LIST_STALE);
    assertThat(vouchers[0]).isGreaterThan(1_500);
  }

  // ---- after every entry ----------------------------------------------------------------------

  private static void check(
      BookState before, BookState after, JointScript.Line<BookScript.Step> line) {
    if (after.voids().containsKey(line.entry().id())) {
      assertThat(after.journal()).isSameAs(before.journal());
      assertThat(after.trade()).isSameAs(before.trade());
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
  private static void checkExposure(BookState before, BookState after, BookScript.Step step) {
    Optional<BarterTerms> terms =
        step.act().flatMap(act -> BarterTerms.find(act.proposal().said()));
    Account open = after.account().orElseThrow();
    for (PartyId side : BookScript.SIDES) {
      Money is = after.exposure(side);
      Money was = before.exposure(side);
      if (terms.isPresent() && terms.get() instanceof StatementTerms closing) {
        Money due = closing.interest();
        assertThat(is.minus(was)).as("I5").isIn(due, due.negated());
      } else if (terms.isPresent() && terms.get() instanceof RestatementTerms restating) {
        Money more = restating.delta();
        assertThat(is.minus(was)).as("I5").isIn(more, more.negated());
      } else if (terms.isPresent() && terms.get() instanceof SwingTerms swing) {
        assertThat(is).isEqualTo(was);
        assertThat(
                !swing.side().equals(side) || swing.isRunDown() || swing.limit().compareTo(is) >= 0)
            .as("I9")
            .isTrue();
      } else {
        boolean isOnCredit =
            after.heldFor(side).compareTo(before.heldFor(side)) <= 0
                && is.compareTo(open.limit(side).plus(after.credit(side))) <= 0;
        assertThat(is.compareTo(open.limit(side)) <= 0 || is.compareTo(was) <= 0 || isOnCredit)
            .as("I5: %s owes %s, owed %s, may %s", side, is, was, open.limit(side))
            .isTrue();
      }
    }
  }

  /// I12: nothing new is agreed on, and nothing taken over, while screening stops somebody there.
  private static void checkCleared(BookScript.Folded before, BookState after) {
    for (int i = before.book().journal().order().size(); i < after.journal().order().size(); i++) {
      Voucher voucher = after.journal().vouchers().get(after.journal().order().get(i));
      assertThat(before.stop().why().isPresent() && CLEARED.contains(voucher.id().kind()))
          .as("I12 %s", voucher.id())
          .isFalse();
    }
  }

  private static final Set<VoucherKind> CLEARED =
      EnumSet.of(VoucherKind.CONTRACT, VoucherKind.RESERVATION, VoucherKind.ACCEPTANCE);

  private static Optional<Delivery> taken(BookState state, Act act) {
    return act.stage() == ActStage.EFFECTIVE
        ? state.trade().takenBy(VoucherRef.of(act.id()))
        : Optional.empty();
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
    VoucherMap<Voucher> was = before.journal().vouchers();
    for (VoucherRef id : was.keys().toList()) {
      Voucher is = after.journal().vouchers().get(id);
      if (!is.equals(was.get(id))) {
        assertThat(is.reversed(id)).as("what is booked stays").isEqualTo(was.get(id).reversed(id));
        assertThat(was.get(id).reversedBy()).as("I8").isEmpty();
        assertThat(Reversal.isFor(is.id().kind())).as("I8").isTrue();
      }
    }
  }

  // ---- at the end -----------------------------------------------------------------------------

  /// I4: every series counts from 1 without a gap.
  private static void checkNumbers(BookState state) {
    TreeMap<String, Integer> last = new TreeMap<>();
    for (Voucher voucher : state.journal().booked().toList()) {
      VoucherId id = voucher.id();
      String series = id.side() + "/" + id.kind();
      assertThat(id.number()).as("I4 %s", series).isEqualTo(last.getOrDefault(series, 0) + 1);
      assertThat(state.journal().ref(id)).as("I4 %s", series).contains(voucher.ref());
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
      EnumSet.of(
          VoucherKind.DIFFERENCE,
          VoucherKind.SETTLEMENT,
          VoucherKind.STATEMENT,
          VoucherKind.RESTATEMENT,
          VoucherKind.SHORTFALL);

  private static PartyId exporter(BookState state, Reservation reservation) {
    return state.trade().contract(reservation).exporter();
  }
}
