package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.barter.BookScene.DAY;
import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.LATE;
import static org.sarhad.core.barter.BookScene.OM;
import static org.sarhad.core.barter.BookScene.PK;
import static org.sarhad.core.barter.BookScene.TEXT;
import static org.sarhad.core.barter.BookScene.index;
import static org.sarhad.core.barter.BookScene.opening;
import static org.sarhad.core.barter.BookScene.proposed;
import static org.sarhad.core.barter.BookScene.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Voices;
import org.sarhad.tlog.tree.Merkle;

/// Every refusal of [BookRules], by what provokes it: refused when asked, and void when said or
/// signed all the same.
class BarterRefusalTableTest {
  private static final EntryId NOTHING = new EntryId(Sides.PK_LOG, 999);

  private final BookScene scene = BookScene.open();

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsGivenForItsReason(BarterRefusal refusal) {
    assertThat(provoke(refusal)).isEqualTo(refusal);
  }

  /// The switch has no default: a new refusal does not compile before it has its case here.
  private BarterRefusal provoke(BarterRefusal refusal) {
    return switch (refusal) {
      case NOT_A_SIDE ->
          scene.refuse(Voices.of("om").says(OM, Role.CLERK), new BarterFact.Lapsed(NOTHING));
      case NOT_RELEASED -> {
        EntryId reservation = scene.reserve(IR, 10);
        yield scene.refuse(
            scene.voices.internal(IR, Role.CLERK), scene.despatched(IR, reservation, 10_000));
      }
      case NO_OFFICER -> {
        EntryId reservation = scene.reserve(IR, 10);
        yield scene.refuse(scene.voices.node(IR), scene.despatched(IR, reservation, 10_000));
      }
      case NODE_ONLY -> scene.refuse(IR, new BarterFact.Lapsed(scene.reserve(IR, 10)));
      case ROLE_MISSING -> {
        EntryId reservation = scene.reserve(IR, 10);
        yield scene.refuse(
            scene.voices.says(IR, Role.OBSERVER, Role.DISPATCHER),
            scene.despatched(IR, reservation, 10_000));
      }
      case TERMS_UNREADABLE ->
          scene.refuse(IR, VoucherKind.SWING, Json.obj().put("limit", -1).build());
      case SUPERSEDES ->
          scene.refuse(
              IR,
              proposed(scene.swing(IR, 60_000, false))
                  .superseding(new ActRef(NOTHING, Merkle.EMPTY_ROOT)),
              scene.voices.parties());
      case NO_ACCOUNT -> {
        BookScene none = new BookScene("ir", "pk");
        yield none.refuse(IR, none.swing(IR, 1, false));
      }
      case ACCOUNT_OPEN -> scene.refuse(IR, opening(units(1), units(1)));
      case SIDE_UNKNOWN -> scene.refuse(IR, scene.swing(OM, 1, false));
      case SIDE_LEFT_OUT -> {
        BookScene three = new BookScene("ir", "om", "pk");
        yield three.refuse(IR, proposed(opening(units(1), units(1))), Ordered.set(IR, OM));
      }
      case REPEATED -> {
        BarterTerms swing = scene.swing(IR, 60_000, false);
        scene.book(IR, swing);
        yield scene.refuse(IR, swing);
      }
      case NUMBER_TAKEN -> {
        scene.book(IR, scene.swing(IR, 60_000, false));
        yield scene.refuse(IR, new SwingTerms(1, IR, units(70_000), false));
      }
      case NUMBER_GAP -> scene.refuse(IR, new SwingTerms(2, IR, units(70_000), false));
      case PERIOD_CLOSED -> {
        scene.accept(IR, 10);
        scene.close(PK);
        yield scene.refuse(PK, scene.paying(PK, 100));
      }
      case DAY_AHEAD -> {
        scene.accept(IR, 10);
        yield scene.refuse(
            PK,
            new SettlementTerms(1, DAY.plusDays(1), PK, units(1), SettlementTerms.By.LOAN, "L-1"));
      }
      case VOUCHER_UNKNOWN -> scene.refuse(IR, scene.despatched(IR, NOTHING, 10));
      case NOT_SEEN -> {
        EntryId despatch = scene.say(IR, scene.despatched(IR, scene.reserve(IR, 10), 10_000));
        yield scene.refuse(
            scene.voices.blind(PK, Role.CLERK), scene.received(PK, despatch, 10_000));
      }
      case NOT_DESPATCHED -> scene.refuse(PK, scene.received(PK, NOTHING, 10));
      case NOT_EXPORTER -> scene.refuse(PK, scene.despatched(PK, scene.reserve(IR, 10), 10_000));
      case NOT_IMPORTER -> {
        EntryId despatch = scene.say(IR, scene.despatched(IR, scene.reserve(IR, 10), 10_000));
        yield scene.refuse(IR, scene.received(IR, despatch, 10_000));
      }
      case ALREADY_RECEIVED -> {
        EntryId despatch = scene.deliver(IR, scene.reserve(IR, 10), 10_000, 10_000);
        yield scene.refuse(PK, scene.received(PK, despatch, 9_000));
      }
      case OTHER_UNIT -> {
        EntryId reservation = scene.reserve(IR, 10);
        yield scene.refuse(
            IR,
            new BarterFact.Despatched(
                1, reservation, new Quantity(10_500, UnitCode.GRM), Ordered.set()));
      }
      case QUANTITY_EXCEEDED ->
          scene.refuse(IR, scene.despatched(IR, scene.reserve(IR, 10), 10_501));
      case ACCOUNT_ENDED -> {
        scene.book(IR, scene.ending(1, DAY));
        scene.at(DAY.plusDays(1));
        yield scene.refuse(IR, scene.rice(IR));
      }
      case ENDED -> {
        EntryId reservation = scene.reserve(IR, 10);
        scene.say(IR, scene.despatched(IR, reservation, 10_000));
        yield scene.refuse(IR, scene.despatched(IR, reservation, 1));
      }
      case PRICE_UNDEFINED ->
          scene.refuse(
              IR,
              scene.contract(
                  IR,
                  new Quantity(1, UnitCode.TNE),
                  new PriceRule(PriceFormula.parse("1 / p"), UnitCode.TNE, new TreeMap<>()),
                  index("0"),
                  ContractTerms.Weighed.LOADED));
      case COMMODITY_BARRED -> scene.refuse(IR, scene.goods(IR, "9306"));
      case NOT_RECEIVED -> {
        EntryId despatch = scene.say(IR, scene.despatched(IR, scene.reserve(IR, 10), 10_000));
        Basis basis = scene.state.trade().deliveries().get(despatch).despatch();
        yield scene.refuse(IR, new AcceptanceTerms(1, DAY, basis, basis, units(4_000), Money.ZERO));
      }
      case BASIS_DIFFERS -> {
        EntryId despatch = scene.deliver(IR, scene.reserve(IR, 10), 10_000, 10_000);
        AcceptanceTerms right = scene.accepting(IR, despatch, 4_000, 0);
        yield scene.refuse(
            IR,
            new AcceptanceTerms(
                1,
                DAY,
                right.despatch(),
                new Basis(right.receipt().entry(), Merkle.EMPTY_ROOT),
                right.value(),
                right.disputed()));
      }
      case MONTH_BOOKED -> {
        EntryId contract = scene.book(IR, scene.rice(IR));
        scene.book(IR, scene.untaken(PK, contract, 1_000, 400));
        yield scene.refuse(PK, scene.untaken(PK, contract, 1_000, 400));
      }
      case ALREADY_ACCEPTED -> {
        EntryId despatch = scene.deliver(IR, scene.reserve(IR, 10), 10_000, 10_000);
        scene.book(IR, scene.accepting(IR, despatch, 4_000, 0));
        yield scene.refuse(IR, scene.accepting(IR, despatch, 4_000, 0));
      }
      case NOT_DISPUTED -> scene.refuse(IR, scene.settling(IR, scene.accept(IR, 10), 0));
      case CONTRA_OF_CONTRA -> {
        EntryId contra = scene.book(IR, scene.contra(IR, scene.accept(IR, 10)));
        yield scene.refuse(IR, scene.contra(IR, contra));
      }
      case NOT_REVERSIBLE -> scene.refuse(IR, scene.contra(IR, scene.reserve(IR, 10)));
      case ALREADY_REVERSED -> {
        EntryId acceptance = scene.accept(IR, 10);
        scene.book(IR, scene.contra(IR, acceptance));
        yield scene.refuse(IR, scene.contra(IR, acceptance));
      }
      case RESTED_UPON -> {
        EntryId despatch = scene.deliver(IR, scene.reserve(IR, 10), 10_000, 9_000);
        EntryId acceptance = scene.book(IR, scene.accepting(IR, despatch, 3_600, 400));
        scene.book(IR, scene.settling(IR, acceptance, 100));
        yield scene.refuse(IR, scene.contra(IR, acceptance));
      }
      case NOT_YET -> scene.refuse(IR, scene.closing(IR));
      case PERIOD_NOT_NEXT -> {
        scene.at(LocalDate.of(2019, 6, 1));
        StatementTerms first = scene.closing(IR);
        yield scene.refuse(
            IR,
            new StatementTerms(
                1,
                2,
                first.until(),
                first.opening(),
                first.interest(),
                first.closing(),
                first.vouchers(),
                first.journal()));
      }
      case FIGURE_DIFFERS -> {
        EntryId despatch = scene.deliver(IR, scene.reserve(IR, 10), 10_000, 10_000);
        yield scene.refuse(IR, scene.accepting(IR, despatch, 4_001, 0));
      }
      case OVERPAID -> {
        scene.accept(IR, 10);
        yield scene.refuse(PK, scene.paying(PK, 4_001));
      }
      case LIMIT_TOO_HIGH -> scene.refuse(IR, scene.swing(IR, 100_001, true));
      case LIMIT_BELOW_EXPOSURE -> {
        scene.accept(IR, 10);
        yield scene.refuse(PK, scene.swing(PK, 3_999, false));
      }
      case CREDIT_TOO_HIGH -> {
        scene.accept(IR, 30);
        yield scene.refuse(PK, scene.crediting(PK, 8_001));
      }
      case CREDIT_NOT_OWED -> {
        scene.accept(IR, 10);
        yield scene.refuse(PK, scene.crediting(PK, 4_001));
      }
      case DIFFERENCES_OPEN -> {
        EntryId despatch = scene.deliver(IR, scene.reserve(IR, 10), 10_000, 9_000);
        scene.book(IR, scene.accepting(IR, despatch, 3_600, 400));
        scene.close(IR);
        yield scene.refuse(IR, new YearEndTerms(1, List.of()));
      }
      case PARTY_REFUSED, PARTY_HELD, PARTY_NOT_SCREENED, SCREEN_AGAIN, LIST_STALE -> {
        scene.clearance = (_, _) -> Optional.of(refusal);
        yield scene.refuse(IR, scene.rice(IR));
      }
      case NO_ROOM -> {
        scene.reserve(IR, 100);
        EntryId contract = scene.book(IR, scene.rice(IR));
        yield scene.refuse(IR, scene.reserving(contract, 20_000));
      }
      case OUT_OF_RANGE -> {
        EntryId contract =
            scene.book(
                IR,
                scene.contract(
                    IR,
                    new Quantity(Json.INTEGER_MAX, UnitCode.TNE),
                    PriceRule.fixed(Rational.of(400), UnitCode.TNE),
                    new TreeMap<>(),
                    ContractTerms.Weighed.LOADED));
        yield scene.refuse(
            IR,
            new ReservationTerms(
                1,
                contract,
                new Quantity(Json.INTEGER_MAX, UnitCode.TNE),
                Money.of(Json.INTEGER_MAX),
                LATE));
      }
    };
  }

