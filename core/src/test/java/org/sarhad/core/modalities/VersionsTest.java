package org.sarhad.core.modalities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.modalities.ModalitiesScene.CHIEF;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Quorums;
import org.sarhad.core.act.Seats;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.modalities.ModalitiesScene.Speaker;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.TestSide;

/// Offered, signed, in force, suspended, superseded: protocol clauses 08-6 and 08-7.
class VersionsTest {
  private static final Instant LATER = Sides.EIGHT.plus(Duration.ofDays(2));
  private static final Instant MUCH_LATER = LATER.plus(Duration.ofDays(2));

  private final ModalitiesScene scene = new ModalitiesScene("ir", "pk");
  private final TestSide ir = scene.side("ir");
  private final TestSide pk = scene.side("pk");

  // ---- coming in force ------------------------------------------------------------------------

  @Test
  void withoutAnAnnouncedTimeItIsInForceFromTheLastSignature() {
    ActRef act = scene.offered(ir, Docs.version(1, tell(20)));
    assertThat(scene.stage(act)).isEqualTo(VersionStage.OFFERED);
    assertThat(scene.state().objectionToJointActs()).contains(ModalitiesRefusal.NO_MODALITIES);
    assertThat(scene.state().settings()).isEqualTo(Settings.INITIAL);

    scene.assented(act);

    assertThat(scene.stage(act)).isEqualTo(VersionStage.IN_FORCE);
    assertThat(scene.state().objectionToJointActs()).isEmpty();
    assertThat(scene.state().settings().response().tellPeer()).isEqualTo(Duration.ofMinutes(20));
    assertThat(scene.state().waiting()).isEmpty();
  }

  @Test
  void withOneItIsInForceFromTheEntryThatSaysItHasCome() {
    ActRef act = scene.signed(Docs.version(1, LATER));
    assertThat(scene.stage(act)).isEqualTo(VersionStage.SIGNED);
    assertThat(scene.inForce()).isZero();
    assertThat(scene.state().waiting()).extracting(Version::number).containsExactly(1L);

    scene.at(LATER).say(pk, Speaker.NODE, new ModalitiesFact.Began(1));

    assertThat(scene.stage(act)).isEqualTo(VersionStage.IN_FORCE);
    assertThat(scene.state().waiting()).isEmpty();
    // The other node has written the same meanwhile: kept, and without effect.
    assertThat(scene.refuse(ir, Speaker.NODE, new ModalitiesFact.Began(1)))
        .isEqualTo(ModalitiesRefusal.ALREADY_BEGUN);
  }

  /// 08-6.4: the act of version 1 is superseded when version 2 is signed; version 1 stays in force.
  @Test
  void theOldVersionStaysInForceUntilTheNewOneBegins() {
    ActRef one = scene.signed(Docs.version(1));
    ActRef two = scene.signed(Docs.version(2, LATER, tell(20)));

    assertThat(scene.act(one.entry()).stage()).isEqualTo(ActStage.SUPERSEDED);
    assertThat(scene.stage(one)).isEqualTo(VersionStage.IN_FORCE);
    assertThat(scene.stage(two)).isEqualTo(VersionStage.SIGNED);
    assertThat(scene.state().settings().response().tellPeer()).isEqualTo(Duration.ofMinutes(15));

    scene.at(LATER).say(ir, Speaker.NODE, new ModalitiesFact.Began(2));

    assertThat(scene.stage(one)).isEqualTo(VersionStage.SUPERSEDED);
    assertThat(scene.stage(two)).isEqualTo(VersionStage.IN_FORCE);
    assertThat(scene.state().settings().response().tellPeer()).isEqualTo(Duration.ofMinutes(20));
  }

  /// A version signed after one that waits, for a later time: the one between has its turn.
  @Test
  void aVersionBetweenHasItsTurn() {
    scene.signed(Docs.version(1));
    ActRef two = scene.signed(Docs.version(2, LATER));
    ActRef three = scene.signed(Docs.version(3, MUCH_LATER));
    assertThat(scene.state().waiting()).extracting(Version::number).containsExactly(2L, 3L);

    scene.at(LATER).say(ir, Speaker.NODE, new ModalitiesFact.Began(2));
    assertThat(scene.stage(two)).isEqualTo(VersionStage.IN_FORCE);
    scene.allSee();
    scene.at(MUCH_LATER).say(pk, Speaker.NODE, new ModalitiesFact.Began(3));
    assertThat(scene.stage(two)).isEqualTo(VersionStage.SUPERSEDED);
    assertThat(scene.stage(three)).isEqualTo(VersionStage.IN_FORCE);
  }

