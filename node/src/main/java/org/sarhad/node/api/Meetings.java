package org.sarhad.node.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.meetings.Agenda;
import org.sarhad.core.meetings.Duty;
import org.sarhad.core.meetings.LateDuty;
import org.sarhad.core.meetings.Meeting;
import org.sarhad.core.meetings.MeetingActs;
import org.sarhad.core.meetings.MeetingFact;
import org.sarhad.core.meetings.MeetingsState;
import org.sarhad.core.meetings.Occurrence;
import org.sarhad.core.meetings.OccurrenceId;
import org.sarhad.core.meetings.Outcome;
import org.sarhad.core.meetings.Words;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Word;
import org.sarhad.core.register.Wording;
import org.sarhad.node.api.view.MeetingViews;

/// Recurring duties and meetings as the contract shows them: all that is known, and of each whether
/// it can still turn out otherwise.
final class Meetings {
  private final Lens lens;
  private final MeetingsState agreed;
  private final MeetingsState expected;
  private final Sayings sayings;

  Meetings(Lens lens) {
    this.lens = lens;
    this.agreed = lens.view().agreed().meetings();
    this.expected = lens.view().expected().meetings();
    this.sayings = new Sayings(lens);
  }

  // ---- duties ---------------------------------------------------------------------------------

  /// Every duty that came into force, those in force first, in the order of their names.
  List<MeetingViews.DutyView> duties() {
    return expected
        .duties()
        .values()
        .sorted(Comparator.comparing((Duty duty) -> duty.ended().isPresent()))
        .map(this::view)
        .toList();
  }

  private MeetingViews.DutyView view(Duty duty) {
    var terms = duty.terms();
    int next = duty.countDue(lens.now()) + 1;
    return new MeetingViews.DutyView(
        lens.entryName(duty.id()),
        duty.id().toString(),
        lens.view()
            .expected()
            .acts()
            .act(duty.id())
            .map(act -> act.proposal().leaf().toString())
            .orElse(""),
        Codes.of(terms.what()),
        Codes.of(terms.level()),
        Sayings.texts(terms.title()),
        terms.cycle().toString(),
        terms.first().toString(),
        terms.until().map(Object::toString),
        Sayings.names(duty.sides()),
        new MeetingViews.EscalationView(
            terms.escalation().graceDays(),
            terms.escalation().stepDays(),
            terms.escalation().ladder().stream().map(Role::code).toList()),
        Optional.of(next)
            .filter(number -> duty.ended().isEmpty() && terms.has(number))
            .map(terms::due)
            .map(due -> new MeetingViews.NextView(next, due.toString(), due.over())),
        duty.ended()
            .map(
                end ->
                    new MeetingViews.EndedView(
                        lens.entryName(end.entry()), end.said().code(), end.at())));
  }

  /// What is due from `from` until before `to`, the soonest first, `max` of each duty at most.
  Stream<MeetingViews.OccurrenceView> due(Instant from, Instant to, int max) {
    record Due(Duty duty, int number, DueDate due) {}
    return expected
        .duties()
        .values()
        .flatMap(
            duty ->
                IntStream.iterate(
                        duty.terms().countDue(from) + 1,
                        number -> isWithin(duty, number, to),
                        number -> number + 1)
                    .limit(max)
                    .mapToObj(number -> new Due(duty, number, duty.terms().due(number))))
        .sorted(Comparator.comparing(Due::due).thenComparing(due -> due.duty().id()))
        .map(due -> view(due.duty(), due.duty().occurrence(due.number())));
  }

  /// Of a duty that has ended only what was due before it did.
  private boolean isWithin(Duty duty, int number, Instant to) {
    return duty.terms().has(number)
        && duty.terms().due(number).over().isBefore(to)
        && (duty.ended().isEmpty() || number <= duty.countDue(to));
  }

  /// Occurrences that are late, the oldest first. O(occurrences that were due).
  List<LateDuty> late() {
    return expected.late(lens.now());
  }

  /// One of them in full.
  MeetingViews.OccurrenceView view(LateDuty late) {
    return view(late.occurrence()).orElseThrow();
  }

