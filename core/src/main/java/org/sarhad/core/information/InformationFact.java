package org.sarhad.core.information;

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

/// Everything a side can say about requests of information. Each fact is one entry; who says it,
/// when and where stands in the entry, not here. All of them are released (protocol clauses 13-1,
/// 13-2).
///
/// As JSON each is the body payload of an entry of its [#kind()].
public sealed interface InformationFact {
  /// Most characters of a question or an answer.
  int TEXT_MAX = 8_000;

  /// Most characters of a reason, a remark or a purpose.
  int REASON_MAX = 2_000;

  /// Most entries named.
  int NAMED_MAX = 16;

  /// The kind, whose word stands in the envelope.
  InformationFactKind kind();

  /// The body, without salt. Inverse of [#fromJson].
  Json.Obj toJson();

  /// The fact of `kind` in `body`; only in its one spelling.
  ///
  /// @throws MalformedJsonException when the body is not such a fact
  static InformationFact fromJson(InformationFactKind kind, Json.Obj body)
      throws MalformedJsonException {
    return Bodies.closed(
        kind.kind().value(), body, json -> read(kind, json), InformationFact::toJson);
  }

  private static InformationFact read(InformationFactKind kind, Json.Obj json)
      throws MalformedJsonException {
    return switch (kind) {
      case ASKED ->
          new Asked(
              json.as("to", PartyId::of),
              json.as("urgency", code -> Bodies.constant(code, Urgency.class)),
              Bodies.find(json, "because", Wording::fromJson),
              Bodies.wording(json, "subject"),
              Bodies.wording(json, "text"),
              Bodies.wording(json, "purpose"),
              Bodies.entries(json, "about"));
      case RECEIVED ->
          new Received(
              request(json),
              json.findAs("access", code -> Bodies.constant(code, Access.class)),
              Bodies.find(json, "remark", Wording::fromJson));
      case CLARIFICATION_ASKED ->
          new ClarificationAsked(request(json), Bodies.wording(json, "text"));
      case CLARIFICATION_GIVEN ->
          new ClarificationGiven(
              request(json), json.as("question", EntryId::parse), Bodies.wording(json, "text"));
      case ANSWERED ->
          new Answered(
              request(json),
              json.as("reply", code -> Bodies.constant(code, Reply.class)),
              json.findAs("ground", code -> Bodies.constant(code, Ground.class)),
              Bodies.wording(json, "text"),
              Bodies.entries(json, "evidence"));
      case DEFERRED ->
          new Deferred(
              request(json), json.time("until"), Bodies.find(json, "reason", Wording::fromJson));
      case WITHDRAWN -> new Withdrawn(request(json), Bodies.wording(json, "reason"));
    };
  }

  private static EntryId request(Json.Obj json) throws MalformedJsonException {
    return json.as("request", EntryId::parse);
  }

  private static JsonBuilder to(EntryId request) {
    return Json.obj().put("request", request.toString());
  }

  private static SortedSet<EntryId> named(String what, SortedSet<EntryId> entries) {
    return Bodies.counted(what, Ordered.set(entries), 0, NAMED_MAX);
  }

  /// "Please tell us." About events, places, vehicles, goods and groups, in words; there is no
  /// member for a person.
  ///
  /// @param to the side asked; another one
  /// @param urgency how soon
  /// @param because why it is urgent; at most 2 000 characters. An urgent request without it does
  ///   not hold
  /// @param subject in a line; at most 400 characters
  /// @param text what is asked for, as exactly as can be; at most 8 000 characters
  /// @param purpose what it is for; at most 2 000 characters
  /// @param about entries of any log that its author has, at most 16: an incident, a complaint
  record Asked(
      PartyId to,
      Urgency urgency,
      Optional<Wording> because,
      Wording subject,
      Wording text,
      Wording purpose,
      SortedSet<EntryId> about)
      implements InformationFact {
    private static final int SUBJECT_MAX = 400;

    /// @throws IllegalArgumentException when a text is too long or there are too many entries
    public Asked {
      because.ifPresent(said -> said.atMost("because", REASON_MAX));
      subject.atMost("subject", SUBJECT_MAX);
      text.atMost("text", TEXT_MAX);
      purpose.atMost("purpose", REASON_MAX);
      about = named("about", about);
    }

    @Override
    public InformationFactKind kind() {
      return InformationFactKind.ASKED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("about", Bodies.named(about))
          .putIfPresent("because", because.map(Wording::toJson))
          .put("purpose", purpose.toJson())
          .put("subject", subject.toJson())
          .put("text", text.toJson())
          .put("to", to.value())
          .put("urgency", Bodies.code(urgency))
          .build();
    }
  }

