package org.sarhad.core.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.JointScript;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Voices;
import org.sarhad.tlog.tree.Merkle;

/// Whatever two or three sides say about duties and meetings, honest or not, over links that
/// deliver late: the fold never throws, every node computes the same, and nobody speaks for
/// another.
class MeetingPropertiesTest {
  /// What an entry carries: a fact, acts that it moved, or nothing.
  private record Step(Optional<MeetingFact> fact, List<Act> acts) {}

  @ParameterizedTest
  @ValueSource(strings = {"ir pk", "ir om pk"})
  void whateverIsSaid(String names) {
    Set<MeetingRefusal> refused = EnumSet.noneOf(MeetingRefusal.class);
    Set<MeetingStage> stages = EnumSet.noneOf(MeetingStage.class);
    Set<OccurrenceStage> occurrences = EnumSet.noneOf(OccurrenceStage.class);
    Seeded.check(
        14,
        random -> {
          SortedSet<PartyId> parties =
              Ordered.set(Stream.of(names.split(" ", -1)).map(PartyId::of).toList());
          Script script = new Script(random, parties);
          for (int i = 0; i < 150; i++) {
            script.step();
          }
          MeetingsState state = MeetingsState.of(parties);
          for (JointScript.Line<Step> line : script.joint.order(1)) {
            state = checked(state, line);
          }
          MeetingsState other = MeetingsState.of(parties);
          for (JointScript.Line<Step> line : script.joint.order(2)) {
            other = folded(other, line);
          }
          assertThat(other).isEqualTo(state);
          checkDue(state, script.time);
          state.voids().values().forEach(refused::add);
          state.meetings().values().forEach(meeting -> stages.add(meeting.stage()));
          state
              .duties()
              .values()
              .flatMap(duty -> duty.occurrences().values())
              .forEach(occurrence -> occurrences.add(occurrence.stage()));
        });

    // The scripts reach what they are to try.
    assertThat(stages)
        .contains(MeetingStage.AGREED, MeetingStage.DIFFERING, MeetingStage.HELD)
        .contains(MeetingStage.NOT_HELD);
    assertThat(occurrences).contains(OccurrenceStage.HELD, OccurrenceStage.CANCELLED);
    assertThat(refused).hasSizeGreaterThan(20);
  }

  private static MeetingsState folded(MeetingsState state, JointScript.Line<Step> line) {
    MeetingsState next = state;
    if (line.carried().fact().isPresent()) {
      next = next.apply(line.entry(), line.carried().fact().get());
    }
    for (Act act : line.carried().acts()) {
      next = next.moved(line.entry(), act);
    }
    return next;
  }

  // ---- what must hold -------------------------------------------------------------------------

  private static MeetingsState checked(MeetingsState before, JointScript.Line<Step> line) {
    MeetingsState after = folded(before, line);
    boolean isVoid = after.voids().containsKey(line.entry().id());
    if (isVoid) {
      assertThat(after.meetings()).isEqualTo(before.meetings());
      assertThat(after.duties()).isEqualTo(before.duties());
    }
    boolean isNothing = line.carried().fact().isEmpty() && line.carried().acts().isEmpty();
    assertThat(after.digest().equals(before.digest())).isEqualTo(isNothing || after.equals(before));
    for (EntryId id : before.meetings().differing(after.meetings())) {
      checkMeeting(before.meeting(id), after.meeting(id).orElseThrow(), line);
    }
    for (EntryId id : before.duties().differing(after.duties())) {
      checkDuty(after.duty(id).orElseThrow(), after);
    }
    return after;
  }

  /// Nobody speaks for another side, except that all who sign a joint record do so for themselves.
  private static void checkMeeting(Optional<Meeting> was, Meeting is, JointScript.Line<Step> line) {
    assertThat(is.sides().containsAll(is.words().bySide().keys().toList())).isTrue();
    assertThat(is.sides().containsAll(is.answers().keys().toList())).isTrue();
    PartyId author = line.entry().context().author();
    if (was.isPresent() && line.carried().fact().isPresent()) {
      for (PartyId side : is.sides()) {
        if (!side.equals(author)) {
          assertThat(is.words().of(side)).isEqualTo(was.get().words().of(side));
          assertThat(is.answers().find(side)).isEqualTo(was.get().answers().find(side));
          assertThat(is.agendas().latestOf(side).map(Agenda::entry))
              .isEqualTo(was.get().agendas().latestOf(side).map(Agenda::entry));
        }
      }
    }
    boolean isHeld =
        is.sides().stream()
            .allMatch(
                side ->
                    is.words()
                        .of(side)
                        .filter(word -> word.said() instanceof Outcome.Held)
                        .isPresent());
    assertThat(is.stage() == MeetingStage.HELD).isEqualTo(isHeld);
  }

