package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.PK;

import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;

/// The journal for Beancount, to the letter.
class BeancountJournalTest {
  private final BookScene scene = BookScene.open();

  @Test
  void itIsWhatIsBooked() {
    EntryId despatch = scene.deliver(IR, scene.reserve(IR, 40), 40_000, 39_000);
    scene.book(IR, scene.accepting(IR, despatch, 15_600, 400));
    scene.book(PK, scene.paying(PK, 1_000));
    scene.close(IR);
    assertThat(BeancountJournal.of(scene.state))
        .isEqualTo(
            """
            ; Barter account of ir (A) and pk (B). A debit of clearing says that B owes A.
            option "title" "ir/pk"
            option "operating_currency" "UA"
            2019-04-01 commodity UA
            2019-04-01 open Assets:Clearing UA
            2019-04-01 open Assets:Clearing:Goods-1000 UA
            2019-04-01 open Assets:Clearing:Energy-1010 UA
            2019-04-01 open Assets:Clearing:Transport-1020 UA
            2019-04-01 open Assets:Clearing:Interest-owed-1030 UA
            2019-04-01 open Assets:Clearing:Technical-credit-1090 UA
            2019-04-01 open Equity:Trade:Delivered-by-a-2A00 UA
            2019-04-01 open Equity:Trade:Delivered-by-b-2B00 UA
            2019-04-01 open Equity:Differences:Measure-5100 UA
            2019-04-01 open Equity:Differences:Quality-5200 UA
            2019-04-01 open Equity:Differences:Disputed-5300 UA
            2019-04-01 open Equity:Trade:Interest-6000 UA
            2019-04-01 open Equity:Trade:Not-taken-6100 UA
            2019-04-01 open Equity:Trade:Settled-in-goods-7100 UA
            2019-04-01 open Equity:Trade:Settled-in-money-7200 UA
            2019-04-01 open Equity:Trade:Carried-forward-7300 UA
            2019-04-01 open Equity:Trade:Restated-8000 UA

            2019-04-22 * "ir/acceptance/1" "ir.sarhad.example/joint#4"
              Assets:Clearing:Goods-1000  15600.0000 UA
              Equity:Differences:Disputed-5300  400.0000 UA
              Equity:Trade:Delivered-by-a-2A00  -16000.0000 UA

            2019-04-22 * "pk/settlement/1" "pk.sarhad.example/joint#5"
              Equity:Trade:Settled-in-money-7200  1000.0000 UA
              Assets:Clearing:Goods-1000  -1000.0000 UA

            2019-04-30 * "ir/statement/1" "ir.sarhad.example/joint#6"
              Assets:Clearing:Interest-owed-1030  4.1400 UA
              Equity:Trade:Interest-6000  -4.1400 UA

            2019-05-01 balance Assets:Clearing  14604.1400 ~ 0 UA
            2019-05-01 balance Assets:Clearing:Goods-1000  14600.0000 ~ 0 UA
            2019-05-01 balance Assets:Clearing:Interest-owed-1030  4.1400 ~ 0 UA
            2019-05-01 balance Equity:Trade:Delivered-by-a-2A00  -16000.0000 ~ 0 UA
            2019-05-01 balance Equity:Differences:Disputed-5300  400.0000 ~ 0 UA
            2019-05-01 balance Equity:Trade:Interest-6000  -4.1400 ~ 0 UA
            2019-05-01 balance Equity:Trade:Settled-in-money-7200  1000.0000 ~ 0 UA
            """);
  }

  @Test
  void withoutAnAccountThereIsNothingToAssert() {
    assertThat(BeancountJournal.of(BookState.of(scene.voices.parties())))
        .isEqualTo("; no account\n");
  }
}
