package org.sarhad.core.commitments;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;
import org.sarhad.core.time.UtcTime;

/// Everything a side can say about commitments by itself. Each fact is one entry; who says it, when
/// and where stands in the entry, not here. All of them are released (protocol clauses 10-1, 10-2).
///
/// As JSON each is the body payload of an entry of its [#kind()].
public sealed interface CommitmentFact {
  /// Most characters of a text.
  int TEXT_MAX = 4_000;

  /// Most entries named as evidence.
  int EVIDENCE_MAX = 16;

  /// The kind, whose word stands in the envelope.
  CommitmentFactKind kind();

  /// The body, without salt. Inverse of [#fromJson].
  Json.Obj toJson();

  /// The fact of `kind` in `body`; only in its one spelling.
  ///
  /// @throws MalformedJsonException when the body is not such a fact
  static CommitmentFact fromJson(CommitmentFactKind kind, Json.Obj body)
      throws MalformedJsonException {
    return Bodies.closed(
        kind.kind().value(), body, json -> read(kind, json), CommitmentFact::toJson);
  }

  private static CommitmentFact read(CommitmentFactKind kind, Json.Obj json)
      throws MalformedJsonException {
    return switch (kind) {
      case REGISTERED -> new Registered(CommitmentTerms.fromJson(json.object("terms")));
      case ACKNOWLEDGED -> new Acknowledged(commitment(json));
      case WITHDRAWN -> new Withdrawn(commitment(json), Bodies.wording(json, "reason"));
      case PROGRESS_STATED ->
          new ProgressStated(
              commitment(json),
              json.time("as_of"),
              Bodies.find(json, "extent", Extent::fromJson),
              remarks(json));
      case DISPUTED -> new Disputed(commitment(json), remarks(json));
      case FULFILLED_STATED ->
          new FulfilledStated(commitment(json), json.time("as_of"), remarks(json));
    };
  }

  private static CommitmentId commitment(Json.Obj json) throws MalformedJsonException {
    return CommitmentId.fromJson(json.object("commitment"));
  }

  private static Remarks remarks(Json.Obj json) throws MalformedJsonException {
    return new Remarks(Bodies.wording(json, "text"), Bodies.entries(json, "evidence"));
  }

  private static JsonBuilder about(CommitmentId commitment) {
    return Json.obj().put("commitment", commitment.toJson());
  }

  /// What a side says, and on what it rests.
  ///
  /// @param text at most 4 000 characters
  /// @param evidence entries of any log that its author has, at most 16
  record Remarks(Wording text, SortedSet<EntryId> evidence) {
    /// @throws IllegalArgumentException when the text is too long or there is too much evidence
    public Remarks {
      text.atMost("text", TEXT_MAX);
      evidence = Bodies.counted("evidence", Ordered.set(evidence), 0, EVIDENCE_MAX);
    }

    /// Words alone.
    public static Remarks of(Wording text) {
      return new Remarks(text, Ordered.set());
    }

    private JsonBuilder putInto(JsonBuilder json) {
      return json.put("evidence", Bodies.named(evidence)).put("text", text.toJson());
    }
  }

  /// How much of it has been done: a share, or a quantity.
  sealed interface Extent {
    /// The JSON form.
    Json.Obj toJson();

    private static Extent fromJson(Json.Obj json) throws MalformedJsonException {
      return json.has("percent")
          ? new Percent(json.smallInteger("percent", 0, 100))
          : new Amount(Quantity.fromJson(json.object("quantity")));
    }

    /// A share.
    ///
    /// @param percent 0 to 100
    record Percent(int percent) implements Extent {
      /// @throws IllegalArgumentException when it is no share
      public Percent {
        if (percent < 0 || percent > 100) {
          throw new IllegalArgumentException(percent + " percent; expected 0 to 100");
        }
      }

      @Override
      public Json.Obj toJson() {
        return Json.obj().put("percent", percent).build();
      }
    }

    /// In the unit of the commitment.
    record Amount(Quantity quantity) implements Extent {
      @Override
      public Json.Obj toJson() {
        return Json.obj().put("quantity", quantity.toJson()).build();
      }
    }
  }

  /// What a side can say of a commitment again and again: the last of these is its last word.
  sealed interface Statement extends CommitmentFact {
    /// Which.
    CommitmentId commitment();

    /// What the side says, and on what it rests.
    Remarks remarks();

    /// The time that the statement is about; empty when it is about none in particular.
    Optional<Instant> ofTime();
  }

  /// "This was stated publicly." It is the registering side's word until the others acknowledge it.
  ///
  /// @param terms as they were stated
  record Registered(CommitmentTerms terms) implements CommitmentFact {
    @Override
    public CommitmentFactKind kind() {
      return CommitmentFactKind.REGISTERED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("terms", terms.toJson()).build();
    }
  }

  /// "That was committed to, in those words."
  record Acknowledged(CommitmentId commitment) implements CommitmentFact {
    @Override
    public CommitmentFactKind kind() {
      return CommitmentFactKind.ACKNOWLEDGED;
    }

    @Override
    public Json.Obj toJson() {
      return about(commitment).build();
    }
  }

  /// "We registered that by mistake." What was written stays visible.
  ///
  /// @param reason at most 4 000 characters
  record Withdrawn(CommitmentId commitment, Wording reason) implements CommitmentFact {
    /// @throws IllegalArgumentException when the reason is too long
    public Withdrawn {
      reason.atMost("reason", TEXT_MAX);
    }

    @Override
    public CommitmentFactKind kind() {
      return CommitmentFactKind.WITHDRAWN;
    }

    @Override
    public Json.Obj toJson() {
      return about(commitment).put("reason", reason.toJson()).build();
    }
  }

  /// "So much has been done."
  ///
  /// @param asOf the time this is about; not later than the entry
  /// @param extent how much; empty when it is not a matter of numbers
  record ProgressStated(
      CommitmentId commitment, Instant asOf, Optional<Extent> extent, Remarks remarks)
      implements Statement {
    /// @throws IllegalArgumentException when the time has no spelling
    public ProgressStated {
      UtcTime.print(asOf);
    }

    @Override
    public Optional<Instant> ofTime() {
      return Optional.of(asOf);
    }

    @Override
    public CommitmentFactKind kind() {
      return CommitmentFactKind.PROGRESS_STATED;
    }

    @Override
    public Json.Obj toJson() {
      return remarks
          .putInto(about(commitment).put("as_of", asOf))
          .putIfPresent("extent", extent.map(Extent::toJson))
          .build();
    }
  }

  /// "We do not see it so": the commitment itself, or what another side says of it.
  record Disputed(CommitmentId commitment, Remarks remarks) implements Statement {
    @Override
    public Optional<Instant> ofTime() {
      return Optional.empty();
    }

    @Override
    public CommitmentFactKind kind() {
      return CommitmentFactKind.DISPUTED;
    }

    @Override
    public Json.Obj toJson() {
      return remarks.putInto(about(commitment)).build();
    }
  }

  /// "It was kept."
  ///
  /// @param asOf since when; not later than the entry
  record FulfilledStated(CommitmentId commitment, Instant asOf, Remarks remarks)
      implements Statement {
    /// @throws IllegalArgumentException when the time has no spelling
    public FulfilledStated {
      UtcTime.print(asOf);
    }

    @Override
    public Optional<Instant> ofTime() {
      return Optional.of(asOf);
    }

    @Override
    public CommitmentFactKind kind() {
      return CommitmentFactKind.FULFILLED_STATED;
    }

    @Override
    public Json.Obj toJson() {
      return remarks.putInto(about(commitment).put("as_of", asOf)).build();
    }
  }
}
