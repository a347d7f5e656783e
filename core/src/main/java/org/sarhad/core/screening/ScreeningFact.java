package org.sarhad.core.screening;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;
import org.sarhad.core.time.UtcTime;

/// Everything a side can say about screening. Each fact is one entry; who says it, when and where
/// stands in the entry, not here. All of them are released, and none says what was found (protocol
/// clauses 16-1, 16-2).
///
/// As JSON each is the body payload of an entry of its [#kind()].
public sealed interface ScreeningFact {
  /// Most characters of a reason.
  int REASON_MAX = 2_000;

  /// The kind, whose word stands in the envelope.
  ScreeningFactKind kind();

  /// The body, without salt. Inverse of [#fromJson].
  Json.Obj toJson();

  /// The fact of `kind` in `body`; only in its one spelling.
  ///
  /// @throws MalformedJsonException when the body is not such a fact
  static ScreeningFact fromJson(ScreeningFactKind kind, Json.Obj body)
      throws MalformedJsonException {
    return Bodies.closed(
        kind.kind().value(), body, json -> read(kind, json), ScreeningFact::toJson);
  }

  private static ScreeningFact read(ScreeningFactKind kind, Json.Obj json)
      throws MalformedJsonException {
    return switch (kind) {
      case LIST_TAKEN -> new ListTaken(ListState.fromJson(json.object("list")));
      case LIST_ENDED ->
          new ListEnded(json.as("source", ListSource::of), Bodies.wording(json, "reason"));
      case HELD -> new Held(subject(json), Grounds.fromJson(json.object("grounds")));
      case PROPOSED ->
          new Proposed(
              subject(json),
              json.as("status", code -> Bodies.constant(code, Status.class)),
              Grounds.fromJson(json.object("grounds")),
              json.findAs("basis", EntryId::parse));
      case CONFIRMED -> new Confirmed(json.as("proposal", EntryId::parse));
      case BASIS_RECORDED ->
          new BasisRecorded(
              subject(json),
              Bodies.wording(json, "title"),
              json.time("from"),
              json.time("until"),
              Quota.fromJson(json.object("quota")));
      case BASIS_DRAWN ->
          new BasisDrawn(
              basis(json),
              json.as("by", EntryId::parse),
              json.text("commodity"),
              json.integer("amount", 1, Quota.AMOUNT_MAX));
      case BASIS_RETURNED ->
          new BasisReturned(json.as("draw", EntryId::parse), Bodies.wording(json, "reason"));
      case BASIS_ENDED -> new BasisEnded(basis(json), Bodies.wording(json, "reason"));
    };
  }

  private static SubjectId subject(Json.Obj json) throws MalformedJsonException {
    return json.as("subject", SubjectId::of);
  }

  private static EntryId basis(Json.Obj json) throws MalformedJsonException {
    return json.as("basis", EntryId::parse);
  }

  private static JsonBuilder about(SubjectId subject) {
    return Json.obj().put("subject", subject.value());
  }

  /// "From here on we go by this list", or "it is the newest still": the age of a list is counted
  /// from the newest of these.
  ///
  /// @param list which
  record ListTaken(ListState list) implements ScreeningFact {
    @Override
    public ScreeningFactKind kind() {
      return ScreeningFactKind.LIST_TAKEN;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("list", list.toJson()).build();
    }
  }

  /// "We go by that list no longer." The other side sees it.
  ///
  /// @param source whose list
  /// @param reason why; at most 2 000 characters
  record ListEnded(ListSource source, Wording reason) implements ScreeningFact {
    /// @throws IllegalArgumentException when the reason is too long
    public ListEnded {
      reason.atMost("reason", REASON_MAX);
    }

    @Override
    public ScreeningFactKind kind() {
      return ScreeningFactKind.LIST_ENDED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("reason", reason.toJson()).put("source", source.code()).build();
    }
  }

  /// "We stop this one for now." One officer is enough, whatever the lists.
  ///
  /// @param subject whom
  /// @param grounds what was looked at
  record Held(SubjectId subject, Grounds grounds) implements ScreeningFact {
    @Override
    public ScreeningFactKind kind() {
      return ScreeningFactKind.HELD;
    }

    @Override
    public Json.Obj toJson() {
      return about(subject).put("grounds", grounds.toJson()).build();
    }
  }

