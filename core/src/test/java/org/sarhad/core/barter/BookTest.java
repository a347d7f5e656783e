package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.barter.BookScene.DAY;
import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.PK;
import static org.sarhad.core.barter.BookScene.TEXT;
import static org.sarhad.core.barter.BookScene.index;
import static org.sarhad.core.barter.BookScene.units;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sarhad.core.barter.ContractTerms.Weighed;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.register.DueDate;

/// What is booked when, figure by figure: protocol clauses 14-5 and 14-6.
class BookTest {
  private static final Ledger RICE = new Ledger("100630/KGM");

  private final BookScene scene = BookScene.open();

  private static String text(List<Line> lines) {
    return String.join(", ", lines.stream().map(Line::toString).toList());
  }

  // ---- quantities -----------------------------------------------------------------------------

  @Test
  void aQuantityGoesThroughItsAccounts() {
    EntryId contract = scene.book(IR, scene.rice(IR));
    assertThat(text(scene.lines(contract)))
        .isEqualTo("100630/KGM 9000 -100000, 100630/KGM 9100 100000");

    EntryId reservation = scene.book(IR, scene.reserving(contract, 40_000));
    assertThat(text(scene.lines(reservation)))
        .isEqualTo("100630/KGM 9100 -40000, 100630/KGM 3A00 40000");

    EntryId despatch = scene.say(IR, scene.despatched(IR, reservation, 39_000));
    assertThat(text(scene.lines(despatch)))
        .isEqualTo("100630/KGM 3A00 -39000, 100630/KGM 4A00 39000");

    EntryId receipt = scene.say(PK, scene.received(PK, despatch, 38_990));
    assertThat(text(scene.lines(receipt)))
        .isEqualTo("100630/KGM 4A00 -39000, 100630/KGM 2A00 38990, 100630/KGM 5100 10");
    assertThat(scene.state.journal().balance(RICE, AccountCode.CONTRACTED)).isEqualTo(-100_000);
  }

  /// What is delivered beyond the reservation, within five per cent, comes on top of the contract.
  @Test
  void moreThanWasReservedComesOnTop() {
    EntryId reservation = scene.reserve(IR, 40);
    EntryId despatch = scene.say(IR, scene.despatched(IR, reservation, 42_000));
    assertThat(text(scene.lines(despatch)))
        .isEqualTo("100630/KGM 3A00 -40000, 100630/KGM 9000 -2000, 100630/KGM 4A00 42000");
    assertThat(scene.state.trade().reservations().get(reservation).isLive()).isFalse();
  }

  @Test
  void aCertificateIsKeptBesideTheDelivery() {
    EntryId despatch = scene.deliver(IR, scene.reserve(IR, 10), 10_000, 10_000);
    EntryId certificate =
        scene.say(PK, scene.certified(PK, despatch, new Quantity(22_046, UnitCode.LBR)));
    assertThat(scene.state.trade().deliveries().get(despatch).certificates().stream())
        .containsExactly(certificate);
    assertThat(scene.lines(certificate)).isEmpty();
  }

  // ---- reservations ---------------------------------------------------------------------------

  /// 40 t and five per cent at 400: 16 800 that B might come to owe.
  @Test
  void aReservationTakesRoomAndMovesNoMoney() {
    EntryId reservation = scene.reserve(IR, 40);
    Voucher voucher = scene.state.journal().voucher(reservation).orElseThrow();
    assertThat(text(voucher.held())).isEqualTo("ua 1000 168000000, ua 3A00 -168000000");
    assertThat(scene.owed(PK)).isEqualTo(Money.ZERO);
    assertThat(scene.state.exposure(PK)).isEqualTo(units(16_800));
    assertThat(scene.state.room(PK)).isEqualTo(units(33_200));
    assertThat(scene.state.room(IR)).isEqualTo(units(50_000));
  }

