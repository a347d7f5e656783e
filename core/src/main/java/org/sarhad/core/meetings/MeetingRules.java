package org.sarhad.core.meetings;

import static org.sarhad.core.register.Objections.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Objections;
import org.sarhad.tlog.tree.Merkle;

/// What may be said about duties and meetings, by whom and when (docs/protocol,
/// 10-meetings-and-commitments.md, clauses 10-4, 10-5 and 10-8).
///
/// The same objections decide a request of one's own and judge a fact of the other side; a fact
/// without objection is what [MeetingsState#apply] lets take effect. An end that the author did not
/// know of is no objection: two honest sides whose words cross are both heard.
public final class MeetingRules {
  /// Who may speak about meetings and duties for their side (protocol clause 10-8.2).
  public static final Set<Role> SPEAKERS =
      Ordered.set(Role.LIAISON, Role.SECTOR_COMMANDER, Role.CHIEF, Role.CLERK);

  /// How many meetings one side may call for one occurrence.
  static final int CALLS_MAX = 16;

  private MeetingRules() {}

  /// Decides whether `fact` can be stated now, by one's own side.
  ///
  /// @param state as this node knows it: what is final, and on top of it what is not yet. What is
  ///   decided here is judged again where it comes to stand
  /// @param context of the entry it would become: next index, the officer with their roles
  /// @param seen what that entry would say it has seen
  /// @return the fact itself, released; or the first refusal that applies
  public static Decision<MeetingFact, MeetingFact, MeetingRefusal> decide(
      MeetingsState state, FactContext context, Seen seen, MeetingFact fact) {
    return objection(state, new ActEntry(context, seen, Merkle.EMPTY_ROOT), fact)
        .<Decision<MeetingFact, MeetingFact, MeetingRefusal>>map(
            refusal -> Decision.refuse(refusal, fact.kind().kind().value()))
        .orElseGet(() -> Decision.accept(List.of(Authored.released(fact)), fact));
  }

  /// Why `fact` does not hold where it stands; empty when it does.
  static Optional<MeetingRefusal> objection(MeetingsState state, ActEntry entry, MeetingFact fact) {
    FactContext context = entry.context();
    if (!state.parties().contains(context.author())) {
      return Optional.of(MeetingRefusal.NOT_A_SIDE);
    }
    if (!context.released()) {
      return Optional.of(MeetingRefusal.NOT_RELEASED);
    }
    return toSpeaker(context, fact).or(() -> new Judge(state, entry).objection(fact));
  }

  private static Optional<MeetingRefusal> toSpeaker(FactContext context, MeetingFact fact) {
    boolean isByNode = context.officer().isEmpty();
    return switch (fact) {
      case MeetingFact.DutyOverdue _ -> when(!isByNode, MeetingRefusal.NODE_ONLY);
      case MeetingFact.DutyOutcomeStated _,
          MeetingFact.MeetingCalled _,
          MeetingFact.MeetingAnswered _,
          MeetingFact.MeetingAgendaSet _,
          MeetingFact.MeetingAgendaAccepted _,
          MeetingFact.MeetingOutcomeStated _,
          MeetingFact.MeetingMinutesNoted _ ->
          when(isByNode, MeetingRefusal.NO_OFFICER)
              .or(() -> when(!Objections.hasOneOf(context, SPEAKERS), MeetingRefusal.ROLE_MISSING));
    };
  }

  /// The objections that look at one fact where it stands.
  private record Judge(MeetingsState state, ActEntry entry) {
    Optional<MeetingRefusal> objection(MeetingFact fact) {
      return switch (fact) {
        case MeetingFact.DutyOutcomeStated stated -> toDutyOutcome(stated);
        case MeetingFact.DutyOverdue overdue -> toOverdue(overdue);
        case MeetingFact.MeetingCalled called -> toCall(called);
        case MeetingFact.MeetingAnswered answered -> toOpenMeeting(answered.meeting());
        case MeetingFact.MeetingAgendaSet set ->
            toOpenMeeting(set.meeting()).or(() -> toVersion(meeting(set.meeting()), set));
        case MeetingFact.MeetingAgendaAccepted(EntryId meeting, EntryId agenda) ->
            toOpenMeeting(meeting).or(() -> toAcceptance(meeting(meeting).agendas(), agenda));
        case MeetingFact.MeetingOutcomeStated stated -> toOutcome(stated);
        case MeetingFact.MeetingMinutesNoted noted -> toMeeting(noted.meeting());
      };
    }

