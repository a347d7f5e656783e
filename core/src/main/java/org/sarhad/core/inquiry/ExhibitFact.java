package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.time.UtcTime;
import org.sarhad.tlog.tree.Hash;

/// Exhibits: what is held, by whom, and how far it is open (protocol clause 09-5). An exhibit is
/// known by the entry that registered it.
public sealed interface ExhibitFact extends InquiryFact {

  /// "We hold this." From here on everybody can check that a file shown later existed now.
  ///
  /// @param sha256 of the file; of a thing, of its record in the holder's register
  /// @param copy which copy it is; a redacted one is registered by [Redacted]
  /// @param of what a working copy was made of; present exactly for one
  /// @param level how far it is open from the start
  /// @param description present exactly when the level is [Level#DESCRIBED] or more
  record Registered(
      EntryId matter,
      Hash sha256,
      CopyClass copy,
      Optional<EntryId> of,
      Level level,
      Optional<Description> description)
      implements ExhibitFact {
    /// @throws IllegalArgumentException when copy and original, or level and description, do not go
    ///   together
    public Registered {
      if (copy == CopyClass.REDACTED || of.isPresent() != (copy == CopyClass.WORKING)) {
        throw new IllegalArgumentException(
            "a working copy names its original, and a redacted one is registered as such");
      }
      requireDescribed(level, description);
    }

    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.EVIDENCE_REGISTERED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("copy", Codes.of(copy))
          .putIfPresent("description", description.map(Description::toJson))
          .put("level", Codes.of(level))
          .put("matter", matter.toString())
          .putTextIfPresent("of", of.map(EntryId::toString))
          .putSha256("sha256", sha256)
          .build();
    }

