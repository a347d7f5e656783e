package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.PK;
import static org.sarhad.core.barter.BookScene.units;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;

/// What users of other ledgers have reported, or asked for in vain, played on this one.
class LedgerFailuresTest {
  private final BookScene scene = BookScene.open();

  /// A limit of an account that counts what is pending, both ways, is asked for there and open.
  @Test
  void tigerBeetle2955ALimitCountsWhatIsPendingBothWays() {
    scene.reserve(IR, 100);
    scene.reserve(PK, 100);
    assertThat(scene.state.room(PK)).isEqualTo(units(8_000));
    assertThat(scene.state.room(IR)).isEqualTo(units(8_000));
    EntryId ofA = scene.book(IR, scene.rice(IR));
    EntryId ofB = scene.book(PK, scene.rice(PK));
    assertThat(scene.refuse(IR, scene.reserving(ofA, 20_000))).isEqualTo(BarterRefusal.NO_ROOM);
    assertThat(scene.refuse(PK, scene.reserving(ofB, 20_000))).isEqualTo(BarterRefusal.NO_ROOM);
    // What the one has reserved is no cover for what the other may come to owe.
    scene.book(IR, scene.reserving(ofA, 19_000));
    assertThat(scene.state.room(IR)).isEqualTo(units(8_000));
  }

  /// There a sixth hold of 1 000 was accepted on a balance of 5 000.
  @Test
  void blnk181TheSixthHoldIsRefused() {
    BookScene small = new BookScene("ir", "pk");
    small.settings =
        new BarterSettings(units(100_000), Money.ZERO, Money.ZERO, 0, 0, 50, 1, 30, Ordered.set());
    small.book(IR, BookScene.opening(units(5_000), units(5_000)));
    EntryId contract = small.book(IR, small.rice(IR));
    for (int i = 0; i < 5; i++) {
      small.book(IR, small.reserving(contract, 2_500));
    }
    assertThat(small.state.exposure(PK)).isEqualTo(units(5_000));
    assertThat(small.refuse(IR, small.reserving(contract, 2_500))).isEqualTo(BarterRefusal.NO_ROOM);
  }

  /// There one cannot commit more than was held; goods weigh what they weigh.
  @Test
  void blnk62MoreThanWasReservedIsBookedWithinTheTolerance() {
    EntryId reservation = scene.reserve(IR, 10);
    EntryId despatch = scene.deliver(IR, reservation, 10_500, 10_500);
    scene.book(IR, scene.accepting(IR, despatch, 4_200, 0));
    assertThat(scene.owed(PK)).isEqualTo(units(4_200));
    assertThat(scene.state.exposure(PK)).isEqualTo(units(4_200));
  }

  /// There a cap could be set below the position.
  @Test
  void mojaloop511ALimitIsNotSetBelowWhatIsOwedUnlessItRunsDown() {
    scene.accept(IR, 40);
    scene.reserve(IR, 40);
    assertThat(scene.state.exposure(PK)).isEqualTo(units(32_800));
    assertThat(scene.refuse(PK, scene.swing(PK, 32_799, false)))
        .isEqualTo(BarterRefusal.LIMIT_BELOW_EXPOSURE);
    scene.book(PK, scene.swing(PK, 32_800, false));
    scene.book(PK, scene.swing(PK, 1_000, true));
    EntryId contract = scene.book(IR, scene.rice(IR));
    assertThat(scene.refuse(IR, scene.reserving(contract, 1)))
        .as("it owes nobody more until it has come below")
        .isEqualTo(BarterRefusal.NO_ROOM);
    scene.book(PK, scene.paying(PK, 16_000));
    assertThat(scene.state.exposure(PK)).isEqualTo(units(16_800));
  }

  /// There closing one settlement window changed the cap of the next one.
  @Test
  void mojaloop3482PeriodsAreClosedInOrderAndLeaveTheRoomAsItWas() {
    scene.settings =
        new BarterSettings(
            units(100_000), Money.ZERO, units(50_000), 365, 500, 50, 1, 30, Ordered.set());
    scene.accept(IR, 40);
    scene.reserve(IR, 40);
    Money room = scene.state.room(PK);
    scene.at(LocalDate.of(2019, 6, 15));
    StatementTerms april = scene.closing(IR);
    StatementTerms may =
        new StatementTerms(
            1,
            2,
            LocalDate.of(2019, 5, 31),
            april.closing(),
            Money.ZERO,
            april.closing(),
            0,
            april.journal());
    assertThat(scene.refuse(IR, may)).isEqualTo(BarterRefusal.PERIOD_NOT_NEXT);
    scene.book(IR, april);
    assertThat(scene.state.room(PK)).isEqualTo(room);
    assertThat(scene.refuse(PK, april)).isEqualTo(BarterRefusal.PERIOD_NOT_NEXT);
    scene.book(PK, scene.closing(PK));
    assertThat(scene.state.room(PK)).isEqualTo(room);
    assertThat(scene.state.periods().size()).isEqualTo(2);
  }