  private static void checkDuty(Duty duty, MeetingsState state) {
    int rungs = duty.terms().escalation().rungs();
    for (Occurrence occurrence : duty.occurrences().values().toList()) {
      assertThat(duty.terms().has(occurrence.number())).isTrue();
      assertThat(duty.sides().containsAll(occurrence.words().bySide().keys().toList())).isTrue();
      assertThat(occurrence.overdue().keys()).allMatch(rung -> rung >= 0 && rung < rungs);
      assertThat(occurrence.meetings().stream())
          .allMatch(entry -> state.meeting(entry.key()).orElseThrow().stage() == entry.value());
    }
    for (int number = 1; number <= duty.settled(); number++) {
      assertThat(duty.occurrence(number).isSettled(rungs)).isTrue();
    }
    assertThat(duty.occurrence(duty.settled() + 1).isSettled(rungs)).isFalse();
  }

  /// A node that knows everything states all that is due, each statement holds, and then nothing is
  /// due any more.
  private static void checkDue(MeetingsState state, Instant now) {
    PartyId side = state.parties().first();
    MeetingsState next = state;
    long index = 1_000_000;
    List<MeetingFact> due = next.due(side, now);
    while (!due.isEmpty()) {
      for (MeetingFact fact : due) {
        ActEntry entry = byNode(side, index++, now);
        assertThat(MeetingRules.decide(next, entry.context(), entry.seen(), fact))
            .isInstanceOf(Decision.Accepted.class);
        next = next.apply(entry, fact);
      }
      due = next.due(side, now);
    }
    int late = next.late(now).size();
    int missed =
        next.tallies(Instant.parse("1990-01-01T00:00:00Z"), now.plusNanos(1)).values().stream()
            .mapToInt(DutyTally::missed)
            .sum();
    assertThat(late).isEqualTo(missed);
  }

  private static ActEntry byNode(PartyId side, long index, Instant now) {
    PersistentMap<Origin, SeenHead> heads = PersistentMap.empty();
    for (String other : List.of("ir", "om", "pk")) {
      PartyId party = PartyId.of(other);
      if (!party.equals(side)) {
        heads = heads.put(Voices.log(party), Sides.head(1_000_000));
      }
    }
    return new ActEntry(
        new FactContext(
            new EntryId(Voices.log(side), index),
            side,
            true,
            now,
            Optional.<OfficerId>empty(),
            Ordered.<Role>set()),
        new Seen(heads, List.of()),
        Merkle.EMPTY_ROOT);
  }

  // ---- what is said ---------------------------------------------------------------------------

  private static final class Script {
    final SplittableRandom random;
    final SortedSet<PartyId> parties;
    final JointScript<Step> joint;
    final List<ActEntry> proposals = new ArrayList<>();
    final List<Act> acts = new ArrayList<>();
    final List<EntryId> meetings = new ArrayList<>();
    final List<EntryId> agendas = new ArrayList<>();
    Instant time = Sides.EIGHT;

    Script(SplittableRandom random, SortedSet<PartyId> parties) {
      this.random = random;
      this.parties = parties;
      this.joint = new JointScript<>(random, parties);
    }

    void step() {
      time = time.plus(Duration.ofHours(random.nextInt(60)));
      for (int i = random.nextInt(3); i > 0; i--) {
        joint.deliver();
      }
      PartyId side = joint.anySide();
      switch (random.nextInt(10)) {
        case 0 -> propose(side);
        case 1 -> move(side);
        default -> state(side);
      }
    }

    private void propose(PartyId side) {
      ActEntry entry = joint.next(side, time, true, Ordered.set(Role.CHIEF));
      joint.write(entry, new Step(Optional.empty(), List.of()));
      proposals.add(entry);
    }

    /// An act comes into force, or one in force ends.
    private void move(PartyId side) {
      ActEntry entry = joint.next(side, time, true, Ordered.set(Role.CHIEF));
      List<ActEntry> known = proposals.stream().filter(p -> entry.knows(p.id())).toList();
      List<Act> inForce = acts.stream().filter(act -> entry.knows(act.by())).toList();
      List<Act> moved = new ArrayList<>();
      if (!inForce.isEmpty() && random.nextInt(4) == 0) {
        Act act = any(inForce);
        acts.remove(act);
        moved.add(
            Voices.at(act, random.nextBoolean() ? ActStage.SUPERSEDED : ActStage.VOIDED, entry));
      } else if (!known.isEmpty()) {
        ActEntry proposal = any(known);
        proposals.remove(proposal);
        Act act = agreed(proposal, entry);
        acts.add(act);
        moved.add(act);
      }
      joint.write(entry, new Step(Optional.empty(), moved));
    }

    private Act agreed(ActEntry proposal, ActEntry by) {
      SortedSet<PartyId> sides =
          random.nextInt(5) == 0 ? Ordered.set(parties.first(), parties.last()) : parties;
      int kind = acts.isEmpty() ? 0 : random.nextInt(4);
      return switch (kind) {
        case 0, 1 -> act(proposal, by, MeetingActs.RECURRING_DUTY, duty().toJson(), sides);
        case 2 ->
            act(
                proposal,
                by,
                MeetingActs.DUTY_CANCELLED,
                MeetingScene.cancellation(anyDuty(), number()).toJson(),
                sides);
        default ->
            random.nextInt(6) == 0
                ? act(proposal, by, MeetingActs.JOINT_RECORD, Json.obj().build(), sides)
                : act(
                    proposal,
                    by,
                    MeetingActs.JOINT_RECORD,
                    MeetingScene.record(anyMeeting()).toJson(),
                    sides);
      };
    }

