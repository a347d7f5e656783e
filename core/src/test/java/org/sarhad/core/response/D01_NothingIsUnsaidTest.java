package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;
import static org.sarhad.core.response.Scene.WATCH;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.party.Role;

/// FEATURE UNDER TEST: corrections, withdrawals and translations stand beside what was said, and
/// closing is each side's own (docs/domain/response.md §4.1, red line 9).
class D01_NothingIsUnsaidTest {
  private final Scene scene = new Scene();
  private final IncidentId id = scene.alert(PK, Audience.RELEASE);

  @Test
  void aCorrectionStandsBesideTheItemAndGoesWhereItWent() {
    scene.ask(PK, WATCH, Scene.note(id, "two trucks", Audience.RELEASE));
    Said item = scene.last(PK, id);
    scene.ask(
        PK,
        WATCH,
        new ResponseRequest.Correct(
            id, item.entry(), Words.en("three trucks"), Words.en("recounted")));

    RoomItem shown = itemOf(scene.incident(IR, id), item);
    assertThat(shown.said().fact()).isEqualTo(item.fact());
    assertThat(shown.marks())
        .extracting(mark -> mark.fact().kind())
        .containsExactly(FactKind.CORRECTION);
  }

  @Test
  void aWithdrawnItemStaysVisible() {
    scene.ask(PK, WATCH, Scene.note(id, "wrong incident", Audience.RELEASE));
    Said item = scene.last(PK, id);
    scene.ask(PK, WATCH, new ResponseRequest.Withdraw(id, item.entry(), Words.en("mistake")));

    RoomItem shown = itemOf(scene.incident(IR, id), item);
    assertThat(shown.isWithdrawn()).isTrue();
    assertThat(shown.said())
        .isEqualTo(scene.incident(IR, id).file(PK).item(item.entry()).orElseThrow());
  }

  @Test
  void nobodyCorrectsTheOtherSide() {
    scene.ask(PK, WATCH, Scene.note(id, "two trucks", Audience.RELEASE));
    Said item = scene.last(PK, id);
    var correct =
        new ResponseRequest.Correct(id, item.entry(), Words.en("none"), Words.en("we say so"));
    assertThat(scene.refuse(IR, WATCH, correct)).isEqualTo(Refusal.ITEM_UNKNOWN);
  }

  @Test
  void eitherSideMayTranslateAndTheOriginalStays() {
    scene.ask(
        PK,
        WATCH,
        new ResponseRequest.Note(
            id, new Words("ur", "راستہ بند ہے"), Optional.empty(), Audience.RELEASE));
    Said item = scene.last(PK, id);
    scene.ask(
        IR,
        Role.LIAISON,
        new ResponseRequest.Translate(id, item.entry(), new Words("fa", "راه بسته است")));

    assertThat(itemOf(scene.incident(PK, id), item).marks())
        .extracting(mark -> mark.fact().kind())
        .containsExactly(FactKind.TRANSLATION);
  }

  @Test
  void aReleasedNoteCannotPointAtAnInternalItem() {
    scene.ask(PK, WATCH, Scene.note(id, "our source", Audience.INTERNAL));
    Said secret = scene.last(PK, id);
    var note =
        new ResponseRequest.Note(
            id, Words.en("as noted"), Optional.of(secret.entry()), Audience.RELEASE);
    assertThat(scene.refuse(PK, WATCH, note)).isEqualTo(Refusal.NOT_RELEASED_YET);
  }

  @Test
  void oneSideClosingDoesNotCloseForTheOther() {
    scene.ask(IR, WATCH, reach(Stage.CONTAINED));
    assertThat(scene.incident(PK, id).stage()).isEqualTo(IncidentStage.PEER_NOTIFIED);
    scene.ask(PK, WATCH, reach(Stage.CONTAINED));
    assertThat(scene.incident(IR, id).stage()).isEqualTo(IncidentStage.CONTAINED);
    scene.ask(IR, WATCH, reach(Stage.CLOSED));
    assertThat(scene.incident(PK, id).stage()).isEqualTo(IncidentStage.CLOSED_BY_ONE);
    assertThat(scene.incident(PK, id).closedBy()).containsExactly(IR);
    scene.ask(PK, WATCH, reach(Stage.CLOSED));
    assertThat(scene.incident(IR, id).stage()).isEqualTo(IncidentStage.CLOSED_BY_ALL);
    assertThat(scene.at(IR).liveIncidents()).isEmpty();

    scene.ask(PK, WATCH, reach(Stage.OPEN));
    assertThat(scene.incident(IR, id).stage()).isEqualTo(IncidentStage.CLOSED_BY_ONE);
    assertThat(scene.at(IR).liveIncidents()).extracting(Incident::id).containsExactly(id);
  }

  private ResponseRequest reach(Stage stage) {
    return new ResponseRequest.ReachStage(id, stage, Words.NONE, Audience.RELEASE);
  }

  private RoomItem itemOf(Incident incident, Said item) {
    return Room.of(incident, scene).items().stream()
        .filter(shown -> shown.said().entry().equals(item.entry()))
        .findFirst()
        .orElseThrow();
  }
}