  /// A version that waits when a later one begins at once never has its turn.
  @Test
  void aVersionIsOvertaken() {
    ActRef one = scene.signed(Docs.version(1, LATER));
    scene.signed(Docs.version(2));

    assertThat(scene.stage(one)).isEqualTo(VersionStage.SUPERSEDED);
    assertThat(scene.state().waiting()).isEmpty();
    assertThat(scene.at(LATER).refuse(ir, Speaker.NODE, new ModalitiesFact.Began(1)))
        .isEqualTo(ModalitiesRefusal.OVERTAKEN);
    assertThat(scene.inForce()).isEqualTo(2);
  }

  /// ... unless the later one turns out to be void: then nothing stands in its way.
  @Test
  void aVersionThatWasOvertakenByAVoidOneHasItsTurn() {
    ActRef one = scene.signed(Docs.version(1, LATER));
    ActRef two = scene.signed(Docs.version(2));
    scene.voided(two);

    assertThat(scene.stage(one)).isEqualTo(VersionStage.SIGNED);
    scene.at(LATER).say(ir, Speaker.NODE, new ModalitiesFact.Began(1));
    assertThat(scene.stage(one)).isEqualTo(VersionStage.IN_FORCE);
  }

  /// 08-6.2: two first versions at once. The one that is signed first takes the number.
  @Test
  void ofTwoWithOneNumberTheFirstToBeSignedTakesIt() {
    ActRef ours = scene.offered(ir, Docs.version(1, tell(20)));
    ActRef theirs = scene.offered(pk, Docs.version(1, tell(25)));
    scene.assented(theirs);
    scene.assented(ours);

    assertThat(scene.stage(theirs)).isEqualTo(VersionStage.IN_FORCE);
    assertThat(scene.stage(ours)).isEqualTo(VersionStage.UNSOUND);
    assertThat(scene.state().offers().get(ours.entry()).objection())
        .contains(ModalitiesRefusal.WRONG_NUMBER);
    assertThat(scene.state().nextNumber()).isEqualTo(2);
  }

  /// Of two that would follow one version, chapter 07 lets only one be signed at all.
  @Test
  void ofTwoSuccessorsOnlyOneIsSigned() {
    scene.signed(Docs.version(1));
    ActRef ours = scene.offered(ir, Docs.version(2, tell(20)));
    ActRef theirs = scene.offered(pk, Docs.version(2, tell(25)));
    scene.assented(ours);
    scene.act(ir, new ActFact.Assented(theirs, 1, Docs.CHIEF));

    assertThat(scene.stage(ours)).isEqualTo(VersionStage.IN_FORCE);
    assertThat(scene.stage(theirs)).isEqualTo(VersionStage.OFFERED);
    assertThat(scene.inForce()).isEqualTo(2);
  }

  /// What was signed in vain has taken the old act's place, and nothing else.
  @Test
  void anUnsoundSuccessorDoesNotEndTheRules() {
    ActRef one = scene.signed(Docs.version(1));
    ActRef bad =
        scene.offered(
            ir,
            Docs.proposal(
                Docs.version(2, RedLines.VERBATIM.to(false)), 1, scene.state().toBeSuperseded()));
    scene.assented(bad);

    assertThat(scene.stage(bad)).isEqualTo(VersionStage.UNSOUND);
    assertThat(scene.stage(one)).isEqualTo(VersionStage.IN_FORCE);
    assertThat(scene.act(one.entry()).stage()).isEqualTo(ActStage.SUPERSEDED);
    assertThat(scene.state().toBeSuperseded()).isEmpty();
    ActRef two = scene.signed(Docs.version(2));
    assertThat(scene.stage(two)).isEqualTo(VersionStage.IN_FORCE);
  }

