package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.barter.BookScene.DAY;
import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.PK;
import static org.sarhad.core.barter.BookScene.units;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How many days are left until a limit (protocol clause 14-8.4).
class PaceTest {
  private final BookScene scene = BookScene.open();

  private Pace pace(LocalDate today) {
    return Pace.of(scene.state, today).orElseThrow();
  }

  @Test
  void withoutAnAccountOrBeforeItThereIsNone() {
    assertThat(Pace.of(BookState.of(scene.voices.parties()), DAY)).isEmpty();
    assertThat(Pace.of(scene.state, LocalDate.of(2019, 3, 31))).isEmpty();
    assertThat(pace(LocalDate.of(2019, 4, 1)).days()).isEqualTo(1);
  }

  @Test
  void whatStandsStillReachesNothing() {
    assertThat(pace(DAY)).isEqualTo(new Pace(22, Money.ZERO, Optional.empty()));
    scene.accept(IR, 10);
    scene.accept(PK, 10);
    assertThat(pace(DAY).reach()).as("as much one way as the other").isEmpty();
  }

  /// 4 000 in 22 days; 46 000 are left: 253 days.
  @Test
  void itIsReckonedFromTheDaysThereAre() {
    scene.accept(IR, 10);
    assertThat(pace(DAY))
        .isEqualTo(new Pace(22, units(4_000), Optional.of(new Pace.Reach(PK, 253))));
  }

  @Test
  void theOtherWayRoundTheOtherSideReachesIt() {
    scene.accept(PK, 10);
    assertThat(pace(DAY).moved()).isEqualTo(units(-4_000));
    assertThat(pace(DAY).reach()).contains(new Pace.Reach(IR, 253));
  }

  /// What was booked 28 days ago does not count any more; the day after that it did.
  @Test
  void whatIsLongAgoDoesNotCount() {
    scene.accept(IR, 10);
    assertThat(pace(DAY.plusDays(27)).reach()).contains(new Pace.Reach(PK, 322));
    assertThat(pace(DAY.plusDays(28)).reach()).isEmpty();
  }

  @Test
  void whoOwesAllThatTheyMayIsThereToday() {
    scene.accept(IR, 10);
    scene.book(PK, scene.swing(PK, 3_000, true));
    assertThat(pace(DAY).reach()).contains(new Pace.Reach(PK, 0));
  }
}
