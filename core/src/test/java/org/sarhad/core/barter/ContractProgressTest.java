package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.barter.BookScene.DAY;
import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.LATE;
import static org.sarhad.core.barter.BookScene.PK;
import static org.sarhad.core.barter.BookScene.units;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;

/// How far a contract is, and what a reservation of it would come to (protocol clause 14-5).
class ContractProgressTest {
  private static final Instant NOW = DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);

  private final BookScene scene = BookScene.open();
  private final EntryId contract = scene.book(IR, scene.rice(IR, 10, outturn()));

  private static ContractTerms.Weighed outturn() {
    return ContractTerms.Weighed.OUTTURN;
  }

  private ContractProgress at(Instant now) {
    return ContractProgress.find(scene.state.trade(), contract, now).orElseThrow();
  }

  private EntryId reserved(long kilograms) {
    return scene.book(IR, scene.reserving(contract, kilograms));
  }

  @Test
  void aContractIsSignedThenActiveThenFulfilled() {
    assertThat(at(NOW).stage()).isEqualTo(ContractProgress.Stage.SIGNED);
    EntryId reservation = reserved(10_000);
    assertThat(at(NOW).stage()).isEqualTo(ContractProgress.Stage.ACTIVE);
    assertThat(at(NOW).holding()).isEqualTo(units(4_200));
    EntryId despatch = scene.deliver(IR, reservation, 10_000, 9_990);
    assertThat(at(NOW).stage()).as("not taken over").isEqualTo(ContractProgress.Stage.ACTIVE);
    scene.book(PK, scene.accepting(PK, despatch, 3_996, 0));
    ContractProgress done = at(NOW);
    assertThat(done.stage()).isEqualTo(ContractProgress.Stage.FULFILLED);
    assertThat(done.despatched()).isEqualTo(10_000);
    assertThat(done.received()).isEqualTo(9_990);
    assertThat(done.accepted()).isEqualTo(10_000);
    assertThat(done.owed()).isEqualTo(units(3_996));
    assertThat(done.inTransit()).isZero();
    assertThat(done.holding()).isEqualTo(Money.ZERO);
  }

  @Test
  void whatIsLeftOfItIsNotFulfilled() {
    EntryId despatch = scene.deliver(IR, reserved(4_000), 4_000, 4_000);
    scene.book(PK, scene.accepting(PK, despatch, 1_600, 0));
    assertThat(at(NOW).stage()).isEqualTo(ContractProgress.Stage.ACTIVE);
    assertThat(at(LATE.over()).stage()).isEqualTo(ContractProgress.Stage.EXPIRED);
  }

  @Test
  void whatIsOnItsWayWhenItsTimeIsOverIsActiveStill() {
    scene.say(IR, scene.despatched(IR, reserved(4_000), 4_000));
    assertThat(at(LATE.over()).stage()).isEqualTo(ContractProgress.Stage.ACTIVE);
    assertThat(at(LATE.over()).inTransit()).isEqualTo(4_000);
  }

  @Test
  void whatIsDisputedOfItIsShown() {
    EntryId despatch = scene.deliver(IR, reserved(10_000), 10_000, 9_000);
    scene.book(PK, scene.accepting(PK, despatch, 3_600, 400));
    assertThat(at(NOW).disputed()).isEqualTo(units(400));
  }

  @Test
  void anotherContractIsAnothers() {
    EntryId other = scene.book(IR, scene.rice(IR, 20, outturn()));
    scene.book(IR, scene.reserving(other, 5_000));
    assertThat(at(NOW).reservations()).isEmpty();
    assertThat(ContractProgress.all(scene.state.trade(), NOW)).hasSize(2);
    assertThat(ContractProgress.find(scene.state.trade(), EntryId.of(contract.origin(), 0), NOW))
        .isEmpty();
  }

  // ---- the room test --------------------------------------------------------------------------

  private ReservationDraft draft(long kilograms) {
    Contract known = scene.state.trade().contracts().get(contract);
    return ReservationDraft.of(known, new Quantity(kilograms, known.unit()), scene.settings);
  }

  @Test
  void aDraftIsWhatTheBookTakes() {
    EntryId act = scene.book(IR, draft(4_000).terms(1, LATE));
    Reservation kept = scene.state.trade().reservations().get(act);
    assertThat(kept.hold()).isEqualTo(draft(4_000).hold());
    assertThat(kept.most()).isEqualTo(draft(4_000).most());
  }

  @Test
  void theRoomTestSaysWhatTheBookSays() {
    scene.book(PK, scene.swing(PK, 4_200, false));
    ReservationDraft.Room room = draft(10_000).room(scene.state);
    assertThat(room.side()).isEqualTo(PK);
    assertThat(room.after()).isEqualTo(units(4_200));
    assertThat(room.fits()).isTrue();
    scene.book(PK, scene.swing(PK, 4_199, false));
    assertThat(draft(10_000).room(scene.state).fits()).isFalse();
    assertThat(draft(10_000).room(scene.state).left()).isEqualTo(units(-1));
    assertThat(scene.refuse(IR, draft(10_000).terms(1, LATE))).isEqualTo(BarterRefusal.NO_ROOM);
  }
}