  /// 08-6.4: a stale assent does not cost a side the rules it had.
  @Test
  void whenAVersionIsVoidTheOneBeforeIsInForceAgain() {
    ActRef one = scene.signed(Docs.version(1, tell(20)));
    ActRef two = scene.signed(Docs.version(2, tell(25)));
    scene.voided(two);

    assertThat(scene.stage(two)).isEqualTo(VersionStage.VOIDED);
    assertThat(scene.stage(one)).isEqualTo(VersionStage.IN_FORCE);
    assertThat(scene.state().settings().response().tellPeer()).isEqualTo(Duration.ofMinutes(20));
    // Its number is spent, and its act needs no superseding.
    assertThat(scene.state().nextNumber()).isEqualTo(3);
    assertThat(scene.stage(scene.signed(Docs.version(3)))).isEqualTo(VersionStage.IN_FORCE);
  }

  @Test
  void whenTheFirstVersionIsVoidNothingIsInForce() {
    scene.voided(scene.signed(Docs.version(1)));

    assertThat(scene.state().objectionToJointActs()).contains(ModalitiesRefusal.NO_MODALITIES);
    assertThat(scene.state().quorums()).isEqualTo(Quorums.DEFAULT);
    assertThat(scene.state().nextNumber()).isEqualTo(2);
  }

  // ---- what becomes of an offer ---------------------------------------------------------------

  @Test
  void anOfferIsCounteredRefusedOrWithdrawn() {
    ActRef countered = scene.offered(ir, Docs.version(1));
    ActFact.Proposed counter =
        new ActFact.Proposed(
            ModalitiesState.KIND,
            Docs.version(1, tell(25)).toJson(),
            0,
            Docs.CHIEF,
            Optional.empty(),
            Optional.of(countered),
            Optional.empty());
    ActRef answer = scene.offered(pk, counter);
    assertThat(scene.stage(countered)).isEqualTo(VersionStage.COUNTERED);
    assertThat(scene.stage(answer)).isEqualTo(VersionStage.OFFERED);

    scene.act(ir, new ActFact.Refused(answer, Docs.CHIEF, "not like this"));
    assertThat(scene.stage(answer)).isEqualTo(VersionStage.REFUSED);

    ActRef withdrawn = scene.offered(ir, Docs.version(1));
    scene.act(ir, new ActFact.Withdrawn(withdrawn, Docs.CHIEF, "changed our mind"));
    scene.allSee();
    assertThat(scene.stage(withdrawn)).isEqualTo(VersionStage.OFFERED);
    scene.force(pk, Speaker.NODE, new ModalitiesFact.Began(1)); // any entry that has seen it
    assertThat(scene.stage(withdrawn)).isEqualTo(VersionStage.WITHDRAWN);
    assertThat(scene.state().stage(pk.at(0))).isEmpty();
  }

  @Test
  void commentsStandBesideTheirClause() {
    ActRef act = scene.offered(ir, Docs.version(1, tell(20)));
    EntryId first = scene.say(pk, CHIEF, comment(act, "2", "too long"));
    scene.say(pk, CHIEF, comment(act, "1", "well said"));
    EntryId third = scene.say(pk, CHIEF, comment(act, "2", "really"));

    Offer offer = scene.state().offers().get(act.entry());
    assertThat(offer.commentsOn(ClauseNumber.parse("2")))
        .extracting(Comment::entry)
        .containsExactly(first, third);
    assertThat(offer.commentsOn(ClauseNumber.parse("3"))).isEmpty();
  }

  /// A comment that crosses with the decision is not void: its author could not know.
  @Test
  void aCommentMayCrossWithTheDecision() {
    ActRef act = scene.offered(ir, Docs.version(1));
    scene.act(pk, new ActFact.Assented(act, 0, Docs.CHIEF));

    scene.say(ir, CHIEF, comment(act, "1", "we could add the patrols"));
    scene.allSee();
    assertThat(scene.refuse(ir, CHIEF, comment(act, "1", "again")))
        .isEqualTo(ModalitiesRefusal.ACT_OVER);
  }