  @Test
  void roomIsGivenBackAsItIsUsed() {
    EntryId reservation = scene.reserve(IR, 40);
    EntryId despatch = scene.deliver(IR, reservation, 20_000, 20_000);
    assertThat(scene.state.exposure(PK)).isEqualTo(units(16_800));
    scene.book(IR, scene.accepting(IR, despatch, 8_000, 0));
    assertThat(scene.owed(PK)).isEqualTo(units(8_000));
    assertThat(scene.state.exposure(PK)).isEqualTo(units(16_800));
    EntryId rest = scene.deliver(IR, reservation, 20_000, 20_000);
    assertThat(scene.state.exposure(PK)).as("nothing more can come").isEqualTo(units(16_000));
    scene.book(PK, scene.accepting(PK, rest, 8_000, 0));
    assertThat(scene.state.exposure(PK)).isEqualTo(units(16_000));
    assertThat(scene.state.journal().held(AccountCode.RESERVED_BY_A)).isEqualTo(Money.ZERO);
  }

  /// The exporter's node says it by itself, when the day is over: what is on its way keeps its
  /// room.
  @Test
  void aReservationLapses() {
    DueDate until = DueDate.parse("2019-04-30+05:00");
    EntryId contract = scene.book(IR, scene.rice(IR));
    ReservationTerms terms = scene.reserving(contract, 40_000);
    EntryId reservation =
        scene.book(IR, new ReservationTerms(1, contract, terms.quantity(), terms.hold(), until));
    scene.say(IR, scene.despatched(IR, reservation, 10_000));
    assertThat(scene.state.due(IR, until.over().minusMillis(1))).isEmpty();
    assertThat(scene.state.due(PK, until.over())).isEmpty();
    BarterFact lapse = scene.state.due(IR, until.over()).getFirst();
    scene.at(LocalDate.of(2019, 5, 1));
    EntryId lapsed = scene.say(scene.voices.node(IR), lapse);

    assertThat(text(scene.lines(lapsed)))
        .isEqualTo("100630/KGM 3A00 -30000, 100630/KGM 9100 30000");
    assertThat(scene.state.exposure(PK)).isEqualTo(units(4_000));
    assertThat(scene.state.trade().contracts().get(contract).left()).isEqualTo(90_000);
    assertThat(scene.state.due(IR, until.over())).isEmpty();
  }

  // ---- acceptance -----------------------------------------------------------------------------

  @Test
  void whatIsAcceptedIsOwed() {
    EntryId acceptance = scene.accept(IR, 40);
    assertThat(text(scene.lines(acceptance))).isEqualTo("ua 1000 160000000, ua 2A00 -160000000");
    assertThat(scene.owed(PK)).isEqualTo(units(16_000));
    assertThat(scene.owed(IR)).isEqualTo(units(-16_000));
  }

  /// And the other way round it is what A owes B.
  @Test
  void bDeliversToA() {
    EntryId acceptance = scene.accept(PK, 10);
    assertThat(text(scene.lines(acceptance))).isEqualTo("ua 1000 -40000000, ua 2B00 40000000");
    assertThat(scene.owed(IR)).isEqualTo(units(4_000));
  }

  /// Take-or-pay: nothing was delivered, and it is owed all the same, once for each month; booked
  /// back, it can be booked anew.
  @Test
  void whatWasNotTakenIsOwedOnce() {
    EntryId contract = scene.book(IR, scene.rice(IR));
    EntryId shortfall = scene.book(PK, scene.untaken(PK, contract, 1_000, 400));
    assertThat(text(scene.lines(shortfall))).isEqualTo("ua 1000 4000000, ua 6100 -4000000");
    assertThat(scene.owed(PK)).isEqualTo(units(400));
    EntryId contra = scene.book(IR, scene.contra(IR, shortfall));
    assertThat(text(scene.lines(contra))).isEqualTo("ua 1000 -4000000, ua 6100 4000000");
    assertThat(scene.owed(PK)).isEqualTo(Money.ZERO);
    scene.book(PK, scene.untaken(PK, contract, 2_000, 800));
    assertThat(scene.owed(PK)).isEqualTo(units(800));
    EntryId other = scene.book(PK, scene.rice(PK));
    scene.book(IR, scene.untaken(IR, other, 500, 200));
    assertThat(scene.owed(PK)).as("the other way").isEqualTo(units(600));
  }

