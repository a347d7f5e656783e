package org.sarhad.core.meetings;

import static org.sarhad.core.register.Objections.when;

import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;

/// What the terms of an act about duties and meetings may say (protocol clause 10-3). Asked before
/// an act is proposed, and again where it comes into force.
public final class MeetingTermsRules {
  private MeetingTermsRules() {}

  /// Why an act of these terms would not count, or does not; empty when it would.
  ///
  /// @param state where the act is proposed, or comes into force
  /// @param sides the sides whose signature the act needs
  /// @param kind one of [MeetingActs#kinds()]; others are none of this register's business
  /// @param supersedes the act whose place it takes
  public static Optional<MeetingRefusal> objection(
      MeetingsState state,
      SortedSet<PartyId> sides,
      ActKind kind,
      Json.Obj terms,
      Optional<EntryId> supersedes) {
    try {
      return MeetingTerms.find(kind, terms)
          .flatMap(read -> objection(state, sides, read, supersedes));
    } catch (MalformedJsonException _) {
      return Optional.of(MeetingRefusal.TERMS_UNREADABLE);
    }
  }

  private static Optional<MeetingRefusal> objection(
      MeetingsState state,
      SortedSet<PartyId> sides,
      MeetingTerms terms,
      Optional<EntryId> supersedes) {
    return switch (terms) {
      case DutyTerms _ -> Optional.empty();
      case CancellationTerms cancelled -> toCancellation(state, sides, cancelled.occurrence());
      case JointRecordTerms record -> toRecord(state, sides, record, supersedes);
    };
  }

  private static Optional<MeetingRefusal> toCancellation(
      MeetingsState state, SortedSet<PartyId> sides, OccurrenceId id) {
    Optional<Duty> duty = state.duty(id.duty());
    if (duty.isEmpty()) {
      return Optional.of(MeetingRefusal.DUTY_UNKNOWN);
    }
    return when(!sides.containsAll(duty.get().sides()), MeetingRefusal.PARTY_LEFT_OUT)
        .or(() -> when(!duty.get().terms().has(id.number()), MeetingRefusal.NO_OCCURRENCE))
        .or(
            () ->
                when(
                    duty.get().occurrence(id.number()).stage().isEnd(),
                    MeetingRefusal.OCCURRENCE_ENDED));
  }

  private static Optional<MeetingRefusal> toRecord(
      MeetingsState state,
      SortedSet<PartyId> sides,
      JointRecordTerms terms,
      Optional<EntryId> supersedes) {
    Optional<Meeting> meeting = state.meeting(terms.meeting());
    if (meeting.isEmpty()) {
      return Optional.of(MeetingRefusal.MEETING_UNKNOWN);
    }
    return when(!areSidesOf(meeting.get(), terms), MeetingRefusal.SIDE_UNKNOWN)
        .or(() -> when(!sides.containsAll(meeting.get().sides()), MeetingRefusal.PARTY_LEFT_OUT))
        .or(
            () ->
                when(
                    meeting.get().record().isPresent()
                        && !meeting.get().record().equals(supersedes),
                    MeetingRefusal.RECORD_EXISTS));
  }

  private static boolean areSidesOf(Meeting meeting, JointRecordTerms terms) {
    return terms.items().stream()
        .allMatch(
            item ->
                switch (item) {
                  case RecordItem.Agreed _, RecordItem.Deferred _ -> true;
                  case RecordItem.Noted noted ->
                      meeting.sides().containsAll(noted.positions().keySet());
                });
  }
}