  // ---- other ways to the same -----------------------------------------------------------------

  @Test
  void whatRestsOnNothingIsNotBooked() {
    assertThat(scene.refuse(IR, scene.contra(IR, NOTHING)))
        .isEqualTo(BarterRefusal.VOUCHER_UNKNOWN);
    assertThat(scene.refuse(IR, scene.settling(IR, NOTHING, 1)))
        .isEqualTo(BarterRefusal.VOUCHER_UNKNOWN);
    assertThat(
            scene.refuse(
                IR,
                new ReservationTerms(1, NOTHING, new Quantity(1, UnitCode.KGM), Money.ZERO, LATE)))
        .isEqualTo(BarterRefusal.VOUCHER_UNKNOWN);
    assertThat(scene.refuse(IR, scene.certified(IR, NOTHING, new Quantity(1, UnitCode.KGM))))
        .isEqualTo(BarterRefusal.NOT_DESPATCHED);
    assertThat(
            scene.refuse(
                IR,
                new AcceptanceTerms(
                    1,
                    DAY,
                    new Basis(NOTHING, Merkle.EMPTY_ROOT),
                    new Basis(NOTHING, Merkle.EMPTY_ROOT),
                    Money.ZERO,
                    Money.ZERO)))
        .isEqualTo(BarterRefusal.NOT_DESPATCHED);
  }

