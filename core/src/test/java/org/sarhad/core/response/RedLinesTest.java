package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;
import static org.sarhad.core.response.Scene.WATCH;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.Role;

/// docs/domain/response.md §1: the lines that no request and no stranger's fact can cross. Names
/// are attacks.
class RedLinesTest {
  private final Scene scene = new Scene();

  @Test
  void foreignUnitTaskedByEveryRoleAndAudience() {
    IncidentId id = scene.alert(PK, Audience.RELEASE);
    UnitId theirs = scene.unit(IR, Audience.RELEASE);
    for (Audience audience : Audience.values()) {
      var decision =
          scene.decide(PK, EnumSet.allOf(Role.class), Scene.taskRequest(id, theirs, audience));
      assertThat(decision)
          .isEqualTo(Decision.refuse(Refusal.PEER_UNIT_ASK_DONT_TASK, theirs.toString()));
    }
    assertThat(scene.joint().side(IR).units().taskings()).isEmpty();
  }

  @Test
  void peerWritesATaskingOfMyUnitIntoItsOwnLog() {
    UnitId mine = scene.unit(IR, Audience.RELEASE);
    IncidentId id = scene.alert(PK, Audience.RELEASE);
    SideState before = scene.at(IR).side(IR);

    forge(new UnitFact.Tasked(new TaskId(PK, 1), id, mine, Words.en("Come over"), Samples.POST));

    assertThat(scene.at(IR).side(IR)).isSameAs(before);
    assertAnomaly(Anomaly.NOT_THE_OWNER);
    assertThat(scene.incident(IR, id).taskings()).isEmpty();
  }

  @Test
  void peerOpensAnIncidentInMyName() {
    forge(new IncidentFact.Opened(new IncidentId(IR, 5, false), Samples.alert()));
    assertAnomaly(Anomaly.NOT_THE_OWNER);
    assertThat(scene.alert(IR, Audience.INTERNAL))
        .as("my numbers are mine")
        .hasToString("INC-IR-1");
  }

  @Test
  void peerAcknowledgesItsOwnNoticeInMyStead() {
    IncidentId id = scene.alert(PK, Audience.RELEASE);
    forge(new IncidentFact.Acknowledged(id, Role.WATCH_OFFICER, Words.NONE));
    assertAnomaly(Anomaly.ANSWERS_ITSELF);
    assertThat(Alarms.sounding(scene.at(IR), IR)).hasSize(1);
  }

  @Test
  void peersNodeAcknowledgesAndNoPersonDid() {
    IncidentId id = scene.alert(IR, Audience.RELEASE);
    var machine =
        new FactContext(Samples.entry(PK, 50), PK, true, scene.now(), Optional.empty(), Set.of());
    ResponseState state =
        scene
            .at(IR)
            .apply(machine, new IncidentFact.Acknowledged(id, Role.WATCH_OFFICER, Words.NONE));
    assertThat(state.side(PK).ledger().anomalies().values())
        .extracting(said -> said.anomaly().orElseThrow())
        .containsExactly(Anomaly.NO_SUCH_PERSON);
    assertThat(state.incident(id).orElseThrow().stage()).isEqualTo(IncidentStage.PEER_NOTIFIED);
  }

  @Test
  void peersClerkAcknowledgesAsAWatchOfficer() {
    IncidentId id = scene.alert(IR, Audience.RELEASE);
    scene.write(
        PK,
        Role.CLERK,
        Authored.released(new IncidentFact.Acknowledged(id, Role.WATCH_OFFICER, Words.NONE)));
    assertAnomaly(Anomaly.NO_SUCH_PERSON);
  }

  @Test
  void peerAcceptsItsOwnRequestInMyStead() {
    AssistanceId asked = scene.request(PK, scene.alert(PK, Audience.RELEASE));
    forge(
        new AssistanceFact.Answered(
            asked,
            new IncidentId(PK, 1, false),
            AssistanceFact.Answer.ACCEPTED,
            List.of(),
            Words.NONE));
    assertAnomaly(Anomaly.ANSWERS_ITSELF);
    assertThat(scene.at(IR).assistance(asked).orElseThrow().isAnswered()).isFalse();
  }

  @Test
  void peerCommitsMyUnits() {
    AssistanceId asked = scene.request(IR, scene.alert(IR, Audience.RELEASE));
    UnitId mine = scene.unit(IR, Audience.RELEASE);
    forge(
        new AssistanceFact.Committed(
            asked, new IncidentId(IR, 1, false), List.of(mine), Words.NONE, Optional.empty()));
    assertAnomaly(Anomaly.NOT_THE_OWNER);
    assertThat(scene.at(IR).assistance(asked).orElseThrow().committed()).isEmpty();
  }

