package org.sarhad.core.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;
import org.sarhad.core.time.UtcTime;

/// Everything a side can say about duties and meetings by itself. Each fact is one entry; who says
/// it, when and where stands in the entry, not here. All of them are released (protocol clauses
/// 10-1, 10-2).
///
/// As JSON each is the body payload of an entry of its [#kind()].
public sealed interface MeetingFact {
  /// Most characters of a remark.
  int REMARK_MAX = 2_000;

  /// The kind, whose word stands in the envelope.
  MeetingFactKind kind();

  /// The body, without salt. Inverse of [#fromJson].
  Json.Obj toJson();

  /// The fact of `kind` in `body`; only in its one spelling.
  ///
  /// @throws MalformedJsonException when the body is not such a fact
  static MeetingFact fromJson(MeetingFactKind kind, Json.Obj body) throws MalformedJsonException {
    return Bodies.closed(kind.kind().value(), body, json -> read(kind, json), MeetingFact::toJson);
  }

  private static MeetingFact read(MeetingFactKind kind, Json.Obj json)
      throws MalformedJsonException {
    return switch (kind) {
      case DUTY_OUTCOME_STATED ->
          new DutyOutcomeStated(OccurrenceId.fromJson(json), Outcome.fromJson(json), remark(json));
      case DUTY_OVERDUE ->
          new DutyOverdue(
              OccurrenceId.fromJson(json), json.smallInteger("rung", 0, Escalation.RUNGS_MAX - 1));
      case MEETING_CALLED ->
          new MeetingCalled(
              Occasion.fromJson(json),
              json.time("at"),
              Bodies.wording(json, "place"),
              Bodies.wording(json, "subject"));
      case MEETING_ANSWERED -> new MeetingAnswered(meeting(json), json.bool("comes"), remark(json));
      case MEETING_AGENDA_SET ->
          new MeetingAgendaSet(
              meeting(json),
              json.smallInteger("version", 1, Agenda.VERSIONS_MAX),
              Bodies.list(json, "items", Wording::fromJson));
      case MEETING_AGENDA_ACCEPTED ->
          new MeetingAgendaAccepted(meeting(json), json.as("agenda", EntryId::parse));
      case MEETING_OUTCOME_STATED ->
          new MeetingOutcomeStated(meeting(json), Outcome.fromJson(json), remark(json));
      case MEETING_MINUTES_NOTED ->
          new MeetingMinutesNoted(meeting(json), Bodies.wording(json, "text"));
    };
  }

  private static EntryId meeting(Json.Obj json) throws MalformedJsonException {
    return json.as("meeting", EntryId::parse);
  }

  private static Optional<Wording> remark(Json.Obj json) throws MalformedJsonException {
    return Bodies.find(json, "remark", Wording::fromJson);
  }

  private static void checkRemark(Optional<Wording> remark) {
    remark.ifPresent(said -> said.atMost("remark", REMARK_MAX));
  }

  private static JsonBuilder about(EntryId meeting) {
    return Json.obj().put("meeting", meeting.toString());
  }

  /// "The patrol of the 22nd was held", or not. For duties that are no meetings.
  ///
  /// @param occurrence which
  /// @param outcome held or not held
  /// @param remark for people; at most 2 000 characters
  record DutyOutcomeStated(OccurrenceId occurrence, Outcome outcome, Optional<Wording> remark)
      implements MeetingFact {
    /// @throws IllegalArgumentException when it is an outcome that only a meeting has
    public DutyOutcomeStated {
      checkRemark(remark);
      boolean isOfMeetings =
          switch (outcome) {
            case Outcome.Held _ -> false;
            case Outcome.NotHeld not -> not.reason() == Outcome.Reason.AGENDA_NOT_AGREED;
            case Outcome.WalkedOut _ -> true;
          };
      if (isOfMeetings) {
        throw new IllegalArgumentException("outcome " + outcome + "; only a meeting has that");
      }
    }

    @Override
    public MeetingFactKind kind() {
      return MeetingFactKind.DUTY_OUTCOME_STATED;
    }

    @Override
    public Json.Obj toJson() {
      return outcome
          .putInto(occurrence.putInto(Json.obj()))
          .putIfPresent("remark", remark.map(Wording::toJson))
          .build();
    }
  }

  /// The time has come that the act announced: the occurrence is overdue, and is before the role of
  /// `rung` on every side (protocol clause 10-4.5).
  ///
  /// @param rung from 0, of the ladder of the duty
  record DutyOverdue(OccurrenceId occurrence, int rung) implements MeetingFact {
    /// @throws IllegalArgumentException when no ladder has such a rung
    public DutyOverdue {
      if (rung < 0 || rung >= Escalation.RUNGS_MAX) {
        throw new IllegalArgumentException(
            "rung %d; expected 0 to %d".formatted(rung, Escalation.RUNGS_MAX - 1));
      }
    }

    @Override
    public MeetingFactKind kind() {
      return MeetingFactKind.DUTY_OVERDUE;
    }

