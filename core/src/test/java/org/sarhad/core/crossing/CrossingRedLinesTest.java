package org.sarhad.core.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.crossing.CrossingScene.BEGIN;
import static org.sarhad.core.crossing.CrossingScene.FIRST;
import static org.sarhad.core.crossing.CrossingScene.HOST;
import static org.sarhad.core.crossing.CrossingScene.INCIDENT;
import static org.sarhad.core.crossing.CrossingScene.IN_CHARGE;
import static org.sarhad.core.crossing.CrossingScene.SECOND;
import static org.sarhad.core.crossing.CrossingScene.THEIRS;
import static org.sarhad.core.crossing.CrossingScene.VISITOR;
import static org.sarhad.core.crossing.CrossingScene.lane;
import static org.sarhad.core.crossing.CrossingScene.over;
import static org.sarhad.core.crossing.CrossingScene.proposed;
import static org.sarhad.core.crossing.CrossingScene.stop;
import static org.sarhad.core.crossing.CrossingScene.terms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.modalities.RedLines;
import org.sarhad.core.modalities.Setting;
import org.sarhad.core.party.Role;

/// docs/domain/response.md, §1, and protocol clause 08-4: the lines that nobody can cross with any
/// fact or act about a crossing. Names are attacks.
class CrossingRedLinesTest {
  private final CrossingScene scene = new CrossingScene();

  // ---- 1: no unit crosses without a live assent -----------------------------------------------