    // ---- duties -------------------------------------------------------------------------------

    private Optional<MeetingRefusal> toDutyOutcome(MeetingFact.DutyOutcomeStated stated) {
      OccurrenceId id = stated.occurrence();
      return toDuty(id.duty())
          .or(() -> toSides(stated.outcome(), duty(id).sides()))
          .or(() -> toOccurrence(id))
          .or(() -> when(duty(id).terms().what().isMeeting(), MeetingRefusal.HELD_AS_MEETING))
          .or(() -> toEnd(id))
          .or(() -> when(isTooEarly(id, stated.outcome()), MeetingRefusal.TOO_EARLY));
    }

    /// A patrol may be held on any day up to the due date; it is missed only after that.
    private boolean isTooEarly(OccurrenceId id, Outcome outcome) {
      return switch (outcome) {
        case Outcome.Held _ -> false;
        case Outcome.NotHeld _, Outcome.WalkedOut _ ->
            outcome.isAfterTheTime()
                && entry.context().time().isBefore(duty(id).terms().due(id.number()).over());
      };
    }

    private Optional<MeetingRefusal> toOverdue(MeetingFact.DutyOverdue overdue) {
      OccurrenceId id = overdue.occurrence();
      int rung = overdue.rung();
      return toDuty(id.duty())
          .or(() -> toOccurrence(id))
          .or(() -> toEnd(id))
          .or(() -> when(rung >= duty(id).terms().escalation().rungs(), MeetingRefusal.NO_RUNG))
          .or(() -> when(occurrence(id).hasStated(author(), rung), MeetingRefusal.ALREADY_STATED))
          .or(
              () ->
                  when(
                      isBefore(duty(id).terms().overdueAt(id.number(), rung)),
                      MeetingRefusal.TOO_EARLY));
    }

    private Optional<MeetingRefusal> toDuty(EntryId id) {
      Optional<Duty> duty = state.duty(id);
      if (duty.isEmpty()) {
        return Optional.of(MeetingRefusal.DUTY_UNKNOWN);
      }
      return when(!entry.knows(duty.get().since()), MeetingRefusal.NOT_SEEN)
          .or(() -> when(!duty.get().sides().contains(author()), MeetingRefusal.NOT_CONCERNED));
    }

    private Optional<MeetingRefusal> toOccurrence(OccurrenceId id) {
      return when(!duty(id).terms().has(id.number()), MeetingRefusal.NO_OCCURRENCE)
          .or(() -> when(duty(id).isOverFor(entry, id.number()), MeetingRefusal.DUTY_ENDED));
    }

    private Optional<MeetingRefusal> toEnd(OccurrenceId id) {
      return when(occurrence(id).isEndKnownTo(entry), MeetingRefusal.OCCURRENCE_ENDED);
    }

    // ---- meetings -----------------------------------------------------------------------------

    private Optional<MeetingRefusal> toCall(MeetingFact.MeetingCalled called) {
      return switch (called.occasion()) {
        case Occasion.Extraordinary(Level _, SortedSet<PartyId> sides) ->
            when(!sides.contains(author()), MeetingRefusal.NOT_CONCERNED)
                .or(() -> when(!state.parties().containsAll(sides), MeetingRefusal.SIDE_UNKNOWN));
        case Occasion.OfDuty(OccurrenceId id) ->
            toDuty(id.duty())
                .or(() -> toOccurrence(id))
                .or(() -> when(!duty(id).terms().what().isMeeting(), MeetingRefusal.NOT_A_MEETING))
                .or(() -> toEnd(id))
                .or(() -> toNextCall(occurrence(id)));
      };
    }

    private Optional<MeetingRefusal> toNextCall(Occurrence occurrence) {
      List<Meeting> known =
          occurrence.meetings().keys().filter(entry::knows).map(this::meeting).toList();
      return when(
              known.stream().anyMatch(meeting -> meeting.words().of(author()).isEmpty()),
              MeetingRefusal.MEETING_OPEN)
          .or(
              () ->
                  when(
                      known.stream().filter(meeting -> meeting.call().by().equals(author())).count()
                          >= CALLS_MAX,
                      MeetingRefusal.CALLED_TOO_OFTEN));
    }