  /// What is drafted is what is booked, within the tolerance and beyond it, from either side.
  @Test
  void theAcceptanceThatIsDraftedStands() {
    EntryId reservation = scene.reserve(IR, 40);
    EntryId despatch = scene.say(IR, scene.despatched(IR, reservation, 10_000));
    assertThat(scene.drafted(IR, despatch)).isEmpty();
    scene.say(PK, scene.received(PK, despatch, 9_000));
    AcceptanceTerms draft = scene.drafted(PK, despatch).orElseThrow();
    assertThat(draft).isEqualTo(scene.accepting(PK, despatch, 3_600, 400));
    scene.book(PK, draft);
    assertThat(scene.drafted(IR, despatch)).as("taken over").isEmpty();
    assertThat(scene.drafted(IR, reservation)).as("no despatch").isEmpty();
  }

  @Test
  void withinTheToleranceTheAgreedWeightCounts() {
    assertThat(weighed(Weighed.LOADED, 9_950, 3_980_0000L + 20_0000L))
        .isEqualTo("ua 1000 40000000, ua 5100 -200000, ua 2A00 -39800000");
    assertThat(weighed(Weighed.OUTTURN, 9_950, 3_980_0000L))
        .isEqualTo("ua 1000 39800000, ua 2A00 -39800000");
    assertThat(weighed(Weighed.MEAN, 9_950, 3_990_0000L))
        .isEqualTo("ua 1000 39900000, ua 5100 -100000, ua 2A00 -39800000");
    assertThat(weighed(Weighed.MEAN, 10_050, 4_010_0000L))
        .isEqualTo("ua 1000 40100000, ua 5100 100000, ua 2A00 -40200000");
  }

  /// Ten tonnes are sent, and so much arrives.
  private static String weighed(Weighed weighed, long received, long value) {
    BookScene scene = BookScene.open();
    EntryId contract = scene.book(IR, scene.rice(IR, 100, weighed));
    EntryId despatch =
        scene.deliver(IR, scene.book(IR, scene.reserving(contract, 10_000)), 10_000, received);
    AcceptanceTerms terms = scene.accepting(IR, despatch, 0, 0);
    return text(
        scene.lines(
            scene.book(
                IR,
                new AcceptanceTerms(
                    1, DAY, terms.despatch(), terms.receipt(), Money.of(value), Money.ZERO))));
  }

  /// Ten are sent, nine arrive: nine are owed, one is disputed, and only that keeps its room.
  @Test
  void beyondTheToleranceOnlyTheSliceIsDisputed() {
    EntryId despatch = scene.deliver(IR, scene.reserve(IR, 10), 10_000, 9_000);
    EntryId acceptance = scene.book(IR, scene.accepting(IR, despatch, 3_600, 400));
    assertThat(text(scene.lines(acceptance)))
        .isEqualTo("ua 1000 36000000, ua 5300 4000000, ua 2A00 -40000000");
    assertThat(scene.owed(PK)).isEqualTo(units(3_600));
    assertThat(scene.state.exposure(PK)).isEqualTo(units(4_000));

    EntryId settled = scene.book(PK, scene.settling(PK, acceptance, 250));
    assertThat(text(scene.lines(settled)))
        .isEqualTo("ua 1000 2500000, ua 5100 1500000, ua 5300 -4000000");
    assertThat(scene.owed(PK)).isEqualTo(units(3_850));
    assertThat(scene.state.exposure(PK)).isEqualTo(units(3_850));
    assertThat(scene.refuse(PK, scene.settling(PK, acceptance, 0)))
        .isEqualTo(BarterRefusal.NOT_DISPUTED);
  }

  @Test
  void moreThanWasSentIsDisputedToo() {
    EntryId despatch = scene.deliver(IR, scene.reserve(IR, 10), 9_000, 10_000);
    scene.book(PK, scene.accepting(PK, despatch, 3_600, 400));
    assertThat(scene.balance(AccountCode.DISPUTED)).isEqualTo(units(400));
  }

