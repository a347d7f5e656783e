package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;
import static org.sarhad.core.response.Scene.WATCH;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.party.Role;

/// docs/domain/response.md §6: every refusal, once, by the request a person would have typed.
class RefusalTableTest {
  private static final Words HELLO = Words.en("hello");

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsGivenForItsReason(Refusal refusal) {
    Scene scene = new Scene();
    assertThat(provoke(refusal, scene)).isEqualTo(refusal);
    assertThat(refusal.key()).matches("response\\.refusal\\.[a-z_]+");
  }

  /// The switch has no default: a new refusal does not compile before it has its case here.
  private static Refusal provoke(Refusal refusal, Scene scene) {
    return switch (refusal) {
      case ROLE_MAY_NOT ->
          scene.refuse(PK, Role.OBSERVER, open(scene.alertNow(), Audience.INTERNAL));
      case FIELD_MISSING -> scene.refuse(PK, WATCH, note(scene, "  "));
      case FIELD_TOO_LONG -> scene.refuse(PK, WATCH, note(scene, "x".repeat(8_001)));
      case FIELD_NOT_READABLE -> scene.refuse(PK, WATCH, note(scene, "left \u202e right"));
      case TIME_NOT_PLAUSIBLE ->
          scene.refuse(PK, WATCH, open(alertAt(scene.now().plusSeconds(121)), Audience.INTERNAL));
      case CODE_WORD_UNKNOWN ->
          scene.refuse(PK, WATCH, open(alertOf("ABRACADABRA"), Audience.INTERNAL));
      case SITREP_OUT_OF_FORM ->
          scene.refuse(
              PK,
              WATCH,
              sitrep(scene.alert(PK, Audience.INTERNAL), Sitrep.Letter.G, Audience.INTERNAL));
      case STATUS_OUT_OF_PLACE ->
          scene.refuse(
              IR,
              WATCH,
              new ResponseRequest.SayInAssistance(
                  scene.request(IR, scene.alert(IR, Audience.RELEASE)),
                  AssistanceFact.Verb.ASK,
                  HELLO,
                  Optional.of(Deployment.AT_WORK)));
      case INCIDENT_UNKNOWN ->
          scene.refuse(
              IR,
              WATCH,
              new ResponseRequest.Acknowledge(scene.alert(PK, Audience.INTERNAL), HELLO));
      case UNIT_UNKNOWN ->
          scene.refuse(
              PK, Role.DISPATCHER, new ResponseRequest.RetireUnit(new UnitId(PK, 7), HELLO));
      case TASKING_UNKNOWN -> scene.refuse(PK, WATCH, endTask(new TaskId(PK, 7)));
      case ASSISTANCE_UNKNOWN -> scene.refuse(PK, Role.CHIEF, Scene.yes(new AssistanceId(IR, 7)));
      case HOTLINE_UNKNOWN ->
          scene.refuse(
              PK, WATCH, new ResponseRequest.AnswerHotline(new HotlineId(IR, 7), true, HELLO));
      case COMMITMENT_UNKNOWN -> {
        AssistanceId asked = scene.request(IR, scene.alert(IR, Audience.RELEASE));
        scene.ask(PK, Role.CHIEF, Scene.yes(asked));
        yield scene.refuse(
            PK,
            Role.CHIEF,
            new ResponseRequest.StateCost(asked, Samples.entry(PK, 99), Samples.cost()));
      }
      case ITEM_UNKNOWN ->
          scene.refuse(
              PK,
              WATCH,
              new ResponseRequest.Withdraw(
                  scene.alert(PK, Audience.INTERNAL), Samples.entry(PK, 99), HELLO));
      case OFFER_UNKNOWN -> {
        take(scene);
        yield scene.nextShift().refuse(PK, WATCH, takeWatch());
      }
      case PEER_UNIT_ASK_DONT_TASK ->
          scene.refuse(
              PK,
              Role.DISPATCHER,
              Scene.taskRequest(
                  scene.alert(PK, Audience.RELEASE),
                  scene.unit(IR, Audience.RELEASE),
                  Audience.INTERNAL));
      case NOT_THE_HELPED -> {
        AssistanceId asked = scene.request(IR, scene.alert(IR, Audience.RELEASE));
        scene.ask(PK, Role.CHIEF, Scene.yes(asked));
        yield scene.refuse(
            PK, WATCH, new ResponseRequest.AskExtension(asked, scene.now().plusSeconds(60), HELLO));
      }
      case NOT_THE_HELPER -> {
        AssistanceId asked = scene.request(IR, scene.alert(IR, Audience.RELEASE));
        scene.ask(PK, Role.CHIEF, Scene.yes(asked));
        yield scene.refuse(
            IR, Role.CHIEF, new ResponseRequest.AnswerExtension(asked, Optional.empty(), HELLO));
      }
      case NOT_YOURS ->
          scene.refuse(
              PK,
              WATCH,
              new ResponseRequest.NotifyPeer(scene.alert(IR, Audience.RELEASE), scene.alertNow()));
      case OWN_NEEDS_NO_ANSWER ->
          scene.refuse(
              PK, WATCH, new ResponseRequest.Acknowledge(scene.alert(PK, Audience.RELEASE), HELLO));
      case ALREADY_RELEASED ->
          scene.refuse(
              PK,
              WATCH,
              new ResponseRequest.NotifyPeer(scene.alert(PK, Audience.RELEASE), scene.alertNow()));
      case ALREADY_ACKNOWLEDGED -> {
        var acknowledge = new ResponseRequest.Acknowledge(scene.alert(IR, Audience.RELEASE), HELLO);
        scene.ask(PK, WATCH, acknowledge);
        yield scene.refuse(PK, WATCH, acknowledge);
      }
      case ALREADY_ANSWERED -> {
        AssistanceId asked = scene.request(IR, scene.alert(IR, Audience.RELEASE));
        scene.ask(PK, Role.CHIEF, Scene.yes(asked));
        yield scene.refuse(PK, Role.CHIEF, Scene.yes(asked));
      }
      case ALREADY_IMPORTED -> {
        var item = new ResponseRequest.ImportHistory(Samples.history(), Audience.INTERNAL);
        scene.ask(PK, Role.CLERK, item);
        yield scene.refuse(PK, Role.CLERK, item);
      }
      case ALREADY_SO ->
          scene.refuse(PK, WATCH, reach(scene.alert(PK, Audience.INTERNAL), Stage.OPEN));
      case INCIDENT_CLOSED -> {
        IncidentId id = scene.alert(PK, Audience.RELEASE);
        scene.ask(PK, WATCH, reach(id, Stage.CLOSED));
        yield scene.refuse(
            PK,
            Role.DISPATCHER,
            Scene.taskRequest(id, scene.unit(PK, Audience.INTERNAL), Audience.INTERNAL));
      }
      case ASSISTANCE_ENDED -> {
        AssistanceId asked = scene.request(IR, scene.alert(IR, Audience.RELEASE));
        scene.ask(IR, WATCH, new ResponseRequest.EndAssistance(asked, HELLO));
        yield scene.refuse(PK, Role.CHIEF, Scene.yes(asked));
      }
      case ASSISTANCE_NOT_ACCEPTED -> {
        AssistanceId asked = scene.request(IR, scene.alert(IR, Audience.RELEASE));
        yield scene.refuse(
            PK,
            Role.CHIEF,
            new ResponseRequest.CommitAssistance(asked, List.of(), HELLO, Optional.empty()));
      }
      case CONDITIONS_DECLINED -> {
        AssistanceId asked = scene.request(IR, scene.alert(IR, Audience.RELEASE));
        scene.ask(PK, Role.CHIEF, Scene.yesIf(asked));
        scene.ask(IR, Role.CHIEF, new ResponseRequest.AnswerConditions(asked, false, HELLO));
        yield scene.refuse(
            PK,
            Role.CHIEF,
            new ResponseRequest.CommitAssistance(asked, List.of(), HELLO, Optional.empty()));
      }
      case NOTHING_TO_ANSWER ->
          scene.refuse(
              IR,
              Role.CHIEF,
              new ResponseRequest.AnswerConditions(
                  scene.request(IR, scene.alert(IR, Audience.RELEASE)), true, HELLO));
      case UNIT_RETIRED -> {
        UnitId unit = scene.unit(PK, Audience.INTERNAL);
        var retire = new ResponseRequest.RetireUnit(unit, HELLO);
        scene.ask(PK, Role.DISPATCHER, retire);
        yield scene.refuse(PK, Role.DISPATCHER, retire);
      }
      case UNIT_ON_TASKING -> {
        UnitId unit = scene.unit(PK, Audience.INTERNAL);
        scene.task(PK, scene.alert(PK, Audience.INTERNAL), unit, Audience.INTERNAL);
        yield scene.refuse(PK, Role.DISPATCHER, new ResponseRequest.RetireUnit(unit, HELLO));
      }
      case UNIT_NOT_READY -> {
        UnitId unit = scene.unit(PK, Audience.INTERNAL);
        scene.ask(PK, Role.UNIT_LEADER, status(unit, UnitStatus.OOS, Audience.INTERNAL));
        yield scene.refuse(
            PK,
            Role.DISPATCHER,
            Scene.taskRequest(scene.alert(PK, Audience.INTERNAL), unit, Audience.INTERNAL));
      }
      case CROSSING_NEEDS_ASSENT ->
          scene
              .line(_ -> Optional.of(IR))
              .refuse(
                  PK,
                  Role.DISPATCHER,
                  Scene.taskRequest(
                      scene.alert(PK, Audience.INTERNAL),
                      scene.unit(PK, Audience.INTERNAL),
                      Audience.INTERNAL));
      case NOT_RELEASED_YET ->
          scene.refuse(
              PK,
              WATCH,
              Scene.note(scene.alert(PK, Audience.INTERNAL), "for you", Audience.RELEASE));
      case NOT_ON_WATCH ->
          scene.refuse(
              PK,
              WATCH,
              new ResponseRequest.OfferWatch(
                  WATCH, Optional.empty(), Checklists.of(scene.at(PK), PK, scene.now())));
      case SAME_OFFICER -> {
        take(scene);
        yield scene.refuse(PK, WATCH, takeWatch());
      }
      case HANDOVER_DEFERRED_UNACKED_ALARM -> {
        take(scene);
        scene.alert(IR, Audience.RELEASE);
        yield scene.refuse(PK, WATCH, offer(scene));
      }
      case CHECKLIST_CHANGED -> {
        take(scene);
        var offer = offer(scene);
        scene.alert(PK, Audience.INTERNAL);
        yield scene.refuse(PK, WATCH, offer);
      }
      case SERIES_EXHAUSTED -> {
        scene.write(
            PK,
            WATCH,
            Authored.internal(
                new IncidentFact.Opened(
                    new IncidentId(PK, ResponseId.MAX_NUMBER, false), Samples.alert())));
        yield scene.refuse(PK, WATCH, open(scene.alertNow(), Audience.INTERNAL));
      }
    };
  }

