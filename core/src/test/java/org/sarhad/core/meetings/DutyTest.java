package org.sarhad.core.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.meetings.MeetingScene.IR;
import static org.sarhad.core.meetings.MeetingScene.OM;
import static org.sarhad.core.meetings.MeetingScene.PK;
import static org.sarhad.core.meetings.MeetingScene.cancellation;
import static org.sarhad.core.meetings.MeetingScene.dutyOutcome;
import static org.sarhad.core.meetings.MeetingScene.outcome;
import static org.sarhad.core.meetings.MeetingScene.overdue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Voices;

/// Recurring duties: what became of each occurrence, and how a missed one goes up (protocol clause
/// 10-4).
class DutyTest {
  private final MeetingScene scene = MeetingScene.ofTwo();

  private static Outcome read(String word) {
    return switch (word) {
      case "held" -> new Outcome.Held();
      case "prevented" -> Outcome.NotHeld.because(Outcome.Reason.PREVENTED);
      case "missed-by-pk" -> Outcome.NotHeld.missedBy(PK);
      case "missed-by-ir" -> Outcome.NotHeld.missedBy(IR);
      default -> throw new IllegalArgumentException(word);
    };
  }

  /// Words in order, as `side:word`, and what they come to.
  @ParameterizedTest
  @CsvSource({
    "'', OPEN",
    "'ir:held', OPEN",
    "'ir:held pk:held', HELD",
    "'ir:held pk:prevented', DIFFERING",
    "'ir:prevented pk:prevented', NOT_HELD",
    "'ir:missed-by-pk pk:missed-by-ir', NOT_HELD",
    "'ir:missed-by-pk pk:held', DIFFERING",
    "'ir:missed-by-pk pk:held ir:held', HELD",
    "'ir:prevented pk:prevented ir:held pk:held', HELD"
  })
  void whatSidesSayOfAPatrol(String words, OccurrenceStage stage) {
    EntryId duty = scene.agreeDuty(DutyKind.SIMULTANEOUS_PATROL);
    scene.voices.at(scene.day("2019-06-01"));
    Arrays.stream(words.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.split(":", -1))
        .forEach(word -> scene.say(PartyId.of(word[0]), dutyOutcome(duty, 1, read(word[1]))));

    assertThat(scene.occurrence(duty, 1).stage()).isEqualTo(stage);
    assertThat(scene.occurrence(duty, 2).stage()).isEqualTo(OccurrenceStage.OPEN);
  }

  @Test
  void threeSidesHaveHeldItWhenAllThreeSaySo() {
    MeetingScene three = new MeetingScene("ir", "pk", "om");
    EntryId duty = three.agreeDuty(DutyKind.JOINT_EXERCISE);
    for (PartyId side : List.of(IR, PK)) {
      three.say(side, dutyOutcome(duty, 1, new Outcome.Held()));
      assertThat(three.occurrence(duty, 1).stage()).isEqualTo(OccurrenceStage.OPEN);
    }
    three.say(OM, dutyOutcome(duty, 1, new Outcome.Held()));

    assertThat(three.occurrence(duty, 1).stage()).isEqualTo(OccurrenceStage.HELD);
  }

  /// A patrol may be early; it cannot be missed early.
  @Test
  void nothingIsMissedBeforeItIsDue() {
    EntryId duty = scene.agreeDuty(DutyKind.SIMULTANEOUS_PATROL);

    assertThat(scene.refuse(IR, dutyOutcome(duty, 1, Outcome.NotHeld.missedBy(PK))))
        .isEqualTo(MeetingRefusal.TOO_EARLY);
    scene.say(IR, dutyOutcome(duty, 1, new Outcome.Held()));
    scene.voices.at(MeetingScene.FIRST.over());
    scene.say(PK, dutyOutcome(duty, 1, Outcome.NotHeld.missedBy(IR)));
    assertThat(scene.occurrence(duty, 1).stage()).isEqualTo(OccurrenceStage.DIFFERING);
  }

  // ---- meetings as occurrences ----------------------------------------------------------------