  // ---- contra ---------------------------------------------------------------------------------

  /// The original stays as it is, and the delivery can be accepted anew.
  @Test
  void aMistakeIsBookedBack() {
    EntryId reservation = scene.reserve(IR, 10);
    EntryId despatch = scene.deliver(IR, reservation, 10_000, 9_000);
    Money exposed = scene.state.exposure(PK);
    EntryId acceptance = scene.book(IR, scene.accepting(IR, despatch, 3_600, 400));
    List<Line> original = scene.lines(acceptance);
    EntryId contra = scene.book(PK, scene.contra(PK, acceptance));

    assertThat(scene.lines(acceptance)).isEqualTo(original);
    assertThat(scene.lines(contra)).isEqualTo(original.stream().map(Line::mirrored).toList());
    assertThat(scene.state.journal().voucher(acceptance).flatMap(Voucher::reversedBy))
        .contains(VoucherRef.of(contra));
    assertThat(scene.owed(PK)).isEqualTo(Money.ZERO);
    assertThat(scene.state.exposure(PK)).isEqualTo(exposed);
    assertThat(scene.balance(AccountCode.DISPUTED)).isEqualTo(Money.ZERO);
    scene.book(IR, scene.accepting(IR, despatch, 3_600, 400));
    assertThat(scene.owed(PK)).isEqualTo(units(3_600));
  }

  @Test
  void aSettledDifferenceIsBookedBackAndOpenAgain() {
    EntryId despatch = scene.deliver(IR, scene.reserve(IR, 10), 10_000, 9_000);
    EntryId acceptance = scene.book(IR, scene.accepting(IR, despatch, 3_600, 400));
    EntryId settled = scene.book(PK, scene.settling(PK, acceptance, 400));
    scene.book(IR, scene.contra(IR, settled));
    assertThat(scene.balance(AccountCode.DISPUTED)).isEqualTo(units(400));
    assertThat(scene.state.exposure(PK)).isEqualTo(units(4_000));
    scene.book(PK, scene.settling(PK, acceptance, 0));
    assertThat(scene.balance(AccountCode.MEASURE)).isEqualTo(units(400));
  }

  // ---- prices ---------------------------------------------------------------------------------

  /// 3.2 + 0.075 p for a megawatt hour: 9.2 at 80 as it is delivered, 9.65 at 86 in the end.
  @Test
  void aProvisionalPriceGetsItsDelta() {
    EntryId contract = scene.book(IR, scene.power(IR, "80"));
    EntryId reservation = scene.book(IR, scene.reserving(contract, 1_000));
    EntryId despatch =
        scene.say(
            IR,
            new BarterFact.Despatched(
                1, reservation, new Quantity(1_000, UnitCode.MWH), Ordered.set()));
    scene.say(
        PK,
        new BarterFact.Received(1, despatch, new Quantity(1_000_000, UnitCode.KWH), Ordered.set()));
    EntryId acceptance = scene.book(IR, scene.accepting(IR, despatch, 9_200, 0));

    EntryId priced = scene.book(IR, pricing(1, contract, acceptance, "86", 450_0000L));
    assertThat(text(scene.lines(priced))).isEqualTo("ua 1000 4500000, ua 2A00 -4500000");
    assertThat(scene.owed(PK)).isEqualTo(units(9_650));
    scene.book(IR, pricing(2, contract, acceptance, "85.5", -37_5000L));
    assertThat(scene.owed(PK)).isEqualTo(Money.of(9_612_5000L));

    EntryId contra = scene.book(PK, scene.contra(PK, acceptance));
    assertThat(scene.state.journal().voucher(contra).orElseThrow().moved())
        .as("with all that prices have added")
        .isEqualTo(Money.of(-9_612_5000L));
    assertThat(scene.owed(PK)).isEqualTo(Money.ZERO);
  }

  private static PriceTerms pricing(
      int number, EntryId contract, EntryId acceptance, String index, long delta) {
    return new PriceTerms(
        number,
        DAY,
        contract,
        index(index),
        Ordered.set(VoucherRef.of(acceptance)),
        Money.of(delta));
  }

