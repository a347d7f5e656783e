package org.sarhad.core.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.meetings.MeetingScene.IR;
import static org.sarhad.core.meetings.MeetingScene.OM;
import static org.sarhad.core.meetings.MeetingScene.PK;
import static org.sarhad.core.meetings.MeetingScene.accepts;
import static org.sarhad.core.meetings.MeetingScene.agenda;
import static org.sarhad.core.meetings.MeetingScene.cancellation;
import static org.sarhad.core.meetings.MeetingScene.comes;
import static org.sarhad.core.meetings.MeetingScene.dutyOutcome;
import static org.sarhad.core.meetings.MeetingScene.extraordinary;
import static org.sarhad.core.meetings.MeetingScene.outcome;
import static org.sarhad.core.meetings.MeetingScene.overdue;
import static org.sarhad.core.meetings.MeetingScene.record;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Voices;

/// Every refusal of [MeetingRules] and [MeetingTermsRules], by what provokes it: refused when
/// asked, and void when said all the same.
class MeetingRefusalTableTest {
  private final MeetingScene scene = MeetingScene.ofTwo();

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsGivenForItsReason(MeetingRefusal refusal) {
    assertThat(provoke(refusal)).isEqualTo(refusal);
  }

  /// The switch has no default: a new refusal does not compile before it has its case here.
  private MeetingRefusal provoke(MeetingRefusal refusal) {
    return switch (refusal) {
      case NOT_A_SIDE -> scene.refuse(Voices.of("om").says(OM, Role.CLERK), extraordinary(IR, PK));
      case NOT_RELEASED ->
          scene.refuse(scene.voices.internal(IR, Role.CLERK), extraordinary(IR, PK));
      case NO_OFFICER -> scene.refuse(scene.voices.node(IR), extraordinary(IR, PK));
      case NODE_ONLY ->
          scene.refuse(
              scene.voices.at(scene.day("2019-07-01")).says(IR, Role.CHIEF),
              overdue(scene.agreeDuty(DutyKind.MEETING), 1, 0));
      case ROLE_MISSING ->
          scene.refuse(
              scene.voices.says(IR, Role.WATCH_OFFICER, Role.INVESTIGATOR, Role.ADMIN),
              extraordinary(IR, PK));
      case TERMS_UNREADABLE ->
          scene.refuseTerms(
              MeetingActs.RECURRING_DUTY,
              Json.obj().put("what", "tea").build(),
              scene.voices.parties());
      case DUTY_UNKNOWN ->
          scene.refuse(IR, dutyOutcome(new EntryId(Sides.PK_LOG, 0), 1, new Outcome.Held()));
      case MEETING_UNKNOWN -> scene.refuse(IR, comes(new EntryId(Sides.PK_LOG, 0), true));
      case NOT_SEEN -> scene.refuse(scene.voices.blind(PK, Role.CLERK), comes(called(), true));
      case NOT_CONCERNED -> {
        MeetingScene three = new MeetingScene("ir", "pk", "om");
        yield three.refuse(OM, comes(three.say(IR, extraordinary(IR, PK)), true));
      }
      case SIDE_UNKNOWN -> scene.refuse(IR, outcome(called(), Outcome.NotHeld.missedBy(OM)));
      case PARTY_LEFT_OUT -> {
        MeetingScene three = new MeetingScene("ir", "pk", "om");
        EntryId meeting = three.say(IR, extraordinary(IR, PK, OM));
        yield three.refuseTerms(
            MeetingActs.JOINT_RECORD, record(meeting).toJson(), Ordered.set(IR, PK));
      }
      case NO_OCCURRENCE -> scene.refuse(IR, dutyOutcome(patrol(), 100_000, new Outcome.Held()));
      case DUTY_ENDED -> {
        Act duty =
            scene.agree(
                MeetingActs.RECURRING_DUTY, MeetingScene.duty(DutyKind.SIMULTANEOUS_PATROL));
        scene.end(duty, ActStage.SUPERSEDED);
        yield scene.refuse(PK, dutyOutcome(duty.id(), 1, new Outcome.Held()));
      }
      case HELD_AS_MEETING ->
          scene.refuse(IR, dutyOutcome(scene.agreeDuty(DutyKind.REVIEW), 1, new Outcome.Held()));
      case NOT_A_MEETING -> scene.refuse(IR, MeetingScene.of(patrol(), 1));
      case OCCURRENCE_ENDED -> {
        EntryId duty = patrol();
        scene.say(IR, dutyOutcome(duty, 1, new Outcome.Held()));
        scene.say(PK, dutyOutcome(duty, 1, new Outcome.Held()));
        yield scene.refuse(IR, dutyOutcome(duty, 1, new Outcome.Held()));
      }
      case MEETING_OPEN -> {
        EntryId duty = scene.agreeDuty(DutyKind.MEETING);
        scene.say(IR, MeetingScene.of(duty, 1));
        yield scene.refuse(PK, MeetingScene.of(duty, 1));
      }
      case CALLED_TOO_OFTEN -> {
        EntryId duty = scene.agreeDuty(DutyKind.MEETING);
        for (int i = 0; i < MeetingRules.CALLS_MAX; i++) {
          EntryId meeting = scene.say(IR, MeetingScene.of(duty, 1));
          scene.say(IR, outcome(meeting, Outcome.NotHeld.because(Outcome.Reason.PREVENTED)));
        }
        yield scene.refuse(IR, MeetingScene.of(duty, 1));
      }
      case MEETING_ENDED -> scene.refuse(IR, agenda(held(), 1, "Fences"));
      case AGENDA_UNKNOWN -> scene.refuse(IR, accepts(called(), new EntryId(Sides.PK_LOG, 0)));
      case OWN_AGENDA -> {
        EntryId meeting = called();
        yield scene.refuse(IR, accepts(meeting, scene.say(IR, agenda(meeting, 1, "Fences"))));
      }
      case NOT_LATEST -> {
        EntryId meeting = called();
        EntryId first = scene.say(IR, agenda(meeting, 1, "Fences"));
        scene.say(IR, agenda(meeting, 2, "Fences", "Fuel"));
        yield scene.refuse(PK, accepts(meeting, first));
      }
      case ALREADY_ACCEPTED -> {
        EntryId meeting = called();
        EntryId agenda = scene.say(IR, agenda(meeting, 1, "Fences"));
        scene.say(PK, accepts(meeting, agenda));
        yield scene.refuse(PK, accepts(meeting, agenda));
      }
      case OTHER_VERSION -> scene.refuse(IR, agenda(called(), 2, "Fences"));
      case ITEM_UNKNOWN -> {
        EntryId meeting = called();
        EntryId agenda = scene.say(IR, agenda(meeting, 1, "Fences"));
        yield scene.refuse(
            PK,
            outcome(
                meeting,
                new Outcome.WalkedOut(
                    Ordered.set(PK), Optional.of(new Outcome.ItemRef(agenda, 2)))));
      }
      case RECORD_EXISTS -> {
        EntryId meeting = called();
        scene.agree(MeetingActs.JOINT_RECORD, record(meeting));
        yield scene.refuseTerms(
            MeetingActs.JOINT_RECORD, record(meeting).toJson(), scene.voices.parties());
      }
      case NO_RUNG -> {
        EntryId duty = scene.agreeDuty(DutyKind.MEETING);
        scene.voices.at(scene.day("2020-01-01"));
        yield scene.refuse(IR, overdue(duty, 1, 2));
      }
      case ALREADY_STATED -> {
        EntryId duty = scene.agreeDuty(DutyKind.MEETING);
        scene.voices.at(scene.day("2020-01-01"));
        scene.say(IR, overdue(duty, 1, 0));
        yield scene.refuse(IR, overdue(duty, 1, 0));
      }
      case TOO_EARLY -> {
        EntryId duty = scene.agreeDuty(DutyKind.MEETING);
        scene.voices.at(MeetingScene.FIRST.over().plus(Duration.ofDays(7)).minusMillis(1));
        yield scene.refuse(IR, overdue(duty, 1, 0));
      }
    };
  }

