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
import org.sarhad.core.fact.Audience;
import org.sarhad.core.geo.Areas;
import org.sarhad.core.geo.Place;
import org.sarhad.core.party.Role;

/// FEATURE UNDER TEST: duties, who is called when nobody acts, and what is not said about a side
/// out of sight (docs/domain/response.md §3).
class E01_ClocksTest {
  private final Scene scene = new Scene();

  @Test
  void tellingThePeerFallsDueAfterFifteenMinutesAndIsWrittenOnce() {
    scene.alert(PK, Audience.INTERNAL);
    assertThat(one(scene.tick(PK)).status()).isEqualTo(Deadline.Status.RUNNING);
    assertThat(scene.tick(PK).next()).contains(scene.now().plus(Duration.ofMinutes(15)));

    scene.pass(Duration.ofMinutes(15));
    ResponseClocks.Review review = scene.tick(PK);

    assertThat(one(review).status()).isEqualTo(Deadline.Status.OVERDUE);
    assertThat(one(review).audible()).isTrue();
    assertThat(kinds(review)).containsExactly(FactKind.DEADLINE_PASSED);
    assertThat(review.facts()).allMatch(fact -> fact.audience() == Audience.INTERNAL);
    assertThat(kinds(scene.tick(PK))).as("written once").isEmpty();
  }

  @Test
  void toldInTimeThereIsNothingLeftToTell() {
    IncidentId id = scene.alert(PK, Audience.INTERNAL);
    scene.pass(Duration.ofMinutes(7));
    scene.ask(PK, WATCH, new ResponseRequest.NotifyPeer(id, scene.alertNow()));
    assertThat(scene.tick(PK).deadlines())
        .extracting(deadline -> deadline.key().duty())
        .containsExactly(Duty.ACKNOWLEDGE, Duty.SITREP);
  }

  @Test
  void aCardThatDoesNotConcernThePeerStartsNoClock() {
    Alert routine =
        new Alert(
            Optional.of("NASIM"), Words.en("Fence down"), Samples.POST, scene.now(), Priority.P4);
    scene.ask(PK, WATCH, new ResponseRequest.OpenIncident(routine, false, Audience.INTERNAL));
    assertThat(scene.tick(PK).deadlines()).isEmpty();
  }

  @Test
  void outsideTheAgreedZoneNobodyHasPromisedToTell() {
    scene.settings(ResponseSettings.defaults().withZone(Areas.ZONE));
    assertThat(Areas.ZONE.find(Samples.MIRJAVEH)).as("the post").isEmpty();
    scene.alert(PK, Audience.INTERNAL);
    assertThat(scene.tick(PK).deadlines()).isEmpty();

    Alert within = at(Place.at("Milestone 9", Areas.at(29.5, 60.5), 100));
    scene.ask(PK, WATCH, new ResponseRequest.OpenIncident(within, false, Audience.INTERNAL));
    Alert somewhere = at(Place.named("On the road"));
    scene.ask(PK, WATCH, new ResponseRequest.OpenIncident(somewhere, false, Audience.INTERNAL));
    assertThat(scene.tick(PK).deadlines())
        .extracting(deadline -> deadline.key().incident() + " " + deadline.key().duty())
        .containsExactly("INC-PK-2 TELL_PEER", "INC-PK-3 TELL_PEER");
  }

  private Alert at(Place where) {
    return new Alert(Optional.of("TUFAN"), Words.en("Shots"), where, scene.now(), Priority.P1);
  }

  @Test
  void whoIsCalledSecondIsAgreed() {
    var clocks = ResponseSettings.defaults().clocks();
    scene.settings(
        ResponseSettings.defaults()
            .withClocks(
                new ResponseSettings.Clocks(
                    clocks.tellPeer(),
                    clocks.acknowledge(),
                    clocks.escalate(),
                    Role.LIAISON,
                    clocks.escalateToChief(),
                    clocks.answerAssistance(),
                    clocks.sitrep())));
    scene.alert(PK, Audience.RELEASE);
    scene.pass(Duration.ofMinutes(10)).tick(IR);
    assertThat(duty(scene.tick(IR), Duty.ACKNOWLEDGE).escalatedTo()).containsExactly(Role.LIAISON);
  }

  @Test
  void anUnacknowledgedNoticeClimbsToTheCommanderAndToTheChief() {
    scene.alert(PK, Audience.RELEASE);
    assertThat(kinds(scene.pass(Duration.ofMinutes(4)).tick(IR))).isEmpty();
    assertThat(kinds(scene.pass(Duration.ofMinutes(1)).tick(IR)))
        .containsExactly(FactKind.DEADLINE_PASSED);
    assertThat(kinds(scene.pass(Duration.ofMinutes(5)).tick(IR)))
        .containsExactly(FactKind.ESCALATED);
    assertThat(kinds(scene.pass(Duration.ofMinutes(20)).tick(IR)))
        .containsExactly(FactKind.ESCALATED);
    Deadline deadline = duty(scene.tick(IR), Duty.ACKNOWLEDGE);
    assertThat(deadline.escalatedTo()).containsExactlyInAnyOrder(Role.SECTOR_COMMANDER, Role.CHIEF);
  }

  @Test
  void aNodeThatSleptWritesAllOfItAtOnce() {
    scene.alert(PK, Audience.RELEASE);
    assertThat(kinds(scene.pass(Duration.ofMinutes(45)).tick(IR)))
        .containsExactly(FactKind.DEADLINE_PASSED, FactKind.ESCALATED, FactKind.ESCALATED);
  }