  /// A third of a unit of account a tonne: what is rounded away is counted.
  @Test
  void whatIsRoundedAwayStaysInSight() {
    EntryId contract =
        scene.book(
            IR,
            scene.contract(
                IR,
                new Quantity(100_000, UnitCode.KGM),
                new PriceRule(PriceFormula.parse("1 / 3"), UnitCode.TNE, new TreeMap<>()),
                new TreeMap<>(),
                Weighed.OUTTURN));
    EntryId reservation = scene.book(IR, scene.reserving(contract, 10_000));
    EntryId despatch = scene.deliver(IR, reservation, 10_000, 10_000);
    AcceptanceTerms terms = scene.accepting(IR, despatch, 0, 0);
    scene.book(
        IR,
        new AcceptanceTerms(
            1, DAY, terms.despatch(), terms.receipt(), Money.of(33_333), Money.ZERO));
    assertThat(scene.state.journal().residue()).isEqualTo(333_333_333);
  }

  // ---- periods --------------------------------------------------------------------------------

  /// 16 000 owed from the 22nd to the 30th, 6 000 beyond what is free, at a ten-thousandth a day:
  /// nine days of 0.6.
  @Test
  void aPeriodIsClosedWithItsInterest() {
    scene.accept(IR, 40);
    scene.at(LocalDate.of(2019, 5, 1));
    PeriodStatement statement = scene.state.statement(scene.settings).orElseThrow();
    assertThat(statement.from()).isEqualTo(LocalDate.of(2019, 4, 1));
    assertThat(statement.until()).isEqualTo(LocalDate.of(2019, 4, 30));
    assertThat(statement.opening()).isEqualTo(Money.ZERO);
    assertThat(statement.interest()).isEqualTo(Money.of(5_4000));
    assertThat(statement.closing()).isEqualTo(Money.of(16_005_4000L));
    assertThat(statement.vouchers()).isEqualTo(1);

    EntryId closed = scene.book(PK, scene.closing(PK));
    assertThat(text(scene.lines(closed))).isEqualTo("ua 1030 54000, ua 6000 -54000");
    assertThat(scene.owed(PK)).isEqualTo(Money.of(16_005_4000L));
    assertThat(scene.state.openFrom()).contains(LocalDate.of(2019, 5, 1));
    assertThat(scene.state.periods().get(1)).isEqualTo(statement);

    PeriodStatement next = scene.state.statement(scene.settings).orElseThrow();
    assertThat(next.period()).isEqualTo(2);
    assertThat(next.opening()).isEqualTo(statement.closing());
    assertThat(next.vouchers()).isZero();
    assertThat(next.interest()).as("31 days of 6 005.4").isEqualTo(Money.of(18_6167));
    assertThat(next.residue()).isEqualTo(400_000_000);
  }

  /// Where A owes, the interest is A's.
  @Test
  void interestIsDueByWhoOwes() {
    scene.accept(PK, 40);
    scene.close(IR);
    assertThat(scene.owed(IR)).isEqualTo(Money.of(16_005_4000L));
  }

  @Test
  void whatCountsForTheNextPeriodWaits() {
    scene.accept(IR, 40);
    scene.at(LocalDate.of(2019, 5, 2));
    scene.book(
        PK,
        new SettlementTerms(
            1, LocalDate.of(2019, 5, 2), PK, units(9_000), SettlementTerms.By.MONEY, "TT"));
    scene.book(PK, scene.closing(PK));
    assertThat(scene.state.periods().get(1).closing()).isEqualTo(Money.of(16_005_4000L));
    assertThat(scene.owed(PK)).isEqualTo(Money.of(7_005_4000L));
    PeriodStatement next = scene.state.statement(scene.settings).orElseThrow();
    assertThat(next.vouchers()).isEqualTo(1);
    assertThat(next.closing().minus(next.interest())).isEqualTo(Money.of(7_005_4000L));
  }