  /// Terms that are no document are shown as an offer all the same.
  @Test
  void termsThatAreNoDocumentAreAnOfferWithoutClauses() {
    ActRef act =
        scene.offered(ir, Docs.proposal(Json.obj().put("a", 1).build(), 0, Optional.empty()));

    assertThat(scene.state().offers().get(act.entry()).document()).isEmpty();
    assertThat(scene.refuse(pk, CHIEF, comment(act, "1", "what is this")))
        .isEqualTo(ModalitiesRefusal.CLAUSE_UNKNOWN);
  }

  @Test
  void actsOfOtherKindsAreNobodysBusinessHere() {
    ActFact.Proposed crossing =
        ActFact.Proposed.of(
            ActKind.of("crossing"), Json.obj().put("area", "x").build(), Docs.CHIEF);
    ModalitiesState before = scene.state();
    scene.act(ir, crossing);

    assertThat(scene.state()).isEqualTo(before);
  }

  // ---- quorums --------------------------------------------------------------------------------

  @Test
  void theVersionInForceSaysWhoSigns() {
    assertThat(scene.state().quorums()).isEqualTo(Quorums.DEFAULT);
    scene.signed(
        Docs.version(
            1, PeopleSettings.QUORUM_OTHER.to(Seats.of(Role.CHIEF, 1).and(Role.CLERK, 2))));

    assertThat(scene.state().quorums())
        .isEqualTo(scene.state().settings().quorums(1))
        .isInstanceOf(AgreedQuorums.class);
    // Version 2 is proposed under version 1; under 0 it has no quorum any more.
    EntryId stray =
        scene.act(ir, Docs.proposal(Docs.version(2), 0, scene.state().toBeSuperseded()));
    assertThat(scene.acts().voids().containsKey(stray)).isTrue();
    scene.signed(Docs.version(2));
    assertThat(scene.inForce()).isEqualTo(2);
  }

  // ---- suspension -----------------------------------------------------------------------------

  @Test
  void suspendedWithNoticeAndResumedWithNotice() {
    ActRef act = scene.signed(Docs.version(1));
    EntryId notice = scene.say(ir, CHIEF, suspension(LATER));
    assertThat(scene.state().isSuspended()).isFalse();
    assertThat(scene.state().objectionToJointActs()).isEmpty();

    scene.at(LATER).say(ir, Speaker.NODE, ModalitiesFact.Suspended.after(notice));
    assertThat(scene.stage(act)).isEqualTo(VersionStage.SUSPENDED);
    assertThat(scene.state().objectionToJointActs()).contains(ModalitiesRefusal.SUSPENDED);
    assertThat(scene.state().inForce()).isPresent();
    Suspension.Active active = scene.state().suspension(Sides.IR).active().orElseThrow();
    assertThat(active.isEmergency()).isFalse();
    assertThat(active.reason()).isEqualTo("the talks have failed");

    EntryId end =
        scene.say(ir, CHIEF, new ModalitiesFact.ResumptionNoticed(MUCH_LATER, "they go on"));
    scene.at(MUCH_LATER).say(ir, Speaker.NODE, ModalitiesFact.Resumed.after(end));
    assertThat(scene.stage(act)).isEqualTo(VersionStage.IN_FORCE);
    assertThat(scene.state().objectionToJointActs()).isEmpty();
    assertThat(scene.state().suspensions().isEmpty()).isTrue();
  }

  @Test
  void anEmergencyIsLabelledAndMayEndAtOnce() {
    scene.signed(Docs.version(1));
    scene.say(ir, CHIEF, suspension(LATER));
    scene.say(ir, CHIEF, ModalitiesFact.Suspended.atOnce("an attack"));

    Suspension suspension = scene.state().suspension(Sides.IR);
    assertThat(suspension.active().orElseThrow().isEmergency()).isTrue();
    assertThat(suspension.notice()).as("settled by the emergency").isEmpty();

    scene.say(ir, CHIEF, ModalitiesFact.Resumed.atOnce("a false alarm"));
    assertThat(scene.state().isSuspended()).isFalse();
  }