  /// "This should be decided", by the first officer.
  ///
  /// @param subject about whom
  /// @param status what: clear, released or refused
  /// @param grounds what was looked at
  /// @param basis the licence by which it is released; only then
  record Proposed(SubjectId subject, Status status, Grounds grounds, Optional<EntryId> basis)
      implements ScreeningFact {
    /// @throws IllegalArgumentException when a hold is proposed, or a basis where none is used
    public Proposed {
      if (status == Status.HELD || (basis.isPresent() && status != Status.RELEASED)) {
        throw new IllegalArgumentException(
            "proposed %s %s a basis"
                .formatted(Bodies.code(status), basis.isPresent() ? "with" : "without"));
      }
    }

    @Override
    public ScreeningFactKind kind() {
      return ScreeningFactKind.PROPOSED;
    }

    @Override
    public Json.Obj toJson() {
      return about(subject)
          .putTextIfPresent("basis", basis.map(EntryId::toString))
          .put("grounds", grounds.toJson())
          .put("status", Bodies.code(status))
          .build();
    }
  }

  /// "I have looked, too, and agree", by a second officer of the same side.
  ///
  /// @param proposal the entry that proposed it
  record Confirmed(EntryId proposal) implements ScreeningFact {
    @Override
    public ScreeningFactKind kind() {
      return ScreeningFactKind.CONFIRMED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("proposal", proposal.toString()).build();
    }
  }

  /// "This is permitted": a licence, or an exemption.
  ///
  /// @param subject with whom
  /// @param title who permitted it and by which number; at most 400 characters
  /// @param from from when
  /// @param until until when; later
  /// @param quota what, and how much
  record BasisRecorded(SubjectId subject, Wording title, Instant from, Instant until, Quota quota)
      implements ScreeningFact {
    private static final int TITLE_MAX = 400;

    /// @throws IllegalArgumentException when the title is too long or the times do not ascend
    public BasisRecorded {
      title.atMost("title", TITLE_MAX);
      UtcTime.print(from);
      UtcTime.print(until);
      if (!from.isBefore(until)) {
        throw new IllegalArgumentException("from " + from + " until " + until);
      }
    }

    @Override
    public ScreeningFactKind kind() {
      return ScreeningFactKind.BASIS_RECORDED;
    }

    @Override
    public Json.Obj toJson() {
      return about(subject)
          .put("from", from)
          .put("quota", quota.toJson())
          .put("title", title.toJson())
          .put("until", until)
          .build();
    }
  }

  /// "So much of it is used for this."
  ///
  /// @param basis the entry that recorded the licence
  /// @param by the entry that uses it: a contract, a reservation
  /// @param commodity two to ten digits of the Harmonized System
  /// @param amount in the unit of its quota
  record BasisDrawn(EntryId basis, EntryId by, String commodity, long amount)
      implements ScreeningFact {
    /// @throws IllegalArgumentException when the commodity or the amount is none
    public BasisDrawn {
      Quota.checkCommodity(commodity);
      Quota.checkAmount(amount);
    }

    @Override
    public ScreeningFactKind kind() {
      return ScreeningFactKind.BASIS_DRAWN;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("amount", amount)
          .put("basis", basis.toString())
          .put("by", by.toString())
          .put("commodity", commodity)
          .build();
    }
  }

  /// "That was not used after all."
  ///
  /// @param draw the entry that used it
  /// @param reason why; at most 2 000 characters
  record BasisReturned(EntryId draw, Wording reason) implements ScreeningFact {
    /// @throws IllegalArgumentException when the reason is too long
    public BasisReturned {
      reason.atMost("reason", REASON_MAX);
    }

    @Override
    public ScreeningFactKind kind() {
      return ScreeningFactKind.BASIS_RETURNED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("draw", draw.toString()).put("reason", reason.toJson()).build();
    }
  }

  /// "It holds no longer."
  ///
  /// @param basis the entry that recorded it
  /// @param reason why; at most 2 000 characters
  record BasisEnded(EntryId basis, Wording reason) implements ScreeningFact {
    /// @throws IllegalArgumentException when the reason is too long
    public BasisEnded {
      reason.atMost("reason", REASON_MAX);
    }

    @Override
    public ScreeningFactKind kind() {
      return ScreeningFactKind.BASIS_ENDED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("basis", basis.toString()).put("reason", reason.toJson()).build();
    }
  }
}
