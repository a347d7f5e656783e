package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;

/// Protocol clause 11-8: a unit at the line, and beyond it.
class M01_AtTheLineTest {
  private static final Position HOME = Position.ofDegrees(29.5, 61.5);
  private static final Position LINE = Position.ofDegrees(29.5, 61.0);
  private static final Position ACROSS = Position.ofDegrees(29.5, 60.5);

  /// Whose soil it is turns on 61 degrees east, give or take a tenth.
  private static final Soil SOIL =
      new Soil() {
        @Override
        public Optional<PartyId> of(Position position) {
          return isAtLine(position)
              ? Optional.empty()
              : Optional.of(position.longitudeDegrees() > 61 ? PK : IR);
        }

        @Override
        public boolean isAtLine(Position position) {
          return Math.abs(position.longitudeDegrees() - 61) < 0.1;
        }
      };

  private static final Passes ANYWHERE =
      new Passes() {
        @Override
        public boolean holds(UnitId unit, Instant at) {
          return true;
        }

        @Override
        public boolean covers(UnitId unit, Position position, Instant at) {
          return position.equals(ACROSS);
        }
      };

  private final Scene scene = new Scene();
  private UnitId unit = new UnitId(PK, 1);

  @BeforeEach
  void begin() {
    scene.line(SOIL);
    unit = scene.unit(PK, Audience.RELEASE);
  }

  private UnitStatus report(UnitStatus status, Position position) {
    scene.ask(
        PK,
        Role.DISPATCHER,
        new ResponseRequest.ReportStatus(
            unit,
            status,
            Optional.of(new Fix(position, 10, scene.now())),
            Words.NONE,
            Audience.RELEASE));
    return scene.at(PK).unit(unit).orElseThrow().status();
  }

  private List<LineAlarm> alarms(PartyId own) {
    return LineAlarm.of(scene.at(own), own, SOIL, Passes.NONE, scene.now());
  }

  @ParameterizedTest
  @EnumSource(names = {"DSP", "ACK", "ENR", "TRN"})
  void aUnitOnItsWayThatComesToTheLineIsStaged(UnitStatus status) {
    assertThat(report(status, LINE)).isEqualTo(UnitStatus.STG_L);
    assertThat(scene.at(IR).unit(unit).flatMap(Unit::shown).map(Unit.Showing::status))
        .as("and the other side is told so")
        .contains(UnitStatus.STG_L);
    assertThat(alarms(PK))
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.where()).isEqualTo(LineAlarm.Where.AT_LINE));
    assertThat(alarms(IR)).as("it is nobody else's alarm").isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"AVL", "PAT", "ONS", "RTN", "OOS", "MAYDAY"})
  void aUnitThatIsNotUnderWayIsLeftAsItIs(UnitStatus status) {
    assertThat(report(status, LINE)).isEqualTo(status);
    assertThat(alarms(PK)).isEmpty();
  }

  @Test
  void atHomeNothingIsMadeOfIt() {
    assertThat(report(UnitStatus.ENR, HOME)).isEqualTo(UnitStatus.ENR);
  }

  @Test
  void aUnitWithALeaveGoesOn() {
    scene.passes(ANYWHERE);
    assertThat(report(UnitStatus.ENR, LINE)).isEqualTo(UnitStatus.ENR);
  }

  @Test
  void theAlarmLastsUntilTheUnitReportsSomethingElse() {
    report(UnitStatus.ENR, LINE);
    assertThat(alarms(PK)).hasSize(1);
    report(UnitStatus.RTN, HOME);
    assertThat(alarms(PK)).isEmpty();
  }

  @Test
  void beyondTheLineAStatusNeverSaysLessThanIsKnown() {
    assertThat(report(UnitStatus.ENR, ACROSS)).isEqualTo(UnitStatus.ENR);
    assertThat(alarms(PK))
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.where()).isEqualTo(LineAlarm.Where.ACROSS));
    assertThat(LineAlarm.of(scene.at(PK), PK, SOIL, ANYWHERE, scene.now()))
        .as("with a leave that covers the place there is no alarm")
        .isEmpty();
  }

  @Test
  void whatTheOtherSideIsToldIsNeverFinerThanAgreed() {
    Position exact = Position.ofDegrees(29.50123, 61.00123);
    report(UnitStatus.ENR, exact);
    assertThat(scene.at(PK).unit(unit).flatMap(Unit::fix).map(Fix::position)).contains(exact);
    assertThat(scene.at(IR).unit(unit).flatMap(Unit::shown).flatMap(Unit.Showing::fix))
        .hasValueSatisfying(
            fix -> {
              assertThat(fix.precisionM()).isEqualTo(1000);
              assertThat(fix.position()).isNotEqualTo(exact);
            });
  }

  @Test
  void aUnitIsSentAcrossOnlyWhereAPassCoversThePlace() {
    IncidentId incident = scene.alert(PK, Audience.RELEASE);
    ResponseRequest request = Scene.taskRequest(incident, unit, Audience.INTERNAL);
    scene.line(_ -> Optional.of(IR));
    assertThat(scene.refuse(PK, Role.DISPATCHER, request)).isEqualTo(Refusal.CROSSING_NEEDS_ASSENT);
    scene.passes(ANYWHERE);
    assertThat(scene.refuse(PK, Role.DISPATCHER, request))
        .as("a leave for another place")
        .isEqualTo(Refusal.CROSSING_NEEDS_ASSENT);
    scene.passes(
        new Passes() {
          @Override
          public boolean holds(UnitId who, Instant at) {
            return true;
          }

          @Override
          public boolean covers(UnitId who, Position position, Instant at) {
            return who.equals(unit);
          }
        });
    scene.ask(PK, Role.DISPATCHER, request);
  }
}