  @Test
  void aDebtIsPaid() {
    scene.accept(IR, 40);
    assertThat(text(scene.lines(scene.book(PK, scene.paying(PK, 9_000)))))
        .isEqualTo("ua 7200 90000000, ua 1000 -90000000");
    EntryId wrong = scene.book(PK, scene.paying(PK, 7_000));
    assertThat(scene.owed(PK)).isEqualTo(Money.ZERO);
    scene.book(PK, scene.contra(PK, wrong));
    assertThat(scene.owed(PK)).isEqualTo(units(7_000));
  }

  @Test
  void whatIsBeyondALimitIsToBeSettled() {
    scene.accept(IR, 40);
    assertThat(scene.state.order(scene.settings)).isEmpty();
    scene.book(PK, scene.swing(PK, 10_000, true));
    scene.close(IR);
    assertThat(scene.state.order(scene.settings))
        .contains(new SettlementOrder(PK, Money.of(6_005_4000L), LocalDate.of(2019, 5, 30)));
    assertThat(scene.state.room(PK)).isEqualTo(Money.ZERO);
  }

  @Test
  void aYearGoesOnWithItsDifferencesByName() {
    EntryId despatch = scene.deliver(IR, scene.reserve(IR, 10), 10_000, 9_000);
    scene.book(IR, scene.accepting(IR, despatch, 3_600, 400));
    scene.close(IR);
    scene.book(
        PK, new YearEndTerms(1, List.of(new Carried(AccountCode.DISPUTED, units(400), TEXT))));
    assertThat(scene.state.years()).isEqualTo(1);
    assertThat(scene.balance(AccountCode.DISPUTED)).isEqualTo(units(400));
  }

  // ---- what was never agreed ------------------------------------------------------------------

  @Test
  void anAcceptanceByAStaleAssentIsBookedBack() {
    EntryId despatch = scene.deliver(IR, scene.reserve(IR, 10), 10_000, 9_000);
    BarterTerms terms = scene.accepting(IR, despatch, 3_600, 400);
    EntryId acceptance = scene.book(IR, terms);
    BarterTerms settling = scene.settling(PK, acceptance, 100);
    EntryId settled = scene.book(PK, settling);
    EntryId proof = scene.contest(IR, acceptance, terms, IR);

    assertThat(scene.owed(PK)).isEqualTo(Money.ZERO);
    assertThat(scene.balance(AccountCode.DISPUTED)).isEqualTo(Money.ZERO);
    assertThat(scene.balance(AccountCode.MEASURE)).isEqualTo(Money.ZERO);
    assertThat(scene.state.journal().voucher(settled).flatMap(Voucher::reversedBy))
        .contains(VoucherRef.of(proof));
    assertThat(scene.state.trade().deliveries().get(despatch).taken()).isEmpty();
    scene.contest(PK, settled, settling, PK);
    assertThat(scene.owed(PK)).as("booked back once").isEqualTo(Money.ZERO);
  }

  @Test
  void nothingNewRestsOnWhatWasNeverAgreed() {
    ContractTerms terms = scene.rice(IR);
    EntryId contract = scene.book(IR, terms);
    ReservationTerms reserving = scene.reserving(contract, 40_000);
    EntryId reservation = scene.book(IR, reserving);
    scene.say(IR, scene.despatched(IR, reservation, 10_000));
    scene.contest(IR, reservation, reserving, IR);
    assertThat(scene.state.trade().reservations().get(reservation).over())
        .contains(Reservation.Over.VOIDED);
    assertThat(scene.state.exposure(PK)).as("what is on its way").isEqualTo(units(4_000));
    assertThat(scene.refuse(IR, scene.despatched(IR, reservation, 1)))
        .isEqualTo(BarterRefusal.ENDED);
    scene.contest(IR, contract, terms, IR);
    assertThat(scene.refuse(IR, scene.reserving(contract, 1_000))).isEqualTo(BarterRefusal.ENDED);
  }

