package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.OM;
import static org.sarhad.core.barter.BookScene.PK;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// A closed period in the older words of banks, to the letter.
class Mt950Test {
  private final BookScene scene = BookScene.open();

  private String text(PartyId side) {
    return Mt950.of(scene.state, 1, side).orElseThrow().replace("\r\n", "\n");
  }

  @Test
  void itIsWhatTheStatementSays() {
    EntryId wrong = scene.accept(IR, 10);
    scene.book(IR, scene.contra(IR, wrong));
    scene.accept(IR, 40);
    scene.book(PK, scene.paying(PK, 1_000));
    scene.close(PK);
    assertThat(text(IR))
        .isEqualTo(
            """
            {4:
            :20:PERIOD1
            :25:ir/pk
            :28C:1/1
            :60F:C190401XXX0,
            :61:1904220422C4000,NMSCACC1
            ir/acceptance/1
            :61:1904220422RC4000,NMSCCON1
            ir/contra/1
            :61:1904220422C16000,NMSCACC2
            ir/acceptance/2
            :61:1904220422D1000,NTRFSET1
            pk/settlement/1
            :61:1904300430C4,5NINTSTA1
            pk/statement/1
            :62F:C190430XXX15004,5
            -}
            """);
    assertThat(text(PK))
        .contains(":61:1904220422D4000,N", ":61:1904220422RD4000,N", ":62F:D190430XXX15004,5");
  }

  /// A message may have 2 000 characters, so that a long period has several.
  @Test
  void aLongPeriodGoesOnInTheNextMessage() {
    for (int i = 0; i < 17; i++) {
      scene.accept(IR, 1);
      scene.accept(PK, 1);
    }
    scene.close(IR);
    String text = text(IR);
    assertThat(Stream.of(text.split("\\{4:\n", -1)).skip(1))
        .hasSize(3)
        .allMatch(message -> message.length() < 2_000);
    assertThat(text)
        .containsSubsequence(
            ":28C:1/1", ":60F:C", ":62M:C190430XXX0,", ":28C:1/2", ":60M:C190430XXX0,", ":28C:1/3")
        .containsOnlyOnce(":62F:");
  }

  @Test
  void whatIsNotClosedOrNobodysIsNoStatement() {
    scene.accept(IR, 10);
    assertThat(Mt950.of(scene.state, 1, IR)).isEmpty();
    scene.close(PK);
    assertThat(Mt950.of(scene.state, 1, PK)).isPresent();
    assertThat(Mt950.of(scene.state, 2, PK)).isEmpty();
    assertThat(Mt950.of(scene.state, 1, OM)).isEmpty();
    assertThat(Mt950.of(BookState.of(BookScript.SIDES), 1, PK)).isEmpty();
  }

  /// A field has fifteen characters: what needs more is not cut.
  @Test
  void anAmountThatHasNoRoomMakesNoStatement() {
    scene.accept(IR, 10);
    scene.close(PK);
    PeriodStatement closed = scene.state.periods().get(1);
    assertThat(Mt950.of(opened(closed, Money.of(99_999_999_999_999L)), 1, IR)).isPresent();
    assertThat(Mt950.of(opened(closed, Money.of(100_000_000_000_001L)), 1, IR)).isEmpty();
    assertThat(Mt950.of(opened(closed, Money.ofUnits(90_000_000_000L)), 1, IR)).isPresent();
  }

  /// The same period, before which so much was owed.
  private BookState opened(PeriodStatement closed, Money opening) {
    PeriodStatement large =
        new PeriodStatement(
            1,
            closed.from(),
            closed.until(),
            opening.minus(Money.ofUnits(4_000)),
            closed.interest(),
            closed.residue(),
            opening,
            closed.vouchers(),
            closed.journal());
    return scene.state.with(large);
  }
}