  /// The occurrence `id`, if its duty is known.
  Optional<MeetingViews.OccurrenceView> view(OccurrenceId id) {
    return expected.duty(id.duty()).map(duty -> view(duty, duty.occurrence(id.number())));
  }

  private MeetingViews.OccurrenceView view(Duty duty, Occurrence occurrence) {
    var terms = duty.terms();
    int number = occurrence.number();
    var due = terms.due(number);
    var stage = occurrence.stage();
    var ladder = terms.escalation().ladder();
    int reached = occurrence.rung().isPresent() ? occurrence.rung().getAsInt() + 1 : 0;
    boolean isOpen = !stage.isEnd() && duty.ended().isEmpty();
    return new MeetingViews.OccurrenceView(
        lens.entryName(duty.id()),
        duty.id().toString(),
        number,
        Codes.of(terms.what()),
        Codes.of(terms.level()),
        Sayings.texts(terms.title()),
        Sayings.names(duty.sides()),
        due.toString(),
        due.over(),
        !stage.isEnd() && !due.over().isAfter(lens.now()),
        Codes.of(stage),
        agreed
            .duty(duty.id())
            .map(known -> known.occurrence(number))
            .equals(Optional.of(occurrence)),
        Optional.of(reached).filter(rungs -> rungs > 0).map(rungs -> ladder.get(rungs - 1).code()),
        Optional.of(reached)
            .filter(rungs -> isOpen && rungs < ladder.size())
            .map(
                rung ->
                    new MeetingViews.RungView(
                        ladder.get(rung).code(), terms.overdueAt(number, rung))),
        words(occurrence.words()),
        occurrence.meetings().stream()
            .map(
                held ->
                    new MeetingViews.HeldView(lens.entryName(held.key()), Codes.of(held.value())))
            .toList(),
        occurrence.cancelled().map(act -> lens.entryName(act.said())));
  }

  // ---- meetings -------------------------------------------------------------------------------

  /// Which meetings are asked for.
  enum Phase {
    ALL,
    /// Not all sides have said the same of it.
    OPEN,
    /// All have.
    OVER,
    /// Held or walked out of, without a joint record.
    WITHOUT_RECORD;

    private boolean includes(Meeting meeting) {
      return switch (this) {
        case ALL -> true;
        case OPEN -> !meeting.stage().isEnd();
        case OVER -> meeting.stage().isEnd();
        case WITHOUT_RECORD -> meeting.lacksRecord();
      };
    }
  }

  /// Meetings of a phase, the latest first.
  List<Meeting> all(Phase phase) {
    return expected
        .meetings()
        .values()
        .filter(phase::includes)
        .sorted(Comparator.comparing(Meeting::at).thenComparing(Meeting::id).reversed())
        .toList();
  }

  /// The meeting that was called by that entry.
  Optional<Meeting> find(EntryId id) {
    return expected.meeting(id);
  }

  MeetingViews.MeetingView view(Meeting meeting) {
    var said = meeting.call().said();
    return new MeetingViews.MeetingView(
        lens.entryName(meeting.id()),
        meeting.id().toString(),
        meeting.call().by().value(),
        meeting.call().saidAt(),
        meeting.at(),
        Codes.of(meeting.call().level()),
        Sayings.names(meeting.sides()),
        Sayings.texts(said.place()),
        Sayings.texts(said.subject()),
        meeting
            .occurrence()
            .map(id -> new MeetingViews.OccurrenceName(lens.entryName(id.duty()), id.number())),
        Codes.of(meeting.stage()),
        agreed.meeting(meeting.id()).equals(Optional.of(meeting)),
        meeting.isAgendaAgreed(),
        meeting.lacksRecord(),
        meeting.answers().stream().map(one -> answer(one.key(), one.value())).toList(),
        words(meeting.words()),
        meeting.record().map(lens::entryName));
  }

  private MeetingViews.ComingView answer(PartyId party, Word<Boolean> word) {
    return new MeetingViews.ComingView(
        party.value(), lens.entryName(word.entry()), word.at(), word.said());
  }

