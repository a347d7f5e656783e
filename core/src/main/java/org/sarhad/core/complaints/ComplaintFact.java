package org.sarhad.core.complaints;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;
import org.sarhad.core.time.UtcTime;

/// Everything a side can say about complaints. Each fact is one entry; who says it, when and where
/// stands in the entry, not here. All of them are released (protocol clauses 10-1, 10-2).
///
/// As JSON each is the body payload of an entry of its [#kind()].
public sealed interface ComplaintFact {
  /// Most characters of a text.
  int TEXT_MAX = 8_000;

  /// Most entries named as evidence.
  int EVIDENCE_MAX = 16;

  /// The kind, whose word stands in the envelope.
  ComplaintFactKind kind();

  /// The body, without salt. Inverse of [#fromJson].
  Json.Obj toJson();

  /// The fact of `kind` in `body`; only in its one spelling.
  ///
  /// @throws MalformedJsonException when the body is not such a fact
  static ComplaintFact fromJson(ComplaintFactKind kind, Json.Obj body)
      throws MalformedJsonException {
    return Bodies.closed(
        kind.kind().value(), body, json -> read(kind, json), ComplaintFact::toJson);
  }

  private static ComplaintFact read(ComplaintFactKind kind, Json.Obj json)
      throws MalformedJsonException {
    return switch (kind) {
      case LODGED ->
          new Lodged(
              json.as("against", PartyId::of),
              json.findTime("occurred"),
              Bodies.find(json, "place", Wording::fromJson),
              Bodies.wording(json, "text"),
              Bodies.entries(json, "evidence"));
      case ANSWERED ->
          new Answered(
              complaint(json),
              json.as("answer", code -> Bodies.constant(code, Answer.class)),
              Bodies.wording(json, "text"),
              Bodies.entries(json, "evidence"));
      case REFERRED -> new Referred(complaint(json), json.as("matter", EntryId::parse));
      case CLOSED ->
          new Closed(
              complaint(json),
              json.as("how", code -> Bodies.constant(code, How.class)),
              Bodies.wording(json, "text"));
    };
  }

  private static EntryId complaint(Json.Obj json) throws MalformedJsonException {
    return json.as("complaint", EntryId::parse);
  }

  private static JsonBuilder about(EntryId complaint) {
    return Json.obj().put("complaint", complaint.toString());
  }

  private static SortedSet<EntryId> checked(SortedSet<EntryId> evidence) {
    return Bodies.counted("evidence", Ordered.set(evidence), 0, EVIDENCE_MAX);
  }

  /// What the side that is complained of says.
  enum Answer {
    /// It was so, and will be put right.
    ACCEPTED,
    /// Some of it was so.
    ACCEPTED_IN_PART,
    /// It was not so.
    REJECTED,
    /// It is being looked into; the complaint stays unanswered in substance, and says so.
    LOOKING_INTO
  }

  /// How the side that complained has done with it.
  enum How {
    /// It is content with the answer, or with what was done.
    SETTLED,
    /// It takes the complaint back.
    WITHDRAWN,
    /// It is not content, and expects nothing more.
    UNRESOLVED
  }

  /// "We complain of this."
  ///
  /// @param against the side complained of; another one
  /// @param occurred when it happened; empty when that is not known, or it goes on
  /// @param place where, in words; at most 400 characters
  /// @param text what; at most 8 000 characters
  /// @param evidence entries of any log that its author has, at most 16
  record Lodged(
      PartyId against,
      Optional<Instant> occurred,
      Optional<Wording> place,
      Wording text,
      SortedSet<EntryId> evidence)
      implements ComplaintFact {
    private static final int PLACE_MAX = 400;

    /// @throws IllegalArgumentException when a value is not in its range
    public Lodged {
      occurred.ifPresent(UtcTime::print);
      place.ifPresent(where -> where.atMost("place", PLACE_MAX));
      text.atMost("text", TEXT_MAX);
      evidence = checked(evidence);
    }

    @Override
    public ComplaintFactKind kind() {
      return ComplaintFactKind.LODGED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("against", against.value())
          .put("evidence", Bodies.named(evidence))
          .putTextIfPresent("occurred", occurred.map(UtcTime::print))
          .putIfPresent("place", place.map(Wording::toJson))
          .put("text", text.toJson())
          .build();
    }
  }

  /// "This is what we say to it."
  ///
  /// @param complaint the entry that lodged it
  /// @param answer in a word
  /// @param text in full; at most 8 000 characters
  /// @param evidence entries of any log that its author has, at most 16
  record Answered(EntryId complaint, Answer answer, Wording text, SortedSet<EntryId> evidence)
      implements ComplaintFact {
    /// @throws IllegalArgumentException when a value is not in its range
    public Answered {
      text.atMost("text", TEXT_MAX);
      evidence = checked(evidence);
    }

    @Override
    public ComplaintFactKind kind() {
      return ComplaintFactKind.ANSWERED;
    }

    @Override
    public Json.Obj toJson() {
      return about(complaint)
          .put("answer", Bodies.code(answer))
          .put("evidence", Bodies.named(evidence))
          .put("text", text.toJson())
          .build();
    }
  }

  /// "This is being inquired into there."
  ///
  /// @param complaint the entry that lodged it
  /// @param matter the entry by which the matter is known; what it is, the inquiry says
  record Referred(EntryId complaint, EntryId matter) implements ComplaintFact {
    @Override
    public ComplaintFactKind kind() {
      return ComplaintFactKind.REFERRED;
    }

    @Override
    public Json.Obj toJson() {
      return about(complaint).put("matter", matter.toString()).build();
    }
  }

  /// "We have done with it."
  ///
  /// @param complaint the entry that lodged it
  /// @param how settled, withdrawn or unresolved
  /// @param text at most 8 000 characters
  record Closed(EntryId complaint, How how, Wording text) implements ComplaintFact {
    /// @throws IllegalArgumentException when the text is too long
    public Closed {
      text.atMost("text", TEXT_MAX);
    }

    @Override
    public ComplaintFactKind kind() {
      return ComplaintFactKind.CLOSED;
    }

    @Override
    public Json.Obj toJson() {
      return about(complaint).put("how", Bodies.code(how)).put("text", text.toJson()).build();
    }
  }
}
