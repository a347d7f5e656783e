package org.sarhad.core.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.crossing.CrossingScene.BEGIN;
import static org.sarhad.core.crossing.CrossingScene.FIRST;
import static org.sarhad.core.crossing.CrossingScene.HOST;
import static org.sarhad.core.crossing.CrossingScene.REPORT;
import static org.sarhad.core.crossing.CrossingScene.SECOND;
import static org.sarhad.core.crossing.CrossingScene.VISITOR;
import static org.sarhad.core.crossing.CrossingScene.over;
import static org.sarhad.core.crossing.CrossingScene.reported;
import static org.sarhad.core.crossing.CrossingScene.stop;
import static org.sarhad.core.crossing.CrossingScene.terms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;

/// The life of a crossing, and its clocks (protocol clause 11-6).
class CrossingStagesTest {
  private final CrossingScene scene = new CrossingScene();

  @Test
  void askedGrantedLiveOverReported() {
    Act asked = scene.propose(VISITOR, scene.proposed(terms()));
    EntryId id = asked.id();
    assertThat(scene.stage(id)).isEqualTo(CrossingStage.ASKED);
    scene.move(asked, ActStage.EFFECTIVE, HOST);
    assertThat(scene.stage(id)).isEqualTo(CrossingStage.GRANTED);
    scene.voices.at(BEGIN);
    assertThat(scene.stage(id)).isEqualTo(CrossingStage.LIVE);
    scene.say(VISITOR, scene.entered(id, FIRST));
    assertThat(scene.state.insideUnder(id)).containsExactly(FIRST);
    scene.voices.at(BEGIN.plusSeconds(3_000));
    scene.say(VISITOR, scene.left(FIRST));
    assertThat(scene.state.insideUnder(id)).isEmpty();
    scene.say(VISITOR, new CrossingFact.Ended(id, CrossingFact.End.EARLY));
    assertThat(scene.stage(id)).isEqualTo(CrossingStage.REPORT_DUE);
    assertThat(scene.crossing(id).reportDue(REPORT))
        .isEqualTo(BEGIN.plusSeconds(3_000).plus(REPORT));
    scene.voices.at(scene.crossing(id).reportDue(REPORT));
    assertThat(scene.stage(id)).isEqualTo(CrossingStage.REPORT_OVERDUE);
    assertThat(due(VISITOR)).containsExactly(new CrossingFact.ReportOverdue(id));
    assertThat(due(HOST)).isEmpty();
    scene.say(VISITOR, new CrossingFact.ReportOverdue(id));
    assertThat(due(VISITOR)).isEmpty();
    scene.say(VISITOR, reported(id));
    assertThat(scene.stage(id)).isEqualTo(CrossingStage.REPORTED);
    assertThat(scene.crossing(id).course().overdue()).as("late stays late").isPresent();
  }

  @Test
  void refusedIsNotGiven() {
    Act act = scene.move(scene.propose(VISITOR, scene.proposed(terms())), ActStage.REFUSED, HOST);
    assertThat(scene.stage(act.id())).isEqualTo(CrossingStage.NOT_GIVEN);
  }

  @Test
  void nobodyWentAndNothingIsOwed() {
    EntryId id = scene.grant(terms()).id();
    scene.voices.at(scene.crossing(id).over());
    assertThat(scene.stage(id)).isEqualTo(CrossingStage.ENDED);
    assertThat(due(VISITOR)).containsExactly(over(id));
    scene.say(VISITOR, over(id));
    assertThat(scene.stage(id)).isEqualTo(CrossingStage.ENDED);
    assertThat(due(VISITOR)).isEmpty();
  }

  @Test
  void theHostsNodeSaysThatItIsOverWhenTheVisitorsDoesNot() {
    EntryId id = scene.grant(terms()).id();
    scene.voices.at(scene.crossing(id).over());
    assertThat(due(HOST)).isEmpty();
    scene.voices.at(scene.crossing(id).over().plus(Duration.ofMinutes(2)));
    assertThat(due(HOST)).containsExactly(over(id));
  }

  @Test
  void bothNodesSayItAtOnceAndOneIsEnough() {
    EntryId id = scene.grant(terms()).id();
    scene.voices.at(scene.crossing(id).over());
    var unaware = scene.voices.all(VISITOR);
    EntryId first = scene.hear(scene.voices.node(HOST), over(id));
    scene.hear(
        new org.sarhad.core.act.ActEntry(
            scene.voices.node(VISITOR).context(), unaware, org.sarhad.tlog.tree.Merkle.EMPTY_ROOT),
        over(id));
    assertThat(scene.state.voids()).isEmpty();
    assertThat(scene.crossing(id).course().ended().orElseThrow().entry()).isEqualTo(first);
  }

  @Test
  void stoppedUnitByUnit() {
    EntryId id = scene.grant(terms(BEGIN, BEGIN.plusSeconds(3_600), FIRST, SECOND)).id();
    scene.voices.at(BEGIN);
    scene.say(HOST, stop(id, FIRST));
    assertThat(scene.stage(id)).isEqualTo(CrossingStage.LIVE);
    assertThat(scene.isLeave(id, FIRST)).isFalse();
    assertThat(scene.isLeave(id, SECOND)).isTrue();
    scene.say(HOST, stop(id, SECOND));
    assertThat(scene.stage(id)).isEqualTo(CrossingStage.STOPPED);
  }