  // ---- precedence -----------------------------------------------------------------------------

  @Test
  void aWrongRoleIsSaidBeforeAnythingElse() {
    Scene scene = new Scene();
    var hopeless =
        Scene.taskRequest(
            new IncidentId(PK, 9, false), scene.unit(IR, Audience.RELEASE), Audience.INTERNAL);
    assertThat(scene.refuse(PK, Role.OBSERVER, hopeless)).isEqualTo(Refusal.ROLE_MAY_NOT);
    assertThat(scene.refuse(PK, Role.DISPATCHER, hopeless)).isEqualTo(Refusal.INCIDENT_UNKNOWN);
  }

  @Test
  void aForeignUnitIsSaidBeforeAClosedIncident() {
    Scene scene = new Scene();
    IncidentId id = scene.alert(PK, Audience.RELEASE);
    scene.ask(PK, WATCH, reach(id, Stage.CLOSED));
    assertThat(
            scene.refuse(
                PK, Role.DISPATCHER, Scene.taskRequest(id, new UnitId(IR, 9), Audience.INTERNAL)))
        .as("even a unit of theirs that nobody has heard of")
        .isEqualTo(Refusal.PEER_UNIT_ASK_DONT_TASK);
  }

  @Test
  void theFirstOfTheEnumWinsInWhateverOrderObjectionsAreRaised() {
    var objections =
        new Objections(Samples.NOON)
            .unless(false, Refusal.SERIES_EXHAUSTED, "last")
            .unless(false, Refusal.FIELD_MISSING, "first")
            .unless(false, Refusal.UNIT_RETIRED, "middle");
    assertThat(objections.otherwise("x", List::of).toString())
        .contains("FIELD_MISSING")
        .contains("first");
  }

