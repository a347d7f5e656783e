package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.barter.BookScene.index;
import static org.sarhad.core.barter.BookScene.units;
import static org.sarhad.core.testing.Sides.IR;
import static org.sarhad.core.testing.Sides.PK;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Role;

/// What published indices make of several acceptances, before both sign it (protocol clause
/// 14-4.4).
class PricingDraftTest {
  private final BookScene scene = BookScene.open();
  private final EntryId contract = scene.book(IR, scene.power(IR, "80"));
  private final VoucherRef first = VoucherRef.of(accepted(300, 2_760));
  private final VoucherRef second = VoucherRef.of(accepted(500, 4_600));

  /// 3.2 + 0.075 p for a megawatt hour, 9.2 at 80.
  private EntryId accepted(long megawattHours, long worth) {
    EntryId reservation = scene.book(IR, scene.reserving(contract, megawattHours));
    Quantity all = new Quantity(megawattHours, UnitCode.MWH);
    EntryId despatch =
        scene.say(
            IR,
            new BarterFact.Despatched(
                scene.next(IR, VoucherKind.DESPATCH), reservation, all, Ordered.set()));
    scene.say(
        PK,
        new BarterFact.Received(scene.next(PK, VoucherKind.RECEIPT), despatch, all, Ordered.set()));
    return scene.book(IR, scene.accepting(IR, despatch, worth, 0));
  }

  private PricingDraft draft(String index) {
    return PricingDraft.of(scene.state, scene.state.trade().contracts().get(contract), index(index))
        .orElseThrow();
  }

  @Test
  void eachAcceptanceHasItsDeltaAndTogetherTheyAreTheSum() {
    PricingDraft draft = draft("86");
    assertThat(draft.priced())
        .extracting(PricingDraft.Priced::acceptance)
        .containsExactly(first, second);
    assertThat(draft.priced())
        .extracting(PricingDraft.Priced::delta)
        .containsExactly(units(135), units(225));
    assertThat(draft.delta(Ordered.set(second))).isEqualTo(units(225));
    assertThat(draft.delta(Ordered.set(first, second))).isEqualTo(units(360));
  }

  /// What is drafted is what the book takes, and what was tried is what comes of it.
  @Test
  void theDraftIsBookedAsItWasTried() {
    PriceTerms terms = draft("86").terms(1, BookScene.DAY, Ordered.set(first, second));
    Trial tried =
        BookRules.tried(
            scene.state,
            scene.voices.says(IR, Role.CHIEF),
            scene.voices.parties(),
            terms,
            new BookGrounds(BookScene.SETTINGS, (_, _) -> Optional.empty()));
    assertThat(tried).isInstanceOf(Trial.Stands.class);
    scene.book(IR, terms);
    assertThat(((Trial.Stands) tried).after().owed(PK)).isEqualTo(scene.owed(PK));
    assertThat(scene.owed(PK)).isEqualTo(units(7_360 + 360));
    assertThat(draft("86").delta(Ordered.set(first, second)))
        .as("it has its price")
        .isEqualTo(Money.ZERO);
  }

  // ---- what waits for one ---------------------------------------------------------------------

  /// What a price names has its price; what was booked back waits for none, and what is taken over
  /// later does.
  @Test
  void anAcceptanceWaitsUntilAPriceNamesIt() {
    assertThat(due(contract)).containsExactly(first, second);
    PriceTerms terms = draft("86").terms(1, BookScene.DAY, Ordered.set(first));
    EntryId price = scene.book(IR, terms);
    assertThat(
            new PriceDue(
                    scene.state,
                    entry -> Optional.<BarterTerms>of(terms).filter(_ -> entry.equals(price)))
                .of(scene.state.trade().contracts().get(contract)))
        .containsExactly(second);
    scene.book(PK, scene.contra(PK, second.entry()));
    assertThat(due(contract)).as("where nobody can read the price").containsExactly(first);
  }

  @Test
  void aPriceThatRestsOnNothingPublishedIsNeverDue() {
    EntryId rice = scene.book(IR, scene.rice(IR));
    assertThat(due(rice)).isEmpty();
  }

  private SortedSet<VoucherRef> due(EntryId of) {
    return new PriceDue(scene.state, _ -> Optional.empty())
        .of(scene.state.trade().contracts().get(of));
  }

  @Test
  void anAcceptanceThatWasBookedBackHasNoPrice() {
    scene.book(PK, scene.contra(PK, first.entry()));
    assertThat(draft("86").priced())
        .extracting(PricingDraft.Priced::acceptance)
        .containsExactly(second);
  }

  @Test
  void withoutItsIndicesThereIsNoPrice() {
    Contract known = scene.state.trade().contracts().get(contract);
    assertThat(PricingDraft.of(scene.state, known, new TreeMap<>())).isEmpty();
  }
}
