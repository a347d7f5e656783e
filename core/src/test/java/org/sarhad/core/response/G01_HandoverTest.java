package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;
import static org.sarhad.core.response.Scene.WATCH;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.tlog.tree.Hash;

/// FEATURE UNDER TEST: the watch passes by offer and taking, both signed, under one checklist, and
/// not while an alarm sounds (docs/domain/response.md §4.7). Scenario step 18.
class G01_HandoverTest {
  private final Scene scene = new Scene();

  @Test
  void anEmptyChairIsTakenWithoutAChecklist() {
    take(Optional.empty(), Audience.INTERNAL);
    assertThat(holder(PK)).contains(Samples.officer(PK, WATCH));
  }

  @Test
  void theOneWhoLeavesHasTheWatchUntilTheOneWhoComesHasTakenIt() {
    take(Optional.empty(), Audience.INTERNAL);
    scene.alert(PK, Audience.INTERNAL);
    Checklist list = offer();
    OfficerId leaving = holder(PK).orElseThrow();

    assertThat(list.open()).hasSize(1);
    scene.nextShift();
    assertThat(holder(PK)).contains(leaving);
    take(Optional.of(list.digest()), Audience.INTERNAL);

    assertThat(holder(PK).orElseThrow()).isNotEqualTo(leaving);
    Said taken = scene.at(PK).side(PK).watch().of(WATCH).holder().orElseThrow().said();
    assertThat(((WatchFact.Taken) taken.fact()).checklist()).contains(list.digest());
  }

  @Test
  void nobodyTakesTheWatchUnderAnotherChecklist() {
    take(Optional.empty(), Audience.INTERNAL);
    offer();
    scene.nextShift();
    assertThat(scene.refuse(PK, WATCH, takeRequest(Optional.empty(), Audience.INTERNAL)))
        .isEqualTo(Refusal.CHECKLIST_CHANGED);
    assertThat(
            scene.refuse(
                PK,
                WATCH,
                takeRequest(Optional.of(Samples.checklist().digest()), Audience.INTERNAL)))
        .isEqualTo(Refusal.CHECKLIST_CHANGED);
  }

  @Test
  void anAlarmDefersTheHandoverEvenBetweenOfferAndTaking() {
    take(Optional.empty(), Audience.INTERNAL);
    Checklist list = offer();
    IncidentId alarm = scene.alert(IR, Audience.RELEASE);
    scene.nextShift();
    var request = takeRequest(Optional.of(list.digest()), Audience.INTERNAL);
    assertThat(scene.refuse(PK, WATCH, request)).isEqualTo(Refusal.HANDOVER_DEFERRED_UNACKED_ALARM);

    scene.ask(PK, WATCH, new ResponseRequest.Acknowledge(alarm, Words.NONE));
    scene.ask(PK, WATCH, request);
    assertThat(holder(PK).orElseThrow().value()).endsWith("n");
  }

  /// Practice never keeps a tired officer on watch.
  @Test
  void anExerciseHoldsUpNoHandover() {
    take(Optional.empty(), Audience.INTERNAL);
    scene.ask(
        IR, WATCH, new ResponseRequest.OpenIncident(scene.alertNow(), true, Audience.RELEASE));
    Checklist list = Checklists.of(scene.at(PK), PK, scene.now());
    scene.ask(PK, WATCH, new ResponseRequest.OfferWatch(WATCH, Optional.empty(), list));
    scene.nextShift();
    scene.ask(PK, WATCH, takeRequest(Optional.of(list.digest()), Audience.INTERNAL));
    assertThat(holder(PK).orElseThrow().value()).endsWith("n");
  }

  @Test
  void anOfferToOneOfficerIsNotForAnother() {
    take(Optional.empty(), Audience.INTERNAL);
    Checklist list = Checklists.of(scene.at(PK), PK, scene.now());
    scene.ask(
        PK,
        WATCH,
        new ResponseRequest.OfferWatch(
            WATCH, Optional.of(OfficerId.of("pk.sarhad.example/officer/somebody")), list));
    scene.nextShift();
    assertThat(scene.refuse(PK, WATCH, takeRequest(Optional.of(list.digest()), Audience.INTERNAL)))
        .isEqualTo(Refusal.OFFER_UNKNOWN);
  }

  @Test
  void theOtherSideLearnsWhomToCallAndNothingOfTheChecklist() {
    take(Optional.empty(), Audience.RELEASE);
    Checklist list = offer();
    scene.nextShift();
    take(Optional.of(list.digest()), Audience.RELEASE);

    assertThat(scene.at(IR).side(PK).watch().of(WATCH).holder()).isPresent();
    assertThat(scene.at(IR).side(PK).ledger().said().values())
        .allSatisfy(
            said -> {
              assertThat(said.fact().kind()).isEqualTo(FactKind.WATCH_TAKEN);
              assertThat(said.fact().toJson().has("checklist")).isFalse();
            });
    assertThat(holder(PK))
        .isEqualTo(
            scene.joint().side(PK).watch().of(WATCH).holder().map(WatchBook.Holder::officer));
  }

  @Test
  void aCommanderCanDeclareTheChairEmpty() {
    take(Optional.empty(), Audience.INTERNAL);
    scene.ask(
        PK,
        Role.SECTOR_COMMANDER,
        new ResponseRequest.VacateWatch(WATCH, Words.en("taken ill"), Audience.INTERNAL));
    assertThat(holder(PK)).isEmpty();
    scene.nextShift();
    take(Optional.empty(), Audience.INTERNAL);
    assertThat(holder(PK)).isPresent();
  }

  private Checklist offer() {
    Checklist list = Checklists.of(scene.at(PK), PK, scene.now());
    scene.ask(PK, WATCH, new ResponseRequest.OfferWatch(WATCH, Optional.empty(), list));
    return list;
  }

  private void take(Optional<Hash> checklist, Audience audience) {
    scene.ask(PK, WATCH, takeRequest(checklist, audience));
  }

  private static ResponseRequest takeRequest(Optional<Hash> checklist, Audience audience) {
    return new ResponseRequest.TakeWatch(WATCH, checklist, Words.NONE, audience);
  }

  private Optional<OfficerId> holder(PartyId side) {
    return scene.at(side).side(side).watch().of(WATCH).holder().map(WatchBook.Holder::officer);
  }
}