  @Test
  void aUnitGoesOnUnderTheExtension() {
    EntryId id = scene.inside(FIRST);
    Instant until = scene.crossing(id).leave().until();
    Act longer =
        scene.grant(
            scene
                .proposed(terms(BEGIN.plusSeconds(60), until.plusSeconds(60), FIRST))
                .superseding(scene.ref(id)));
    scene.move(scene.act(id), ActStage.SUPERSEDED, HOST);
    assertThat(scene.stage(id)).isEqualTo(CrossingStage.REPLACED);
    assertThat(scene.state.insideUnder(id)).isEmpty();
    assertThat(scene.state.insideUnder(longer.id())).containsExactly(FIRST);
    scene.voices.at(until.plusSeconds(1));
    assertThat(scene.isLeave(longer.id(), FIRST)).isTrue();
    scene.say(VISITOR, scene.left(FIRST));
    assertThat(scene.crossing(id).owesReport()).isFalse();
    assertThat(scene.crossing(longer.id()).owesReport()).isTrue();
  }

  @Test
  void whatHappenedBeforeTheStopIsWrittenDownAfterIt() {
    EntryId id = scene.grant(terms()).id();
    scene.voices.at(BEGIN.plusSeconds(120));
    scene.say(HOST, stop(id));
    scene.say(VISITOR, new CrossingFact.Entered(id, FIRST, BEGIN.plusSeconds(60)));
    assertThat(scene.state.breaches()).isEmpty();
    assertThat(scene.state.insideUnder(id)).containsExactly(FIRST);
  }

  // ---- clocks ---------------------------------------------------------------------------------

  @Test
  void aStopIsConfirmedWithinTwoMinutesOfBeingHad() {
    EntryId id = scene.inside(FIRST);
    EntryId said = scene.say(HOST, stop(id));
    Instant had = scene.voices.time().plusSeconds(30);

    assertThat(confirmation(HOST, had.plusSeconds(10), Optional.empty(), Optional.empty()).status())
        .isEqualTo(CrossingDuty.Status.NOT_DELIVERED);
    CrossingDuty running =
        confirmation(HOST, had.plusSeconds(10), Optional.of(had), Optional.empty());
    assertThat(running.status()).isEqualTo(CrossingDuty.Status.RUNNING);
    assertThat(running.due()).isEqualTo(had.plusSeconds(120));
    assertThat(running.subject()).isEqualTo(said);
    assertThat(running.audible()).isFalse();
    assertThat(
            confirmation(VISITOR, had.plusSeconds(10), Optional.of(had), Optional.empty())
                .audible())
        .as("the visitor's alarm sounds at once")
        .isTrue();
    CrossingDuty late =
        confirmation(HOST, had.plusSeconds(120), Optional.of(had), Optional.empty());
    assertThat(late.status()).isEqualTo(CrossingDuty.Status.OVERDUE);
    assertThat(late.audible()).isTrue();
    assertThat(
            confirmation(
                    HOST, had.plusSeconds(120), Optional.of(had), Optional.of(had.plusSeconds(60)))
                .status())
        .isEqualTo(CrossingDuty.Status.CANNOT_BE_JUDGED);
    scene.say(VISITOR, scene.confirmed(said, FIRST));
    assertThat(sorts(HOST, had)).containsExactly(CrossingDuty.Sort.GO_BACK);
  }

  @Test
  void aStopOfWhoNeverWentIsForgottenWithTheWindow() {
    EntryId id = scene.grant(terms()).id();
    scene.say(HOST, stop(id));
    assertThat(sorts(HOST, scene.voices.time())).containsExactly(CrossingDuty.Sort.CONFIRM_STOP);
    assertThat(sorts(HOST, scene.crossing(id).over())).isEmpty();
  }

  @Test
  void theReportIsADutyOfTheVisitor() {
    EntryId id = scene.inside(FIRST);
    scene.say(VISITOR, scene.left(FIRST));
    Instant over = scene.crossing(id).over();
    assertThat(clocks(HOST, over, Optional.empty(), Optional.empty()))
        .singleElement()
        .satisfies(
            duty -> {
              assertThat(duty.what()).isEqualTo(CrossingDuty.Sort.REPORT);
              assertThat(duty.owner()).isEqualTo(VISITOR);
              assertThat(duty.due()).isEqualTo(over.plus(REPORT));
              assertThat(duty.audible()).isFalse();
            });
  }

  @Test
  void anOfficerOfTheWatchStopsAndAClerkDoesNot() {
    EntryId id = scene.inside(FIRST);
    assertThat(scene.refuse(scene.voices.says(HOST, Role.CLERK), stop(id)))
        .isEqualTo(CrossingRefusal.ROLE_MISSING);
    scene.hear(scene.voices.says(HOST, Role.UNIT_LEADER), stop(id));
    assertThat(scene.crossing(id).isStopped()).isTrue();
  }

  private CrossingDuty confirmation(
      PartyId own, Instant now, Optional<Instant> had, Optional<Instant> silentSince) {
    return clocks(own, now, had, silentSince).stream()
        .filter(duty -> duty.what() == CrossingDuty.Sort.CONFIRM_STOP)
        .findFirst()
        .orElseThrow();
  }

  private List<CrossingDuty.Sort> sorts(PartyId own, Instant now) {
    return clocks(own, now, Optional.of(now), Optional.empty()).stream()
        .map(CrossingDuty::what)
        .toList();
  }

  private List<CrossingDuty> clocks(
      PartyId own, Instant now, Optional<Instant> had, Optional<Instant> silentSince) {
    return new CrossingClocks(scene.state, scene.grounds(), own, now, silentSince, _ -> had)
        .duties();
  }

  private List<CrossingFact> due(PartyId own) {
    return scene.state.due(own, scene.voices.time(), scene.grounds());
  }
}
