package org.sarhad.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.barter.ContractTerms.Weighed;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Books;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Voices;

/// Goods on their way: every refusal, and what becomes of them (protocol clauses 18-2 and 18-3).
class DeliveryTest {
  private static final PartyId IR = DeliveryScene.IR;
  private static final PartyId PK = DeliveryScene.PK;
  private static final PartyId OM = PartyId.of("om");
  private static final EntryId NOTHING = new EntryId(Sides.PK_LOG, 0);

  private DeliveryScene scene = new DeliveryScene();

  // ---- refusals -------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsGivenForItsReason(DeliveryRefusal refusal) {
    assertThat(provoke(refusal)).isEqualTo(refusal);
  }

  /// The switch has no default: a new refusal does not compile before it has its case here.
  private DeliveryRefusal provoke(DeliveryRefusal refusal) {
    return switch (refusal) {
      case NOT_A_SIDE -> scene.refuse(Voices.of("tm").says(PartyId.of("tm"), Role.CLERK), goods());
      case NOT_RELEASED -> scene.refuse(scene.voices.internal(PK, Role.CLERK), goods());
      case NO_OFFICER -> scene.refuse(scene.voices.node(PK), goods());
      case ROLE_MISSING -> scene.refuse(scene.voices.says(PK, Role.DISPATCHER), goods());
      case RESERVATION_UNKNOWN ->
          scene.refuse(PK, new DeliveryFact.Consigned(NOTHING, DeliveryScene.WAGONS));
      case CONSIGNMENT_UNKNOWN -> scene.refuse(PK, scene.actual(NOTHING, ControlPoint.LOADED));
      case EVENT_UNKNOWN -> scene.refuse(PK, new DeliveryFact.Stamped(NOTHING));
      case DESPATCH_UNKNOWN ->
          scene.refuse(PK, new DeliveryFact.Despatched(scene.consign(), NOTHING));
      case NOT_SEEN -> {
        EntryId id = scene.consign();
        yield scene.refuse(
            scene.voices.blind(IR, Role.CLERK), scene.actual(id, ControlPoint.ARRIVED));
      }
      case SIDE_UNKNOWN -> {
        scene = new DeliveryScene("ir", "om", "pk");
        yield scene.refuse(OM, scene.actual(scene.consign(), ControlPoint.GATE_IN));
      }
      case NOT_EXPORTER -> scene.refuse(IR, goods());
      case NOT_YOUR_SOIL ->
          scene.refuse(PK, scene.actual(scene.consign(), ControlPoint.BORDER_ENTRY));
      case OWN_EVENT -> {
        EntryId exit = scene.say(PK, scene.actual(scene.consign(), ControlPoint.BORDER_EXIT));
        yield scene.refuse(PK, new DeliveryFact.Stamped(exit));
      }
      case NO_HANDOVER -> {
        EntryId loaded = scene.say(PK, scene.actual(scene.consign(), ControlPoint.LOADED));
        yield scene.refuse(IR, new DeliveryFact.Stamped(loaded));
      }
      case ALREADY_STAMPED -> {
        EntryId exit = scene.say(PK, scene.actual(scene.consign(), ControlPoint.BORDER_EXIT));
        scene.say(IR, new DeliveryFact.Stamped(exit));
        yield scene.refuse(IR, new DeliveryFact.Stamped(exit));
      }
      case ENDED -> {
        EntryId id = scene.consign();
        scene.say(IR, scene.actual(id, ControlPoint.RECEIVED));
        yield scene.refuse(IR, scene.actual(id, ControlPoint.INSPECTED));
      }
      case UNIT_UNKNOWN ->
          scene.refuse(PK, scene.actual(scene.consign(), ControlPoint.LOADED, 2, 3));
      case NOT_CONSERVED ->
          scene.refuse(
              IR,
              DeliveryScene.reloaded(
                  scene.consign(), List.of(1), DeliveryScene.truck("IR-1", 59_999)));
      case TOO_MANY_UNITS -> {
        EntryId id = scene.consign();
        for (int i = 0; i < 9; i++) {
          scene.say(IR, redivided(id));
        }
        // Two wagons and nine times two hundred trucks so far: two hundred more are too many.
        yield scene.refuse(IR, redivided(id));
      }
      case TIME_AHEAD -> scene.refuse(PK, at(scene.consign(), Phase.ACTUAL, 1));
      case TIME_PAST -> scene.refuse(PK, at(scene.consign(), Phase.ESTIMATED, -1));
      case HAPPENED_ALREADY -> {
        EntryId id = scene.consign();
        scene.say(PK, scene.actual(id, ControlPoint.BORDER_EXIT, 1));
        yield scene.refuse(PK, scene.actual(id, ControlPoint.BORDER_EXIT));
      }
      case OTHER_RESERVATION -> {
        EntryId despatch = scene.despatch(scene.reserve(), 100_000);
        yield scene.refuse(PK, new DeliveryFact.Despatched(scene.consign(), despatch));
      }
      case QUANTITY_DIFFERS -> {
        EntryId reservation = scene.reserve();
        EntryId id = scene.say(PK, new DeliveryFact.Consigned(reservation, DeliveryScene.WAGONS));
        yield scene.refuse(
            PK, new DeliveryFact.Despatched(id, scene.despatch(reservation, 99_999)));
      }
      case ALREADY_DESPATCHED -> {
        EntryId reservation = scene.reserve();
        EntryId id = scene.say(PK, new DeliveryFact.Consigned(reservation, DeliveryScene.WAGONS));
        EntryId despatch = scene.despatch(reservation, 100_000);
        scene.say(PK, new DeliveryFact.Despatched(id, despatch));
        EntryId other =
            scene.say(PK, new DeliveryFact.Consigned(reservation, DeliveryScene.WAGONS));
        yield scene.refuse(PK, new DeliveryFact.Despatched(other, despatch));
      }
    };
  }

  @Test
  void evidenceAndDespatchesThatNobodyHasAreNone() {
    EntryId reservation = scene.reserve();
    EntryId id = scene.say(PK, new DeliveryFact.Consigned(reservation, DeliveryScene.WAGONS));
    DeliveryFact.Happened plain = scene.actual(id, ControlPoint.WEIGHED);
    EntryId later = new EntryId(Sides.IR_LOG, 10_000);
    assertThat(
            scene.refuse(
                PK,
                new DeliveryFact.Happened(
                    id,
                    plain.point(),
                    plain.phase(),
                    plain.at(),
                    plain.units(),
                    Optional.empty(),
                    Ordered.set(later))))
        .isEqualTo(DeliveryRefusal.NOT_SEEN);
    EntryId despatch = scene.despatch(reservation, 100_000);
    assertThat(
            scene.refuse(
                scene.voices.blind(IR, Role.CLERK), new DeliveryFact.Despatched(id, despatch)))
        .isEqualTo(DeliveryRefusal.NOT_SEEN);
    assertThat(scene.refuse(IR, new DeliveryFact.Despatched(id, despatch)))
        .isEqualTo(DeliveryRefusal.NOT_EXPORTER);
  }

  // ---- units ----------------------------------------------------------------------------------

  @Test
  void whatWasInWagonsIsInTrucksBehindTheBreakOfGauge() {
    EntryId id = scene.consign();
    EntryId reloading =
        scene.say(
            IR,
            DeliveryScene.reloaded(
                id,
                List.of(1, 2),
                DeliveryScene.truck("IR-1", 25_000),
                DeliveryScene.truck("IR-2", 25_000),
                new Load(UnitKind.WAGON_1435, "RAI-7", 50_000)));

    Consignment one = scene.one(id);
    assertThat(one.live()).containsExactly(3, 4, 5);
    assertThat(one.quantity(one.live())).isEqualTo(100_000);
    assertThat(one.units().get(1).emptied()).contains(reloading);
    assertThat(one.units().get(4).from()).containsExactly(1, 2);
    assertThat(
            scene.refuse(
                IR, DeliveryScene.reloaded(id, List.of(1), DeliveryScene.truck("x", 60_000))))
        .as("the wagon is empty")
        .isEqualTo(DeliveryRefusal.UNIT_UNKNOWN);
    assertThat(one.withOrigins(Ordered.set(5))).containsExactly(1, 2, 5);
  }

  /// However often goods are reloaded, received and lost, as much is in all the ends as was
  /// consigned.
  @Test
  void nothingIsMadeOrLostByReloading() {
    Seeded.check(
        200,
        random -> {
          DeliveryScene each = new DeliveryScene();
          EntryId id = each.consign();
          for (int i = 0; i < 12 && !each.one(id).isOver(); i++) {
            List<Integer> live = new ArrayList<>(each.one(id).live());
            Set<Integer> some =
                live.stream().filter(_ -> random.nextBoolean()).collect(Collectors.toSet());
            if (some.isEmpty()) {
              some = Set.of(live.getFirst());
            }
            if (random.nextInt(4) == 0) {
              ControlPoint end = random.nextBoolean() ? ControlPoint.RECEIVED : ControlPoint.LOST;
              each.say(IR, each.actual(id, end, some.toArray(Integer[]::new)));
            } else {
              long all = each.one(id).quantity(Ordered.set(some));
              long first = 1 + random.nextLong(all - 1);
              each.say(
                  IR,
                  DeliveryScene.reloaded(
                      id,
                      List.copyOf(some),
                      DeliveryScene.truck("a", first),
                      DeliveryScene.truck("b", all - first)));
            }
            assertThat(
                    each.one(id)
                        .units()
                        .values()
                        .filter(unit -> unit.emptied().isEmpty())
                        .mapToLong(unit -> unit.load().quantity())
                        .sum())
                .isEqualTo(100_000);
          }
        });
  }

  /// Whoever says whatever, of whichever units: the fold goes on, and what does not hold changes
  /// nothing.
  @Test
  void theFoldIsTotal() {
    Set<DeliveryRefusal> met = EnumSet.noneOf(DeliveryRefusal.class);
    Seeded.check(
        100,
        random -> {
          DeliveryScene each = new DeliveryScene();
          List<EntryId> known = new ArrayList<>(List.of(NOTHING, each.reserve(), each.consign()));
          for (int i = 0; i < 30; i++) {
            DeliveryState before = each.state;
            ActEntry entry = each.voices.says(random.nextBoolean() ? IR : PK, Role.CLERK);
            each.state = before.apply(entry, anything(random, known), each.books.state());
            known.add(entry.id());
            each.state.voids().find(entry.id()).ifPresent(met::add);
            assertThat(each.state.consignments().equals(before.consignments()))
                .isEqualTo(each.state.voids().containsKey(entry.id()));
          }
        });
    assertThat(met)
        .contains(
            DeliveryRefusal.CONSIGNMENT_UNKNOWN,
            DeliveryRefusal.EVENT_UNKNOWN,
            DeliveryRefusal.NOT_EXPORTER,
            DeliveryRefusal.NOT_YOUR_SOIL,
            DeliveryRefusal.ENDED,
            DeliveryRefusal.UNIT_UNKNOWN,
            DeliveryRefusal.NOT_CONSERVED,
            DeliveryRefusal.HAPPENED_ALREADY);
  }

  private static DeliveryFact anything(SplittableRandom random, List<EntryId> known) {
    EntryId any = known.get(random.nextInt(known.size()));
    EntryId one = random.nextInt(3) == 0 ? any : known.get(2);
    List<Integer> units = random.ints(random.nextInt(3), 1, 6).boxed().distinct().toList();
    return switch (random.nextInt(6)) {
      case 0 -> new DeliveryFact.Consigned(any, DeliveryScene.WAGONS);
      case 1 ->
          DeliveryScene.reloaded(
              one,
              List.of(1 + random.nextInt(4)),
              DeliveryScene.truck("T", random.nextBoolean() ? 60_000 : 20_000));
      case 2 -> new DeliveryFact.Stamped(any);
      case 3 -> new DeliveryFact.Despatched(one, any);
      default ->
          DeliveryScene.happened(
              one,
              List.of(ControlPoint.values()).get(random.nextInt(random.nextInt(4) == 0 ? 14 : 8)),
              Phase.ACTUAL,
              Sides.EIGHT,
              units.toArray(Integer[]::new));
    };
  }

  @Test
  void aConsignmentIsOverWhenAllOfItIs() {
    EntryId id = scene.consign();
    scene.say(IR, scene.actual(id, ControlPoint.RECEIVED, 1));
    assertThat(scene.state.live()).extracting(Consignment::id).containsExactly(id);
    scene.say(PK, scene.actual(id, ControlPoint.LOST, 2));

    assertThat(scene.state.live()).isEmpty();
    assertThat(scene.one(id).isOver()).isTrue();
  }

  // ---- events ---------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void eachPointIsStatedByTheSideOnWhoseSoilItIs(ControlPoint point) {
    boolean byExporter = isStated(PK, point);
    boolean byImporter = isStated(IR, point);

    assertThat(List.of(byExporter, byImporter))
        .isEqualTo(
            switch (point) {
              case LOADED, BORDER_EXIT -> List.of(true, false);
              case BORDER_ENTRY, ARRIVED, UNLOADED, RECEIVED, REJECTED -> List.of(false, true);
              case GATE_IN, INSPECTED, WEIGHED, SEALED, DEPARTED, TRANSHIPPED, LOST ->
                  List.of(true, true);
            });
  }

  private boolean isStated(PartyId side, ControlPoint point) {
    scene = new DeliveryScene();
    DeliveryFact.Happened fact = scene.actual(scene.consign(), point);
    var entry = scene.voices.says(side, Role.CLERK);
    scene.state = scene.state.apply(entry, fact, scene.books.state());
    return scene.state.voids().find(entry.id()).isEmpty();
  }

  @Test
  void thereAreFourteenPoints() {
    assertThat(
            Arrays.stream(ControlPoint.values())
                .map(point -> point.name().toLowerCase(Locale.ROOT)))
        .containsExactly(
            "gate_in",
            "inspected",
            "weighed",
            "sealed",
            "loaded",
            "departed",
            "border_exit",
            "border_entry",
            "transhipped",
            "arrived",
            "unloaded",
            "received",
            "rejected",
            "lost");
  }

  @Test
  void bothSidesPutTheirStampWhereGoodsPass() {
    EntryId id = scene.consign();
    EntryId exit = scene.say(PK, scene.actual(id, ControlPoint.BORDER_EXIT));
    EntryId entry = scene.say(IR, scene.actual(id, ControlPoint.BORDER_ENTRY));
    assertThat(scene.one(id).unstamped())
        .extracting(ControlEvent::id)
        .containsExactlyInAnyOrder(exit, entry);
    scene.say(IR, new DeliveryFact.Stamped(exit));
    assertThat(scene.one(id).unstamped()).extracting(ControlEvent::id).containsExactly(entry);
    scene.say(PK, new DeliveryFact.Stamped(entry));
    assertThat(scene.one(id).unstamped()).isEmpty();
  }

  @Test
  void whatIsOnlyPlannedIsNotStampedAndPassesNothing() {
    EntryId id = scene.consign();
    EntryId planned = scene.say(PK, at(id, Phase.PLANNED, 60));
    assertThat(scene.one(id).unstamped()).isEmpty();
    assertThat(scene.refuse(IR, new DeliveryFact.Stamped(planned)))
        .isEqualTo(DeliveryRefusal.NO_HANDOVER);
    scene.say(PK, at(id, Phase.ESTIMATED, 90));
    scene.say(PK, at(id, Phase.ACTUAL, 0));
  }

  /// Once through the border is once, whatever the goods were in.
  @Test
  void goodsPassOnceEvenInOtherUnits() {
    EntryId id = scene.consign();
    scene.say(PK, scene.actual(id, ControlPoint.BORDER_EXIT, 1));
    scene.say(PK, DeliveryScene.reloaded(id, List.of(1), DeliveryScene.truck("P-1", 60_000)));
    assertThat(scene.refuse(PK, scene.actual(id, ControlPoint.BORDER_EXIT, 3)))
        .isEqualTo(DeliveryRefusal.HAPPENED_ALREADY);
    scene.say(PK, scene.actual(id, ControlPoint.BORDER_EXIT, 2));
  }

  @Test
  void aTimeIsPlannedEstimatedAndActual() {
    EntryId id = scene.consign();
    Instant now = scene.voices.time();
    assertThat(scene.one(id).timing(ControlPoint.BORDER_EXIT))
        .isEqualTo(new Consignment.Timing(Optional.empty(), Optional.empty(), Optional.empty()));
    scene.say(PK, at(id, Phase.PLANNED, 60));
    scene.say(PK, at(id, Phase.ESTIMATED, 120));
    scene.say(PK, at(id, Phase.ESTIMATED, 90));
    scene.voices.at(now.plus(Duration.ofMinutes(100)));
    scene.say(
        PK, DeliveryScene.happened(id, ControlPoint.BORDER_EXIT, Phase.ACTUAL, minutes(now, 95)));

    assertThat(scene.one(id).timing(ControlPoint.BORDER_EXIT))
        .isEqualTo(
            new Consignment.Timing(
                Optional.of(minutes(now, 60)),
                Optional.of(minutes(now, 90)),
                Optional.of(minutes(now, 95))));
    assertThat(scene.one(id).last().orElseThrow().point()).isEqualTo(ControlPoint.BORDER_EXIT);
  }

  // ---- papers ---------------------------------------------------------------------------------

  @Test
  void thePapersAreThoseOfTheBook() {
    EntryId reservation = scene.reserve();
    EntryId id = scene.say(PK, new DeliveryFact.Consigned(reservation, DeliveryScene.WAGONS));
    assertThat(Papers.of(scene.one(id), scene.books.state(), Books.TOLERANCE)).isEmpty();
    EntryId despatch = scene.despatch(reservation, 100_000);
    scene.say(PK, new DeliveryFact.Despatched(id, despatch));
    EntryId loading = scene.books.certify(PK, despatch, kilograms(100_000));
    assertThat(scene.papers(id).isComplete()).isFalse();
    assertThat(scene.papers(id).suggestedMatter()).isEmpty();
    EntryId receipt = scene.receive(despatch, 99_600);
    EntryId outturn = scene.books.certify(IR, despatch, kilograms(99_600));

    Papers papers = scene.papers(id);
    assertThat(papers.isComplete()).isTrue();
    assertThat(papers.despatch().entry()).isEqualTo(despatch);
    assertThat(papers.receipt().orElseThrow().entry()).isEqualTo(receipt);
    assertThat(papers.loading()).containsExactly(loading);
    assertThat(papers.outturn()).containsExactly(outturn);
    assertThat(papers.acceptance()).isEmpty();
    assertThat(papers.measured().orElseThrow().isTolerated()).isTrue();
    assertThat(papers.suggestedMatter()).isEmpty();
    scene.books.accept(despatch, kilograms(99_600), kilograms(0));
    assertThat(scene.papers(id).acceptance()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "100000, true",
    "99500, true",
    "99499, false",
    "100500, true",
    "100501, false",
    "0, false"
  })
  void aMatterIsSuggestedWhereTheWeightsDifferTooMuch(long received, boolean isTolerated) {
    EntryId reservation = scene.reserve();
    EntryId id = scene.say(PK, new DeliveryFact.Consigned(reservation, DeliveryScene.WAGONS));
    EntryId despatch = scene.despatch(reservation, 100_000);
    scene.say(PK, new DeliveryFact.Despatched(id, despatch));
    scene.receive(despatch, received);

    assertThat(scene.papers(id).measured().orElseThrow().isTolerated()).isEqualTo(isTolerated);
    assertThat(scene.papers(id).suggestedMatter())
        .isEqualTo(isTolerated ? Optional.empty() : Optional.of("delivery_dispute"));
  }

  @Test
  void theScalesOfAContractAreHeldAgainstEachOther() {
    EntryId other = scene.books.contract(IR, kilograms(1_000), Weighed.MEAN);
    EntryId reservation = scene.books.reserve(other, 10);
    scene.books.receive(PK, scene.books.despatch(IR, reservation, kilograms(10)), kilograms(9));
    for (int i = 0; i < 12; i++) {
      scene.receive(scene.despatch(scene.reserve(), 100_000), 99_600);
    }
    scene.despatch(scene.reserve(), 100_000);

    List<BiasTest.Pair> pairs = Scales.of(scene.contract, scene.books.state());
    assertThat(pairs).hasSize(12).containsOnly(new BiasTest.Pair(100_000, 99_600));
    assertThat(new BiasTest(2_121, 500, 6_000).of(pairs))
        .isEqualTo(new BiasFinding.Systematic(1, 5, -4_008));
    assertThat(Scales.of(other, scene.books.state())).containsExactly(new BiasTest.Pair(10, 9));
  }

  // ---- saying ---------------------------------------------------------------------------------

  private DeliveryFact.Consigned goods() {
    return new DeliveryFact.Consigned(scene.reserve(), DeliveryScene.WAGONS);
  }

  private DeliveryFact.Happened at(EntryId id, Phase phase, int minutes) {
    return DeliveryScene.happened(
        id, ControlPoint.BORDER_EXIT, phase, minutes(scene.voices.time(), minutes));
  }

  private static Instant minutes(Instant from, int minutes) {
    return from.plus(Duration.ofMinutes(minutes));
  }

  /// Everything out of everything it is in, into two hundred others.
  private DeliveryFact.Reloaded redivided(EntryId id) {
    Consignment one = scene.one(id);
    List<Load> loads = new ArrayList<>();
    for (int i = 0; i < DeliveryFact.UNITS_MAX; i++) {
      loads.add(DeliveryScene.truck("T-" + i, 100_000 / DeliveryFact.UNITS_MAX));
    }
    return new DeliveryFact.Reloaded(id, one.live(), loads);
  }

  private static Quantity kilograms(long amount) {
    return new Quantity(amount, UnitCode.KGM);
  }
}