  @Test
  void eachSideEndsItsOwn() {
    scene.signed(Docs.version(1));
    scene.say(ir, CHIEF, ModalitiesFact.Suspended.atOnce("an attack"));
    scene.say(pk, CHIEF, ModalitiesFact.Suspended.atOnce("an attack"));
    scene.say(ir, CHIEF, ModalitiesFact.Resumed.atOnce("it is over"));
    assertThat(scene.state().isSuspended()).isTrue();
    scene.say(pk, CHIEF, ModalitiesFact.Resumed.atOnce("it is over"));
    assertThat(scene.state().isSuspended()).isFalse();
  }

  @Test
  void aNoticeIsWithdrawnAndNothingComesOfIt() {
    scene.signed(Docs.version(1));
    EntryId notice = scene.say(ir, CHIEF, suspension(LATER));
    scene.say(ir, CHIEF, new ModalitiesFact.NoticeWithdrawn(notice, "settled"));

    assertThat(scene.at(LATER).refuse(ir, Speaker.NODE, ModalitiesFact.Suspended.after(notice)))
        .isEqualTo(ModalitiesRefusal.NOTICE_UNKNOWN);
    scene.say(ir, CHIEF, suspension(MUCH_LATER));
  }

  /// 08-7.1: who wants to go on says so; a signature under new rules does not say it.
  @Test
  void aNewVersionDoesNotEndASuspension() {
    scene.signed(Docs.version(1));
    scene.say(ir, CHIEF, ModalitiesFact.Suspended.atOnce("an attack"));
    ActRef two = scene.signed(Docs.version(2));

    assertThat(scene.stage(two)).isEqualTo(VersionStage.SUSPENDED);
  }

  @Test
  void theFastLaneOutlastsASuspensionIfItWasAgreed() {
    scene.signed(Docs.version(1));
    assertThat(scene.state().objectionToFastLane()).isEmpty();
    scene.say(ir, CHIEF, ModalitiesFact.Suspended.atOnce("an attack"));
    assertThat(scene.state().objectionToFastLane()).isEmpty();
    scene.signed(Docs.version(2, CrossingSettings.LANE_SURVIVES.to(false)));
    assertThat(scene.state().objectionToFastLane()).contains(ModalitiesRefusal.SUSPENDED);
    assertThat(ModalitiesState.of().objectionToFastLane())
        .contains(ModalitiesRefusal.NO_MODALITIES);
  }

  /// 08-7.3: a notice of the length agreed when it was given holds, although a version with a
  /// longer one has come in force before it in the joint order.
  @Test
  void aNoticeKeepsToTheVersionThatItsAuthorKnew() {
    scene.signed(Docs.version(1));
    ActRef two =
        scene.offered(ir, Docs.version(2, CycleSettings.SUSPENSION_NOTICE.to(Duration.ofDays(3))));
    scene.act(pk, new ActFact.Assented(two, 1, Docs.CHIEF));
    assertThat(scene.inForce()).isEqualTo(2);

    EntryId notice = scene.say(ir, CHIEF, suspension(LATER));
    scene.allSee();
    scene.say(ir, CHIEF, new ModalitiesFact.NoticeWithdrawn(notice, "settled"));
    assertThat(scene.refuse(ir, CHIEF, suspension(LATER)))
        .isEqualTo(ModalitiesRefusal.NOTICE_TOO_SHORT);
  }

  @Test
  void theRoleThatSuspendsIsAgreed() {
    scene.signed(Docs.version(1, PeopleSettings.SUSPEND.to(Role.SECTOR_COMMANDER)));

    assertThat(scene.refuse(ir, CHIEF, ModalitiesFact.Suspended.atOnce("an attack")))
        .isEqualTo(ModalitiesRefusal.ROLE_MISSING);
    scene.say(
        ir, Speaker.officer(Role.SECTOR_COMMANDER), ModalitiesFact.Suspended.atOnce("an attack"));
  }

  // ---- what a node says by itself -------------------------------------------------------------