  /// The acts' refusals that facts have too, and the other way round.
  @Test
  void termsAreRefusedForTheSameReasons() {
    var parties = scene.voices.parties();
    EntryId nothing = new EntryId(Sides.PK_LOG, 0);
    EntryId duty = patrol();
    Set<MeetingRefusal> met = EnumSet.noneOf(MeetingRefusal.class);
    met.add(
        scene.refuseTerms(MeetingActs.DUTY_CANCELLED, cancellation(nothing, 1).toJson(), parties));
    met.add(scene.refuseTerms(MeetingActs.JOINT_RECORD, record(nothing).toJson(), parties));
    met.add(
        scene.refuseTerms(
            MeetingActs.DUTY_CANCELLED, cancellation(duty, 100_000).toJson(), parties));
    scene.agree(MeetingActs.DUTY_CANCELLED, cancellation(duty, 1));
    met.add(scene.refuseTerms(MeetingActs.DUTY_CANCELLED, cancellation(duty, 1).toJson(), parties));

    assertThat(met)
        .containsExactlyInAnyOrder(
            MeetingRefusal.DUTY_UNKNOWN,
            MeetingRefusal.MEETING_UNKNOWN,
            MeetingRefusal.NO_OCCURRENCE,
            MeetingRefusal.OCCURRENCE_ENDED);
  }

  @Test
  void aPositionOfASideThatDidNotMeetIsNotNoted() {
    MeetingScene three = new MeetingScene("ir", "pk", "om");
    EntryId meeting = three.say(IR, extraordinary(IR, PK));
    var positions = new TreeMap<PartyId, Wording>();
    positions.put(IR, MeetingScene.TEXT);
    positions.put(OM, MeetingScene.TEXT);
    var terms =
        new JointRecordTerms(
            meeting, List.of(new RecordItem.Noted(MeetingScene.TEXT, positions)), List.of());

    assertThat(three.refuseTerms(MeetingActs.JOINT_RECORD, terms.toJson(), three.voices.parties()))
        .isEqualTo(MeetingRefusal.SIDE_UNKNOWN);
  }

  /// What an officer of every role that may speak says, holds.
  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"LIAISON", "SECTOR_COMMANDER", "CHIEF", "CLERK"})
  void theseRolesSpeak(Role role) {
    EntryId id = scene.hear(scene.voices.says(IR, role), extraordinary(IR, PK));

    assertThat(scene.state.meeting(id)).isPresent();
    assertThat(scene.state.voids().isEmpty()).isTrue();
  }

  private EntryId called() {
    return scene.say(IR, extraordinary(IR, PK));
  }

  private EntryId held() {
    EntryId meeting = called();
    scene.say(IR, outcome(meeting, new Outcome.Held()));
    scene.say(PK, outcome(meeting, new Outcome.Held()));
    return meeting;
  }

  private EntryId patrol() {
    return scene.agreeDuty(DutyKind.SIMULTANEOUS_PATROL);
  }
}
