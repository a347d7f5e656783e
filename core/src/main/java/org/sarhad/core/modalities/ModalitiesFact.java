package org.sarhad.core.modalities;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;
import org.sarhad.core.time.UtcTime;

/// What a side can say about the modalities beside proposing and signing them, which are facts
/// about an act (chapter 07). Each is one entry; all of them are released (protocol clause 08-5).
///
/// As JSON each is the body payload of an entry of its [#kind()].
public sealed interface ModalitiesFact {
  /// The kind, whose word stands in the envelope.
  ModalitiesFactKind kind();

  /// The body, without salt. Inverse of [#fromJson].
  Json.Obj toJson();

  /// The fact of `kind` in `body`; only in its one spelling.
  ///
  /// @throws MalformedJsonException when the body is not such a fact
  static ModalitiesFact fromJson(ModalitiesFactKind kind, Json.Obj body)
      throws MalformedJsonException {
    String word = kind.kind().value();
    ModalitiesFact fact;
    try {
      fact =
          switch (kind) {
            case COMMENTED -> Commented.read(body);
            case BEGAN -> new Began(body.integer("version", 1, Document.NUMBER_MAX));
            case SUSPENSION_NOTICED ->
                new SuspensionNoticed(body.time("from"), body.text("reason"));
            case SUSPENDED ->
                new Suspended(body.findAs("notice", EntryId::parse), body.findText("emergency"));
            case RESUMPTION_NOTICED ->
                new ResumptionNoticed(body.time("from"), body.text("reason"));
            case RESUMED ->
                new Resumed(body.findAs("notice", EntryId::parse), body.findText("reason"));
            case NOTICE_WITHDRAWN ->
                new NoticeWithdrawn(body.as("notice", EntryId::parse), body.text("reason"));
          };
    } catch (IllegalArgumentException misfit) {
      throw new MalformedJsonException(
          word, String.valueOf(misfit.getMessage()), "members as the kind defines them");
    }
    // Closed: nothing is signed that was not understood, and no two bodies mean the same fact.
    if (!fact.toJson().equals(body)) {
      throw new MalformedJsonException(
          word, body.toString(), "only the members of this kind, each in its one spelling");
    }
    return fact;
  }

  /// "This is what I think of clause 7.2." It binds nobody; who wants another text makes a
  /// counter-proposal.
  ///
  /// @param act the proposal of the document
  /// @param clause which clause of it
  /// @param language the code of the language the remark is written in
  /// @param text prose of 1 to 2000 characters
  record Commented(EntryId act, ClauseNumber clause, String language, String text)
      implements ModalitiesFact {
    private static final int TEXT_MAX = 2_000;

    /// @throws IllegalArgumentException when the text is not prose, or the language no code
    public Commented {
      checkProse("text", text, TEXT_MAX);
      if (!Wording.isLanguage(language)) {
        throw new IllegalArgumentException("language \"" + language + "\" is no code such as fa");
      }
    }

    @Override
    public ModalitiesFactKind kind() {
      return ModalitiesFactKind.COMMENTED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("act", act.toString())
          .put("clause", clause.toString())
          .put("language", language)
          .put("text", text)
          .build();
    }

    private static Commented read(Json.Obj json) throws MalformedJsonException {
      return new Commented(
          json.as("act", EntryId::parse),
          json.as("clause", ClauseNumber::parse),
          json.text("language"),
          json.text("text"));
    }
  }

  /// The time that a signed version announced has come. Written by a node (protocol clause 08-6.3).
  ///
  /// @param version which one
  record Began(long version) implements ModalitiesFact {
    /// @throws IllegalArgumentException when it is no version
    public Began {
      if (version < 1 || version > Document.NUMBER_MAX) {
        throw new IllegalArgumentException("version " + version + " of the modalities");
      }
    }

    @Override
    public ModalitiesFactKind kind() {
      return ModalitiesFactKind.BEGAN;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("version", version).build();
    }
  }

  /// A side will suspend the modalities.
  ///
  /// @param from not before the notice that the version in force asks for is over
  /// @param reason for people: prose of 1 to 500 characters
  record SuspensionNoticed(Instant from, String reason) implements ModalitiesFact {
    /// @throws IllegalArgumentException when the time has no spelling, or the reason is not prose
    public SuspensionNoticed {
      UtcTime.print(from);
      checkReason(reason);
    }

