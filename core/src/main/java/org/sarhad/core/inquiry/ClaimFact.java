package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.time.UtcTime;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// Claims, what becomes of them, and what is said to them (protocol clauses 09-2 to 09-4). A claim
/// is known by the entry that stated, or sealed, it.
public sealed interface ClaimFact extends InquiryFact {

  /// A claim.
  record Stated(EntryId matter, Statement says) implements ClaimFact {
    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.CLAIM_STATED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("claim", says.toJson()).put("matter", matter.toString()).build();
    }

    private static Stated read(Json.Obj json) throws MalformedJsonException {
      return new Stated(
          json.as("matter", EntryId::parse), Statement.fromJson(json.object("claim")));
    }
  }

  /// A claim in the place of an earlier one of the same side and property, which stays and is shown
  /// struck through with the reason.
  ///
  /// @param old the claim it takes the place of
  /// @param reason why, in the author's words
  /// @param says the new claim
  record Superseded(EntryId old, Words reason, Statement says) implements ClaimFact {
    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.CLAIM_SUPERSEDED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("claim", says.toJson())
          .put("old", old.toString())
          .put("reason", reason.toJson())
          .build();
    }

    private static Superseded read(Json.Obj json) throws MalformedJsonException {
      return new Superseded(
          json.as("old", EntryId::parse),
          Words.fromJson(json.object("reason")),
          Statement.fromJson(json.object("claim")));
    }
  }

  /// The side no longer holds to a claim of its own. It stays, struck through.
  record Withdrawn(EntryId claim, Words reason) implements ClaimFact {
    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.CLAIM_WITHDRAWN;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("claim", claim.toString()).put("reason", reason.toJson()).build();
    }

    private static Withdrawn read(Json.Obj json) throws MalformedJsonException {
      return new Withdrawn(json.as("claim", EntryId::parse), Words.fromJson(json.object("reason")));
    }
  }

  /// A claim's words in another language, by an officer who signs for the translation. It stands
  /// beside the original under the translator's side and never in its place.
  record Translated(EntryId claim, Words words) implements ClaimFact {
    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.CLAIM_TRANSLATED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("claim", claim.toString()).put("words", words.toJson()).build();
    }

    private static Translated read(Json.Obj json) throws MalformedJsonException {
      return new Translated(json.as("claim", EntryId::parse), Words.fromJson(json.object("words")));
    }
  }

  /// A claim that is committed to now and shown later (protocol clause 09-3).
  ///
  /// @param matter in which matter; all that is open of it
  /// @param commitment [#commitment] of the claim
  /// @param revealBy until when the author promises to show it
  record Sealed(EntryId matter, Hash commitment, Instant revealBy) implements ClaimFact {
    /// @throws IllegalArgumentException when the time has no spelling
    public Sealed {
      UtcTime.print(revealBy);
    }

    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.CLAIM_SEALED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .putSha256("commitment", commitment)
          .put("matter", matter.toString())
          .put("reveal_by", revealBy)
          .build();
    }

    private static Sealed read(Json.Obj json) throws MalformedJsonException {
      return new Sealed(
          json.as("matter", EntryId::parse), json.sha256("commitment"), json.time("reveal_by"));
    }
  }

  /// What had been sealed, said openly, with the salt by which everybody can check it.
  ///
  /// @param seal the entry that sealed it; the claim is known by that one
  /// @param salt 32 bytes
  /// @param says the claim
  record Revealed(EntryId seal, Bytes salt, Statement says) implements ClaimFact {
    /// @throws IllegalArgumentException when the salt has another size
    public Revealed {
      if (salt.size() != Payload.SALT_BYTES) {
        throw new IllegalArgumentException(
            "salt of " + salt.size() + " bytes; expected " + Payload.SALT_BYTES);
      }
    }

    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.CLAIM_REVEALED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("claim", says.toJson())
          .put("salt", salt.base64())
          .put("seal", seal.toString())
          .build();
    }

    private static Revealed read(Json.Obj json) throws MalformedJsonException {
      return new Revealed(
          json.as("seal", EntryId::parse),
          json.as(
              "salt",
              text ->
                  Bytes.parseBase64(text)
                      .orElseThrow(() -> new IllegalArgumentException("bytes in base64"))),
          Statement.fromJson(json.object("claim")));
    }
  }

  /// Another side is asked for its account of a property. From here on its empty cell says since
  /// when it was asked.
  ///
  /// @param property of what
  /// @param to which side
  /// @param words what exactly is asked, if more is to be said
  record Asked(EntryId matter, Property property, PartyId to, Optional<Words> words)
      implements ClaimFact {
    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.QUESTION_ASKED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("matter", matter.toString())
          .put("property", property.code())
          .put("to", to.value())
          .putIfPresent("words", words.map(Words::toJson))
          .build();
    }

    private static Asked read(Json.Obj json) throws MalformedJsonException {
      return new Asked(
          json.as("matter", EntryId::parse),
          Codes.read(json, "property", Property.class),
          json.as("to", PartyId::of),
          findWords(json, "words"));
    }
  }

  /// What a side says to a claim in another side's log.
  ///
  /// @param claim which
  /// @param stance what it says
  /// @param part how much of it is accepted: present exactly for a part of a range
  /// @param reason in the author's words; present unless the claim is accepted or not yet looked
  ///   into
  /// @param exhibits what the position rests on; ascending, at most 16
  record PositionTaken(
      EntryId claim,
      Stance stance,
      Optional<Value> part,
      Optional<Words> reason,
      List<EntryId> exhibits)
      implements ClaimFact {
    private static final int EXHIBITS_MAX = 16;

    /// @throws IllegalArgumentException when a part goes with another stance, a reason is missing,
    ///   or the exhibits are too many or not in order
    public PositionTaken {
      exhibits = List.copyOf(exhibits);
      if (part.isPresent() && stance != Stance.ACCEPT_PART) {
        throw new IllegalArgumentException("a part goes with accept_part only");
      }
      boolean needsReason =
          switch (stance) {
            case ACCEPT, NONE_YET -> false;
            case ACCEPT_PART, DISPUTE, CANNOT_VERIFY -> true;
          };
      if (needsReason && reason.isEmpty()) {
        throw new IllegalArgumentException(Codes.of(stance) + " without a reason");
      }
      Codes.requireAtMost("exhibits", exhibits.size(), EXHIBITS_MAX);
      Lists.requireAscending("exhibit", exhibits);
    }

    /// A position without more than it needs.
    public static PositionTaken of(EntryId claim, Stance stance, Optional<Words> reason) {
      return new PositionTaken(claim, stance, Optional.empty(), reason, List.of());
    }

    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.POSITION_TAKEN;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("claim", claim.toString())
          .putIfPresent("exhibits", Lists.entries(exhibits))
          .putIfPresent("part", part.map(Value::toJson))
          .putIfPresent("reason", reason.map(Words::toJson))
          .put("stance", Codes.of(stance))
          .build();
    }

    private static PositionTaken read(Json.Obj json) throws MalformedJsonException {
      Optional<Json.Obj> part = json.findObject("part");
      return new PositionTaken(
          json.as("claim", EntryId::parse),
          Codes.read(json, "stance", Stance.class),
          part.isPresent() ? Optional.of(Value.fromJson(part.get())) : Optional.empty(),
          findWords(json, "reason"),
          Lists.entries(json, "exhibits"));
    }
  }

  /// What a seal commits to: SHA-256 of the salted payload `{"_salt":…,"by":…,"claim":…,
  /// "matter":…}`. It names the side, so that nobody can copy the seal of another one and then wait
  /// for what it says (protocol clause 09-3.2).
  ///
  /// @param salt 32 bytes that nobody can guess
  static Hash commitment(PartyId by, EntryId matter, Statement says, Bytes salt) {
    return payload(by, matter, says, salt).sha256();
  }

  /// The payload itself, to be attached to the entry that seals it and withheld until it is
  /// revealed.
  static Payload payload(PartyId by, EntryId matter, Statement says, Bytes salt) {
    return Payload.salted(
        Json.obj()
            .put("by", by.value())
            .put("claim", says.toJson())
            .put("matter", matter.toString())
            .build(),
        salt);
  }

  private static Optional<Words> findWords(Json.Obj json, String name)
      throws MalformedJsonException {
    Optional<Json.Obj> words = json.findObject(name);
    return words.isPresent() ? Optional.of(Words.fromJson(words.get())) : Optional.empty();
  }

  /// The fact of `kind`, which is one of these, in `json`.
  static ClaimFact read(InquiryFactKind kind, Json.Obj json) throws MalformedJsonException {
    return switch (kind) {
      case CLAIM_STATED -> Stated.read(json);
      case CLAIM_SUPERSEDED -> Superseded.read(json);
      case CLAIM_WITHDRAWN -> Withdrawn.read(json);
      case CLAIM_TRANSLATED -> Translated.read(json);
      case CLAIM_SEALED -> Sealed.read(json);
      case CLAIM_REVEALED -> Revealed.read(json);
      case QUESTION_ASKED -> Asked.read(json);
      case POSITION_TAKEN -> PositionTaken.read(json);
      case MATTER_OPENED,
          MATTER_CLOSED,
          MATTER_REOPENED,
          EVIDENCE_REGISTERED,
          EVIDENCE_RELEASED,
          EVIDENCE_REDACTED,
          CUSTODY_PASSED,
          ACCESS_REQUESTED,
          ACCESS_ANSWERED,
          VISIT_PASS_USED,
          MINUTES_NOT_AGREED,
          DISSENT_ANNEXED ->
          throw new IllegalArgumentException(kind + " is not about a claim");
    };
  }
}
