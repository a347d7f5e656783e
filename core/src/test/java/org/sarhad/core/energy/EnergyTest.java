package org.sarhad.core.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.barter.AcceptanceTerms;
import org.sarhad.core.barter.ContractTerms.Weighed;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.delivery.BiasFinding;
import org.sarhad.core.delivery.BiasTest;
import org.sarhad.core.delivery.Scales;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Books;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Voices;

/// Lines, schedules, meters and days: every refusal, and what comes of them (protocol clauses 18-4
/// and 18-5).
class EnergyTest {
  private static final PartyId IR = EnergyScene.IR;
  private static final PartyId PK = EnergyScene.PK;
  private static final PartyId OM = PartyId.of("om");
  private static final LocalDate DAY = EnergyScene.DAY;
  private static final LocalDate TODAY = LocalDate.of(2019, 4, 22);
  private static final EntryId NOTHING = new EntryId(Sides.PK_LOG, 0);
  private static final long EACH = EnergyScene.EACH;
  private static final long WHOLE = EnergyScene.WHOLE;

  private EnergyScene scene = new EnergyScene();

  // ---- refusals -------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsGivenForItsReason(EnergyRefusal refusal) {
    assertThat(provoke(refusal)).isEqualTo(refusal);
  }

  /// The switch has no default: a new refusal does not compile before it has its case here.
  private EnergyRefusal provoke(EnergyRefusal refusal) {
    return switch (refusal) {
      case NOT_A_SIDE ->
          scene.refuse(
              Voices.of("tm").says(PartyId.of("tm"), Role.CLERK), schedule(scene.line(), 1, EACH));
      case NOT_RELEASED -> {
        EntryId line = scene.line();
        yield scene.refuse(scene.voices.internal(IR, Role.CLERK), schedule(line, 1, EACH));
      }
      case NO_OFFICER -> {
        EntryId line = scene.line();
        yield scene.refuse(scene.voices.node(IR), schedule(line, 1, EACH));
      }
      case ROLE_MISSING -> {
        EntryId line = scene.line();
        yield scene.refuse(scene.voices.says(IR, Role.DISPATCHER), schedule(line, 1, EACH));
      }
      case TERMS_UNREADABLE ->
          scene.refuse(Json.obj().put("name", "x").build(), Ordered.set(IR, PK));
      case CONTRACT_UNKNOWN -> scene.refuse(EnergyScene.terms(NOTHING));
      case CONTRACT_OTHER_UNIT ->
          scene.refuse(
              EnergyScene.terms(
                  scene.books.contract(IR, new Quantity(1_000, UnitCode.MWH), Weighed.LOADED)));
      case CONTRACT_OTHER_BASIS -> scene.refuse(atOnePoint(scene.contract(Weighed.MEAN)));
      case SIDE_LEFT_OUT -> {
        scene = new EnergyScene("ir", "om", "pk");
        yield scene.refuse(
            EnergyScene.terms(scene.contract(Weighed.MEAN)).toJson(), Ordered.set(IR, OM));
      }
      case NAME_TAKEN -> {
        scene.line();
        yield scene.refuse(EnergyScene.terms(scene.contract(Weighed.MEAN)));
      }
      case LINE_UNKNOWN -> scene.refuse(IR, schedule(NOTHING, 1, EACH));
      case NOT_SEEN -> {
        EntryId line = scene.line();
        yield scene.refuse(scene.voices.blind(IR, Role.CLERK), schedule(line, 1, EACH));
      }
      case LINE_ENDED -> {
        Act act = scene.agree(EnergyScene.terms(scene.contract(Weighed.MEAN)), Optional.empty());
        scene.end(act, ActStage.SUPERSEDED);
        yield scene.refuse(IR, schedule(act.id(), 1, EACH));
      }
      case SIDE_UNKNOWN -> {
        scene = new EnergyScene("ir", "om", "pk");
        yield scene.refuse(OM, schedule(scene.line(), 1, EACH));
      }
      case DAY_OVER -> scene.refuse(IR, EnergyScene.schedule(scene.line(), DAY, 1, EACH));
      case DAY_NOT_OVER -> scene.refuse(IR, metered(scene.line(), TODAY, 0, EACH));
      case VERSION_NOT_NEXT -> scene.refuse(IR, schedule(scene.line(), 2, EACH));
      case UNCHANGED -> {
        EntryId line = scene.line();
        scene.say(IR, schedule(line, 1, EACH));
        yield scene.refuse(IR, schedule(line, 2, EACH));
      }
      case REGISTER_BACKWARDS -> {
        EntryId line = scene.line();
        scene.say(IR, metered(line, DAY.minusDays(1), 1_000, EACH));
        yield scene.refuse(IR, metered(line, DAY, 999 + WHOLE, EACH));
      }
      case SUM_DIFFERS -> {
        Reading right = EnergyScene.reading("A-1", 0, EACH);
        Reading wrong = new Reading("A-1", 0, WHOLE + 1, right.quarters(), right.quality());
        yield scene.refuse(IR, EnergyScene.metered(scene.line(), DAY, 1, wrong));
      }
      case MONTH_OPEN -> scene.refuseUntaken(scene.line(), YearMonth.of(2019, 4), 1);
      case SHORTFALL_DIFFERS -> {
        EntryId line = scene.line();
        scene.stoodStill(line, YearMonth.of(2019, 2));
        yield scene.refuseUntaken(line, YearMonth.of(2019, 2), 30 * WHOLE - 1);
      }
    };
  }

  @Test
  void aRegisterRunsForwardsWithinADayAndAgainstTheNext() {
    EntryId line = scene.line();
    Reading right = EnergyScene.reading("A-1", 500, EACH);
    Reading backwards = new Reading("A-1", 500, 499, Quarters.even(0), right.quality());
    assertThat(scene.refuse(IR, EnergyScene.metered(line, DAY, 1, backwards)))
        .isEqualTo(EnergyRefusal.REGISTER_BACKWARDS);
    scene.say(IR, metered(line, DAY, 500, EACH));
    assertThat(scene.refuse(IR, metered(line, DAY.minusDays(1), 501, EACH)))
        .isEqualTo(EnergyRefusal.REGISTER_BACKWARDS);

    // Another meter begins anew, and the other side's is its own.
    scene.say(IR, EnergyScene.metered(line, DAY.minusDays(1), 1, EnergyScene.reading("A-0", 9, 7)));
    scene.say(PK, EnergyScene.metered(line, DAY.minusDays(1), 1, right));
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "2000000000000, true", "2000000000001, false"})
  void gapsHoldWhatALineCanCarry(long left, boolean isPossible) {
    Reading gappy = EnergyScene.gappy("A-1", 0, EACH, 10, 2);
    Reading reading =
        new Reading("A-1", 0, gappy.quarters().sum() + left, gappy.quarters(), gappy.quality());
    assertThat(reading.agrees()).isEqualTo(isPossible);
    EnergyFact.Metered said = EnergyScene.metered(scene.line(), DAY, 1, reading);
    if (isPossible) {
      scene.say(IR, said);
      assertThat(reading.filled().sum()).isEqualTo(reading.delta());
    } else {
      assertThat(scene.refuse(IR, said)).isEqualTo(EnergyRefusal.SUM_DIFFERS);
    }
  }

  @Test
  void theFirstAndLastDayThereCanBe() {
    EntryId line = scene.line();
    scene.say(IR, metered(line, LocalDate.of(1900, 1, 1), 0, EACH));
    assertThat(scene.refuse(IR, metered(line, LocalDate.of(2999, 12, 31), 0, EACH)))
        .isEqualTo(EnergyRefusal.DAY_NOT_OVER);
    assertThat(scene.close(line, LocalDate.of(1900, 1, 1))).isInstanceOf(DayClose.Open.class);
  }

  @Test
  void aLineTakesThePlaceOfAnother() {
    Act first = scene.agree(EnergyScene.terms(scene.contract(Weighed.MEAN)), Optional.empty());
    Act second =
        scene.agree(EnergyScene.terms(scene.contract(Weighed.MEAN), 20), Optional.of(refTo(first)));
    scene.end(first, ActStage.SUPERSEDED);

    scene.say(IR, schedule(second.id(), 1, EACH));
    assertThat(scene.refuse(IR, schedule(first.id(), 1, EACH))).isEqualTo(EnergyRefusal.LINE_ENDED);
  }

  @Test
  void aContractThatIsVoidCarriesNoLine() {
    EntryId contract = scene.contract(Weighed.MEAN);
    scene.books.voided(IR, contract);

    assertThat(scene.refuse(EnergyScene.terms(contract))).isEqualTo(EnergyRefusal.CONTRACT_UNKNOWN);
  }

  // ---- a day ----------------------------------------------------------------------------------

  /// Sent and received in each quarter, loss in thousandths, which counts.
  @ParameterizedTest
  @CsvSource({
    "1000000, 1000000,  0, LOADED,  true,   96000000,       0",
    "1000000,  996000,  0, LOADED,  true,   96000000,       0",
    "1000000,  996000,  0, OUTTURN, true,   95616000,       0",
    "1000000,  996000,  0, MEAN,    true,   95808000,       0",
    "1000000,  995000,  0, OUTTURN, true,   95520000,       0",
    "1000000,  994999,  0, OUTTURN, false,  95519904,  480096",
    "1000000,  994999,  0, LOADED,  false,  95519904,  480096",
    "1000000, 1010000,  0, OUTTURN, false,  96000000,  960000",
    "1000000,  970000, 30, LOADED,  true,   93120000,       0",
    "1000000,  968000, 30, OUTTURN, true,   92928000,       0",
    "1000000, 1000000, 30, MEAN,    false,  93120000, 2880000",
    "1,             1,  5, LOADED,  false,        96,       0",
  })
  void aDayIsAcceptedByTheBasisOfTheContract(
      long sent,
      long received,
      int loss,
      Weighed weighed,
      boolean isTolerated,
      long accepted,
      long disputed) {
    EntryId line = scene.line(weighed, loss);
    scene.meter(line, DAY, sent, received);

    DayClose.Closed closed = scene.closed(line, DAY);
    // 96 Wh less five in a thousand is 95.52, which is 96 again.
    assertThat(closed.isTolerated()).isEqualTo(isTolerated || sent == 1);
    assertThat(closed.accepted()).isEqualTo(accepted);
    assertThat(closed.disputed()).isEqualTo(disputed);
    assertThat(closed.holes()).isEmpty();
    assertThat(scene.accepted(line, DAY).sum()).as("quarter by quarter").isEqualTo(accepted);
  }

  @Test
  void aDayIsOpenUntilBothMetersHaveSpoken() {
    EntryId line = scene.line();
    LineDay of = new LineDay(line, DAY);
    assertThat(scene.close(line, DAY)).isEqualTo(new DayClose.Open(of, Ordered.set(IR, PK)));
    scene.say(PK, metered(line, DAY, 0, EACH));
    assertThat(scene.close(line, DAY)).isEqualTo(new DayClose.Open(of, Ordered.set(IR)));
    assertThat(scene.state.close(new LineDay(NOTHING, DAY), scene.books.state(), 50)).isEmpty();
  }

  /// Half a watt hour a quarter is none, and then one: sums are rounded, and quarters are not.
  @Test
  void theQuartersOfADayAddUp() {
    EntryId line = scene.line(Weighed.MEAN, 0);
    scene.meter(line, DAY, 1_000_000, 999_999);

    assertThat(scene.accepted(line, DAY).wh().subList(0, 4))
        .containsExactly(1_000_000L, 999_999L, 999_999L, 1_000_000L);
    assertThat(scene.accepted(line, DAY).sum()).isEqualTo(scene.closed(line, DAY).accepted());
    LineDay open = new LineDay(line, DAY.plusDays(1));
    assertThat(scene.state.accepted(open, scene.books.state(), 50)).isEmpty();
  }

  @Test
  void theLastWordOfAMeterCounts() {
    EntryId line = scene.line();
    scene.meter(line, DAY, EACH, EACH - 1);
    scene.say(PK, EnergyScene.metered(line, DAY, 2, EnergyScene.reading("B-1", 0, EACH)));

    assertThat(scene.closed(line, DAY).received()).isEqualTo(WHOLE);
  }

  @Test
  void whatIsMissingIsNamed() {
    EntryId line = scene.line();
    scene.meter(line, DAY.minusDays(1), EACH, EACH);
    scene.say(
        IR, EnergyScene.metered(line, DAY, 1, EnergyScene.gappy("A-1", WHOLE + 5, EACH, 0, 2)));
    Reading ragged = EnergyScene.gappy("B-1", WHOLE, EACH, 94, 2);
    scene.say(PK, EnergyScene.metered(line, DAY, 1, ragged));

    DayClose.Closed closed = scene.closed(line, DAY);
    assertThat(closed.sent()).as("by the register").isEqualTo(WHOLE);
    assertThat(closed.holes())
        .containsExactly(
            new Hole.BetweenDays(IR, 5), new Hole.Quarters(IR, 0, 2), new Hole.Quarters(PK, 94, 2));
  }

  @Test
  void whatTheRegisterHasBeyondTheQuartersIsSpreadOverTheGaps() {
    Reading gappy = EnergyScene.gappy("A-1", 0, 10, 3, 3);
    Reading more = new Reading("A-1", 0, gappy.to() + 2, gappy.quarters(), gappy.quality());

    assertThat(more.filled().wh().subList(2, 7)).containsExactly(10L, 11L, 11L, 10L, 10L);
    assertThat(more.filled().sum()).isEqualTo(more.delta());
  }

  /// There is no second truth: what a day comes to is despatched and received in the book, which
  /// comes to the same.
  @ParameterizedTest
  @CsvSource({"LOADED, 997000", "OUTTURN, 997000", "MEAN, 997000", "MEAN, 900000"})
  void theBookComesToTheSame(Weighed weighed, long received) {
    EntryId line = scene.line(weighed, 0);
    scene.meter(line, DAY, EACH, received);
    DayClose.Closed closed = scene.closed(line, DAY);
    EntryId contract = scene.contractOf(line).id();
    EntryId reservation = scene.books.reserve(contract, 2 * WHOLE);
    EntryId despatch = scene.books.despatch(IR, reservation, wattHours(closed.sent()));
    scene.books.receive(PK, despatch, wattHours(closed.received()));

    assertThat(Scales.of(contract, scene.books.state()))
        .isEqualTo(scene.state.meters(scene.state.lines().get(line), scene.books.state()));
    AcceptanceTerms accepting =
        scene.books.accept(despatch, wattHours(closed.accepted()), wattHours(closed.disputed()));
    assertThat(scene.books.state().owed(PK)).isEqualTo(accepting.value());
  }

  private static Quantity wattHours(long amount) {
    return new Quantity(amount, UnitCode.WHR);
  }

  /// Days as deliveries: a meter that reads a little less, every day, is seen.
  @Test
  void theMetersOfALineAreHeldAgainstEachOther() {
    EntryId line = scene.line();
    for (int back = 12; back > 0; back--) {
      scene.meter(line, TODAY.minusDays(back), EACH, EACH * 996 / 1_000);
    }
    scene.say(IR, metered(line, TODAY.minusDays(13), 0, 0));

    List<BiasTest.Pair> pairs =
        scene.state.meters(scene.state.lines().get(line), scene.books.state());
    assertThat(pairs).hasSize(12).containsOnly(new BiasTest.Pair(WHOLE, WHOLE * 996 / 1_000));
    assertThat(new BiasTest(2_121, 500, 6_000).of(pairs))
        .isEqualTo(new BiasFinding.Systematic(1, 5, -4_008));
  }

  // ---- deviations -----------------------------------------------------------------------------

  @Test
  void deviationsAreByBandAndOnlyFromWhatBothHadScheduled() {
    EntryId line = scene.line();
    LocalDate day = TODAY;
    scene.say(IR, schedule(line, 1, EACH));
    scene.say(PK, schedule(line, 1, EACH + 1));
    scene.voices.at(Sides.EIGHT.plusSeconds(86_400));
    scene.meter(line, day, EACH + 1_000, EACH + 1_000);
    assertThat(scene.closed(line, day).deviations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LOADED,   0, 1000000, 1000001,     0,   0",
    "OUTTURN,  0, 1000000, 1000001,    64,  32",
    "OUTTURN,  0, 1000000,  999999,   -64, -32",
    "MEAN,     0, 1000000, 1000001,    32,  16",
    "MEAN,     0, 1000000, 1000000,     0,   0",
    "LOADED,   1, 1000000, 1000000, -64000, -32000",
  })
  void deviationsGoByWhatCounts(
      Weighed weighed, int loss, long sent, long received, long high, long low) {
    EntryId line = scene.line(weighed, loss);
    LocalDate day = TODAY;
    scene.say(IR, schedule(line, 1, EACH));
    scene.say(PK, schedule(line, 1, EACH));
    scene.voices.at(Sides.EIGHT.plusSeconds(86_400));
    scene.meter(line, day, sent, received);

    assertThat(scene.closed(line, day).deviations())
        .contains(Ordered.map(Map.of("high", high, "low", low)));
  }

  @Test
  void whereTheMetersDifferTooMuchThereIsNoDeviation() {
    EntryId line = scene.line();
    LocalDate day = TODAY;
    scene.say(IR, schedule(line, 1, EACH));
    scene.say(PK, schedule(line, 1, EACH));
    scene.voices.at(Sides.EIGHT.plusSeconds(86_400));
    scene.meter(line, day, EACH, EACH / 2);

    assertThat(scene.closed(line, day).deviations()).isEmpty();
  }

  // ---- a month --------------------------------------------------------------------------------

  @Test
  void whatIsNotTakenInAMonthIsPaidForOnceEveryDayIsClosed() {
    EntryId line = scene.line();
    scene.voices.at(Sides.EIGHT.plusSeconds(86_400L * 30));
    YearMonth april = YearMonth.of(2019, 4);
    for (int day = 1; day < 30; day++) {
      scene.meter(line, april.atDay(day), 0, 0);
    }
    assertThat(month(line, april).open()).containsExactly(april.atDay(30));
    assertThat(month(line, april).shortfall()).isZero();
    scene.meter(line, april.atDay(30), EACH, EACH);

    MonthClose closed = month(line, april);
    assertThat(closed.open()).isEmpty();
    assertThat(closed.accepted()).isEqualTo(WHOLE);
    assertThat(closed.shortfall()).isEqualTo(29 * WHOLE);
    // 29 days of 96 MWh, at 40 for a megawatt hour.
    assertThat(closed.worth(scene.contractOf(line)).orElseThrow().money())
        .isEqualTo(Money.ofUnits(29L * 96 * 40));
  }

  /// A node signs what its days come to, and of a line only.
  @Test
  void whatWasNotTakenIsSignedAsItIsComputed() {
    EntryId line = scene.line();
    scene.stoodStill(line, YearMonth.of(2019, 2));
    EntryId contract = scene.contractOf(line).id();
    assertThat(scene.untaken(contract, YearMonth.of(2019, 2), 30 * WHOLE)).isEmpty();
    assertThat(scene.untaken(NOTHING, YearMonth.of(2019, 2), 30 * WHOLE))
        .contains(EnergyRefusal.LINE_UNKNOWN);
    ActFact.Proposed other =
        EnergyScene.proposed(EnergyScene.terms(contract).toJson(), Optional.empty());
    assertThat(EnergyRules.objectionToUntaken(scene.state, other, scene.books.state(), 50))
        .as("of another kind")
        .isEmpty();
  }

  @Test
  void whatIsDueInKindFollowsFromWhatCounts() {
    InKind gas = new InKind(new Quantity(3, UnitCode.KWH), new Quantity(1, UnitCode.MTQ));
    LineTerms terms = EnergyScene.terms(scene.contract(Weighed.OUTTURN));
    EntryId line =
        scene
            .agree(
                new LineTerms(
                    terms.name(),
                    terms.contract(),
                    terms.metering(),
                    0,
                    terms.bands(),
                    0,
                    Optional.of(gas)),
                Optional.empty())
            .id();
    scene.meter(line, DAY, EACH, EACH);

    assertThat(month(line, YearMonth.of(2019, 4)).returned()).contains(Rational.of(32_000));
    assertThat(gas.dueFor(new Quantity(1, UnitCode.KWH))).contains(Rational.of(1, 3));
    assertThat(gas.dueFor(new Quantity(1, UnitCode.TNE))).isEmpty();
  }

  @Test
  void metersAtOnePointAreMainAndCheck() {
    EntryId line = scene.agree(atOnePoint(scene.contract(Weighed.LOADED)), Optional.empty()).id();
    scene.meter(line, DAY, EACH, EACH + 5);

    assertThat(scene.closed(line, DAY).accepted()).as("the main meter's").isEqualTo(WHOLE);
    assertThat(Arrays.stream(Metering.values()).map(Metering::exporters))
        .containsExactly(Metering.Role.SEND, Metering.Role.MAIN);
    assertThat(Arrays.stream(Metering.values()).map(Metering::importers))
        .containsExactly(Metering.Role.RECEIVE, Metering.Role.CHECK);
  }

  // ---- properties -----------------------------------------------------------------------------

  /// Whatever two meters say, what is accepted and what is disputed add up to what can have flowed,
  /// and nothing accepted is more than the larger of the two.
  @Test
  void nothingIsAcceptedThatNoMeterHasSeen() {
    Seeded.check(
        200,
        random -> {
          EnergyScene one = new EnergyScene();
          int loss = random.nextInt(50);
          EntryId line = one.line(List.of(Weighed.values()).get(random.nextInt(3)), loss);
          one.meter(line, DAY, random.nextLong(2_000), random.nextLong(2_000));
          DayClose.Closed closed = one.closed(line, DAY);
          long most = Math.max(closed.sent(), closed.received());
          long least = Math.min(closed.sent(), closed.received());

          assertThat(closed.accepted()).isBetween(least, most);
          assertThat(closed.disputed()).isEqualTo(closed.isTolerated() ? 0 : most - least);
          assertThat(closed.accepted() + closed.disputed()).isBetween(least, most);
        });
  }

  /// Whoever says whatever, of whichever day: the fold goes on, what does not hold changes nothing,
  /// and every day and month can be closed, or is open.
  @Test
  void theFoldIsTotal() {
    Set<EnergyRefusal> met = EnumSet.noneOf(EnergyRefusal.class);
    Seeded.check(
        100,
        random -> {
          EnergyScene each = new EnergyScene();
          EntryId line =
              each.line(List.of(Weighed.values()).get(random.nextInt(3)), random.nextInt(200));
          for (int i = 0; i < 20; i++) {
            PartyId side = random.nextBoolean() ? IR : PK;
            LocalDate day = TODAY.plusDays(random.nextInt(5) - 3);
            long wh = random.nextLong(4) * random.nextLong(Quarters.MOST);
            EnergyFact fact =
                random.nextInt(3) == 0
                    ? EnergyScene.schedule(line, day, 1 + random.nextInt(2), Math.min(wh, EACH))
                    : EnergyScene.metered(line, day, 1 + random.nextInt(2), odd(random, wh));
            EnergyState before = each.state;
            ActEntry entry = each.voices.says(side, Role.CLERK);
            each.state = before.apply(entry, fact, each.books.state());
            each.state.voids().find(entry.id()).ifPresent(met::add);
            assertThat(each.state.days().equals(before.days()))
                .isEqualTo(each.state.voids().containsKey(entry.id()));
            each.close(line, day);
          }
          MonthClose.of(
              each.state,
              each.state.lines().get(line),
              YearMonth.of(2019, 4),
              each.books.state(),
              Books.TOLERANCE);
        });
    assertThat(met)
        .contains(
            EnergyRefusal.DAY_OVER,
            EnergyRefusal.DAY_NOT_OVER,
            EnergyRefusal.VERSION_NOT_NEXT,
            EnergyRefusal.REGISTER_BACKWARDS,
            EnergyRefusal.SUM_DIFFERS);
  }

  /// A reading with gaps, by a register that may or may not agree with it.
  private static Reading odd(SplittableRandom random, long more) {
    Reading gappy =
        EnergyScene.gappy("A-1", 3 + random.nextInt(9), random.nextInt(9), 10, random.nextInt(4));
    return new Reading(
        "A-1",
        gappy.from(),
        gappy.to() - random.nextInt(3) + more,
        gappy.quarters(),
        gappy.quality());
  }

  /// What the two sides say of their own meters comes to the same in whichever order it is folded.
  @Test
  void theOrderOfTwoWordsThatCrossedChangesNoDay() {
    EntryId line = scene.line();
    EnergyState before = scene.state;
    List<EnergyState> ends = new ArrayList<>();
    for (List<PartyId> order : List.of(List.of(IR, PK), List.of(PK, IR))) {
      scene.state = before;
      order.forEach(side -> scene.say(side, metered(line, DAY, side.equals(IR) ? 0 : 7, EACH)));
      ends.add(scene.state);
    }
    LineDay of = new LineDay(line, DAY);
    assertThat(ends.get(0).close(of, scene.books.state(), Books.TOLERANCE))
        .isEqualTo(ends.get(1).close(of, scene.books.state(), Books.TOLERANCE));
  }

  // ---- saying ---------------------------------------------------------------------------------

  private static LineTerms atOnePoint(EntryId contract) {
    return new LineTerms(
        "at-one-point", contract, Metering.POINT, 0, EnergyScene.BANDS, 0, Optional.empty());
  }

  private static EnergyFact.Scheduled schedule(EntryId line, int version, long each) {
    return EnergyScene.schedule(line, TODAY, version, each);
  }

  private static EnergyFact.Metered metered(EntryId line, LocalDate day, long from, long each) {
    return EnergyScene.metered(line, day, 1, EnergyScene.reading("A-1", from, each));
  }

  private MonthClose month(EntryId line, YearMonth month) {
    return MonthClose.of(
        scene.state, scene.state.lines().get(line), month, scene.books.state(), Books.TOLERANCE);
  }

  private static ActRef refTo(Act act) {
    return new ActRef(act.id(), act.proposal().leaf());
  }
}
