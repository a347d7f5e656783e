package org.sarhad.core.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.meetings.MeetingScene.IR;
import static org.sarhad.core.meetings.MeetingScene.PK;
import static org.sarhad.core.meetings.MeetingScene.agenda;
import static org.sarhad.core.meetings.MeetingScene.comes;
import static org.sarhad.core.meetings.MeetingScene.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Sides;

/// A scheduled meeting is missed, goes up to the chiefs, and the next one comes to nothing over the
/// agenda (the worked example's twenty-fourth step).
class MissedMeetingTest {
  private static final Instant DUE = Instant.parse("2019-05-22T19:30:00Z");

  private final MeetingScene scene = MeetingScene.ofTwo();

  @Test
  void aMissedMeetingAndADisputeAboutTheAgenda() {
    EntryId duty = scene.agreeDuty(DutyKind.MEETING);

    // It is called, both say that they come, and one does not.
    EntryId first = scene.say(IR, MeetingScene.of(duty, 1));
    scene.say(PK, comes(first, true));
    assertThat(scene.meeting(first).stage()).isEqualTo(MeetingStage.AGREED);
    scene.voices.at(DUE);
    scene.say(IR, outcome(first, Outcome.NotHeld.missedBy(PK)));
    assertThat(scene.meeting(first).stage()).isEqualTo(MeetingStage.PARTLY_STATED);

    // The other side says nothing. Silence is no word; but what was announced comes.
    for (int days : List.of(7, 14)) {
      scene.voices.at(DUE.plus(Duration.ofDays(days)));
      for (PartyId side : List.of(PK, IR)) {
        scene.state.due(side, scene.voices.time()).forEach(fact -> scene.say(side, fact));
      }
    }
    LateDuty late = scene.state.late(scene.voices.time()).getFirst();
    assertThat(late.before()).contains(Role.CHIEF);
    assertThat(late.age()).isEqualTo(Duration.ofDays(14));
    assertThat(late.spoken()).containsExactly(IR);

    // The next one: two agendas, no agreement, and both say so.
    EntryId second = scene.say(PK, MeetingScene.of(duty, 2));
    scene.say(IR, agenda(second, 1, "Where the attackers came from"));
    scene.say(PK, agenda(second, 1, "Fuel at the crossings"));
    for (PartyId side : List.of(IR, PK)) {
      scene.say(side, outcome(second, Outcome.NotHeld.because(Outcome.Reason.AGENDA_NOT_AGREED)));
    }
    assertThat(scene.meeting(second).stage()).isEqualTo(MeetingStage.NOT_HELD);
    assertThat(scene.meeting(second).words().isUnanimous()).isTrue();
    assertThat(scene.meeting(second).isAgendaAgreed()).isFalse();
    assertThat(scene.occurrence(duty, 2).stage()).isEqualTo(OccurrenceStage.NOT_HELD);
    assertThat(scene.state.voids().isEmpty()).isTrue();
    assertThat(scene.state.tallies(Sides.EIGHT, DUE.plus(Duration.ofDays(31))))
        .containsEntry(Level.SECTOR, new DutyTally(0, 0, 1, 0, 1));
  }
}