  @Test
  void aNodeSaysWhatHasComeAndNothingElse() {
    scene.signed(Docs.version(1, LATER));
    scene.signed(Docs.version(2, LATER));
    assertThat(due(LATER.minusMillis(1))).isEmpty();
    assertThat(due(LATER)).containsExactly(new ModalitiesFact.Began(2));
    scene.at(LATER).say(ir, Speaker.NODE, due(LATER).getFirst());
    assertThat(due(MUCH_LATER)).as("version 1 is overtaken").isEmpty();

    EntryId notice = scene.say(ir, CHIEF, suspension(MUCH_LATER));
    assertThat(due(MUCH_LATER.minusMillis(1))).isEmpty();
    assertThat(scene.state().due(Sides.PK, MUCH_LATER)).as("not their notice").isEmpty();
    assertThat(due(MUCH_LATER)).containsExactly(ModalitiesFact.Suspended.after(notice));
    scene.at(MUCH_LATER).say(ir, Speaker.NODE, due(MUCH_LATER).getFirst());
    assertThat(due(MUCH_LATER)).isEmpty();

    Instant end = MUCH_LATER.plus(Duration.ofDays(2));
    EntryId resumption = scene.say(ir, CHIEF, new ModalitiesFact.ResumptionNoticed(end, "soon"));
    assertThat(due(end)).containsExactly(ModalitiesFact.Resumed.after(resumption));
  }

  /// Said without modalities it would be void, and once more with every look at the clock.
  @Test
  void aNodeDoesNotSuspendWhatIsNotInForce() {
    ActRef act = scene.signed(Docs.version(1));
    scene.say(ir, CHIEF, suspension(LATER));
    scene.voided(act);

    assertThat(due(LATER)).isEmpty();
  }

  private List<ModalitiesFact> due(Instant now) {
    return scene.state().due(Sides.IR, now);
  }

  // ---- three sides ----------------------------------------------------------------------------

  @Test
  void ofThreeSidesAllSignAndEachMaySuspend() {
    ModalitiesScene three = new ModalitiesScene("ir", "pk", "om");
    ActRef act = three.offered(three.side("pk"), Docs.version(1));
    three.act(three.side("ir"), new ActFact.Assented(act, 0, Docs.CHIEF));
    assertThat(three.stage(act)).isEqualTo(VersionStage.OFFERED);
    three.act(three.side("om"), new ActFact.Assented(act, 0, Docs.CHIEF));
    assertThat(three.stage(act)).isEqualTo(VersionStage.IN_FORCE);
    three.allSee();

    three.say(three.side("om"), CHIEF, ModalitiesFact.Suspended.atOnce("a storm"));
    three.say(three.side("ir"), CHIEF, ModalitiesFact.Suspended.atOnce("a storm"));
    three.say(three.side("om"), CHIEF, ModalitiesFact.Resumed.atOnce("it is over"));
    assertThat(three.stage(act)).isEqualTo(VersionStage.SUSPENDED);
    three.say(three.side("ir"), CHIEF, ModalitiesFact.Resumed.atOnce("it is over"));
    assertThat(three.stage(act)).isEqualTo(VersionStage.IN_FORCE);
  }

  // ---- the digest -----------------------------------------------------------------------------

  /// 08-8.2: everything that becomes of anything makes it another one.
  @Test
  void equalHistoriesHaveEqualDigestsAndOthersDoNot() {
    assertThat(history(20).digest()).isEqualTo(history(20).digest());
    assertThat(history(20)).isEqualTo(history(20));

    ModalitiesState nothing = ModalitiesState.of();
    scene.offered(ir, Docs.version(1));
    ModalitiesState offered = scene.state();
    ModalitiesState other = history(25);
    assertThat(Stream.of(nothing, offered, history(20), other).map(ModalitiesState::digest))
        .doesNotHaveDuplicates();
  }

  private static ModalitiesState history(long minutes) {
    ModalitiesScene scene = new ModalitiesScene("ir", "pk");
    scene.signed(Docs.version(1, tell(minutes)));
    scene.say(scene.side("ir"), CHIEF, suspension(LATER));
    return scene.state();
  }

  private static Binding tell(long minutes) {
    return ClockSettings.TELL_PEER.to(Duration.ofMinutes(minutes));
  }

  private static ModalitiesFact.SuspensionNoticed suspension(Instant from) {
    return new ModalitiesFact.SuspensionNoticed(from, "the talks have failed");
  }

  private static ModalitiesFact.Commented comment(ActRef act, String clause, String text) {
    return new ModalitiesFact.Commented(act.entry(), ClauseNumber.parse(clause), "en", text);
  }
}
