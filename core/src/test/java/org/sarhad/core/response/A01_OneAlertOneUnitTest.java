package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.party.Role;

/// FEATURE UNDER TEST: an alert at one side, one own unit sent, and nothing of it outside
/// (docs/domain/response.md §4.1, §4.3).
class A01_OneAlertOneUnitTest {
  private final Scene scene = new Scene();

  @Test
  void anInternalAlertIsNamedAndKnownAtHomeOnly() {
    IncidentId id = scene.alert(PK, Audience.INTERNAL);

    assertThat(id).hasToString("INC-PK-1");
    assertThat(scene.incident(PK, id).stage()).isEqualTo(IncidentStage.OPEN);
    assertThat(scene.incident(PK, id).isKnownTo(IR)).isFalse();
    assertThat(scene.at(IR).incident(id)).isEmpty();
    assertThat(scene.joint().incident(id)).isEmpty();
  }

  @Test
  void numbersFollowEachOtherAndSidesCountForThemselves() {
    assertThat(scene.alert(PK, Audience.INTERNAL)).hasToString("INC-PK-1");
    assertThat(scene.alert(IR, Audience.RELEASE)).hasToString("INC-IR-1");
    assertThat(scene.alert(PK, Audience.RELEASE)).hasToString("INC-PK-2");
  }

  @Test
  void aTaskedUnitReportsItsWayToTheEnd() {
    IncidentId id = scene.alert(PK, Audience.INTERNAL);
    UnitId unit = scene.unit(PK, Audience.INTERNAL);
    TaskId task = scene.task(PK, id, unit, Audience.INTERNAL);
    assertThat(unitNow(unit).status()).isEqualTo(UnitStatus.DSP);

    for (UnitStatus status :
        new UnitStatus[] {
          UnitStatus.ACK, UnitStatus.ENR, UnitStatus.ONS, UnitStatus.TRN, UnitStatus.RTN
        }) {
      scene.pass(Duration.ofMinutes(5));
      report(unit, status);
      assertThat(tasking(task).status()).isEqualTo(status);
      assertThat(tasking(task).running()).as("%s", status).isTrue();
    }
    report(unit, UnitStatus.AVL);

    assertThat(tasking(task).ended()).contains(UnitFact.Outcome.DONE);
    assertThat(unitNow(unit).isReady()).isTrue();
    assertThat(scene.incident(PK, id).said())
        .as("the room tells the whole way")
        .extracting(said -> said.fact().kind())
        .containsExactly(
            FactKind.ALERT,
            FactKind.TASKING,
            FactKind.UNIT_STATUS,
            FactKind.UNIT_STATUS,
            FactKind.UNIT_STATUS,
            FactKind.UNIT_STATUS,
            FactKind.UNIT_STATUS,
            FactKind.UNIT_STATUS);
    assertThat(scene.joint().side(PK).ledger().said()).as("none of it was released").isEmpty();
  }

  @Test
  void aCancelledTaskingFreesTheUnit() {
    IncidentId id = scene.alert(PK, Audience.INTERNAL);
    UnitId unit = scene.unit(PK, Audience.INTERNAL);
    TaskId task = scene.task(PK, id, unit, Audience.INTERNAL);

    scene.ask(
        PK,
        Role.DISPATCHER,
        new ResponseRequest.EndTask(
            task, UnitFact.Outcome.CANCELLED, Words.en("found by another")));

    assertThat(tasking(task).ended()).contains(UnitFact.Outcome.CANCELLED);
    assertThat(unitNow(unit).tasking()).isEmpty();
  }

  private void report(UnitId unit, UnitStatus status) {
    scene.ask(
        PK,
        Role.UNIT_LEADER,
        new ResponseRequest.ReportStatus(
            unit, status, Optional.empty(), Words.NONE, Audience.INTERNAL));
  }

  private Unit unitNow(UnitId unit) {
    return scene.at(PK).unit(unit).orElseThrow();
  }

  private Tasking tasking(TaskId task) {
    return scene.at(PK).side(PK).units().taskings().get(task);
  }
}
