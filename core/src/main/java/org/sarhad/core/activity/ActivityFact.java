package org.sarhad.core.activity;

import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;

/// Everything a side can say about activities. Each fact is one entry; who says it, when and where
/// stands in the entry, not here. All of them are released (protocol clause 12-6).
///
/// As JSON each is the body payload of an entry of its [#kind()].
public sealed interface ActivityFact {
  /// Most characters of a text.
  int TEXT_MAX = 2_000;

  /// The kind, whose word stands in the envelope.
  ActivityFactKind kind();

  /// The body, without salt. Inverse of [#fromJson].
  Json.Obj toJson();

  /// The fact of `kind` in `body`; only in its one spelling.
  ///
  /// @throws MalformedJsonException when the body is not such a fact
  static ActivityFact fromJson(ActivityFactKind kind, Json.Obj body) throws MalformedJsonException {
    return Bodies.closed(kind.kind().value(), body, json -> read(kind, json), ActivityFact::toJson);
  }

  private static ActivityFact read(ActivityFactKind kind, Json.Obj json)
      throws MalformedJsonException {
    return switch (kind) {
      case GIVEN -> new Given(Notice.fromJson(json));
      case CHANGED ->
          new Changed(activity(json), Notice.fromJson(json), Bodies.wording(json, "reason"));
      case CANCELLED -> new Cancelled(activity(json), Bodies.wording(json, "reason"));
      case ACKNOWLEDGED ->
          new Acknowledged(
              activity(json),
              json.as("version", EntryId::parse),
              json.findAs("beside", EntryId::parse),
              Bodies.find(json, "text", Wording::fromJson));
      case COMMENTED -> new Commented(activity(json), Bodies.wording(json, "text"));
    };
  }

  private static EntryId activity(Json.Obj json) throws MalformedJsonException {
    return json.as("activity", EntryId::parse);
  }

  private static JsonBuilder about(EntryId activity) {
    return Json.obj().put("activity", activity.toString());
  }

  /// "We are going to do this."
  ///
  /// @param notice what, where and when
  record Given(Notice notice) implements ActivityFact {
    @Override
    public ActivityFactKind kind() {
      return ActivityFactKind.GIVEN;
    }

    @Override
    public Json.Obj toJson() {
      return notice.putInto(Json.obj()).build();
    }
  }

  /// "It will be thus instead." The whole notice again; the one before stays, struck through.
  ///
  /// @param activity the entry that gave notice of it
  /// @param notice what, where and when it is now
  /// @param reason why; at most 2 000 characters
  record Changed(EntryId activity, Notice notice, Wording reason) implements ActivityFact {
    /// @throws IllegalArgumentException when the reason is too long
    public Changed {
      reason.atMost("reason", TEXT_MAX);
    }

    @Override
    public ActivityFactKind kind() {
      return ActivityFactKind.CHANGED;
    }

    @Override
    public Json.Obj toJson() {
      return notice.putInto(about(activity)).put("reason", reason.toJson()).build();
    }
  }

  /// "It will not take place", or "it is over already".
  ///
  /// @param activity the entry that gave notice of it
  /// @param reason why; at most 2 000 characters
  record Cancelled(EntryId activity, Wording reason) implements ActivityFact {
    /// @throws IllegalArgumentException when the reason is too long
    public Cancelled {
      reason.atMost("reason", TEXT_MAX);
    }

    @Override
    public ActivityFactKind kind() {
      return ActivityFactKind.CANCELLED;
    }

    @Override
    public Json.Obj toJson() {
      return about(activity).put("reason", reason.toJson()).build();
    }
  }

  /// "We have taken note." With `beside`, of this activity beside that one: what the two sides do
  /// there at the same time is known to both, and `text` says how they keep out of each other's
  /// way. It permits nothing.
  ///
  /// @param activity the entry that gave notice of it
  /// @param version the entry of the notice that was read: that one, or the one that changed it
  /// @param beside the entry that gave notice of another activity
  /// @param text at most 2 000 characters
  record Acknowledged(
      EntryId activity, EntryId version, Optional<EntryId> beside, Optional<Wording> text)
      implements ActivityFact {
    /// @throws IllegalArgumentException when the text is too long
    public Acknowledged {
      text.ifPresent(said -> said.atMost("text", TEXT_MAX));
    }

    @Override
    public ActivityFactKind kind() {
      return ActivityFactKind.ACKNOWLEDGED;
    }

    @Override
    public Json.Obj toJson() {
      return about(activity)
          .putTextIfPresent("beside", beside.map(EntryId::toString))
          .putIfPresent("text", text.map(Wording::toJson))
          .put("version", version.toString())
          .build();
    }
  }

  /// "We have this to say to it."
  ///
  /// @param activity the entry that gave notice of it
  /// @param text at most 2 000 characters
  record Commented(EntryId activity, Wording text) implements ActivityFact {
    /// @throws IllegalArgumentException when the text is too long
    public Commented {
      text.atMost("text", TEXT_MAX);
    }

    @Override
    public ActivityFactKind kind() {
      return ActivityFactKind.COMMENTED;
    }

    @Override
    public Json.Obj toJson() {
      return about(activity).put("text", text.toJson()).build();
    }
  }
}