  @Test
  void whatIsMeasuredOtherwiseIsNotBooked() {
    EntryId reservation = scene.reserve(IR, 10);
    EntryId despatch = scene.say(IR, scene.despatched(IR, reservation, 10_000));
    assertThat(scene.refuse(PK, scene.certified(PK, despatch, new Quantity(1, UnitCode.MWH))))
        .isEqualTo(BarterRefusal.OTHER_UNIT);
    assertThat(
            scene.refuse(
                PK,
                new BarterFact.Received(
                    1, despatch, new Quantity(22_046, UnitCode.LBR), Ordered.set())))
        .isEqualTo(BarterRefusal.OTHER_UNIT);
    EntryId contract = scene.book(PK, scene.rice(PK));
    assertThat(
            scene.refuse(
                PK,
                new ReservationTerms(1, contract, new Quantity(1, UnitCode.TNE), units(420), LATE)))
        .isEqualTo(BarterRefusal.OTHER_UNIT);
  }

  /// A party is looked at by the same name whatever is signed with it; what was accepted is
  /// reckoned up whatever is found out about it later (14-6.7).
  @Test
  void nothingNewIsSignedWithSomebodyWhoIsHeld() {
    EntryId reservation = scene.reserve(IR, 30);
    EntryId accepted = scene.deliver(IR, reservation, 10_000, 9_000);
    EntryId arrived = scene.deliver(IR, reservation, 10_000, 10_000);
    EntryId acceptance = scene.book(IR, scene.accepting(IR, accepted, 3_600, 400));
    List<SortedSet<String>> asked = new ArrayList<>();
    scene.clearance =
        (parties, at) -> {
          asked.add(parties);
          assertThat(at).isEqualTo(scene.voices.time());
          return Optional.of(BarterRefusal.PARTY_HELD);
        };
    EntryId contract = scene.state.trade().reservations().get(reservation).contract();
    assertThat(
            List.of(
                scene.refuse(IR, scene.rice(IR)),
                scene.refuse(IR, scene.reserving(contract, 10_000)),
                scene.refuse(IR, scene.accepting(IR, arrived, 4_000, 0))))
        .containsOnly(BarterRefusal.PARTY_HELD);
    assertThat(Ordered.set(asked.getFirst())).containsExactly("buyer-7", "seller-1");
    assertThat(asked).containsOnly(asked.getFirst());

    asked.clear();
    scene.deliver(IR, reservation, 5_000, 5_000);
    scene.book(IR, scene.settling(IR, acceptance, 100));
    scene.book(PK, scene.paying(PK, 3_000));
    scene.book(IR, scene.swing(IR, 60_000, false));
    assertThat(asked).isEmpty();
  }