  /// "We have it in hand", by a person at the single point of contact.
  ///
  /// @param request the entry that asked
  /// @param access whether the desk has it itself; unless it says otherwise, it has
  /// @param remark at most 2 000 characters
  record Received(EntryId request, Optional<Access> access, Optional<Wording> remark)
      implements InformationFact {
    /// @throws IllegalArgumentException when the remark is too long
    public Received {
      remark.ifPresent(said -> said.atMost("remark", REASON_MAX));
    }

    @Override
    public InformationFactKind kind() {
      return InformationFactKind.RECEIVED;
    }

    @Override
    public Json.Obj toJson() {
      return to(request)
          .putTextIfPresent("access", access.map(Bodies::code))
          .putIfPresent("remark", remark.map(Wording::toJson))
          .build();
    }
  }

  /// "What do you mean?" While the asking side has the question and has not answered it, the clock
  /// stands (protocol clause 13-4.4).
  ///
  /// @param request the entry that asked
  /// @param text at most 8 000 characters
  record ClarificationAsked(EntryId request, Wording text) implements InformationFact {
    /// @throws IllegalArgumentException when the text is too long
    public ClarificationAsked {
      text.atMost("text", TEXT_MAX);
    }

    @Override
    public InformationFactKind kind() {
      return InformationFactKind.CLARIFICATION_ASKED;
    }

    @Override
    public Json.Obj toJson() {
      return to(request).put("text", text.toJson()).build();
    }
  }

  /// "We mean this."
  ///
  /// @param request the entry that asked
  /// @param question the entry that asked back
  /// @param text at most 8 000 characters
  record ClarificationGiven(EntryId request, EntryId question, Wording text)
      implements InformationFact {
    /// @throws IllegalArgumentException when the text is too long
    public ClarificationGiven {
      text.atMost("text", TEXT_MAX);
    }

    @Override
    public InformationFactKind kind() {
      return InformationFactKind.CLARIFICATION_GIVEN;
    }

    @Override
    public Json.Obj toJson() {
      return to(request).put("question", question.toString()).put("text", text.toJson()).build();
    }
  }

  /// "This is what we can tell."
  ///
  /// @param request the entry that asked
  /// @param reply all, some, nothing, or nothing there
  /// @param ground why not; present with [Reply#REFUSED], and with a [Reply#PARTIAL] one that is
  ///   all there will be
  /// @param text at most 8 000 characters
  /// @param evidence entries of any log that its author has, at most 16
  record Answered(
      EntryId request,
      Reply reply,
      Optional<Ground> ground,
      Wording text,
      SortedSet<EntryId> evidence)
      implements InformationFact {
    /// @throws IllegalArgumentException when a ground is missing or superfluous, the text too long,
    ///   or there are too many entries
    public Answered {
      text.atMost("text", TEXT_MAX);
      evidence = named("evidence", evidence);
      boolean isFitting =
          switch (reply) {
            case REFUSED -> ground.isPresent();
            case PARTIAL -> true;
            case FULL, NOTHING_HELD -> ground.isEmpty();
          };
      if (!isFitting) {
        throw new IllegalArgumentException(
            "reply %s %s a ground"
                .formatted(Bodies.code(reply), ground.isPresent() ? "with" : "without"));
      }
    }

    /// Whether nothing more is to be expected.
    public boolean isLast() {
      return reply != Reply.PARTIAL || ground.isPresent();
    }

    @Override
    public InformationFactKind kind() {
      return InformationFactKind.ANSWERED;
    }

    @Override
    public Json.Obj toJson() {
      return to(request)
          .put("evidence", Bodies.named(evidence))
          .putTextIfPresent("ground", ground.map(Bodies::code))
          .put("reply", Bodies.code(reply))
          .put("text", text.toJson())
          .build();
    }
  }

  /// "Not before then" (Dir. (EU) 2023/977 art. 5(2): the expected delay, with reasons).
  ///
  /// @param request the entry that asked
  /// @param until when the answer will be there
  /// @param reason why; at most 2 000 characters. That of an urgent request does not hold without
  record Deferred(EntryId request, Instant until, Optional<Wording> reason)
      implements InformationFact {
    /// @throws IllegalArgumentException when the time has no spelling or the reason is too long
    public Deferred {
      UtcTime.print(until);
      reason.ifPresent(said -> said.atMost("reason", REASON_MAX));
    }

    @Override
    public InformationFactKind kind() {
      return InformationFactKind.DEFERRED;
    }

    @Override
    public Json.Obj toJson() {
      return to(request)
          .putIfPresent("reason", reason.map(Wording::toJson))
          .put("until", until)
          .build();
    }
  }

  /// "We need it no longer."
  ///
  /// @param request the entry that asked
  /// @param reason why; at most 2 000 characters
  record Withdrawn(EntryId request, Wording reason) implements InformationFact {
    /// @throws IllegalArgumentException when the reason is too long
    public Withdrawn {
      reason.atMost("reason", REASON_MAX);
    }

    @Override
    public InformationFactKind kind() {
      return InformationFactKind.WITHDRAWN;
    }

    @Override
    public Json.Obj toJson() {
      return to(request).put("reason", reason.toJson()).build();
    }
  }
}
