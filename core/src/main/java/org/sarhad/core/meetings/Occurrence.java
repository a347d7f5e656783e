package org.sarhad.core.meetings;

import java.util.Optional;
import java.util.OptionalInt;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;

/// One time that a duty is due, as far as anything was said about it. Immutable.
///
/// @param number from 1
/// @param words what each side says came of it; for a meeting, of the meeting called for it of
///   which something was said last
/// @param told what that amounts to, were it not cancelled
/// @param meetings those that were called for it, and how far each is
/// @param overdue for each rung that was reached, the entry of each side's node that said so
/// @param cancelled the act by which the sides agreed that it need not be held, at the entry by
///   which that came into force
public record Occurrence(
    int number,
    Words words,
    OccurrenceStage told,
    PersistentMap<EntryId, MeetingStage> meetings,
    PersistentMap<Integer, PersistentMap<PartyId, EntryId>> overdue,
    Optional<Word<EntryId>> cancelled) {

  /// One of which nothing was said.
  static Occurrence of(int number) {
    return new Occurrence(
        number,
        Words.NONE,
        OccurrenceStage.OPEN,
        PersistentMap.empty(),
        PersistentMap.empty(),
        Optional.empty());
  }

  /// What became of it.
  public OccurrenceStage stage() {
    return cancelled.isPresent() ? OccurrenceStage.CANCELLED : told;
  }

  /// The highest rung that it has reached; empty when no node has stated that it is overdue.
  public OptionalInt rung() {
    return overdue.last().map(last -> OptionalInt.of(last.key())).orElseGet(OptionalInt::empty);
  }

  /// Whether the node of `side` has stated that it has reached `rung`.
  boolean hasStated(PartyId side, int rung) {
    return overdue.find(rung).filter(sides -> sides.containsKey(side)).isPresent();
  }

  /// Whether it is over, and the author of `entry` knew that.
  boolean isEndKnownTo(ActEntry entry) {
    return cancelled.filter(act -> entry.knows(act.entry())).isPresent()
        || (told.isEnd() && words.areKnownTo(entry));
  }

  /// Whether nothing is left to be stated about it by a node: it is over, or has gone up the whole
  /// ladder.
  boolean isSettled(int rungs) {
    return stage().isEnd() || overdue.size() == rungs;
  }

  /// With what each side says came of it.
  Occurrence with(Words next, OccurrenceStage nextTold) {
    return new Occurrence(number, next, nextTold, meetings, overdue, cancelled);
  }

  /// With one of its meetings as it now stands. It is held when one of them was.
  Occurrence with(Meeting meeting) {
    PersistentMap<EntryId, MeetingStage> all = meetings.put(meeting.id(), meeting.stage());
    OccurrenceStage next =
        all.values().anyMatch(stage -> stage == MeetingStage.HELD)
            ? OccurrenceStage.HELD
            : told(meeting.stage());
    return new Occurrence(number, meeting.words(), next, all, overdue, cancelled);
  }

  private static OccurrenceStage told(MeetingStage stage) {
    return switch (stage) {
      case PROPOSED, AGREED, PARTLY_STATED -> OccurrenceStage.OPEN;
      case DIFFERING -> OccurrenceStage.DIFFERING;
      // A duty to meet is not done by walking out: the sides may meet again, or cancel it.
      case NOT_HELD, WALKED_OUT -> OccurrenceStage.NOT_HELD;
      case HELD -> OccurrenceStage.HELD;
    };
  }

  Occurrence overdue(int rung, PartyId side, EntryId entry) {
    return new Occurrence(
        number,
        words,
        told,
        meetings,
        overdue.update(rung, PersistentMap.empty(), sides -> sides.put(side, entry)),
        cancelled);
  }

  /// Cancelled by an act in force, or by none any more.
  Occurrence cancelled(Optional<Word<EntryId>> act) {
    return new Occurrence(number, words, told, meetings, overdue, act);
  }
}