  @Test
  void peerClosesForMe() {
    IncidentId id = scene.alert(IR, Audience.RELEASE);
    forge(new IncidentFact.StageReached(id, Stage.CLOSED, Words.en("Nothing to see")));
    assertThat(scene.incident(IR, id).stageOf(IR)).isEqualTo(Stage.OPEN);
    assertThat(scene.incident(IR, id).stage()).isEqualTo(IncidentStage.CLOSED_BY_ONE);
  }

  @Test
  void peerWithdrawsWhatISaid() {
    IncidentId id = scene.alert(IR, Audience.RELEASE);
    scene.ask(IR, WATCH, Scene.note(id, "they were told at 02:47", Audience.RELEASE));
    Said item = scene.last(IR, id);
    forge(new IncidentFact.Withdrawn(id, item.entry(), Words.en("untrue")));
    assertAnomaly(Anomaly.NOT_THE_OWNER);
    assertThat(Room.of(scene.incident(IR, id), scene).items())
        .filteredOn(shown -> shown.said().entry().equals(item.entry()))
        .noneMatch(RoomItem::isWithdrawn);
  }

  @Test
  void peerRewritesItsOwnNoticeByGivingItTwice() {
    IncidentId id = scene.alert(PK, Audience.RELEASE);
    forge(new IncidentFact.Notified(id, alertOf("Only a drill")));
    assertAnomaly(Anomaly.SAID_BEFORE);
    assertThat(scene.incident(IR, id).alert().orElseThrow().what())
        .isEqualTo(Words.en("Post under fire"));
  }

  @Test
  void peerPutsMyJournalsKindsIntoItsLog() {
    forge(new ClockFact.Escalated(Samples.deadline(), Role.CHIEF));
    assertAnomaly(Anomaly.WRONG_AUDIENCE);
  }

  @Test
  void unitSentBeyondTheLine() {
    IncidentId id = scene.alert(PK, Audience.INTERNAL);
    UnitId unit = scene.unit(PK, Audience.INTERNAL);
    var request = Scene.taskRequest(id, unit, Audience.INTERNAL);
    scene.line(_ -> Optional.of(IR));
    assertThat(scene.refuse(PK, Role.DISPATCHER, request)).isEqualTo(Refusal.CROSSING_NEEDS_ASSENT);
    scene.line(_ -> Optional.of(PK));
    scene.ask(PK, Role.DISPATCHER, request);
  }

  @Test
  void releasedTwiceOrTakenBack() {
    IncidentId id = scene.alert(PK, Audience.RELEASE);
    assertThat(scene.refuse(PK, WATCH, new ResponseRequest.NotifyPeer(id, scene.alertNow())))
        .isEqualTo(Refusal.ALREADY_RELEASED);
    Said opening = scene.last(PK, id);
    scene.ask(
        PK, WATCH, new ResponseRequest.Withdraw(id, opening.entry(), Words.en("false alarm")));
    assertThat(scene.incident(IR, id).isReleased()).as("withdrawn is not unsaid").isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.INCLUDE,
      names = {"OBSERVER", "ADMIN", "COMPLIANCE"})
  void thoseWhoOnlyWatchOrKeepTheNode(Role role) {
    IncidentId id = scene.alert(PK, Audience.RELEASE);
    for (ResponseRequest request :
        List.<ResponseRequest>of(
            new ResponseRequest.OpenIncident(scene.alertNow(), false, Audience.INTERNAL),
            Scene.note(id, "hello", Audience.INTERNAL),
            new ResponseRequest.Acknowledge(id, Words.NONE),
            Scene.yes(new AssistanceId(IR, 1)),
            new ResponseRequest.TakeWatch(
                WATCH, Optional.empty(), Words.NONE, Audience.INTERNAL))) {
      assertThat(scene.refuse(PK, role, request)).isEqualTo(Refusal.ROLE_MAY_NOT);
    }
  }

  private static Alert alertOf(String what) {
    return new Alert(Optional.empty(), Words.en(what), Samples.POST, Samples.NOON, Priority.P5);
  }

  private void forge(ResponseFact fact) {
    scene.write(PK, WATCH, Authored.released(fact));
  }

  private void assertAnomaly(Anomaly expected) {
    assertThat(scene.at(IR).side(PK).ledger().anomalies().values())
        .extracting(said -> said.anomaly().orElseThrow())
        .containsExactly(expected);
    assertThat(scene.joint().side(PK).ledger().anomalies()).hasSize(1);
  }
}