  @Test
  void anOccurrenceIsHeldByAMeeting() {
    EntryId duty = scene.agreeDuty(DutyKind.MEETING);
    EntryId first = scene.say(IR, MeetingScene.of(duty, 1));
    scene.say(IR, outcome(first, Outcome.NotHeld.because(Outcome.Reason.AGENDA_NOT_AGREED)));
    scene.say(PK, outcome(first, Outcome.NotHeld.because(Outcome.Reason.AGENDA_NOT_AGREED)));
    assertThat(scene.occurrence(duty, 1).stage()).isEqualTo(OccurrenceStage.NOT_HELD);

    EntryId second = scene.say(PK, MeetingScene.of(duty, 1));
    scene.say(IR, outcome(second, new Outcome.Held()));
    assertThat(scene.occurrence(duty, 1).stage()).isEqualTo(OccurrenceStage.OPEN);
    scene.say(PK, outcome(second, new Outcome.Held()));

    assertThat(scene.occurrence(duty, 1).stage()).isEqualTo(OccurrenceStage.HELD);
    assertThat(scene.meeting(second).call().level()).isEqualTo(Level.SECTOR);
    assertThat(scene.occurrence(duty, 1).meetings().keys()).containsExactly(first, second);
    assertThat(scene.refuse(IR, MeetingScene.of(duty, 1)))
        .isEqualTo(MeetingRefusal.OCCURRENCE_ENDED);
  }

  @Test
  void toWalkOutIsNotToHaveMet() {
    EntryId duty = scene.agreeDuty(DutyKind.MEETING);
    EntryId meeting = scene.say(IR, MeetingScene.of(duty, 1));
    for (PartyId side : List.of(IR, PK)) {
      scene.say(side, outcome(meeting, new Outcome.WalkedOut(Ordered.set(PK), Optional.empty())));
    }

    assertThat(scene.meeting(meeting).stage()).isEqualTo(MeetingStage.WALKED_OUT);
    assertThat(scene.occurrence(duty, 1).stage()).isEqualTo(OccurrenceStage.NOT_HELD);
  }

  /// A word about an older meeting does not undo that a later one was held.
  @Test
  void whatWasHeldStaysHeld() {
    EntryId duty = scene.agreeDuty(DutyKind.MEETING);
    EntryId first = scene.say(IR, MeetingScene.of(duty, 1));
    scene.say(IR, outcome(first, Outcome.NotHeld.because(Outcome.Reason.POSTPONED)));
    EntryId second = scene.say(IR, MeetingScene.of(duty, 1));
    scene.say(IR, outcome(second, new Outcome.Held()));
    scene.say(PK, outcome(second, new Outcome.Held()));
    scene.say(PK, outcome(first, Outcome.NotHeld.because(Outcome.Reason.POSTPONED)));

    assertThat(scene.occurrence(duty, 1).stage()).isEqualTo(OccurrenceStage.HELD);
  }

  @Test
  void callsThatCrossStandBoth() {
    EntryId duty = scene.agreeDuty(DutyKind.MEETING);
    Seen before = scene.voices.all(PK);
    EntryId first = scene.say(IR, MeetingScene.of(duty, 1));
    EntryId second =
        scene.hear(scene.voices.seeing(PK, before, Role.CLERK), MeetingScene.of(duty, 1));

    assertThat(scene.state.meeting(first)).isPresent();
    assertThat(scene.state.meeting(second)).isPresent();
    assertThat(scene.state.voids().isEmpty()).isTrue();
  }

  // ---- cancelling and ending ------------------------------------------------------------------

  @Test
  void aCancelledOccurrenceIsNotMissed() {
    EntryId duty = scene.agreeDuty(DutyKind.SIMULTANEOUS_PATROL);
    Act cancelled = scene.agree(MeetingActs.DUTY_CANCELLED, cancellation(duty, 1));
    Instant later = scene.day("2019-06-15");

    assertThat(scene.occurrence(duty, 1).stage()).isEqualTo(OccurrenceStage.CANCELLED);
    assertThat(scene.state.due(IR, later)).isEmpty();
    assertThat(scene.state.late(later)).isEmpty();
    assertThat(tally(later).cancelled()).isEqualTo(1);

    scene.end(cancelled, ActStage.VOIDED);
    assertThat(scene.occurrence(duty, 1).stage()).isEqualTo(OccurrenceStage.OPEN);
    assertThat(scene.state.due(IR, later)).hasSize(2);
  }

  /// The cancellation is of what was said before, too: the words stay, the stage does not.
  @Test
  void aWordThatCrossesTheCancellationIsHeard() {
    EntryId duty = scene.agreeDuty(DutyKind.SIMULTANEOUS_PATROL);
    Seen before = scene.voices.all(IR);
    scene.agree(MeetingActs.DUTY_CANCELLED, cancellation(duty, 1));
    // Its author is the other side of the assent, and has not seen that.
    ActEntry crossing = scene.voices.seeing(IR, before, Role.CLERK);
    scene.hear(crossing, dutyOutcome(duty, 1, new Outcome.Held()));

    assertThat(scene.state.voids().isEmpty()).isTrue();
    assertThat(scene.occurrence(duty, 1).words().of(IR)).isPresent();
    assertThat(scene.occurrence(duty, 1).stage()).isEqualTo(OccurrenceStage.CANCELLED);
  }