  // ---- requests -------------------------------------------------------------------------------

  private static ResponseRequest open(Alert alert, Audience audience) {
    return new ResponseRequest.OpenIncident(alert, false, audience);
  }

  private static Alert alertAt(Instant time) {
    return new Alert(Optional.empty(), HELLO, Samples.POST, time, Priority.P3);
  }

  private static Alert alertOf(String codeWord) {
    return new Alert(Optional.of(codeWord), HELLO, Samples.POST, Samples.NOON, Priority.P3);
  }

  private static ResponseRequest note(Scene scene, String text) {
    return Scene.note(scene.alert(PK, Audience.INTERNAL), text, Audience.INTERNAL);
  }

  private static ResponseRequest sitrep(
      IncidentId incident, Sitrep.Letter letter, Audience audience) {
    return new ResponseRequest.IssueSitrep(
        incident,
        Sitrep.Form.SHORT,
        Sitrep.Phase.INITIAL,
        Samples.NOON,
        Map.of(letter, HELLO),
        Words.NONE,
        audience);
  }

  private static ResponseRequest endTask(TaskId task) {
    return new ResponseRequest.EndTask(task, UnitFact.Outcome.DONE, Words.NONE);
  }

  private static ResponseRequest reach(IncidentId incident, Stage stage) {
    return new ResponseRequest.ReachStage(incident, stage, Words.NONE, Audience.INTERNAL);
  }