    @Override
    public Json.Obj toJson() {
      return occurrence.putInto(Json.obj()).put("rung", rung).build();
    }
  }

  /// "Let us meet."
  ///
  /// @param occasion why
  /// @param at when it is to begin
  /// @param place where, in words; at most 400 characters
  /// @param subject what it is about; at most 400 characters
  record MeetingCalled(Occasion occasion, Instant at, Wording place, Wording subject)
      implements MeetingFact {
    private static final int LENGTH_MAX = 400;

    /// @throws IllegalArgumentException when the time has no spelling, or a text is too long
    public MeetingCalled {
      UtcTime.print(at);
      place.atMost("place", LENGTH_MAX);
      subject.atMost("subject", LENGTH_MAX);
    }

    @Override
    public MeetingFactKind kind() {
      return MeetingFactKind.MEETING_CALLED;
    }

    @Override
    public Json.Obj toJson() {
      return occasion
          .putInto(Json.obj())
          .put("at", at)
          .put("place", place.toJson())
          .put("subject", subject.toJson())
          .build();
    }
  }

  /// "We shall come", or not.
  ///
  /// @param meeting the entry that called it
  /// @param comes whether the side will come
  /// @param remark for people; at most 2 000 characters
  record MeetingAnswered(EntryId meeting, boolean comes, Optional<Wording> remark)
      implements MeetingFact {
    /// @throws IllegalArgumentException when the remark is too long
    public MeetingAnswered {
      checkRemark(remark);
    }

    @Override
    public MeetingFactKind kind() {
      return MeetingFactKind.MEETING_ANSWERED;
    }

    @Override
    public Json.Obj toJson() {
      return about(meeting)
          .put("comes", comes)
          .putIfPresent("remark", remark.map(Wording::toJson))
          .build();
    }
  }

  /// What a side wants to talk about. Each side has an agenda of its own.
  ///
  /// @param meeting the entry that called it
  /// @param version from 1, counted by the side
  /// @param items 1 to 40, each at most 400 characters
  record MeetingAgendaSet(EntryId meeting, int version, List<Wording> items)
      implements MeetingFact {
    /// @throws IllegalArgumentException when there are no items or too many, or one is too long, or
    ///   the version is none
    public MeetingAgendaSet {
      items = List.copyOf(Bodies.counted("items", items, 1, Agenda.ITEMS_MAX));
      items.forEach(item -> item.atMost("item", Agenda.ITEM_LENGTH_MAX));
      if (version < 1 || version > Agenda.VERSIONS_MAX) {
        throw new IllegalArgumentException(
            "version %d; expected 1 to %d".formatted(version, Agenda.VERSIONS_MAX));
      }
    }

    @Override
    public MeetingFactKind kind() {
      return MeetingFactKind.MEETING_AGENDA_SET;
    }

    @Override
    public Json.Obj toJson() {
      return about(meeting)
          .put("items", Bodies.objects(items.stream().map(Wording::toJson)))
          .put("version", version)
          .build();
    }
  }

  /// "Let that be the agenda."
  ///
  /// @param meeting the entry that called it
  /// @param agenda the entry of another side's agenda, its latest
  record MeetingAgendaAccepted(EntryId meeting, EntryId agenda) implements MeetingFact {
    @Override
    public MeetingFactKind kind() {
      return MeetingFactKind.MEETING_AGENDA_ACCEPTED;
    }

    @Override
    public Json.Obj toJson() {
      return about(meeting).put("agenda", agenda.toString()).build();
    }
  }

  /// What came of the meeting.
  ///
  /// @param meeting the entry that called it
  /// @param outcome as this side saw it
  /// @param remark for people; at most 2 000 characters
  record MeetingOutcomeStated(EntryId meeting, Outcome outcome, Optional<Wording> remark)
      implements MeetingFact {
    /// @throws IllegalArgumentException when the remark is too long
    public MeetingOutcomeStated {
      checkRemark(remark);
    }

    @Override
    public MeetingFactKind kind() {
      return MeetingFactKind.MEETING_OUTCOME_STATED;
    }

    @Override
    public Json.Obj toJson() {
      return outcome
          .putInto(about(meeting))
          .putIfPresent("remark", remark.map(Wording::toJson))
          .build();
    }
  }

  /// A side's own minutes. What the sides say together is a joint record.
  ///
  /// @param meeting the entry that called it
  /// @param text at most 16 000 characters
  record MeetingMinutesNoted(EntryId meeting, Wording text) implements MeetingFact {
    private static final int LENGTH_MAX = 16_000;

    /// @throws IllegalArgumentException when the text is too long
    public MeetingMinutesNoted {
      text.atMost("text", LENGTH_MAX);
    }

    @Override
    public MeetingFactKind kind() {
      return MeetingFactKind.MEETING_MINUTES_NOTED;
    }

    @Override
    public Json.Obj toJson() {
      return about(meeting).put("text", text.toJson()).build();
    }
  }
}