  /// The meeting with both agendas, minutes and everything that was said of it.
  MeetingViews.Detail detail(Meeting meeting) {
    return new MeetingViews.Detail(
        view(meeting),
        meeting.occurrence().flatMap(this::view),
        meeting
            .agendas()
            .all()
            .values()
            .sorted(
                Comparator.comparing(Agenda::author)
                    .thenComparing(Comparator.comparingInt(Agenda::version).reversed()))
            .map(agenda -> view(meeting, agenda))
            .toList(),
        meeting.minutes().keys().flatMap(id -> minutes(id).stream()).toList(),
        sayings.acts(MeetingActs.JOINT_RECORD, terms -> names(terms, meeting.id().toString())),
        sayings.history(meeting.mentions()));
  }

  private static boolean names(Json.Obj terms, String meeting) {
    try {
      return terms.findText("meeting").equals(Optional.of(meeting));
    } catch (MalformedJsonException _) {
      return false;
    }
  }

  private MeetingViews.AgendaView view(Meeting meeting, Agenda agenda) {
    boolean isLatest = meeting.agendas().latestOf(agenda.author()).equals(Optional.of(agenda));
    return new MeetingViews.AgendaView(
        lens.entryName(agenda.entry()),
        agenda.entry().toString(),
        agenda.author().value(),
        agenda.version(),
        sayings.entry(agenda.entry()).map(e -> e.envelope().time()).orElse(Instant.EPOCH),
        isLatest,
        isLatest && agenda.isAgreedBy(meeting.sides()),
        Sayings.names(agenda.accepted()),
        agenda.items().stream().map(Sayings::texts).toList());
  }

  private Optional<MeetingViews.MinutesView> minutes(EntryId id) {
    return sayings
        .entry(id)
        .map(
            entry ->
                new MeetingViews.MinutesView(
                    lens.entryName(id),
                    sayings.author(entry),
                    entry.envelope().time(),
                    sayings
                        .said(id)
                        .flatMap(
                            said ->
                                said
                                        instanceof
                                        Statement.OnMeetings(
                                            MeetingFact.MeetingMinutesNoted(_, Wording text))
                                    ? Optional.of(Sayings.texts(text))
                                    : Optional.empty())));
  }

  // ---- words ----------------------------------------------------------------------------------

  private List<MeetingViews.WordView> words(Words words) {
    return words.bySide().stream().map(one -> word(one.key(), one.value())).toList();
  }

  private MeetingViews.WordView word(PartyId party, Word<Outcome> word) {
    var remark = remark(word);
    var entry = lens.entryName(word.entry());
    return switch (word.said()) {
      case Outcome.Held _ ->
          new MeetingViews.WordView(
              party.value(),
              entry,
              word.at(),
              "held",
              Optional.empty(),
              List.of(),
              Optional.empty(),
              remark);
      case Outcome.NotHeld not ->
          new MeetingViews.WordView(
              party.value(),
              entry,
              word.at(),
              "not_held",
              Optional.of(Codes.of(not.reason())),
              Sayings.names(not.by()),
              Optional.empty(),
              remark);
      case Outcome.WalkedOut out ->
          new MeetingViews.WordView(
              party.value(),
              entry,
              word.at(),
              "walked_out",
              Optional.empty(),
              Sayings.names(out.by()),
              out.item()
                  .map(
                      item ->
                          new MeetingViews.ItemView(lens.entryName(item.agenda()), item.number())),
              remark);
    };
  }

  /// What the side added to it; nothing where it said it by signing a joint record.
  private Optional<Map<String, String>> remark(Word<Outcome> word) {
    return sayings
        .said(word.entry())
        .flatMap(
            said ->
                said instanceof Statement.OnMeetings(MeetingFact fact)
                    ? remark(fact)
                    : Optional.empty())
        .map(Sayings::texts);
  }

  private static Optional<Wording> remark(MeetingFact fact) {
    return switch (fact) {
      case MeetingFact.MeetingOutcomeStated stated -> stated.remark();
      case MeetingFact.DutyOutcomeStated stated -> stated.remark();
      case MeetingFact.DutyOverdue _,
          MeetingFact.MeetingCalled _,
          MeetingFact.MeetingAnswered _,
          MeetingFact.MeetingAgendaSet _,
          MeetingFact.MeetingAgendaAccepted _,
          MeetingFact.MeetingMinutesNoted _ ->
          Optional.empty();
    };
  }
}