  private static ResponseRequest status(UnitId unit, UnitStatus status, Audience audience) {
    return new ResponseRequest.ReportStatus(unit, status, Optional.empty(), Words.NONE, audience);
  }

  private static void take(Scene scene) {
    scene.ask(PK, WATCH, takeWatch());
  }

  private static ResponseRequest takeWatch() {
    return new ResponseRequest.TakeWatch(WATCH, Optional.empty(), Words.NONE, Audience.INTERNAL);
  }

  private static ResponseRequest offer(Scene scene) {
    return new ResponseRequest.OfferWatch(
        WATCH, Optional.empty(), Checklists.of(scene.at(PK), PK, scene.now()));
  }

  @Test
  void timesNobodyCanMeanAreRefusedAndNeverWritten() {
    Scene scene = new Scene();
    for (Instant time :
        List.of(Instant.MIN, Instant.EPOCH.minusSeconds(9_000_000_000L), Instant.MAX)) {
      assertThat(scene.refuse(PK, WATCH, open(alertAt(time), Audience.INTERNAL)))
          .isEqualTo(Refusal.TIME_NOT_PLAUSIBLE);
    }
    IncidentId id = scene.alert(PK, Audience.RELEASE);
    Need need =
        new Need(HELLO, Set.of(), Set.of(), List.of(), Optional.empty(), Optional.of(Instant.MAX));
    assertThat(
            scene.refuse(
                PK, WATCH, new ResponseRequest.RequestAssistance(id, need, Optional.empty())))
        .isEqualTo(Refusal.TIME_NOT_PLAUSIBLE);
  }

  @Test
  void aClockTwoMinutesAheadIsForgiven() {
    Scene scene = new Scene();
    scene.ask(PK, WATCH, open(alertAt(scene.now().plus(Duration.ofMinutes(2))), Audience.INTERNAL));
    assertThat(scene.at(PK).incidents()).hasSize(1);
  }
}