    private Act act(
        ActEntry proposal, ActEntry by, ActKind kind, Json.Obj terms, SortedSet<PartyId> sides) {
      ActFact.Proposed said = ActFact.Proposed.of(kind, terms, Capacity.of(Role.CHIEF));
      boolean isNext = !acts.isEmpty() && random.nextInt(3) == 0;
      return Voices.act(proposal, by, isNext ? said.superseding(any(acts).ref()) : said, sides);
    }

    private DutyTerms duty() {
      return new DutyTerms(
          any(List.of(DutyKind.values())),
          any(List.of(Level.values())),
          MeetingScene.TEXT,
          Cycle.ofDays(10 + random.nextInt(40)),
          MeetingScene.FIRST,
          Optional.empty(),
          new Escalation(
              random.nextInt(10),
              1 + random.nextInt(10),
              List.of(Role.SECTOR_COMMANDER, Role.CHIEF)));
    }

    private void state(PartyId side) {
      MeetingFact fact = fact(side);
      boolean isByNode = fact instanceof MeetingFact.DutyOverdue ^ random.nextInt(20) == 0;
      Set<Role> roles =
          isByNode ? Ordered.set() : Ordered.set(random.nextInt(20) == 0 ? Role.ADMIN : Role.CLERK);
      Instant said =
          random.nextInt(10) == 0 ? time.minus(Duration.ofDays(random.nextInt(200))) : time;
      ActEntry entry = joint.next(side, said, random.nextInt(30) > 0, roles);
      joint.write(entry, new Step(Optional.of(fact), List.of()));
      if (fact instanceof MeetingFact.MeetingCalled) {
        meetings.add(entry.id());
      }
      if (fact instanceof MeetingFact.MeetingAgendaSet) {
        agendas.add(entry.id());
      }
    }

    private MeetingFact fact(PartyId side) {
      return switch (random.nextInt(12)) {
        case 0 -> MeetingScene.extraordinary(anySides(side));
        case 1, 2 -> MeetingScene.of(anyDuty(), number());
        case 3 -> MeetingScene.comes(anyMeeting(), random.nextInt(4) > 0);
        case 4 -> MeetingScene.agenda(anyMeeting(), 1 + random.nextInt(2), "Fences", "Fuel");
        case 5 -> MeetingScene.accepts(anyMeeting(), anyAgenda());
        case 6 -> new MeetingFact.MeetingMinutesNoted(anyMeeting(), MeetingScene.TEXT);
        case 7 -> MeetingScene.overdue(anyDuty(), number(), random.nextInt(3));
        case 8 ->
            MeetingScene.dutyOutcome(
                anyDuty(),
                number(),
                random.nextInt(3) > 0
                    ? new Outcome.Held()
                    : Outcome.NotHeld.because(Outcome.Reason.PREVENTED));
        default -> {
          EntryId meeting = anyMeeting();
          // Mostly what everybody says of that meeting: chance alone would hardly make them agree.
          SplittableRandom common = new SplittableRandom(meeting.index());
          yield MeetingScene.outcome(meeting, outcome(random.nextInt(5) > 0 ? common : random));
        }
      };
    }

    private Outcome outcome(SplittableRandom of) {
      return switch (of.nextInt(8)) {
        case 0 -> Outcome.NotHeld.missedBy(joint.anySide());
        case 1 -> Outcome.NotHeld.because(Outcome.Reason.POSTPONED);
        case 2 -> Outcome.NotHeld.because(Outcome.Reason.AGENDA_NOT_AGREED);
        case 3, 4 ->
            new Outcome.WalkedOut(
                Ordered.set(joint.anySide()),
                random.nextInt(3) == 0
                    ? Optional.of(new Outcome.ItemRef(anyAgenda(), 1 + random.nextInt(3)))
                    : Optional.empty());
        default -> new Outcome.Held();
      };
    }

    private PartyId[] anySides(PartyId side) {
      PartyId other = random.nextInt(10) == 0 ? PartyId.of("tm") : joint.anySide();
      return other.equals(side) ? parties.toArray(PartyId[]::new) : new PartyId[] {side, other};
    }

    private int number() {
      return random.nextInt(30) == 0 ? 90_000 : 1 + random.nextInt(2);
    }

    /// Of the last few, so that several sides speak of the same.
    private EntryId anyMeeting() {
      return recent(meetings);
    }

    private EntryId anyAgenda() {
      return recent(agendas);
    }

    private EntryId anyDuty() {
      return recent(
          acts.stream()
              .filter(act -> act.proposal().said().act().equals(MeetingActs.RECURRING_DUTY))
              .map(Act::id)
              .toList());
    }

    private EntryId recent(List<EntryId> known) {
      return known.isEmpty() || random.nextInt(25) == 0
          ? new EntryId(Voices.log(joint.anySide()), random.nextInt(200))
          : any(known.subList(Math.max(0, known.size() - 2), known.size()));
    }

    private <T> T any(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }
  }
}
