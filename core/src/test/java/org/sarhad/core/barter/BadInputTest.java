package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.barter.BookScene.DAY;
import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.LATE;
import static org.sarhad.core.barter.BookScene.PK;
import static org.sarhad.core.barter.BookScene.TEXT;
import static org.sarhad.core.barter.BookScene.index;
import static org.sarhad.core.barter.BookScene.units;

import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.testing.Sides;

/// What must never get into the book, whoever signs it: one line for each sort of bad input that
/// ledgers are fed, and the refusal that it meets. Each is asked before it is signed and signed all
/// the same, and the book is what it was.
class BadInputTest {
  private static final EntryId NOTHING = new EntryId(Sides.IR_LOG, 999);

  private final BookScene scene = BookScene.open();

  enum Bad {
    NEGATIVE_QUANTITY(BarterRefusal.TERMS_UNREADABLE),
    NEGATIVE_AMOUNT(BarterRefusal.TERMS_UNREADABLE),
    OVERFLOWING_AMOUNT(BarterRefusal.OUT_OF_RANGE),
    UNKNOWN_UNIT(BarterRefusal.TERMS_UNREADABLE),
    AMOUNT_AS_DECIMAL(BarterRefusal.TERMS_UNREADABLE),
    FRACTION_OF_THE_UNIT(BarterRefusal.OTHER_UNIT),
    RECEIPT_BEFORE_ITS_DESPATCH(BarterRefusal.NOT_DESPATCHED),
    SECOND_RECEIPT(BarterRefusal.ALREADY_RECEIVED),
    CONTRA_OF_A_CONTRA(BarterRefusal.CONTRA_OF_CONTRA),
    GAP_IN_THE_NUMBERS(BarterRefusal.NUMBER_GAP),
    POSTING_INTO_A_CLOSED_PERIOD(BarterRefusal.PERIOD_CLOSED),
    LIMIT_BELOW_EXPOSURE(BarterRefusal.LIMIT_BELOW_EXPOSURE),
    PRICE_THAT_DIVIDES_BY_ZERO(BarterRefusal.TERMS_UNREADABLE),
    PRICE_THAT_COMES_TO_DIVIDE_BY_ZERO(BarterRefusal.PRICE_UNDEFINED),
    PRICE_THAT_RECURS(BarterRefusal.TERMS_UNREADABLE),
    NEGATIVE_PRICE(BarterRefusal.PRICE_UNDEFINED);

    private final BarterRefusal refusal;

    Bad(BarterRefusal refusal) {
      this.refusal = refusal;
    }
  }

  @ParameterizedTest
  @EnumSource
  void itIsRefused(Bad bad) {
    assertThat(refusal(bad)).isEqualTo(bad.refusal);
  }

  private BarterRefusal refusal(Bad bad) {
    return switch (bad) {
      case NEGATIVE_QUANTITY ->
          altered(
              scene.rice(IR), "quantity", Json.obj().put("amount", -1).put("unit", "KGM").build());
      case NEGATIVE_AMOUNT -> altered(scene.swing(IR, 1, true), "limit", Json.of(-1));
      case OVERFLOWING_AMOUNT -> {
        EntryId contract =
            scene.book(IR, priced(new Quantity(Json.INTEGER_MAX, UnitCode.TNE), rule("1000000")));
        yield scene.refuse(
            IR,
            new ReservationTerms(
                1, contract, new Quantity(Json.INTEGER_MAX, UnitCode.TNE), units(1), LATE));
      }
      case UNKNOWN_UNIT ->
          altered(
              scene.rice(IR), "quantity", Json.obj().put("amount", 1).put("unit", "STONE").build());
      case AMOUNT_AS_DECIMAL -> altered(scene.swing(IR, 1, true), "limit", Json.of("1.5"));
      case FRACTION_OF_THE_UNIT -> {
        EntryId contract = scene.book(IR, priced(new Quantity(10, UnitCode.TNE), rule("400")));
        EntryId reservation = scene.book(IR, scene.reserving(contract, 10));
        yield scene.refuse(
            IR,
            new BarterFact.Despatched(
                1, reservation, new Quantity(1_500, UnitCode.KGM), Ordered.set()));
      }
      case RECEIPT_BEFORE_ITS_DESPATCH -> scene.refuse(PK, scene.received(PK, NOTHING, 1));
      case SECOND_RECEIPT ->
          scene.refuse(
              PK, scene.received(PK, scene.deliver(IR, scene.reserve(IR, 1), 1_000, 1_000), 1_000));
      case CONTRA_OF_A_CONTRA ->
          scene.refuse(PK, scene.contra(PK, scene.book(IR, scene.contra(IR, scene.accept(IR, 1)))));
      case GAP_IN_THE_NUMBERS ->
          scene.refuse(IR, new ContraTerms(2, DAY, VoucherRef.of(scene.accept(IR, 1)), TEXT));
      case POSTING_INTO_A_CLOSED_PERIOD -> {
        EntryId acceptance = scene.accept(IR, 1);
        scene.close(IR);
        yield scene.refuse(IR, scene.contra(IR, acceptance));
      }
      case LIMIT_BELOW_EXPOSURE -> {
        scene.reserve(IR, 40);
        yield scene.refuse(PK, scene.swing(PK, 16_799, false));
      }
      case PRICE_THAT_DIVIDES_BY_ZERO -> altered(scene.rice(IR), "price", price("400 / 0", ""));
      case PRICE_THAT_COMES_TO_DIVIDE_BY_ZERO ->
          scene.refuse(IR, priced(new Quantity(1, UnitCode.TNE), rule("400 / (p - 3)")));
      case PRICE_THAT_RECURS -> altered(scene.rice(IR), "price", price("part", "part + 1"));
      case NEGATIVE_PRICE ->
          scene.refuse(IR, priced(new Quantity(1, UnitCode.TNE), rule("p - 400")));
    };
  }

  /// The refusal of `terms` with another value in the place of the member `name`.
  private BarterRefusal altered(BarterTerms terms, String name, Json value) {
    Json.Obj rest = terms.toJson().without(name);
    JsonBuilder altered = Json.obj().put(name, value);
    rest.names().forEach(member -> altered.put(member, rest.find(member).orElseThrow()));
    return scene.refuse(IR, terms.kind(), altered.build());
  }

  private static Json.Obj price(String formula, String part) {
    Json.Obj where = part.isEmpty() ? Json.obj().build() : Json.obj().put("part", part).build();
    return Json.obj().put("formula", formula).put("per", "TNE").put("where", where).build();
  }

  private static PriceRule rule(String formula) {
    return new PriceRule(PriceFormula.parse(formula), UnitCode.TNE, new TreeMap<>());
  }

  private BarterTerms priced(Quantity quantity, PriceRule rule) {
    return scene.contract(
        IR,
        quantity,
        rule,
        rule.indices().isEmpty() ? new TreeMap<>() : index("3"),
        ContractTerms.Weighed.LOADED);
  }
}