  /// There a hold that drew on an overdraft left a wrong balance when it was released.
  @Test
  void midaz2437AHoldDrawsOnNothingAndLeavesNoTrace() {
    scene.accept(IR, 100);
    scene.book(PK, scene.swing(PK, 10_000, true));
    Money owed = scene.owed(PK);
    EntryId contract = scene.book(IR, scene.rice(IR));
    assertThat(scene.refuse(IR, scene.reserving(contract, 1_000)))
        .as("no hold where the limit is passed")
        .isEqualTo(BarterRefusal.NO_ROOM);
    scene.book(PK, scene.swing(PK, 60_000, false));
    ReservationTerms terms = scene.reserving(contract, 10_000);
    EntryId reservation = scene.book(IR, terms);
    assertThat(scene.owed(PK)).isEqualTo(owed);
    scene.contest(IR, reservation, terms, IR);
    assertThat(scene.owed(PK)).isEqualTo(owed);
    assertThat(scene.state.exposure(PK)).isEqualTo(owed);
    assertThat(scene.state.journal().held().values()).allMatch(held -> held == 0);
  }

  /// There holds and overdrafts corrupted balances together, until holds drew on no overdraft. Here
  /// a price that comes out higher may be owed beside the limit; nothing can be reserved there.
  @Test
  void midaz2437WhatIsHeldDrawsOnNoCredit() {
    scene.settings = settings(Money.ZERO);
    EntryId price = scene.book(PK, scene.swing(PK, 9_200, false));
    assertThat(scene.state.journal().voucher(price)).isPresent();
    EntryId contract = scene.book(IR, scene.power(IR, "80"));
    EntryId room = scene.book(IR, scene.reserving(contract, 1_000));
    EntryId sent = scene.say(IR, despatched(room));
    scene.say(PK, new BarterFact.Received(1, sent, POWER, Ordered.set()));
    EntryId acceptance = scene.book(IR, scene.accepting(IR, sent, 9_200, 0));
    EntryId rice = scene.book(IR, scene.rice(IR));

    BarterTerms dearer = pricing(contract, acceptance);
    assertThat(scene.refuse(IR, dearer)).isEqualTo(BarterRefusal.NO_ROOM);
    assertThat(scene.refuse(PK, scene.crediting(PK, 500))).isEqualTo(BarterRefusal.CREDIT_TOO_HIGH);
    scene.settings = settings(units(8_000));
    scene.book(PK, scene.crediting(PK, 500));
    assertThat(scene.owed(PK)).as("it is owed all the same").isEqualTo(units(9_200));
    assertThat(scene.balance(AccountCode.TECHNICAL_CREDIT)).isEqualTo(units(500));
    assertThat(scene.refuse(IR, scene.reserving(rice, 1))).isEqualTo(BarterRefusal.NO_ROOM);
    scene.book(IR, dearer);
    assertThat(scene.owed(PK)).isEqualTo(units(9_575));
    assertThat(scene.state.room(PK)).isEqualTo(Money.ZERO);
    assertThat(scene.refuse(IR, scene.reserving(rice, 1))).isEqualTo(BarterRefusal.NO_ROOM);

    scene.close(IR);
    assertThat(scene.state.order(scene.settings)).as("nothing is due that has credit").isEmpty();
    scene.day = scene.state.openFrom().orElseThrow();
    scene.book(PK, scene.crediting(PK, 0));
    assertThat(scene.state.order(scene.settings).orElseThrow().amount()).isEqualTo(units(375));
  }

  private static final Quantity POWER = new Quantity(1_000, UnitCode.MWH);

  private static BarterSettings settings(Money credit) {
    return new BarterSettings(units(100_000), credit, Money.ZERO, 0, 0, 50, 1, 30, Ordered.set());
  }

  private static BarterFact despatched(EntryId room) {
    return new BarterFact.Despatched(1, room, POWER, Ordered.set());
  }

  /// 3.2 + 0.075 p with p at 85: 375 more.
  private static BarterTerms pricing(EntryId contract, EntryId acceptance) {
    return new PriceTerms(
        1,
        BookScene.DAY,
        contract,
        BookScene.index("85"),
        Ordered.set(VoucherRef.of(acceptance)),
        units(375));
  }
}
