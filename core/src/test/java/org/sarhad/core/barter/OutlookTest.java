package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.barter.BookScene.DAY;
import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.PK;
import static org.sarhad.core.barter.BookScene.SETTINGS;
import static org.sarhad.core.barter.BookScene.units;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.register.DueDate;

/// Where the account goes if all comes, day by day (protocol clause 14-8.3).
class OutlookTest {
  private static final LocalDate LAST = LocalDate.of(2019, 4, 30);

  private final BookScene scene = BookScene.open();

  private Outlook outlook(LocalDate today) {
    return Outlook.of(scene.state, today, SETTINGS).orElseThrow();
  }

  private EntryId contract(long tonnes, String until) {
    ContractTerms rice = scene.rice(IR, tonnes, ContractTerms.Weighed.OUTTURN);
    return scene.book(
        IR,
        new ContractTerms(
            rice.number(),
            rice.goods(),
            rice.quantity(),
            rice.price(),
            rice.indices(),
            rice.weighed(),
            DueDate.parse(until),
            rice.screening()));
  }

  private EntryId reserve(EntryId contract, long kilograms, String until) {
    ReservationTerms terms = scene.reserving(contract, kilograms);
    return scene.book(
        IR,
        new ReservationTerms(
            terms.number(), contract, terms.quantity(), terms.hold(), DueDate.parse(until)));
  }

  @Test
  void withoutAnAccountThereIsNone() {
    assertThat(Outlook.of(BookState.of(scene.voices.parties()), DAY, SETTINGS)).isEmpty();
  }

  @Test
  void whereNothingComesTheAccountStaysWhereItIs() {
    scene.accept(IR, 10);
    assertThat(outlook(DAY).days()).hasSize(9).allMatch(day -> day.reserved().equals(units(4_000)));
    assertThat(outlook(DAY).days().getLast().day()).isEqualTo(LAST);
  }

  /// 8 t of the contract that are left, 3 200, over the eight days of it; 4 t reserved, at most 1
  /// 680, over four.
  @Test
  void whatIsReservedAndWhatIsContractedComeEvenly() {
    EntryId contract = contract(12, "2019-04-30+05:00");
    reserve(contract, 4_000, "2019-04-26+05:00");
    List<Outlook.Day> days = outlook(DAY).days();
    assertThat(days)
        .extracting(Outlook.Day::reserved)
        .containsExactly(
            units(0),
            units(420),
            units(840),
            units(1_260),
            units(1_680),
            units(1_680),
            units(1_680),
            units(1_680),
            units(1_680));
    assertThat(days)
        .extracting(Outlook.Day::contracted)
        .containsExactly(
            units(0),
            units(820),
            units(1_640),
            units(2_460),
            units(3_280),
            units(3_680),
            units(4_080),
            units(4_480),
            units(4_880));
    assertThat(outlook(DAY).beyond()).isEmpty();
  }

  /// What is under way longer than the period is in it by its share alone.
  @Test
  void whatComesLaterComesByItsShare() {
    contract(18, "2019-05-10+05:00");
    assertThat(outlook(DAY).days().getLast().contracted()).isEqualTo(units(3_200));
  }

  /// Its day is over and it is on its way: it may come any day.
  @Test
  void whatIsLateComesTomorrow() {
    EntryId reservation = reserve(contract(12, "2019-12-31+05:00"), 4_000, "2019-04-23+05:00");
    scene.say(IR, scene.despatched(IR, reservation, 4_000));
    scene.at(LocalDate.of(2019, 4, 26));
    assertThat(outlook(LocalDate.of(2019, 4, 26)).days())
        .extracting(Outlook.Day::reserved)
        .startsWith(units(0), units(1_600), units(1_600));
  }

  /// A contract whose day is over brings nothing more, and what is disputed is owed by nobody.
  @Test
  void whatIsOverOrDisputedDoesNotCome() {
    EntryId reservation = reserve(contract(12, "2019-04-24+05:00"), 12_000, "2019-04-24+05:00");
    EntryId despatch = scene.deliver(IR, reservation, 12_000, 11_000);
    scene.book(IR, scene.accepting(IR, despatch, 4_400, 400));
    contract(12, "2019-04-24+05:00");
    assertThat(outlook(LocalDate.of(2019, 4, 25)).days())
        .allMatch(day -> day.contracted().equals(units(4_400)));
  }

  /// 132 t at 400 are 52 800, and the limit is 50 000.
  @Test
  void theDayOnWhichNoRoomIsLeftIsNamed() {
    contract(132, "2019-04-30+05:00");
    assertThat(outlook(DAY).beyond()).contains(new Outlook.Beyond(PK, LAST));
    scene.book(PK, scene.swing(PK, 40_000, false));
    assertThat(outlook(DAY).beyond()).contains(new Outlook.Beyond(PK, LocalDate.of(2019, 4, 29)));
  }

  /// Nobody has closed the period, so the curve goes to the end of the one that today is in.
  @Test
  void aPeriodThatWasNotClosedDoesNotEndTheCurve() {
    assertThat(outlook(LocalDate.of(2019, 6, 3)).days().getLast().day())
        .isEqualTo(LocalDate.of(2019, 6, 30));
  }

  /// However much trade there is: it begins where the account is, and at the last day of all it has
  /// come to what is held and contracted.
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3})
  void itLeadsFromTheBalanceToAllThatIsAgreed(long seed) {
    BookState book = BookScript.book(seed, 400);
    LocalDate today = book.openFrom().orElseThrow().plusDays(new SplittableRandom(seed).nextInt(9));
    Outlook outlook = Outlook.of(book, today, BookScript.SETTINGS).orElseThrow();
    assertThat(outlook.days().getFirst().contracted()).isEqualTo(book.journal().net());
    BarterSettings longest =
        new BarterSettings(units(60_000), units(0), units(0), 0, 500, 50, 120, 30, Ordered.set());
    Outlook all = Outlook.of(book, today, longest).orElseThrow();
    Money disputed =
        book.trade()
            .reservations()
            .values()
            .map(
                one ->
                    book.trade().contract(one).exporter().equals(IR)
                        ? one.disputed()
                        : one.disputed().negated())
            .reduce(Money.ZERO, Money::plus);
    assertThat(all.days().getLast().reserved())
        .isEqualTo(
            book.journal().net().plus(book.reserved(IR)).minus(book.reserved(PK)).minus(disputed));
    assertThat(Optional.of(all.days().getLast().day())).isEqualTo(book.endOfPeriod(today, longest));
  }
}
