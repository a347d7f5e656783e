package org.sarhad.core.meetings;

import java.util.Optional;
import org.sarhad.core.entry.Kind;

/// The kinds of fact about duties and meetings, by the word in the envelope (protocol clause 10-2).
public enum MeetingFactKind {
  /// Whether an occurrence of a duty that is no meeting was held, as one side says.
  DUTY_OUTCOME_STATED("duty.outcome_stated"),
  /// An occurrence was not held by the announced time; written by a node.
  DUTY_OVERDUE("duty.overdue"),
  /// "Let us meet": where, when, what for.
  MEETING_CALLED("meeting.called"),
  /// Whether a side will come.
  MEETING_ANSWERED("meeting.answered"),
  /// What a side wants to talk about.
  MEETING_AGENDA_SET("meeting.agenda_set"),
  /// A side takes another side's agenda as that of the meeting.
  MEETING_AGENDA_ACCEPTED("meeting.agenda_accepted"),
  /// What came of it, as one side says.
  MEETING_OUTCOME_STATED("meeting.outcome_stated"),
  /// One side's own minutes.
  MEETING_MINUTES_NOTED("meeting.minutes_noted");

  private final String word;

  MeetingFactKind(String word) {
    this.word = word;
  }

  /// The word in the envelope. Never changes.
  public Kind kind() {
    return new Kind(word);
  }

  /// Inverse of [#kind()]; empty for a kind that this version does not know.
  public static Optional<MeetingFactKind> find(Kind kind) {
    for (MeetingFactKind known : values()) {
      if (known.kind().equals(kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
