package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.PK;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;

/// The journal for programs of other people, to the letter.
class HledgerJournalTest {
  private final BookScene scene = BookScene.open();

  /// A quarter in which everything happens that can happen to money.
  private void trade() {
    EntryId despatch = scene.deliver(IR, scene.reserve(IR, 40), 40_000, 39_000);
    EntryId acceptance = scene.book(IR, scene.accepting(IR, despatch, 15_600, 400));
    scene.book(PK, scene.settling(PK, acceptance, 150));
    scene.book(PK, scene.paying(PK, 1_000));
    scene.close(IR);
    scene.day = LocalDate.of(2019, 5, 1);
    scene.accept(PK, 10);
    EntryId wrong = scene.book(PK, scene.paying(PK, 500));
    scene.book(PK, scene.contra(PK, wrong));
  }

  @Test
  void itIsWhatIsBooked() {
    trade();
    assertThat(HledgerJournal.of(scene.state))
        .isEqualTo(
            """
            ; Barter account of ir (A) and pk (B). A debit of clearing says that B owes A.
            commodity 1000.0000 UA

            2019-04-22 * (ir/acceptance/1) ir.sarhad.example/joint#4
                clearing:1000 goods  15600.0000 UA
                differences:5300 disputed  400.0000 UA
                delivered:2A00 delivered by a  -16000.0000 UA

            2019-04-22 * (pk/difference/1) pk.sarhad.example/joint#5
                clearing:1000 goods  150.0000 UA
                differences:5100 measure  250.0000 UA
                differences:5300 disputed  -400.0000 UA

            2019-04-22 * (pk/settlement/1) pk.sarhad.example/joint#6
                settled:7200 settled in money  1000.0000 UA
                clearing:1000 goods  -1000.0000 UA

            2019-04-30 * (ir/statement/1) ir.sarhad.example/joint#7
                clearing:1030 interest owed  4.2750 UA
                interest:6000 interest  -4.2750 UA

            2019-04-30 * (statement) end of period 1
                clearing  0.0000 UA =* 14754.2750 UA

            2019-05-01 * (pk/acceptance/1) pk.sarhad.example/joint#11
                clearing:1000 goods  -4000.0000 UA
                delivered:2B00 delivered by b  4000.0000 UA

            2019-05-01 * (pk/settlement/2) pk.sarhad.example/joint#12
                settled:7200 settled in money  500.0000 UA
                clearing:1000 goods  -500.0000 UA

            2019-05-01 * (pk/contra/1) pk.sarhad.example/joint#13
                settled:7200 settled in money  -500.0000 UA
                clearing:1000 goods  500.0000 UA

            2019-05-01 * (balances) what every account stands at
                clearing:1000 goods  0.0000 UA = 10750.0000 UA
                clearing:1030 interest owed  0.0000 UA = 4.2750 UA
                delivered:2A00 delivered by a  0.0000 UA = -16000.0000 UA
                delivered:2B00 delivered by b  0.0000 UA = 4000.0000 UA
                differences:5100 measure  0.0000 UA = 250.0000 UA
                differences:5300 disputed  0.0000 UA = 0.0000 UA
                interest:6000 interest  0.0000 UA = -4.2750 UA
                settled:7200 settled in money  0.0000 UA = 1000.0000 UA
            """);
  }

  @Test
  void whereNothingIsBookedThereIsNothingToAssert() {
    assertThat(HledgerJournal.of(BookState.of(scene.voices.parties()))).isEqualTo("; no account\n");
    assertThat(HledgerJournal.of(scene.state)).hasLineCount(2).endsWith("commodity 1000.0000 UA\n");
  }

  /// Every transaction sums to nothing, as the reader will see.
  @Test
  void everyTransactionSumsToNothing() {
    trade();
    for (String transaction : HledgerJournal.of(scene.state).split("\n\n", -1)) {
      long sum =
          transaction
              .lines()
              .filter(line -> line.startsWith("    "))
              .map(line -> line.replaceAll(".*? {2}(-?[0-9]+)\\.([0-9]{4}) UA.*", "$1$2").strip())
              .mapToLong(Long::parseLong)
              .sum();
      assertThat(sum).as(transaction).isZero();
    }
  }
}