  /// Who is held is no secret worth more than a wrong figure: that is said first, and room last.
  @Test
  void theFirstReasonIsGiven() {
    EntryId contract = scene.book(IR, scene.rice(IR, 200, ContractTerms.Weighed.LOADED));
    scene.clearance = (_, _) -> Optional.of(BarterRefusal.LIST_STALE);
    assertThat(scene.refuse(IR, scene.reserving(contract, 180_000)))
        .as("no room either")
        .isEqualTo(BarterRefusal.LIST_STALE);
    assertThat(scene.refuse(IR, scene.reserving(contract, 200_001)))
        .isEqualTo(BarterRefusal.QUANTITY_EXCEEDED);
    assertThat(scene.refuse(IR, scene.goods(IR, "9306"))).isEqualTo(BarterRefusal.COMMODITY_BARRED);
  }

  @ParameterizedTest
  @CsvSource({
    "9306, true",
    "930690, true",
    "8906, true",
    "890610, true",
    "8906100000, true",
    "890690, false",
    "8907, false",
    "1093, false"
  })
  void goodsAreBarredWithAllTheirPartsAndWithWhatTheyArePartOf(String commodity, boolean isBarred) {
    BarterTerms terms = scene.goods(IR, commodity);
    if (isBarred) {
      assertThat(scene.refuse(IR, terms)).isEqualTo(BarterRefusal.COMMODITY_BARRED);
    } else {
      scene.book(IR, terms);
    }
  }