  @Test
  void unitEntersOnAProposalThatNobodyAnswered() {
    Act asked = scene.propose(VISITOR, scene.proposed(terms()));
    scene.voices.at(BEGIN);
    assertThat(scene.refuse(VISITOR, scene.entered(asked.id(), FIRST)))
        .isEqualTo(CrossingRefusal.NO_ASSENT);
    assertBreach(CrossingRefusal.NO_ASSENT);
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "WITHDRAWN", "EXPIRED"})
  void unitEntersOnAnActThatEnded(ActStage stage) {
    Act act = scene.move(scene.propose(VISITOR, scene.proposed(terms())), stage, HOST);
    scene.voices.at(BEGIN);
    assertThat(scene.isLeave(act.id(), FIRST)).isFalse();
    assertThat(scene.refuse(VISITOR, scene.entered(act.id(), FIRST)))
        .isEqualTo(CrossingRefusal.NO_ASSENT);
  }

  @ParameterizedTest
  @EnumSource(names = {"SUPERSEDED", "VOIDED"})
  void unitEntersOnAnActThatIsInForceNoMore(ActStage stage) {
    Act act = scene.move(scene.grant(terms()), stage, HOST);
    scene.voices.at(BEGIN);
    assertThat(scene.isLeave(act.id(), FIRST)).isFalse();
    assertThat(scene.refuse(VISITOR, scene.entered(act.id(), FIRST)))
        .isEqualTo(CrossingRefusal.NO_ASSENT);
    assertBreach(CrossingRefusal.NO_ASSENT);
  }

  @Test
  void unitEntersOnACrossingThatNeverWas() {
    EntryId nothing = new EntryId(scene.voices.says(HOST, Role.CHIEF).id().origin(), 77);
    assertThat(scene.refuse(VISITOR, scene.entered(nothing, FIRST)))
        .isEqualTo(CrossingRefusal.CROSSING_UNKNOWN);
    assertBreach(CrossingRefusal.CROSSING_UNKNOWN);
    assertThat(scene.state.inside().get(FIRST).crossing()).isEmpty();
    assertThat(duties(HOST)).containsExactly(CrossingDuty.Sort.GO_BACK);
    scene.say(VISITOR, scene.left(FIRST));
    assertThat(scene.state.inside()).isEmpty();
    assertThat(scene.state.breaches().values().toList().getFirst().left())
        .as("a breach stays one when the unit is back")
        .isPresent();
  }

  @Test
  void anotherUnitEntersOnSomebodyElsesLeave() {
    EntryId id = scene.grant(terms()).id();
    scene.voices.at(BEGIN);
    assertThat(scene.refuse(VISITOR, scene.entered(id, SECOND)))
        .isEqualTo(CrossingRefusal.UNIT_NOT_IN_IT);
    assertBreach(CrossingRefusal.UNIT_NOT_IN_IT);
  }

  @Test
  void everyLimitIsSignedAwayByBothChiefsAndGivesNothing() {
    Instant end = BEGIN.plus(Duration.ofHours(6));
    Act act = scene.grant(scene.proposed(terms(BEGIN, end, FIRST)));
    scene.voices.at(BEGIN);
    assertThat(scene.stage(act.id())).isEqualTo(CrossingStage.VOID);
    assertThat(scene.isLeave(act.id(), FIRST)).isFalse();
    assertThat(scene.refuse(VISITOR, scene.entered(act.id(), FIRST)))
        .isEqualTo(CrossingRefusal.NO_ASSENT);
  }

  // ---- 2: the host's officer is in charge -----------------------------------------------------

  @Test
  void crossingUnderAnOfficerOfTheVisitor() {
    var terms = terms();
    var own =
        new CrossingTerms(
            terms.incident(),
            VISITOR,
            HOST,
            terms.units(),
            terms.where(),
            terms.from(),
            terms.until(),
            terms.purpose(),
            org.sarhad.core.party.OfficerId.of("pk.sarhad.example/officer/7f3a"),
            terms.conditions(),
            terms.languages());
    assertThat(scene.refuse(scene.proposed(own))).isEqualTo(CrossingRefusal.HOST_OFFICER_UNKNOWN);
  }

  @Test
  void visitorTakesChargeOfItsOwnUnitsOnTheHostsSoil() {
    EntryId id = scene.grant(terms()).id();
    assertThat(scene.crossing(id).inCharge()).contains(IN_CHARGE);
    assertThat(
            scene.refuse(
                scene.voices.says(VISITOR, Role.SECTOR_COMMANDER),
                new CrossingFact.ChargeTaken(id)))
        .isEqualTo(CrossingRefusal.NOT_HOST);
    scene.say(HOST, new CrossingFact.ChargeTaken(id));
    assertThat(scene.crossing(id).inCharge())
        .isPresent()
        .isNotEqualTo(java.util.Optional.of(IN_CHARGE));
  }

  // ---- 3: the host may stop at any time -------------------------------------------------------

  @Test
  void stopBeforeTheWindowInItAndAfterIt() {
    EntryId id = scene.grant(terms()).id();
    for (Instant at :
        List.of(scene.voices.time(), BEGIN.plusSeconds(1), BEGIN.plusSeconds(99_999))) {
      scene.voices.at(at);
      EntryId said = scene.say(HOST, stop(id));
      assertThat(scene.state.stop(said)).isPresent();
      assertThat(scene.isLeave(id, FIRST)).isFalse();
    }
  }

  @Test
  void stopWhileEverythingIsSuspended() {
    EntryId id = scene.inside(FIRST);
    scene.suspend(VISITOR);
    EntryId said = scene.say(HOST, stop(id));
    scene.say(VISITOR, scene.confirmed(said, FIRST));
    assertThat(scene.state.stop(said).orElseThrow().unconfirmed()).isEmpty();
  }

  @Test
  void stopOfAUnitThatHasNoLeaveAtAll() {
    EntryId said = scene.say(HOST, stop(FIRST));
    assertThat(scene.state.stop(said).orElseThrow().units()).containsExactly(FIRST);
    assertThat(scene.refuse(HOST, stop(THEIRS))).isEqualTo(CrossingRefusal.NOT_HOST);
  }

  @Test
  void stopIsUndoneByNothingThatCanBeSaid() {
    EntryId id = scene.inside(FIRST);
    EntryId said = scene.say(HOST, stop(id));
    scene.say(VISITOR, scene.confirmed(said, FIRST));
    scene.say(VISITOR, scene.left(FIRST));
    scene.say(HOST, new CrossingFact.ChargeTaken(id));
    assertThat(scene.isLeave(id, FIRST)).isFalse();
    assertThat(scene.refuse(VISITOR, scene.entered(id, FIRST)))
        .isEqualTo(CrossingRefusal.UNDER_STOP);
    assertBreach(CrossingRefusal.UNDER_STOP);
    assertThat(Arrays.stream(CrossingFactKind.values()).map(kind -> kind.kind().value()))
        .noneMatch(kind -> kind.contains("resum") || kind.contains("lift"));
  }

  @Test
  void stopOutlivesTheExtensionThatTheHostHadSignedBeforeIt() {
    EntryId id = scene.inside(FIRST);
    Instant end = scene.crossing(id).leave().until();
    Act offered =
        scene.propose(
            HOST,
            scene.proposed(terms(end, end.plusSeconds(600), FIRST)).superseding(scene.ref(id)));
    scene.say(HOST, stop(id));
    Act act = scene.move(offered, ActStage.EFFECTIVE, VISITOR);
    scene.voices.at(end.plusSeconds(1));
    assertThat(scene.crossing(act.id()).isStopped(FIRST)).isTrue();
    assertThat(scene.isLeave(act.id(), FIRST)).isFalse();
  }

  @Test
  void onlyANewActAfterTheStopGivesANewYes() {
    EntryId id = scene.inside(FIRST);
    scene.say(HOST, stop(id));
    scene.say(VISITOR, scene.left(FIRST));
    EntryId again = scene.grant(terms()).id();
    assertThat(scene.isLeave(again, FIRST)).isTrue();
    assertThat(scene.isLeave(id, FIRST)).isFalse();
  }

  @Test
  void stoppedUnitTurnsIntoTheFastLane() {
    EntryId id = scene.inside(FIRST);
    scene.say(HOST, stop(id));
    assertThat(scene.refuse(VISITOR, lane(scene.voices.time().plusSeconds(600), FIRST)))
        .isEqualTo(CrossingRefusal.UNDER_STOP);
    scene.voices.at(scene.voices.time().plus(Duration.ofHours(7)));
    assertThat(scene.refuse(VISITOR, lane(scene.voices.time().plusSeconds(600), FIRST)))
        .as("the same incident, hours later")
        .isEqualTo(CrossingRefusal.UNDER_STOP);
  }

  @Test
  void laneIsUsedByWhoSaysTheyDidNotKnowOfTheStop() {
    scene.say(HOST, stop(FIRST));
    ActEntry blind = scene.voices.blind(VISITOR, Role.WATCH_OFFICER);
    EntryId use = scene.hear(blind, lane(scene.voices.time().plusSeconds(600), FIRST));
    assertThat(scene.crossing(use).isStopped(FIRST)).isTrue();
    assertThat(scene.isLeave(use, FIRST)).isFalse();
  }

  /// The host's clock is a day behind: by its date the STOP would be one of yesterday.
  @Test
  void laneIsUsedByWhoDidNotKnowOfAStopThatIsDatedBack() {
    Instant now = scene.voices.time();
    scene.voices.at(now.minus(Duration.ofDays(1)));
    scene.say(HOST, stop(FIRST));
    scene.voices.at(now);
    ActEntry blind = scene.voices.blind(VISITOR, Role.WATCH_OFFICER);
    EntryId use = scene.hear(blind, lane(now.plusSeconds(600), FIRST));
    assertThat(scene.crossing(use).isStopped(FIRST)).isTrue();
    assertThat(scene.isLeave(use, FIRST)).isFalse();
  }

  @Test
  void visitorEntersWithoutHavingHeardTheStopAndIsNoBreach() {
    EntryId id = scene.grant(terms()).id();
    Seen before = scene.voices.all(VISITOR);
    scene.voices.at(BEGIN);
    scene.say(HOST, stop(id));
    scene.voices.at(BEGIN.plusSeconds(30));
    scene.hear(scene.voices.seeing(VISITOR, before, Role.WATCH_OFFICER), scene.entered(id, FIRST));
    assertThat(scene.state.breaches()).isEmpty();
    assertThat(scene.state.inside().containsKey(FIRST)).isTrue();
    assertThat(scene.isLeave(id, FIRST)).as("the STOP counts all the same").isFalse();
    assertThat(duties(HOST)).contains(CrossingDuty.Sort.CONFIRM_STOP, CrossingDuty.Sort.GO_BACK);
  }

  @Test
  void hostConfirmsItsOwnStopInTheVisitorsStead() {
    EntryId said = scene.say(HOST, stop(scene.inside(FIRST)));
    assertThat(scene.refuse(HOST, scene.confirmed(said, FIRST)))
        .isEqualTo(CrossingRefusal.UNIT_NOT_VISITORS);
    assertThat(scene.state.stop(said).orElseThrow().unconfirmed()).containsExactly(FIRST);
  }

  // ---- 4: nobody commands the other's units ---------------------------------------------------

  @Test
  void hostSaysThatTheVisitorsUnitEnteredOrLeft() {
    EntryId id = scene.inside(FIRST);
    assertThat(scene.refuse(HOST, scene.left(FIRST))).isEqualTo(CrossingRefusal.UNIT_NOT_VISITORS);
    assertThat(scene.refuse(HOST, scene.entered(id, FIRST))).isEqualTo(CrossingRefusal.NOT_VISITOR);
    assertThat(scene.state.breaches()).as("nobody incriminates another").isEmpty();
  }

  @Test
  void visitorBringsTheHostsUnitUnderItsLeave() {
    assertThat(scene.refuse(scene.proposed(terms(BEGIN, BEGIN.plusSeconds(60), FIRST, THEIRS))))
        .isEqualTo(CrossingRefusal.UNIT_NOT_VISITORS);
  }

  // ---- 6: silence is never consent ------------------------------------------------------------

  @Test
  void proposalThatWaitsForEver() {
    assertThat(scene.refuse(proposed(terms().toJson()))).isEqualTo(CrossingRefusal.EXPIRY_MISSING);
  }

  @Test
  void assentComesAfterTheProposalLapsedAndItsNodeWasOff() {
    Act asked = scene.propose(VISITOR, scene.proposed(terms()));
    scene.voices.at(scene.voices.time().plus(Duration.ofMinutes(5)));
    Act act = scene.move(asked, ActStage.EFFECTIVE, HOST);
    assertThat(scene.state.voids().get(act.by())).isEqualTo(CrossingRefusal.LAPSED);
    assertThat(scene.stage(act.id())).isEqualTo(CrossingStage.VOID);
  }

  @Test
  void expiryIsAnnouncedForNextYearAndBothSign() {
    Act asked =
        scene.propose(
            VISITOR,
            proposed(terms().toJson()).expiring(scene.voices.time().plus(Duration.ofDays(365))));
    Act act = scene.move(asked, ActStage.EFFECTIVE, HOST);
    assertThat(scene.state.voids().get(act.by())).isEqualTo(CrossingRefusal.EXPIRY_TOO_LATE);
    scene.voices.at(BEGIN);
    assertThat(scene.isLeave(act.id(), FIRST)).isFalse();
  }

  @Test
  void leaveIsNotProlongedBecauseNobodySaidThatItIsOver() {
    EntryId id = scene.inside(FIRST);
    scene.voices.at(scene.crossing(id).leave().until().minusMillis(1));
    assertThat(scene.isLeave(id, FIRST)).isTrue();
    scene.voices.at(scene.crossing(id).leave().until());
    assertThat(scene.crossing(id).course().ended()).isEmpty();
    assertThat(scene.isLeave(id, FIRST)).isFalse();
    assertThat(duties(HOST)).contains(CrossingDuty.Sort.GO_BACK);
  }

  @Test
  void extensionsAddUpToMoreThanFiveHours() {
    EntryId id = scene.inside(FIRST);
    Duration step = Duration.ofMinutes(90);
    Instant from = BEGIN;
    List<CrossingRefusal> refused = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Instant until = from.plus(step);
      scene.voices.at(until.minusSeconds(60));
      Instant next = until.minusSeconds(60);
      Act act =
          scene.grant(
              scene.proposed(terms(next, next.plus(step), FIRST)).superseding(scene.ref(id)));
      if (scene.state.voids().containsKey(act.by())) {
        refused.add(scene.state.voids().get(act.by()));
        break;
      }
      assertThat(scene.state.inside().get(FIRST).crossing()).contains(act.id());
      id = act.id();
      from = next;
    }
    assertThat(refused).containsExactly(CrossingRefusal.STAY_TOO_LONG);
    assertThat(Duration.between(BEGIN, scene.crossing(id).leave().until()))
        .isLessThanOrEqualTo(Duration.ofHours(5));
  }

  // ---- 5, 7, 8, 9 -----------------------------------------------------------------------------

  @Test
  void thereIsNoFieldForAPersonBeyondTheLineOrAClaimToIt() {
    assertThat(terms().toJson().names())
        .containsExactly(
            "area",
            "from",
            "host",
            "in_charge",
            "incident",
            "languages",
            "purpose",
            "units",
            "until",
            "visitor");
  }

  @Test
  void wordsOfASideStayAsTheyWereWritten() {
    EntryId id = scene.inside(FIRST);
    scene.voices.at(scene.crossing(id).over());
    scene.say(VISITOR, CrossingScene.reported(id));
    assertThat(scene.refuse(VISITOR, CrossingScene.reported(id)))
        .isEqualTo(CrossingRefusal.ALREADY_SAID);
    scene.say(HOST, CrossingScene.reported(id));
    assertThat(scene.crossing(id).course().reports().get(VISITOR).said().done())
        .isEqualTo(CrossingScene.WORDS);
    assertThat(scene.crossing(id).course().reports().size()).isEqualTo(2);
  }

  @Test
  void whatWasReleasedIsInNoFactsPowerToTakeBack() {
    scene.voices.at(BEGIN);
    CrossingFact lie = scene.entered(scene.grant(terms()).id(), SECOND);
    EntryId said = scene.hear(scene.next(VISITOR, lie), lie);
    scene.say(VISITOR, scene.left(SECOND));
    assertThat(scene.state.breaches().get(said).said().said()).isEqualTo(lie);
  }

  // ---- 10: life first -------------------------------------------------------------------------

  @Test
  void ambulanceCrossesWithoutBeingAskedEachTimeAndWhileSuspended() {
    scene.suspend(HOST);
    EntryId use = scene.say(VISITOR, lane(scene.voices.time().plusSeconds(600), FIRST));
    assertThat(scene.isLeave(use, FIRST)).isTrue();
    assertThat(scene.crossing(use).leave().incident()).isEqualTo(INCIDENT);
    scene.say(HOST, new CrossingFact.ChargeTaken(use));
    scene.say(VISITOR, scene.entered(use, FIRST));
    scene.say(HOST, stop(use));
    assertThat(scene.isLeave(use, FIRST)).as("stopped like the rest").isFalse();
  }

  @Test
  void laneEndsByItself() {
    EntryId use = scene.say(VISITOR, lane(scene.voices.time().plusSeconds(600), FIRST));
    scene.voices.at(scene.crossing(use).leave().until());
    assertThat(scene.isLeave(use, FIRST)).isFalse();
    assertThat(scene.state.due(VISITOR, scene.voices.time(), scene.grounds()))
        .containsExactly(over(use));
  }

  @Test
  void everyRedLineThatTheProgramDrawsIsDrawnInTheDocument() {
    assertThat(scene.rules.settings().loosened()).isEmpty();
    assertThat(RedLines.drawn().stream().map(Setting::key))
        .contains(
            "red_line.assent_to_cross",
            "red_line.host_in_charge",
            "red_line.host_may_stop",
            "red_line.own_units_only",
            "red_line.silence_is_no",
            "red_line.life_first");
  }

  // ---- parts ----------------------------------------------------------------------------------

  private List<CrossingDuty.Sort> duties(org.sarhad.core.party.PartyId own) {
    return new CrossingClocks(
            scene.state,
            scene.grounds(),
            own,
            scene.voices.time(),
            java.util.Optional.empty(),
            _ -> java.util.Optional.of(scene.voices.time()))
        .duties().stream().map(CrossingDuty::what).toList();
  }

  private void assertBreach(CrossingRefusal why) {
    assertThat(scene.state.breaches().values().toList().getLast())
        .satisfies(
            breach -> {
              assertThat(breach.by()).isEqualTo(VISITOR);
              assertThat(breach.why()).isEqualTo(why);
            });
  }
}
