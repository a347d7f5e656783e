package org.sarhad.core.meetings;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Outcomes;
import org.sarhad.core.register.Word;
import org.sarhad.core.register.Wording;
import org.sarhad.tlog.tree.Hash;

/// All duties and meetings of a channel, folded in the final joint order (protocol clause 10-9).
/// Immutable.
///
/// For every entry that states a [MeetingFact], [#apply]; for every entry by which an act of one of
/// [MeetingActs#kinds()] came to another stage, [#moved], once for each such act.
///
/// @param parties the sides of the channel
/// @param duties by the entry of their proposal
/// @param meetings by the entry that called them
/// @param outcomes what became of each fact
public record MeetingsState(
    SortedSet<PartyId> parties,
    PersistentMap<EntryId, Duty> duties,
    PersistentMap<EntryId, Meeting> meetings,
    Outcomes<MeetingRefusal> outcomes) {
  /// Most statements that [#due] gives at once.
  static final int DUE_MAX = 64;

  /// Copies its collection.
  public MeetingsState {
    parties = Ordered.set(parties);
  }

  /// No duties and no meetings yet.
  ///
  /// @param parties the sides of the channel
  public static MeetingsState of(SortedSet<PartyId> parties) {
    return new MeetingsState(
        parties, PersistentMap.empty(), PersistentMap.empty(), Outcomes.of("meetings"));
  }

  /// This state on a channel of these sides: sides are given before an entry is folded, as the
  /// channel has them there. What was said is the same; O(sides).
  public MeetingsState among(SortedSet<PartyId> sides) {
    return sides.equals(parties) ? this : new MeetingsState(sides, duties, meetings, outcomes);
  }

  // ---- folding --------------------------------------------------------------------------------

  /// This state after `fact`, which stands in `entry`. Total: a fact that does not hold changes
  /// nothing but is kept in [#voids()]. O(log n).
  public MeetingsState apply(ActEntry entry, MeetingFact fact) {
    Optional<MeetingRefusal> objection = MeetingRules.objection(this, entry, fact);
    return objection.isPresent()
        ? with(outcomes.voided(entry, objection.get()))
        : held(entry, fact).mentioned(entry, fact).with(outcomes.held(entry));
  }

  /// The meeting that a fact is about; empty for one about a duty that is none.
  private static Optional<EntryId> meetingOf(ActEntry entry, MeetingFact fact) {
    return switch (fact) {
      case MeetingFact.DutyOutcomeStated _, MeetingFact.DutyOverdue _ -> Optional.empty();
      case MeetingFact.MeetingCalled _ -> Optional.of(entry.id());
      case MeetingFact.MeetingAnswered answered -> Optional.of(answered.meeting());
      case MeetingFact.MeetingAgendaSet set -> Optional.of(set.meeting());
      case MeetingFact.MeetingAgendaAccepted accepted -> Optional.of(accepted.meeting());
      case MeetingFact.MeetingOutcomeStated stated -> Optional.of(stated.meeting());
      case MeetingFact.MeetingMinutesNoted noted -> Optional.of(noted.meeting());
    };
  }

  /// Only the meeting itself changes by being spoken of: how far it is does not.
  private MeetingsState mentioned(ActEntry entry, MeetingFact fact) {
    return meetingOf(entry, fact)
        .flatMap(meetings::find)
        .map(meeting -> meetings.put(meeting.id(), meeting.mentionedIn(entry.id())))
        .map(next -> new MeetingsState(parties, duties, next, outcomes))
        .orElse(this);
  }

  private MeetingsState held(ActEntry entry, MeetingFact fact) {
    PartyId author = entry.context().author();
    return switch (fact) {
      case MeetingFact.DutyOutcomeStated stated ->
          changed(stated.occurrence(), (duty, occurrence) -> told(entry, stated, duty, occurrence));
      case MeetingFact.DutyOverdue(OccurrenceId id, int rung) ->
          changed(id, (_, occurrence) -> occurrence.overdue(rung, author, entry.id()));
      case MeetingFact.MeetingCalled called -> with(Meeting.of(entry.id(), call(entry, called)));
      case MeetingFact.MeetingAnswered answered ->
          changed(
              answered.meeting(),
              meeting -> meeting.answered(author, Word.in(entry.context(), answered.comes())));
      case MeetingFact.MeetingAgendaSet set ->
          changed(
              set.meeting(),
              meeting ->
                  meeting.with(
                      meeting
                          .agendas()
                          .with(
                              new Agenda(
                                  entry.id(), author, set.version(), set.items(), Ordered.set()))));
      case MeetingFact.MeetingAgendaAccepted(EntryId id, EntryId agenda) ->
          changed(id, meeting -> meeting.with(meeting.agendas().accepted(agenda, author)));
      case MeetingFact.MeetingOutcomeStated stated ->
          changed(
              stated.meeting(),
              meeting -> meeting.stated(author, Word.in(entry.context(), stated.outcome())));
      case MeetingFact.MeetingMinutesNoted noted ->
          changed(noted.meeting(), meeting -> meeting.minuted(entry.id(), author));
    };
  }

  private static Occurrence told(
      ActEntry entry, MeetingFact.DutyOutcomeStated stated, Duty duty, Occurrence occurrence) {
    Words words =
        occurrence
            .words()
            .with(entry.context().author(), Word.in(entry.context(), stated.outcome()));
    return occurrence.with(words, words.told(duty.sides()));
  }

  private Call call(ActEntry entry, MeetingFact.MeetingCalled called) {
    PartyId author = entry.context().author();
    Instant saidAt = entry.context().time();
    return switch (called.occasion()) {
      case Occasion.OfDuty(OccurrenceId id) -> {
        Duty duty = duties.get(id.duty());
        yield new Call(author, called, saidAt, duty.terms().level(), duty.sides());
      }
      case Occasion.Extraordinary(Level level, SortedSet<PartyId> sides) ->
          new Call(author, called, saidAt, level, sides);
    };
  }

  /// This state after an entry by which `act`, of one of [MeetingActs#kinds()], came to the stage
  /// it has now. Terms that say what they have no business saying change nothing and are kept in
  /// [#voids()]. O(log n), and the number of sides.
  public MeetingsState moved(ActEntry entry, Act act) {
    return switch (act.stage()) {
      case EFFECTIVE -> effective(entry, act);
      case SUPERSEDED, VOIDED -> over(entry, act);
      case PROPOSED, ASSENTED, REFUSED, WITHDRAWN, EXPIRED -> this;
    };
  }

  private MeetingsState effective(ActEntry entry, Act act) {
    ActFact.Proposed said = act.proposal().said();
    SortedSet<PartyId> sides = sides(act);
    Optional<MeetingRefusal> objection =
        MeetingTermsRules.objection(
            this, sides, said.act(), said.terms(), said.supersedes().map(ActRef::entry));
    return objection.isPresent()
        ? with(outcomes.voided(entry, act, objection.get()))
        : terms(act)
            .map(terms -> agreed(entry, act, sides, terms).with(outcomes.moved(entry, act)))
            .orElse(this);
  }

  private MeetingsState agreed(
      ActEntry entry, Act act, SortedSet<PartyId> sides, MeetingTerms terms) {
    return switch (terms) {
      case DutyTerms duty -> with(Duty.of(act.id(), entry.id(), sides, duty));
      case CancellationTerms(OccurrenceId id, Wording _) ->
          changed(
              id,
              (_, occurrence) ->
                  occurrence.cancelled(Optional.of(Word.in(entry.context(), act.id()))));
      case JointRecordTerms record ->
          changed(record.meeting(), meeting -> recorded(entry, act, meeting));
    };
  }

  /// By signing a joint record a side says that the meeting was held, unless it says that somebody
  /// walked out: a record can be made of that too (protocol clause 10-5.6).
  private static Meeting recorded(ActEntry entry, Act act, Meeting meeting) {
    Meeting next = meeting.with(Optional.of(act.id()));
    for (PartyId side : meeting.sides()) {
      boolean isWalkedOut =
          meeting.words().of(side).filter(w -> w.said() instanceof Outcome.WalkedOut).isPresent();
      if (!isWalkedOut) {
        next = next.stated(side, Word.in(entry.context(), new Outcome.Held()));
      }
    }
    return next;
  }

  /// After an act has ended that was in force. One whose terms did not count has nothing to end.
  private MeetingsState over(ActEntry entry, Act act) {
    return terms(act)
        .flatMap(terms -> ended(entry, act, terms))
        .map(next -> next.with(outcomes.moved(entry, act)))
        .orElse(this);
  }

  private Optional<MeetingsState> ended(ActEntry entry, Act act, MeetingTerms terms) {
    return switch (terms) {
      case DutyTerms _ ->
          duty(act.id()).map(duty -> with(duty.endedBy(Word.in(entry.context(), act.stage()))));
      case CancellationTerms(OccurrenceId id, Wording _) ->
          duty(id.duty())
              .filter(duty -> isCancelledBy(duty, id, act))
              .map(_ -> changed(id, (_, occurrence) -> occurrence.cancelled(Optional.empty())));
      case JointRecordTerms record ->
          meeting(record.meeting())
              .filter(meeting -> meeting.record().equals(Optional.of(act.id())))
              .map(meeting -> with(meeting.with(Optional.empty())));
    };
  }

  private static boolean isCancelledBy(Duty duty, OccurrenceId id, Act act) {
    return duty.occurrence(id.number())
        .cancelled()
        .filter(by -> by.said().equals(act.id()))
        .isPresent();
  }

  /// What the terms say; empty when they cannot be read.
  private static Optional<MeetingTerms> terms(Act act) {
    ActFact.Proposed said = act.proposal().said();
    try {
      return MeetingTerms.find(said.act(), said.terms());
    } catch (MalformedJsonException _) {
      return Optional.empty();
    }
  }

  private static SortedSet<PartyId> sides(Act act) {
    return Ordered.set(act.proposal().quorum().seats().keys().toList());
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// The digest by which two nodes compare their states (protocol clause 10-9.2).
  public Hash digest() {
    return outcomes.digest();
  }

  /// Facts, and terms of acts, that do not hold, by entry.
  public PersistentMap<EntryId, MeetingRefusal> voids() {
    return outcomes.voids();
  }

  /// The duty that was proposed by the entry `id`, if it came into force.
  public Optional<Duty> duty(EntryId id) {
    return duties.find(id);
  }

  /// The meeting that was called by the entry `id`, if one was.
  public Optional<Meeting> meeting(EntryId id) {
    return meetings.find(id);
  }

  /// What the node of `own` has to state at `now`: occurrences that are overdue by what was
  /// announced, and that no node has stated yet; the oldest first, at most 64 at once. Each is to
  /// be stated alone, without an officer (protocol clause 10-4.5).
  public List<MeetingFact> due(PartyId own, Instant now) {
    return DutyCalendar.due(this, own, now).limit(DUE_MAX).toList();
  }

  /// Occurrences that are late at `now`, the oldest first, for display.
  public List<LateDuty> late(Instant now) {
    return DutyCalendar.late(this, now);
  }

  /// How many occurrences were due from `from` until before `to`, for each level, and what became
  /// of them as far as is known; for display.
  public SortedMap<Level, DutyTally> tallies(Instant from, Instant to) {
    return DutyCalendar.tallies(this, from, to);
  }

  /// Meetings that were held or walked out of and have no joint record, the oldest first.
  public List<Meeting> withoutRecord() {
    return meetings
        .values()
        .filter(Meeting::lacksRecord)
        .sorted(Comparator.comparing(Meeting::at).thenComparing(Meeting::id))
        .toList();
  }

  // ---- copies with one part changed -----------------------------------------------------------

  private MeetingsState changed(OccurrenceId id, BiFunction<Duty, Occurrence, Occurrence> change) {
    Duty duty = duties.get(id.duty());
    return with(duty.with(change.apply(duty, duty.occurrence(id.number()))));
  }

  private MeetingsState changed(EntryId meeting, UnaryOperator<Meeting> change) {
    return with(change.apply(meetings.get(meeting)));
  }

  private MeetingsState with(Duty duty) {
    return new MeetingsState(parties, duties.put(duty.id(), duty), meetings, outcomes);
  }

  /// With `meeting`, and the occurrence it was called for, if it was for one.
  private MeetingsState with(Meeting meeting) {
    MeetingsState next =
        new MeetingsState(parties, duties, meetings.put(meeting.id(), meeting), outcomes);
    return meeting
        .occurrence()
        .map(id -> next.changed(id, (_, occurrence) -> occurrence.with(meeting)))
        .orElse(next);
  }

  private MeetingsState with(Outcomes<MeetingRefusal> next) {
    return new MeetingsState(parties, duties, meetings, next);
  }
}
