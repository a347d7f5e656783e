package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.PK;
import static org.sarhad.core.barter.BookScene.SETTINGS;
import static org.sarhad.core.barter.BookScene.units;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;

/// What is to be settled after a period, and what of it was paid (protocol clause 14-8.5).
class OutstandingTest {
  private final BookScene scene = BookScene.open();

  /// April ends with 16 000 and interest of 5.4 owed by Pakistan, which may owe 10 000 only.
  @BeforeEach
  void beyond() {
    scene.accept(IR, 40);
    scene.book(PK, scene.swing(PK, 10_000, true));
    scene.close(IR);
    scene.day = LocalDate.of(2019, 5, 1);
  }

  private Outstanding outstanding() {
    return Outstanding.of(scene.state, SETTINGS).orElseThrow();
  }

  @Test
  void whatIsBeyondTheLimitIsDue() {
    assertThat(outstanding().since()).isEqualTo(LocalDate.of(2019, 4, 30));
    assertThat(outstanding().order().debtor()).isEqualTo(PK);
    assertThat(outstanding().left()).isEqualTo(Money.of(60_054_000));
    assertThat(outstanding().isLate(LocalDate.of(2019, 5, 30))).isFalse();
    assertThat(outstanding().isLate(LocalDate.of(2019, 5, 31))).isTrue();
  }

  @Test
  void whatIsPaidIsTakenOffAndIsDueAgainOnceItIsBookedBack() {
    SettlementTerms paying = scene.paying(PK, 2_000);
    EntryId paid = scene.book(PK, paying);
    assertThat(outstanding().paid()).isEqualTo(units(2_000));
    assertThat(outstanding().left()).isEqualTo(Money.of(40_054_000));
    scene.contest(IR, paid, paying, PK);
    assertThat(outstanding().left()).isEqualTo(Money.of(60_054_000));
  }

  @Test
  void moreThanThatLeavesNothing() {
    scene.book(PK, scene.paying(PK, 9_000));
    assertThat(outstanding().left()).isEqualTo(Money.ZERO);
    assertThat(outstanding().isLate(LocalDate.of(2019, 12, 31))).isFalse();
  }

  @Test
  void whoOwesNoMoreThanTheyMayHasNothingToSettle() {
    scene.book(PK, scene.swing(PK, 20_000, false));
    assertThat(Outstanding.of(scene.state, SETTINGS)).isEmpty();
  }
}