    private Optional<MeetingRefusal> toMeeting(EntryId id) {
      Optional<Meeting> meeting = state.meeting(id);
      if (meeting.isEmpty()) {
        return Optional.of(MeetingRefusal.MEETING_UNKNOWN);
      }
      return when(!entry.knows(id), MeetingRefusal.NOT_SEEN)
          .or(() -> when(!meeting.get().sides().contains(author()), MeetingRefusal.NOT_CONCERNED));
    }

    private Optional<MeetingRefusal> toOpenMeeting(EntryId id) {
      return toMeeting(id).or(() -> when(isEndKnown(meeting(id)), MeetingRefusal.MEETING_ENDED));
    }

    private boolean isEndKnown(Meeting meeting) {
      return meeting.stage().isEnd() && meeting.words().areKnownTo(entry);
    }

    private Optional<MeetingRefusal> toVersion(Meeting meeting, MeetingFact.MeetingAgendaSet set) {
      return when(
          set.version() != meeting.agendas().nextVersion(author()), MeetingRefusal.OTHER_VERSION);
    }

    private Optional<MeetingRefusal> toAcceptance(Agendas agendas, EntryId id) {
      Optional<Agenda> agenda = agendas.find(id).filter(known -> entry.knows(id));
      if (agenda.isEmpty()) {
        return Optional.of(MeetingRefusal.AGENDA_UNKNOWN);
      }
      PartyId owner = agenda.get().author();
      EntryId latest = agendas.latestOf(owner).orElseThrow().entry();
      return when(owner.equals(author()), MeetingRefusal.OWN_AGENDA)
          .or(() -> when(!latest.equals(id) && entry.knows(latest), MeetingRefusal.NOT_LATEST))
          .or(
              () ->
                  when(
                      agenda.get().accepted().contains(author()), MeetingRefusal.ALREADY_ACCEPTED));
    }

    private Optional<MeetingRefusal> toOutcome(MeetingFact.MeetingOutcomeStated stated) {
      EntryId id = stated.meeting();
      return toMeeting(id)
          .or(() -> toSides(stated.outcome(), meeting(id).sides()))
          .or(() -> when(isEndKnown(meeting(id)), MeetingRefusal.MEETING_ENDED))
          .or(() -> toItem(stated.outcome(), meeting(id).agendas()))
          .or(
              () ->
                  when(
                      stated.outcome().isAfterTheTime() && isBefore(meeting(id).at()),
                      MeetingRefusal.TOO_EARLY));
    }

    private static Optional<MeetingRefusal> toSides(Outcome outcome, SortedSet<PartyId> sides) {
      SortedSet<PartyId> named =
          switch (outcome) {
            case Outcome.Held _ -> Ordered.set();
            case Outcome.NotHeld not -> not.by();
            case Outcome.WalkedOut out -> out.by();
          };
      return when(!sides.containsAll(named), MeetingRefusal.SIDE_UNKNOWN);
    }

    private Optional<MeetingRefusal> toItem(Outcome outcome, Agendas agendas) {
      Optional<Outcome.ItemRef> item =
          switch (outcome) {
            case Outcome.Held _, Outcome.NotHeld _ -> Optional.empty();
            case Outcome.WalkedOut out -> out.item();
          };
      return when(
          item.filter(ref -> !isItem(ref, agendas)).isPresent(), MeetingRefusal.ITEM_UNKNOWN);
    }

    private boolean isItem(Outcome.ItemRef ref, Agendas agendas) {
      return entry.knows(ref.agenda())
          && agendas
              .find(ref.agenda())
              .filter(agenda -> ref.number() <= agenda.items().size())
              .isPresent();
    }

    // ---- asking -------------------------------------------------------------------------------

    private Duty duty(OccurrenceId id) {
      return state.duty(id.duty()).orElseThrow();
    }

    private Occurrence occurrence(OccurrenceId id) {
      return duty(id).occurrence(id.number());
    }

    private Meeting meeting(EntryId id) {
      return state.meeting(id).orElseThrow();
    }

    private boolean isBefore(Instant announced) {
      return entry.context().time().isBefore(announced);
    }

    private PartyId author() {
      return entry.context().author();
    }
  }
}