    private static Registered read(Json.Obj json) throws MalformedJsonException {
      return new Registered(
          json.as("matter", EntryId::parse),
          json.sha256("sha256"),
          Codes.read(json, "copy", CopyClass.class),
          json.findAs("of", EntryId::parse),
          Codes.read(json, "level", Level.class),
          findDescription(json));
    }
  }

  /// More of an exhibit is open from here on.
  ///
  /// @param level a higher one than before
  /// @param description present when it was not described before
  /// @param manifest the file's chunks; present only when the file itself is released
  record Released(
      EntryId exhibit, Level level, Optional<Description> description, Optional<Manifest> manifest)
      implements ExhibitFact {
    /// @throws IllegalArgumentException when there is a manifest of something not released, or
    ///   nothing is opened
    public Released {
      if (level == Level.EXISTS) {
        throw new IllegalArgumentException("that it exists is said by registering it");
      }
      if (manifest.isPresent() && level != Level.RELEASED) {
        throw new IllegalArgumentException("a manifest of a file that is not released");
      }
    }

    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.EVIDENCE_RELEASED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .putIfPresent("description", description.map(Description::toJson))
          .put("exhibit", exhibit.toString())
          .put("level", Codes.of(level))
          .putIfPresent("manifest", manifest.map(Manifest::toJson))
          .build();
    }

    private static Released read(Json.Obj json) throws MalformedJsonException {
      Optional<Json.Obj> manifest = json.findObject("manifest");
      return new Released(
          json.as("exhibit", EntryId::parse),
          Codes.read(json, "level", Level.class),
          findDescription(json),
          manifest.isPresent() ? Optional.of(Manifest.fromJson(manifest.get())) : Optional.empty());
    }
  }

  /// A copy with parts taken out. It keeps the link to the hash of what it was made of, so that the
  /// original can be compared whenever it is shown.
  ///
  /// @param of what it was made of
  /// @param sha256 of the redacted file
  /// @param reason what was taken out, and why
  /// @param description of the redacted file
  record Redacted(EntryId of, Hash sha256, Words reason, Description description)
      implements ExhibitFact {
    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.EVIDENCE_REDACTED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("description", description.toJson())
          .put("of", of.toString())
          .put("reason", reason.toJson())
          .putSha256("sha256", sha256)
          .build();
    }

    private static Redacted read(Json.Obj json) throws MalformedJsonException {
      return new Redacted(
          json.as("of", EntryId::parse),
          json.sha256("sha256"),
          Words.fromJson(json.object("reason")),
          Description.fromJson(json.object("description")));
    }
  }

  /// An exhibit passed from one custodian to the next.
  ///
  /// @param from who kept it until then
  /// @param to who keeps it now
  /// @param at when it passed
  /// @param reason what for
  record CustodyPassed(EntryId exhibit, Custodian from, Custodian to, Instant at, Words reason)
      implements ExhibitFact {
    /// @throws IllegalArgumentException when it does not change hands, or the time has no spelling
    public CustodyPassed {
      UtcTime.print(at);
      if (from.equals(to)) {
        throw new IllegalArgumentException("custody passes to whoever has it");
      }
    }

    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.CUSTODY_PASSED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("at", at)
          .put("exhibit", exhibit.toString())
          .put("from", from.toJson())
          .put("reason", reason.toJson())
          .put("to", to.toJson())
          .build();
    }

    private static CustodyPassed read(Json.Obj json) throws MalformedJsonException {
      return new CustodyPassed(
          json.as("exhibit", EntryId::parse),
          Custodian.fromJson(json.object("from")),
          Custodian.fromJson(json.object("to")),
          json.time("at"),
          Words.fromJson(json.object("reason")));
    }
  }

  /// Another side asks to see more of an exhibit.
  record AccessRequested(EntryId exhibit, Level wanted, Words reason) implements ExhibitFact {
    /// @throws IllegalArgumentException when nothing is asked for
    public AccessRequested {
      if (wanted == Level.EXISTS) {
        throw new IllegalArgumentException("that it exists is known already");
      }
    }

    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.ACCESS_REQUESTED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("exhibit", exhibit.toString())
          .put("reason", reason.toJson())
          .put("wanted", Codes.of(wanted))
          .build();
    }

    private static AccessRequested read(Json.Obj json) throws MalformedJsonException {
      return new AccessRequested(
          json.as("exhibit", EntryId::parse),
          Codes.read(json, "wanted", Level.class),
          Words.fromJson(json.object("reason")));
    }
  }

  /// What its holder answers.
  record AccessAnswered(EntryId request, AccessAnswer answer, Words reason) implements ExhibitFact {
    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.ACCESS_ANSWERED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("answer", Codes.of(answer))
          .put("reason", reason.toJson())
          .put("request", request.toString())
          .build();
    }

    private static AccessAnswered read(Json.Obj json) throws MalformedJsonException {
      return new AccessAnswered(
          json.as("request", EntryId::parse),
          Codes.read(json, "answer", AccessAnswer.class),
          Words.fromJson(json.object("reason")));
    }
  }

  private static void requireDescribed(Level level, Optional<Description> description) {
    if (description.isPresent() != (level != Level.EXISTS)) {
      throw new IllegalArgumentException("a description goes with every level but exists");
    }
  }

  private static Optional<Description> findDescription(Json.Obj json)
      throws MalformedJsonException {
    Optional<Json.Obj> description = json.findObject("description");
    return description.isPresent()
        ? Optional.of(Description.fromJson(description.get()))
        : Optional.empty();
  }

  /// The fact of `kind`, which is one of these, in `json`.
  static ExhibitFact read(InquiryFactKind kind, Json.Obj json) throws MalformedJsonException {
    return switch (kind) {
      case EVIDENCE_REGISTERED -> Registered.read(json);
      case EVIDENCE_RELEASED -> Released.read(json);
      case EVIDENCE_REDACTED -> Redacted.read(json);
      case CUSTODY_PASSED -> CustodyPassed.read(json);
      case ACCESS_REQUESTED -> AccessRequested.read(json);
      case ACCESS_ANSWERED -> AccessAnswered.read(json);
      case MATTER_OPENED,
          MATTER_CLOSED,
          MATTER_REOPENED,
          CLAIM_STATED,
          CLAIM_SUPERSEDED,
          CLAIM_WITHDRAWN,
          CLAIM_TRANSLATED,
          CLAIM_SEALED,
          CLAIM_REVEALED,
          QUESTION_ASKED,
          POSITION_TAKEN,
          VISIT_PASS_USED,
          MINUTES_NOT_AGREED,
          DISSENT_ANNEXED ->
          throw new IllegalArgumentException(kind + " is not about an exhibit");
    };
  }
}
