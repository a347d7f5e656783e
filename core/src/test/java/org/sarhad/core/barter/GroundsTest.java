package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.PK;
import static org.sarhad.core.barter.BookScene.index;
import static org.sarhad.core.barter.BookScene.units;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;

/// From a figure down to what both have confirmed (protocol clause 14-8.6).
class GroundsTest {
  private final BookScene scene = BookScene.open();

  private List<String> of(EntryId entry) {
    return of(VoucherRef.of(entry));
  }

  private List<String> of(VoucherRef entry) {
    Voucher voucher = scene.state.journal().vouchers().get(entry);
    Grounds grounds = new Grounds(scene.state, this::terms);
    return scene.told.stream()
        .filter(told -> told.entry().id().equals(entry.entry()) && told.fact().isPresent())
        .findFirst()
        .map(told -> grounds.of(voucher, told.fact().get()))
        .orElseGet(() -> grounds.of(voucher))
        .stream()
        .map(ground -> ground.as() + " " + ground.ref().toString().replaceFirst(".*#", ""))
        .toList();
  }

  private Optional<BarterTerms> terms(EntryId act) {
    return scene.told.stream()
        .flatMap(told -> told.act().stream())
        .filter(known -> known.id().equals(act))
        .findFirst()
        .flatMap(known -> BarterTerms.find(known.proposal().said()));
  }

  @Test
  void anAcceptanceRestsOnTheContractTheRoomAndBothWeighings() {
    EntryId reservation = scene.reserve(IR, 40);
    EntryId despatch = scene.deliver(IR, reservation, 40_000, 39_000);
    EntryId acceptance = scene.book(IR, scene.accepting(IR, despatch, 15_600, 400));
    List<String> below = List.of("CONTRACT 1", "RESERVATION 2", "DESPATCH 3", "RECEIPT 3");
    assertThat(of(reservation)).containsExactly("CONTRACT 1");
    assertThat(of(despatch)).containsExactly("CONTRACT 1", "RESERVATION 2");
    assertThat(of(acceptance)).isEqualTo(below);
    EntryId settled = scene.book(PK, scene.settling(PK, acceptance, 150));
    assertThat(of(settled)).startsWith(below.toArray(String[]::new)).endsWith("ACCEPTANCE 4");
  }

  @Test
  void aContraNamesWhatItBooksBackAndThatNamesTheContra() {
    EntryId acceptance = scene.accept(IR, 10);
    EntryId contra = scene.book(PK, scene.contra(PK, acceptance));
    assertThat(of(contra)).containsExactly("CONTRACT 1", "ORIGINAL " + acceptance.index());
    assertThat(of(acceptance)).endsWith("REVERSAL " + contra.index());
  }

  /// A line rests on its own delivery, and the act as a whole on nothing.
  @Test
  void aLineRestsOnItsOwnDelivery() {
    EntryId reservation = scene.reserve(IR, 40);
    EntryId first = scene.deliver(IR, reservation, 10_000, 10_000);
    EntryId second = scene.deliver(IR, reservation, 10_000, 9_000);
    EntryId act = scene.book(PK, scene.acceptingMany(PK, first, second));
    VoucherRef line = VoucherRef.of(act, 2);
    assertThat(of(act)).isEmpty();
    assertThat(of(line)).containsExactly("CONTRACT 1", "RESERVATION 2", "DESPATCH 4", "RECEIPT 4");
    EntryId settled = scene.book(PK, scene.settling(PK, line, 150));
    assertThat(of(settled)).endsWith("ACCEPTANCE " + act.index() + "/2");
    EntryId contra = scene.book(PK, scene.contra(PK, VoucherRef.of(act, 1)));
    assertThat(of(contra)).containsExactly("CONTRACT 1", "ORIGINAL " + act.index() + "/1");
  }

  @Test
  void anAcceptanceNamesThePriceItGoesBy() {
    EntryId contract = scene.book(IR, scene.power(IR, "80"));
    EntryId first = taken(contract);
    EntryId price = scene.book(IR, price(contract, first));
    EntryId second = taken(contract);
    assertThat(of(price)).containsExactly("CONTRACT 1", "ACCEPTANCE " + first.index());
    assertThat(of(first)).endsWith("PRICE " + price.index());
    assertThat(of(second)).endsWith("PRICE " + price.index());
  }

  private BarterTerms price(EntryId contract, EntryId acceptance) {
    return new PriceTerms(
        1,
        scene.day,
        contract,
        index("90"),
        Ordered.set(VoucherRef.of(acceptance)),
        Money.of(7_500 * 100));
  }

  private EntryId taken(EntryId contract) {
    EntryId reservation = scene.book(IR, scene.reserving(contract, 100));
    EntryId despatch =
        scene.say(
            IR,
            new BarterFact.Despatched(
                scene.next(IR, VoucherKind.DESPATCH),
                reservation,
                new Quantity(100, UnitCode.MWH),
                Ordered.set()));
    scene.say(
        PK,
        new BarterFact.Received(
            scene.next(PK, VoucherKind.RECEIPT),
            despatch,
            new Quantity(100, UnitCode.MWH),
            Ordered.set()));
    Money value = scene.state.trade().contracts().get(contract).value(100).orElseThrow().money();
    return scene.book(
        IR, scene.accepting(IR, despatch, value.minor() / Money.UNIT, units(0).minor()));
  }

  /// What a statement counts is found again, and its hash comes out of it.
  @Test
  void aStatementCountsWhatItsHashIsOver() {
    scene.accept(IR, 40);
    scene.accept(PK, 10);
    scene.close(IR);
    PeriodStatement closed = scene.state.periods().get(1);
    List<Voucher> counted = closed.counted(scene.state.journal());
    assertThat(counted).hasSize(closed.vouchers());
    assertThat(closed.isOf(counted)).isTrue();
    assertThat(closed.isOf(counted.subList(1, 2))).isFalse();
    assertThat(closed.booked(scene.state.journal())).hasSize(3);
  }
}
