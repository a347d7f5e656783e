package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;
import static org.sarhad.core.response.Scene.WATCH;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.party.Role;

/// FEATURE UNDER TEST: help is asked for, answered under conditions, committed and released; nobody
/// commits anybody else's means (docs/domain/response.md §4.4). Scenario steps 11 and 12.
class C01_AskDontTaskTest {
  private final Scene scene = new Scene();
  private final IncidentId id = scene.alert(PK, Audience.RELEASE);
  private final UnitId iranian = scene.unit(IR, Audience.RELEASE);

  @Test
  void aForeignUnitIsAskedForByNameAndCommittedByItsOwnSide() {
    AssistanceId asked = askFor(iranian);
    assertThat(asked).hasToString("AR-PK-1");
    assertThat(progress(asked)).isEqualTo(Assistance.Progress.REQUESTED);
    assertThat(scene.incident(IR, id).stage()).isEqualTo(IncidentStage.ASSISTANCE_REQUESTED);

    scene.ask(
        IR,
        Role.SECTOR_COMMANDER,
        new ResponseRequest.AnswerAssistance(
            asked,
            AssistanceFact.Answer.CONDITIONAL,
            List.of(Words.en("Our units stay on our soil"), Words.en("Until 18:00Z")),
            Words.en("Yes"),
            List.of(iranian)));

    Assistance thread = scene.at(PK).assistance(asked).orElseThrow();
    assertThat(thread.progress()).isEqualTo(Assistance.Progress.CONDITIONAL);
    assertThat(thread.answered().orElseThrow().conditions()).hasSize(2);
    assertThat(thread.committed().getFirst().units()).containsExactly(iranian);
    assertThat(scene.incident(PK, id).stage()).isEqualTo(IncidentStage.ASSISTANCE_ANSWERED);
  }

  @Test
  void moreIsCommittedWithItsCostAndThenReleased() {
    AssistanceId asked = askFor(iranian);
    scene.ask(IR, Role.CHIEF, Scene.yes(asked));
    scene.ask(
        IR,
        Role.CHIEF,
        new ResponseRequest.CommitAssistance(
            asked, List.of(), Words.en("One ambulance"), Optional.of(Samples.cost())));
    scene.ask(
        PK,
        WATCH,
        new ResponseRequest.SayInAssistance(
            asked, AssistanceFact.Verb.ASK, Words.en("When does it arrive?")));
    scene.ask(PK, WATCH, new ResponseRequest.EndAssistance(asked, Words.en("Thank you")));

    Assistance thread = scene.at(IR).assistance(asked).orElseThrow();
    assertThat(thread.progress()).isEqualTo(Assistance.Progress.ENDED);
    assertThat(thread.committed().getFirst().cost()).contains(Samples.cost());
  }

  @Test
  void silenceIsNeverConsent() {
    AssistanceId asked = askFor(iranian);
    scene.pass(Duration.ofDays(30));
    scene.tick(IR);

    assertThat(progress(asked)).isEqualTo(Assistance.Progress.REQUESTED);
    assertThat(
            scene.refuse(
                IR,
                Role.CHIEF,
                new ResponseRequest.CommitAssistance(
                    asked, List.of(iranian), Words.NONE, Optional.empty())))
        .isEqualTo(Refusal.ASSISTANCE_NOT_ACCEPTED);
  }

  @Test
  void anAskerCannotAnswerItselfNorPromiseForeignUnits() {
    AssistanceId asked = askFor(iranian);
    assertThat(scene.refuse(PK, Role.CHIEF, Scene.yes(asked)))
        .isEqualTo(Refusal.OWN_NEEDS_NO_ANSWER);
    assertThat(scene.refuse(IR, Role.CHIEF, Scene.yes(asked, scene.unit(PK, Audience.RELEASE))))
        .isEqualTo(Refusal.PEER_UNIT_ASK_DONT_TASK);
  }

  @Test
  void onlyUnitsTheOtherSideShowsCanBeAskedFor() {
    UnitId hidden = scene.unit(IR, Audience.INTERNAL);
    assertThat(scene.refuse(PK, WATCH, request(hidden))).isEqualTo(Refusal.UNIT_UNKNOWN);
  }

  @Test
  void helpCanBeOfferedUnasked() {
    AssistanceId offered =
        AssistanceId.parse(
            scene.ask(
                IR,
                Role.CHIEF,
                new ResponseRequest.OfferAssistance(
                    id, Need.of(Words.en("Two ambulances")), Optional.empty())));
    assertThat(progress(offered)).isEqualTo(Assistance.Progress.OFFERED);
    assertThat(
            scene.refuse(
                IR,
                Role.CHIEF,
                new ResponseRequest.CommitAssistance(
                    offered, List.of(iranian), Words.NONE, Optional.empty())))
        .isEqualTo(Refusal.ASSISTANCE_NOT_ACCEPTED);

    scene.ask(PK, Role.CHIEF, Scene.yes(offered));
    scene.ask(
        IR,
        Role.CHIEF,
        new ResponseRequest.CommitAssistance(
            offered, List.of(iranian), Words.NONE, Optional.empty()));

    assertThat(scene.at(PK).assistance(offered).orElseThrow().committed()).hasSize(1);
  }

  private AssistanceId askFor(UnitId unit) {
    return AssistanceId.parse(scene.ask(PK, WATCH, request(unit)));
  }

  private ResponseRequest request(UnitId unit) {
    return new ResponseRequest.RequestAssistance(
        id,
        new Need(
            Words.en("Close the exit roads"),
            Set.of(Capability.ROAD_CONTROL),
            Set.of(),
            List.of(unit),
            Optional.empty(),
            Optional.empty()),
        Optional.empty());
  }

  private Assistance.Progress progress(AssistanceId thread) {
    return scene.at(IR).assistance(thread).orElseThrow().progress();
  }
}