    @Override
    public ModalitiesFactKind kind() {
      return ModalitiesFactKind.SUSPENSION_NOTICED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("from", from).put("reason", reason).build();
    }
  }

  /// The modalities are suspended: by a node, because the time that a notice named has come; or by
  /// an officer at once, which is labelled an emergency for ever.
  ///
  /// @param notice the entry of the notice; empty in an emergency
  /// @param emergency why it could not wait: prose of 1 to 500 characters; empty after a notice
  record Suspended(Optional<EntryId> notice, Optional<String> emergency) implements ModalitiesFact {
    /// @throws IllegalArgumentException unless exactly one is there, and the reason is prose
    public Suspended {
      checkEither(notice, emergency);
    }

    /// As a notice announced.
    public static Suspended after(EntryId notice) {
      return new Suspended(Optional.of(notice), Optional.empty());
    }

    /// At once.
    public static Suspended atOnce(String emergency) {
      return new Suspended(Optional.empty(), Optional.of(emergency));
    }

    @Override
    public ModalitiesFactKind kind() {
      return ModalitiesFactKind.SUSPENDED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .putTextIfPresent("emergency", emergency)
          .putTextIfPresent("notice", notice.map(EntryId::toString))
          .build();
    }
  }

  /// A side will end its suspension.
  ///
  /// @param from not before the notice that the version in force asks for is over
  /// @param reason for people: prose of 1 to 500 characters
  record ResumptionNoticed(Instant from, String reason) implements ModalitiesFact {
    /// @throws IllegalArgumentException when the time has no spelling, or the reason is not prose
    public ResumptionNoticed {
      UtcTime.print(from);
      checkReason(reason);
    }

    @Override
    public ModalitiesFactKind kind() {
      return ModalitiesFactKind.RESUMPTION_NOTICED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("from", from).put("reason", reason).build();
    }
  }

  /// A side's suspension is over: by its node, because the time that a notice named has come; or by
  /// an officer at once, if it was an emergency that was declared at once.
  ///
  /// @param notice the entry of the notice; empty when at once
  /// @param reason why: prose of 1 to 500 characters; empty after a notice
  record Resumed(Optional<EntryId> notice, Optional<String> reason) implements ModalitiesFact {
    /// @throws IllegalArgumentException unless exactly one is there, and the reason is prose
    public Resumed {
      checkEither(notice, reason);
    }

    /// As a notice announced.
    public static Resumed after(EntryId notice) {
      return new Resumed(Optional.of(notice), Optional.empty());
    }

    /// At once.
    public static Resumed atOnce(String reason) {
      return new Resumed(Optional.empty(), Optional.of(reason));
    }

    @Override
    public ModalitiesFactKind kind() {
      return ModalitiesFactKind.RESUMED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .putTextIfPresent("notice", notice.map(EntryId::toString))
          .putTextIfPresent("reason", reason)
          .build();
    }
  }

  /// A side takes back its notice, of suspension or of resumption, before it has taken effect.
  ///
  /// @param notice the entry of the notice
  /// @param reason for people: prose of 1 to 500 characters
  record NoticeWithdrawn(EntryId notice, String reason) implements ModalitiesFact {
    /// @throws IllegalArgumentException when the reason is not prose
    public NoticeWithdrawn {
      checkReason(reason);
    }

    @Override
    public ModalitiesFactKind kind() {
      return ModalitiesFactKind.NOTICE_WITHDRAWN;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("notice", notice.toString()).put("reason", reason).build();
    }
  }

  private static void checkEither(Optional<EntryId> notice, Optional<String> reason) {
    if (notice.isPresent() == reason.isPresent()) {
      throw new IllegalArgumentException("expected a notice or a reason, and not both");
    }
    reason.ifPresent(ModalitiesFact::checkReason);
  }

  private static void checkReason(String reason) {
    checkProse("reason", reason, 500);
  }

  private static void checkProse(String what, String text, int lengthMax) {
    Optional<String> flaw = Text.flawInProse(text, lengthMax);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException(what + " has " + flaw.get());
    }
  }
}