  @Test
  void timeIsOver() {
    DueDate early = DueDate.parse("2019-04-30+05:00");
    EntryId contract = scene.book(IR, scene.rice(IR));
    ReservationTerms terms = scene.reserving(contract, 10_000);
    EntryId reservation =
        scene.book(
            IR,
            new ReservationTerms(terms.number(), contract, terms.quantity(), terms.hold(), early));
    assertThat(scene.refuse(scene.voices.node(IR), new BarterFact.Lapsed(reservation)))
        .isEqualTo(BarterRefusal.NOT_YET);
    scene.at(LocalDate.of(2019, 5, 1));
    assertThat(scene.refuse(IR, scene.despatched(IR, reservation, 1)))
        .isEqualTo(BarterRefusal.ENDED);
    assertThat(scene.refuse(scene.voices.node(PK), new BarterFact.Lapsed(reservation)))
        .isEqualTo(BarterRefusal.NOT_EXPORTER);
    scene.at(LocalDate.of(2020, 1, 1));
    assertThat(scene.refuse(IR, scene.reserving(contract, 10_000))).isEqualTo(BarterRefusal.ENDED);
    assertThat(scene.refuse(IR, scene.rice(IR))).isEqualTo(BarterRefusal.ENDED);
  }

  @Test
  void evidenceThatNobodyHasIsNone() {
    EntryId reservation = scene.reserve(IR, 10);
    assertThat(
            scene.refuse(
                IR,
                new BarterFact.Despatched(
                    1, reservation, new Quantity(1, UnitCode.KGM), Ordered.set(NOTHING))))
        .isEqualTo(BarterRefusal.NOT_SEEN);
  }

  /// What the restated balance comes to is reckoned again, and so is what is carried to the end.
  @Test
  void figuresOfWhatIsRestatedOrEnded() {
    scene.accept(IR, 10);
    assertThat(scene.refuse(PK, new RestatementTerms(1, DAY, Rational.ONE, Money.of(1))))
        .isEqualTo(BarterRefusal.FIGURE_DIFFERS);
    assertThat(
            scene.refuse(
                IR,
                new TerminationTerms(
                    1, LATE, List.of(new Carried(AccountCode.MEASURE, units(1), TEXT)))))
        .isEqualTo(BarterRefusal.DIFFERENCES_OPEN);
    assertThat(scene.refuse(IR, scene.ending(1, DAY.minusDays(1)))).isEqualTo(BarterRefusal.ENDED);
    assertThat(scene.refuse(IR, scene.crediting(IR, 1))).isEqualTo(BarterRefusal.CREDIT_NOT_OWED);
    assertThat(scene.refuse(IR, scene.crediting(OM, 1))).isEqualTo(BarterRefusal.SIDE_UNKNOWN);
  }

  /// The price is that of the contract, in its unit, while something can rest on it.
  @Test
  void figuresOfWhatWasNotTaken() {
    EntryId contract = scene.book(IR, scene.rice(IR));
    assertThat(scene.refuse(PK, scene.untaken(PK, contract, 1_000, 401)))
        .isEqualTo(BarterRefusal.FIGURE_DIFFERS);
    assertThat(scene.refuse(PK, scene.untaken(PK, NOTHING, 1_000, 400)))
        .isEqualTo(BarterRefusal.VOUCHER_UNKNOWN);
    assertThat(
            scene.refuse(
                PK,
                new ShortfallTerms(
                    1, DAY, contract, BookScene.APRIL, new Quantity(1, UnitCode.TNE), units(400))))
        .isEqualTo(BarterRefusal.OTHER_UNIT);
    assertThat(scene.refuse(PK, scene.untaken(PK, contract, 90_000_000, 36_000_000)))
        .isEqualTo(BarterRefusal.NO_ROOM);
  }

  @Test
  void aYearIsClosedBehindAStatementOnly() {
    assertThat(scene.refuse(IR, new YearEndTerms(1, List.of())))
        .isEqualTo(BarterRefusal.PERIOD_NOT_NEXT);
    scene.close(IR);
    scene.book(IR, new YearEndTerms(1, List.of()));
    assertThat(scene.refuse(IR, new YearEndTerms(2, List.of())))
        .isEqualTo(BarterRefusal.PERIOD_NOT_NEXT);
    assertThat(
            scene.refuse(
                IR,
                new YearEndTerms(2, List.of(new Carried(AccountCode.MEASURE, Money.of(1), TEXT)))))
        .isEqualTo(BarterRefusal.PERIOD_NOT_NEXT);
  }
}
