package org.sarhad.core.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Verdict;
import org.sarhad.core.testing.Voices;

/// A channel on which sides meet, for tests: who speaks knows everything before, unless a test lets
/// words cross.
final class MeetingScene {
  static final PartyId IR = Sides.IR;
  static final PartyId PK = Sides.PK;
  static final PartyId OM = PartyId.of("om");
  static final Wording TEXT = Wording.of("en", "Sector meeting");
  static final DueDate FIRST = DueDate.parse("2019-05-22+04:30");
  static final Escalation LADDER = new Escalation(7, 7, List.of(Role.SECTOR_COMMANDER, Role.CHIEF));

  final Voices voices;
  MeetingsState state;

  MeetingScene(String... parties) {
    voices = Voices.of(parties);
    state = MeetingsState.of(voices.parties());
  }

  static MeetingScene ofTwo() {
    return new MeetingScene("ir", "pk");
  }

  // ---- samples --------------------------------------------------------------------------------

  static DutyTerms duty(DutyKind what) {
    return new DutyTerms(
        what, Level.SECTOR, TEXT, Cycle.ofDays(30), FIRST, Optional.empty(), LADDER);
  }

  static MeetingFact.MeetingCalled extraordinary(PartyId... sides) {
    return new MeetingFact.MeetingCalled(
        new Occasion.Extraordinary(Level.COMMISSION, Ordered.set(sides)),
        Sides.EIGHT,
        Wording.of("en", "Mirjaveh"),
        TEXT);
  }

  static MeetingFact.MeetingCalled of(EntryId duty, int number) {
    return new MeetingFact.MeetingCalled(
        new Occasion.OfDuty(new OccurrenceId(duty, number)),
        Sides.EIGHT,
        Wording.of("en", "Taftan"),
        TEXT);
  }

  static MeetingFact outcome(EntryId meeting, Outcome outcome) {
    return new MeetingFact.MeetingOutcomeStated(meeting, outcome, Optional.empty());
  }

  static MeetingFact dutyOutcome(EntryId duty, int number, Outcome outcome) {
    return new MeetingFact.DutyOutcomeStated(
        new OccurrenceId(duty, number), outcome, Optional.empty());
  }

  static MeetingFact overdue(EntryId duty, int number, int rung) {
    return new MeetingFact.DutyOverdue(new OccurrenceId(duty, number), rung);
  }

  static MeetingFact agenda(EntryId meeting, int version, String... items) {
    return new MeetingFact.MeetingAgendaSet(
        meeting, version, List.of(items).stream().map(item -> Wording.of("en", item)).toList());
  }

  static MeetingFact comes(EntryId meeting, boolean comes) {
    return new MeetingFact.MeetingAnswered(meeting, comes, Optional.empty());
  }

  static MeetingFact accepts(EntryId meeting, EntryId agenda) {
    return new MeetingFact.MeetingAgendaAccepted(meeting, agenda);
  }

  static JointRecordTerms record(EntryId meeting) {
    return new JointRecordTerms(
        meeting, List.of(new RecordItem.Agreed(TEXT, Wording.of("en", "Patrols"))), List.of());
  }

  static CancellationTerms cancellation(EntryId duty, int number) {
    return new CancellationTerms(new OccurrenceId(duty, number), Wording.of("en", "Flood"));
  }

  // ---- saying ---------------------------------------------------------------------------------

  ActEntry next(PartyId side, MeetingFact fact) {
    return fact instanceof MeetingFact.DutyOverdue
        ? voices.node(side)
        : voices.says(side, Role.CLERK);
  }

  /// `side` states `fact`, which must hold.
  EntryId say(PartyId side, MeetingFact fact) {
    ActEntry entry = next(side, fact);
    Verdict.accepted(MeetingRules.decide(state, entry.context(), entry.seen(), fact), fact);
    return hear(entry, fact);
  }

  /// `entry` comes with `fact`, whether it holds or not.
  EntryId hear(ActEntry entry, MeetingFact fact) {
    state = state.apply(entry, fact);
    return entry.id();
  }

  /// Why `fact` is refused when asked, and void when said all the same: both alike.
  MeetingRefusal refuse(ActEntry entry, MeetingFact fact) {
    MeetingsState before = state;
    var refused =
        Verdict.refused(MeetingRules.decide(state, entry.context(), entry.seen(), fact), fact);
    hear(entry, fact);
    assertThat(state.voids().get(entry.id())).isEqualTo(refused.refusal());
    assertThat(state.meetings()).isEqualTo(before.meetings());
    assertThat(state.duties()).isEqualTo(before.duties());
    assertThat(state.digest()).isNotEqualTo(before.digest());
    return refused.refusal();
  }

  MeetingRefusal refuse(PartyId side, MeetingFact fact) {
    return refuse(next(side, fact), fact);
  }

  // ---- acts -----------------------------------------------------------------------------------

  /// All sides agree on `terms`, and that counts.
  Act agree(ActKind kind, MeetingTerms terms) {
    Act act = effective(kind, terms.toJson(), voices.parties(), Optional.empty());
    assertThat(state.voids().containsKey(act.by())).isFalse();
    return act;
  }

  EntryId agreeDuty(DutyKind what) {
    return agree(MeetingActs.RECURRING_DUTY, duty(what)).id();
  }

  Act effective(ActKind kind, Json.Obj terms, SortedSet<PartyId> sides, Optional<Act> supersedes) {
    ActEntry proposal = voices.says(sides.first(), Role.CHIEF);
    ActEntry assent = voices.says(sides.last(), Role.CHIEF);
    ActFact.Proposed said = ActFact.Proposed.of(kind, terms, Capacity.of(Role.CHIEF));
    Act act =
        Voices.act(
            proposal,
            assent,
            supersedes.map(old -> said.superseding(old.ref())).orElse(said),
            sides);
    state = state.moved(assent, act);
    return act;
  }

  /// Why an act of these terms does not count; both when asked and where it comes into force.
  MeetingRefusal refuseTerms(ActKind kind, Json.Obj terms, SortedSet<PartyId> sides) {
    MeetingsState before = state;
    MeetingRefusal refusal =
        MeetingTermsRules.objection(state, sides, kind, terms, Optional.empty()).orElseThrow();
    Act act = effective(kind, terms, sides, Optional.empty());
    assertThat(state.voids().get(act.by())).isEqualTo(refusal);
    assertThat(state.meetings()).isEqualTo(before.meetings());
    assertThat(state.duties()).isEqualTo(before.duties());
    return refusal;
  }

  /// `act` comes to `stage` by the next entry of the first side.
  void end(Act act, ActStage stage) {
    ActEntry entry = voices.says(voices.parties().first(), Role.CHIEF);
    state = state.moved(entry, Voices.at(act, stage, entry));
  }

  // ---- asking ---------------------------------------------------------------------------------

  Meeting meeting(EntryId id) {
    return state.meeting(id).orElseThrow();
  }

  Occurrence occurrence(EntryId duty, int number) {
    return state.duty(duty).orElseThrow().occurrence(number);
  }

  Instant day(String text) {
    return Instant.parse(text + "T12:00:00Z");
  }
}