  @Test
  void aSupersededDutyLeavesOnlyWhatWasSpokenOf() {
    Act old = scene.agree(MeetingActs.RECURRING_DUTY, MeetingScene.duty(DutyKind.REVIEW));
    EntryId meeting = scene.say(IR, MeetingScene.of(old.id(), 1));
    Act next =
        scene.effective(
            MeetingActs.RECURRING_DUTY,
            MeetingScene.duty(DutyKind.REVIEW).toJson(),
            scene.voices.parties(),
            Optional.of(old));
    scene.end(old, ActStage.SUPERSEDED);

    scene.say(PK, outcome(meeting, new Outcome.Held()));
    assertThat(scene.refuse(IR, MeetingScene.of(old.id(), 2))).isEqualTo(MeetingRefusal.DUTY_ENDED);
    scene.say(IR, MeetingScene.of(next.id(), 2));
    assertThat(scene.state.due(IR, scene.day("2019-06-15")))
        .containsExactly(overdue(next.id(), 1, 0), overdue(next.id(), 1, 1));
  }

  @Test
  void unreadableTermsAreAPaperAndNoDuty() {
    Act act =
        scene.effective(
            MeetingActs.RECURRING_DUTY,
            Json.obj().put("text", "let us meet").build(),
            scene.voices.parties(),
            Optional.empty());
    var digest = scene.state.digest();
    scene.end(act, ActStage.SUPERSEDED);

    assertThat(scene.state.voids().get(act.by())).isEqualTo(MeetingRefusal.TERMS_UNREADABLE);
    assertThat(scene.state.duties().isEmpty()).isTrue();
    assertThat(scene.state.digest()).isEqualTo(digest);
  }

  @ParameterizedTest
  @EnumSource(
      value = ActStage.class,
      names = {"PROPOSED", "ASSENTED", "REFUSED", "WITHDRAWN", "EXPIRED"})
  void anActThatIsNotInForceChangesNothing(ActStage stage) {
    ActEntry entry = scene.voices.says(IR, Role.CHIEF);
    Act act =
        Voices.act(
            entry,
            entry,
            MeetingActs.RECURRING_DUTY,
            MeetingScene.duty(DutyKind.REVIEW).toJson(),
            scene.voices.parties());
    MeetingsState before = scene.state;
    scene.end(act, stage);

    assertThat(scene.state).isEqualTo(before);
  }

  // ---- escalation -----------------------------------------------------------------------------

  @Test
  void whatIsNotHeldGoesUpToTheChiefs() {
    EntryId duty = scene.agreeDuty(DutyKind.MEETING);
    assertThat(scene.state.due(IR, scene.day("2019-05-29"))).isEmpty();

    scene.voices.at(scene.day("2019-05-30"));
    List<MeetingFact> due = scene.state.due(PK, scene.voices.time());
    assertThat(due).containsExactly(overdue(duty, 1, 0));
    scene.say(PK, due.getFirst());
    assertThat(scene.state.due(PK, scene.voices.time())).isEmpty();
    assertThat(scene.state.due(IR, scene.voices.time())).isEmpty();
    assertThat(late().before()).contains(Role.SECTOR_COMMANDER);
    assertThat(late().age()).isEqualTo(Duration.ofHours(16).plusMinutes(30).plusDays(7));

    scene.voices.at(scene.day("2019-06-06"));
    scene.say(IR, scene.state.due(IR, scene.voices.time()).getFirst());
    assertThat(late().before()).contains(Role.CHIEF);
    assertThat(scene.state.duty(duty).orElseThrow().settled()).isEqualTo(1);
    assertThat(scene.state.due(IR, scene.day("2019-06-20"))).isEmpty();
  }

  /// All nodes that were cut off from each other say the same; that is one escalation.
  @Test
  void bothNodesMayStateTheSameRung() {
    EntryId duty = scene.agreeDuty(DutyKind.MEETING);
    scene.voices.at(scene.day("2019-06-01"));
    scene.say(IR, overdue(duty, 1, 0));
    scene.say(PK, overdue(duty, 1, 0));

    assertThat(scene.occurrence(duty, 1).rung()).hasValue(0);
    assertThat(scene.occurrence(duty, 1).overdue().get(0).keys()).containsExactly(IR, PK);
  }

  @Test
  void agreeingThatItWasMissedDoesNotStopIt() {
    EntryId duty = scene.agreeDuty(DutyKind.SIMULTANEOUS_PATROL);
    scene.voices.at(scene.day("2019-06-01"));
    scene.say(IR, dutyOutcome(duty, 1, Outcome.NotHeld.missedBy(PK)));
    scene.say(PK, dutyOutcome(duty, 1, Outcome.NotHeld.missedBy(PK)));

    assertThat(scene.state.due(PK, scene.voices.time())).containsExactly(overdue(duty, 1, 0));
    assertThat(scene.state.late(scene.voices.time()))
        .extracting(LateDuty::stage)
        .containsExactly(OccurrenceStage.NOT_HELD);
  }