  @Test
  void withoutAnAccountThereIsNothingToOwe() {
    BookState none = BookState.of(scene.voices.parties());
    assertThat(none.owed(IR)).isEqualTo(Money.ZERO);
    assertThat(none.exposure(PK)).isEqualTo(Money.ZERO);
    assertThat(none.room(PK)).isEqualTo(Money.ZERO);
    assertThat(none.statement(BookScene.SETTINGS)).isEmpty();
    assertThat(none.order(BookScene.SETTINGS)).isEmpty();
    assertThat(none.openFrom()).isEqualTo(Optional.empty());
  }

  // ---- the worth of the unit, and the end -------------------------------------------------------

  /// What is owed is so many times as much, of the day on, with interest; who owes nobody anything
  /// owes nobody anything.
  @Test
  void theBalanceIsRestated() {
    BookScene scene = BookScene.open();
    scene.book(IR, scene.restating(PK, "2"));
    assertThat(scene.state.journal().net()).isEqualTo(Money.ZERO);
    scene.accept(IR, 50);
    EntryId restated = scene.book(PK, scene.restating(PK, "1.5"));
    assertThat(scene.owed(PK)).isEqualTo(units(30_000));
    assertThat(scene.balance(AccountCode.RESTATED)).isEqualTo(units(-10_000));
    scene.book(IR, scene.restating(IR, "2"));
    assertThat(scene.owed(PK)).as("whatever the limit").isEqualTo(units(60_000));
    assertThat(scene.refuse(IR, scene.contra(IR, restated)))
        .isEqualTo(BarterRefusal.NOT_REVERSIBLE);
    scene.book(PK, scene.restating(PK, "0.3333333"));
    assertThat(scene.owed(PK)).isEqualTo(Money.of(199_999_980));
    scene.close(IR);
    assertThat(scene.state.periods().get(1).closing().isPositive()).isTrue();
  }

  /// A credit stands in the place of the one before, of whoever it was, and moves nothing that is
  /// owed.
  @Test
  void thereIsOneCreditAtATime() {
    BookScene scene = BookScene.open();
    scene.accept(IR, 30);
    scene.book(PK, scene.crediting(PK, 8_000));
    scene.book(PK, scene.crediting(PK, 3_000));
    assertThat(scene.state.credit(PK)).isEqualTo(units(3_000));
    assertThat(scene.owed(PK)).isEqualTo(units(12_000));
    scene.book(PK, scene.paying(PK, 12_000));
    scene.accept(PK, 10);
    scene.book(IR, scene.crediting(IR, 1_000));
    assertThat(scene.state.credit(IR)).isEqualTo(units(1_000));
    assertThat(scene.state.credit(PK)).isEqualTo(Money.ZERO);
    scene.book(IR, scene.crediting(IR, 0));
    assertThat(scene.balance(AccountCode.TECHNICAL_CREDIT)).isEqualTo(Money.ZERO);
    assertThat(scene.owed(IR)).isEqualTo(units(4_000));
  }

  /// After its last day nothing is contracted, and what was is reserved, delivered and settled.
  @Test
  void contractsSurviveTheLastDay() {
    BookScene scene = BookScene.open();
    EntryId contract = scene.book(IR, scene.rice(IR));
    scene.book(IR, scene.ending(1, BookScene.DAY.plusDays(3)));
    scene.book(PK, scene.ending(1, BookScene.DAY.plusDays(2)));
    scene.book(PK, scene.rice(PK));
    scene.at(BookScene.DAY.plusDays(3));
    assertThat(scene.refuse(PK, scene.rice(PK))).isEqualTo(BarterRefusal.ACCOUNT_ENDED);
    assertThat(scene.refuse(PK, scene.ending(2, BookScene.DAY.plusDays(9))))
        .isEqualTo(BarterRefusal.ACCOUNT_ENDED);
    EntryId reservation = scene.book(IR, scene.reserving(contract, 10_000));
    EntryId despatch = scene.deliver(IR, reservation, 10_000, 10_000);
    scene.book(IR, scene.accepting(IR, despatch, 4_000, 0));
    scene.close(PK);
    scene.day = scene.state.openFrom().orElseThrow();
    scene.book(PK, scene.paying(PK, 4_000));
    assertThat(scene.owed(PK)).isEqualTo(Money.ZERO);
  }
}
