package org.sarhad.core.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Ages;
import org.sarhad.core.register.Mentions;
import org.sarhad.core.register.Word;

/// One meeting, as it stands at some place of the joint order (protocol clause 10-5). Immutable.
///
/// @param id the entry that called it, by which it is known
/// @param call who called whom, when and where to
/// @param answers whether each side comes: its last word. Calling is a yes
/// @param agendas each side's own
/// @param words what each side says came of it
/// @param minutes entries with minutes, and whose they are
/// @param record the proposal of the joint record in force, if there is one
/// @param mentions every statement of it, the first one first
public record Meeting(
    EntryId id,
    Call call,
    PersistentMap<PartyId, Word<Boolean>> answers,
    Agendas agendas,
    Words words,
    PersistentMap<EntryId, PartyId> minutes,
    Optional<EntryId> record,
    Mentions mentions) {

  /// A meeting that was just called.
  static Meeting of(EntryId id, Call call) {
    return new Meeting(
        id,
        call,
        PersistentMap.of(call.by(), new Word<>(id, call.saidAt(), true)),
        Agendas.NONE,
        Words.NONE,
        PersistentMap.empty(),
        Optional.empty(),
        Mentions.NONE);
  }

  /// The sides that are to meet.
  public SortedSet<PartyId> sides() {
    return call.sides();
  }

  /// When it is to begin.
  public Instant at() {
    return call.said().at();
  }

  /// The occurrence of a duty that it is called for; empty for an extraordinary meeting.
  public Optional<OccurrenceId> occurrence() {
    return switch (call.said().occasion()) {
      case Occasion.OfDuty(OccurrenceId occurrence) -> Optional.of(occurrence);
      case Occasion.Extraordinary _ -> Optional.empty();
    };
  }

  /// How far it is.
  public MeetingStage stage() {
    return switch (words.common(sides())) {
      case NONE -> isComing() ? MeetingStage.AGREED : MeetingStage.PROPOSED;
      case SOME -> MeetingStage.PARTLY_STATED;
      case DIFFERING -> MeetingStage.DIFFERING;
      case HELD -> MeetingStage.HELD;
      case NOT_HELD -> MeetingStage.NOT_HELD;
      case WALKED_OUT -> MeetingStage.WALKED_OUT;
    };
  }

  private boolean isComing() {
    return sides().stream().allMatch(side -> answers.find(side).filter(Word::said).isPresent());
  }

  /// Whether there is an agenda that all sides want.
  public boolean isAgendaAgreed() {
    return agendas.agreed(sides()).findAny().isPresent();
  }

  /// Whether sides met, as all of them say, and have no joint record of it. A valid state, shown
  /// with its age.
  public boolean lacksRecord() {
    MeetingStage stage = stage();
    return record.isEmpty() && (stage == MeetingStage.HELD || stage == MeetingStage.WALKED_OUT);
  }

  /// How long it is ago at `now`; zero before it begins.
  public Duration age(Instant now) {
    return Ages.since(at(), now);
  }

  // ---- copies with one part changed -----------------------------------------------------------

  Meeting answered(PartyId side, Word<Boolean> comes) {
    return new Meeting(
        id, call, answers.put(side, comes), agendas, words, minutes, record, mentions);
  }

  Meeting with(Agendas next) {
    return new Meeting(id, call, answers, next, words, minutes, record, mentions);
  }

  Meeting stated(PartyId side, Word<Outcome> word) {
    return new Meeting(
        id, call, answers, agendas, words.with(side, word), minutes, record, mentions);
  }

  Meeting minuted(EntryId entry, PartyId side) {
    return new Meeting(
        id, call, answers, agendas, words, minutes.put(entry, side), record, mentions);
  }

  /// With a joint record in force, or with none any more.
  Meeting with(Optional<EntryId> next) {
    return new Meeting(id, call, answers, agendas, words, minutes, next, mentions);
  }

  Meeting mentionedIn(EntryId entry) {
    return new Meeting(id, call, answers, agendas, words, minutes, record, mentions.with(entry));
  }
}