  @Test
  void holdingItLateStopsIt() {
    EntryId duty = scene.agreeDuty(DutyKind.SIMULTANEOUS_PATROL);
    scene.voices.at(scene.day("2019-06-01"));
    scene.say(IR, overdue(duty, 1, 0));
    scene.say(IR, dutyOutcome(duty, 1, new Outcome.Held()));
    scene.say(PK, dutyOutcome(duty, 1, new Outcome.Held()));
    scene.voices.at(scene.day("2019-06-10"));

    assertThat(scene.state.due(IR, scene.voices.time())).isEmpty();
    assertThat(scene.refuse(IR, overdue(duty, 1, 1))).isEqualTo(MeetingRefusal.OCCURRENCE_ENDED);
    assertThat(tally(scene.day("2019-06-10")).held()).isEqualTo(1);
  }

  /// A node that was off for years comes back: it states what is due in pieces, the oldest first.
  @Test
  void muchThatIsDueIsStatedInPieces() {
    EntryId duty = scene.agreeDuty(DutyKind.MEETING);
    scene.voices.at(scene.day("2024-05-30"));
    int stated = 0;
    List<MeetingFact> due = scene.state.due(IR, scene.voices.time());
    while (!due.isEmpty()) {
      assertThat(due).hasSizeLessThanOrEqualTo(MeetingsState.DUE_MAX);
      for (MeetingFact fact : due) {
        scene.say(IR, fact);
        stated++;
      }
      due = scene.state.due(IR, scene.voices.time());
    }
    int gone = scene.state.duty(duty).orElseThrow().terms().countDue(scene.voices.time());

    assertThat(gone).isEqualTo(62);
    assertThat(stated).isEqualTo(2 * (gone - 1));
    assertThat(scene.state.late(scene.voices.time())).hasSize(gone);
    assertThat(tally(scene.voices.time()).unstated()).isEqualTo(gone);
  }

  @Test
  void aSideThatIsNotBoundStatesNothing() {
    MeetingScene three = new MeetingScene("ir", "pk", "om");
    Act act =
        three.effective(
            MeetingActs.RECURRING_DUTY,
            MeetingScene.duty(DutyKind.MEETING).toJson(),
            Ordered.set(IR, PK),
            Optional.empty());
    three.voices.at(three.day("2019-06-20"));

    assertThat(three.state.due(OM, three.voices.time())).isEmpty();
    assertThat(three.state.due(IR, three.voices.time())).isNotEmpty();
    assertThat(three.refuse(OM, overdue(act.id(), 1, 0))).isEqualTo(MeetingRefusal.NOT_CONCERNED);
  }

  // ---- counting -------------------------------------------------------------------------------

  @Test
  void aPeriodCountsWhatWasDueInIt() {
    EntryId duty = scene.agreeDuty(DutyKind.SIMULTANEOUS_PATROL);
    scene.voices.at(scene.day("2019-09-01"));
    for (PartyId side : List.of(IR, PK)) {
      scene.say(side, dutyOutcome(duty, 1, new Outcome.Held()));
      scene.say(side, dutyOutcome(duty, 2, Outcome.NotHeld.because(Outcome.Reason.PREVENTED)));
    }
    scene.say(IR, dutyOutcome(duty, 3, new Outcome.Held()));
    Instant secondIsOver = Instant.parse("2019-06-21T19:30:00Z");

    DutyTally all = tally(scene.voices.time());
    assertThat(all).isEqualTo(new DutyTally(1, 0, 1, 0, 2));
    assertThat(all.due()).isEqualTo(4);
    assertThat(all.missed()).isEqualTo(3);
    var from = scene.state.tallies(secondIsOver, secondIsOver.plusMillis(1));
    assertThat(from.get(Level.SECTOR)).isEqualTo(new DutyTally(0, 0, 1, 0, 0));
    assertThat(from.get(Level.CHIEFS)).isEqualTo(DutyTally.NONE);
    var until = scene.state.tallies(secondIsOver.minusMillis(1), secondIsOver);
    assertThat(until.get(Level.SECTOR)).isEqualTo(DutyTally.NONE);
    assertThat(from).hasSize(Level.values().length);
  }

  private DutyTally tally(Instant to) {
    return java.util.Objects.requireNonNull(
        scene.state.tallies(scene.day("2019-01-01"), to).get(Level.SECTOR));
  }

  private LateDuty late() {
    return scene.state.late(scene.voices.time()).getFirst();
  }
}