  @Test
  void acknowledgingStopsTheClock() {
    IncidentId id = scene.alert(PK, Audience.RELEASE);
    scene.pass(Duration.ofMinutes(3));
    scene.ask(IR, WATCH, new ResponseRequest.Acknowledge(id, Words.NONE));
    assertThat(scene.pass(Duration.ofMinutes(50)).tick(IR).deadlines())
        .noneMatch(deadline -> deadline.key().duty() == Duty.ACKNOWLEDGE);
  }

  @Test
  void thePeersClockRunsFromItsOwnReceipt() {
    scene.cutLink();
    scene.alert(PK, Audience.RELEASE);
    Deadline before = duty(scene.tick(PK), Duty.ACKNOWLEDGE);
    assertThat(before.owner()).isEqualTo(IR);
    assertThat(before.status()).isEqualTo(Deadline.Status.NOT_DELIVERED);

    scene.pass(Duration.ofMinutes(20)).healLink();
    Deadline after = duty(scene.tick(PK), Duty.ACKNOWLEDGE);
    assertThat(after.started()).isEqualTo(scene.now());
    assertThat(after.status()).isEqualTo(Deadline.Status.RUNNING);
    assertThat(duty(scene.pass(Duration.ofMinutes(6)).tick(PK), Duty.ACKNOWLEDGE).status())
        .isEqualTo(Deadline.Status.OVERDUE);
  }

  @Test
  void whatFellDueWhileThePeerWasOutOfSightCannotBeJudged() {
    scene.alert(PK, Audience.RELEASE);
    Instant lastSeen = scene.pass(Duration.ofMinutes(2)).now();
    scene.cutLink().pass(Duration.ofMinutes(10));

    ResponseClocks.Review review = scene.tick(PK, Optional.of(lastSeen));
    assertThat(duty(review, Duty.ACKNOWLEDGE).status()).isEqualTo(Deadline.Status.CANNOT_BE_JUDGED);
    assertThat(duty(review, Duty.ACKNOWLEDGE).audible()).isFalse();
    assertThat(kinds(review)).as("nothing is written about the peer").isEmpty();
  }

  @Test
  void whatFellDueBeforeItWentOutOfSightIsStillOverdue() {
    scene.alert(PK, Audience.RELEASE);
    Instant lastSeen = scene.pass(Duration.ofMinutes(6)).now();
    assertThat(
            duty(
                    scene.pass(Duration.ofMinutes(1)).tick(PK, Optional.of(lastSeen)),
                    Duty.ACKNOWLEDGE)
                .status())
        .isEqualTo(Deadline.Status.OVERDUE);
  }

  @Test
  void ownDutiesRunOnWhileTheLinkIsDown() {
    scene.alert(PK, Audience.INTERNAL);
    scene.cutLink().pass(Duration.ofMinutes(16));
    assertThat(one(scene.tick(PK, Optional.of(Samples.NOON))).status())
        .isEqualTo(Deadline.Status.OVERDUE);
  }

  @Test
  void eachSitrepStartsTheClockOfTheNext() {
    IncidentId id = scene.alert(PK, Audience.RELEASE);
    scene.ask(IR, WATCH, new ResponseRequest.Acknowledge(id, Words.NONE));
    assertThat(kinds(scene.pass(Duration.ofMinutes(61)).tick(PK)))
        .containsExactly(FactKind.DEADLINE_PASSED);
    sitrep(id);
    assertThat(one(scene.tick(PK)).status()).isEqualTo(Deadline.Status.RUNNING);
    assertThat(kinds(scene.pass(Duration.ofMinutes(61)).tick(PK)))
        .as("a second missed report is a second deadline")
        .containsExactly(FactKind.DEADLINE_PASSED);
    assertThat(duty(scene.tick(IR), Duty.SITREP).owner()).as("IR sees PK's duty").isEqualTo(PK);
  }

  @Test
  void anAnswerIsDueWhenTheAskerNeedsItOrByTheAgreedClock() {
    IncidentId id = scene.alert(PK, Audience.RELEASE);
    Instant wish = scene.now().plus(Duration.ofMinutes(8));
    for (Optional<Instant> by : List.of(Optional.<Instant>empty(), Optional.of(wish))) {
      scene.ask(
          PK,
          WATCH,
          new ResponseRequest.RequestAssistance(
              id,
              new Need(Words.en("Help"), Set.of(), Set.of(), List.of(), Optional.empty(), by),
              Optional.empty()));
    }
    assertThat(scene.tick(IR).deadlines())
        .filteredOn(deadline -> deadline.key().duty() == Duty.ANSWER_ASSISTANCE)
        .extracting(deadline -> deadline.key().due())
        .containsExactly(wish, scene.now().plus(Duration.ofMinutes(15)));
  }

  private void sitrep(IncidentId id) {
    scene.ask(
        PK,
        WATCH,
        new ResponseRequest.IssueSitrep(
            id,
            Sitrep.Form.SHORT,
            Sitrep.Phase.UPDATE,
            scene.now(),
            Map.of(Sitrep.Letter.C, Words.en("unchanged")),
            Words.NONE,
            Audience.RELEASE));
  }

  private static List<FactKind> kinds(ResponseClocks.Review review) {
    return review.facts().stream().map(fact -> fact.fact().kind()).toList();
  }

  private static Deadline one(ResponseClocks.Review review) {
    assertThat(review.deadlines()).hasSize(1);
    return review.deadlines().getFirst();
  }

  private static Deadline duty(ResponseClocks.Review review, Duty duty) {
    return review.deadlines().stream()
        .filter(deadline -> deadline.key().duty() == duty)
        .findFirst()
        .orElseThrow();
  }
}
