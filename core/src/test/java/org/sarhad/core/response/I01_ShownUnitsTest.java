package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Seeded;

/// FEATURE UNDER TEST: what the other side sees of a unit, how exactly, and for how long
/// (docs/domain/response.md §4.3).
class I01_ShownUnitsTest {
  private static final Position EXACT = Position.ofDegrees(28.98765, 61.54321);

  private final Scene scene = new Scene();

  @Test
  void aUnitIsUnknownToTheOtherSideUntilItIsShown() {
    UnitId unit = scene.unit(PK, Audience.INTERNAL);
    assertThat(scene.at(IR).unit(unit)).isEmpty();

    scene.ask(PK, Role.SECTOR_COMMANDER, new ResponseRequest.ShowUnit(unit));
    assertThat(scene.at(IR).unit(unit).orElseThrow().isShown()).isTrue();

    scene.ask(PK, Role.SECTOR_COMMANDER, new ResponseRequest.HideUnit(unit, Words.NONE));
    Unit known = scene.at(IR).unit(unit).orElseThrow();
    assertThat(known.isShown()).isFalse();
    assertThat(known.shown()).as("what was told stays told").isPresent();
  }

  @Test
  void aReleasedPositionIsCoarseAndTheExactOneStaysAtHome() {
    UnitId unit = scene.unit(PK, Audience.RELEASE);
    var fix = new Fix(EXACT, 10, scene.now());
    scene.ask(
        PK,
        Role.UNIT_LEADER,
        new ResponseRequest.ReportStatus(
            unit, UnitStatus.STG_L, Optional.of(fix), Words.NONE, Audience.RELEASE));

    assertThat(scene.at(PK).unit(unit).orElseThrow().fix()).contains(fix);
    Fix told =
        scene.at(IR).unit(unit).flatMap(Unit::shown).flatMap(Unit.Showing::fix).orElseThrow();
    assertThat(told.precisionM()).isEqualTo(1_000);
    assertThat(told.position()).isNotEqualTo(EXACT);
    assertThat(told.position().distanceTo(EXACT).metres()).isBetween(1L, 1_000L);
    assertThat(scene.at(IR).unit(unit).orElseThrow().status()).isEqualTo(UnitStatus.STG_L);
  }

  @Test
  void aStationIsShownCoarselyToo() {
    UnitId unit = scene.unit(PK, Audience.RELEASE);
    var station = scene.at(IR).unit(unit).orElseThrow().description().station();
    assertThat(station.radiusM()).isEqualTo(1_000);
    assertThat(station.position()).isNotEqualTo(Samples.POST.position());
  }

  /// Standing still gives one grid point, so many reports give no better answer than one.
  @Test
  void coarseningStaysWithinItsPrecisionAndIsTheSameEveryTime() {
    Seeded.check(
        500,
        random -> {
          var position =
              new Position(
                  random.nextInt(-89_000_000, 89_000_000),
                  random.nextInt(-179_000_000, 179_000_000));
          int precisionM = random.nextInt(1, 20_000);
          Position coarse = Coarse.position(position, precisionM);
          assertThat(coarse.distanceTo(position).metres()).isLessThanOrEqualTo(precisionM);
          assertThat(Coarse.position(position, precisionM)).isEqualTo(coarse);
        });
  }

  @Test
  void aReleasedTaskingOfAHiddenUnitIsRefused() {
    IncidentId id = scene.alert(PK, Audience.RELEASE);
    UnitId unit = scene.unit(PK, Audience.INTERNAL);
    assertThat(scene.refuse(PK, Role.DISPATCHER, Scene.taskRequest(id, unit, Audience.RELEASE)))
        .isEqualTo(Refusal.NOT_RELEASED_YET);
  }

  @Test
  void retiringAShownUnitTellsTheOtherSideOnlyThatItIsGone() {
    UnitId unit = scene.unit(PK, Audience.RELEASE);
    scene.ask(
        PK,
        Role.DISPATCHER,
        new ResponseRequest.RetireUnit(unit, Words.en("moved to the capital")));
    assertThat(scene.at(IR).unit(unit).orElseThrow().isShown()).isFalse();
    assertThat(scene.joint().side(PK).ledger().said().values())
        .noneMatch(said -> said.fact().toJson().toString().contains("capital"));
  }

  @Test
  void anOldReportIsStaleAndNeverRemoved() {
    UnitId unit = scene.unit(PK, Audience.RELEASE);
    Duration interval = ResponseSettings.defaults().reportingInterval();
    Unit known = scene.at(IR).unit(unit).orElseThrow();
    assertThat(known.isStaleAt(scene.now().plus(interval.multipliedBy(2)), interval)).isFalse();
    assertThat(known.isStaleAt(scene.now().plus(interval.multipliedBy(2)).plusSeconds(1), interval))
        .isTrue();
  }
}
