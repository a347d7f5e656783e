package org.sarhad.core.inquiry;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.geo.Place;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;

/// What is said about a matter as a whole (protocol clause 09-1.4).
public sealed interface MatterFact extends InquiryFact {

  /// "This is to be looked into." The matter is known by this entry.
  ///
  /// @param matter what sort of matter
  /// @param title in the opener's words
  /// @param place where, if it is somewhere
  /// @param zone the zone or sector, as the modalities name it; an identifier of at most 64
  /// @param incidents incidents it belongs to, by their names; ascending, at most 16
  /// @param isImported whether it is from before the record: then nothing here proves that anybody
  ///   was told anything at the time
  /// @param about the entry that it is about, if it is one: of a delivery in dispute, the act by
  ///   which it was taken over, or its despatch
  record Opened(
      MatterKind matter,
      Words title,
      Optional<Place> place,
      Optional<String> zone,
      List<String> incidents,
      boolean isImported,
      Optional<EntryId> about)
      implements MatterFact {
    private static final int NAME_MAX = 64;
    private static final int INCIDENTS_MAX = 16;

    /// @throws IllegalArgumentException when a name is no identifier, or the incidents are too many
    ///   or not in order
    public Opened {
      incidents = List.copyOf(incidents);
      zone.ifPresent(name -> requireIdentifier("zone", name));
      incidents.forEach(name -> requireIdentifier("incident", name));
      Codes.requireAtMost("incidents", incidents.size(), INCIDENTS_MAX);
      Lists.requireAscending("incident", incidents);
    }

    /// One that is about no entry.
    public Opened(
        MatterKind matter,
        Words title,
        Optional<Place> place,
        Optional<String> zone,
        List<String> incidents,
        boolean isImported) {
      this(matter, title, place, zone, incidents, isImported, Optional.empty());
    }

    /// A matter of `kind` called `title`, and nothing more.
    public static Opened of(MatterKind kind, Words title) {
      return new Opened(kind, title, Optional.empty(), Optional.empty(), List.of(), false);
    }

    /// This, as one from before the record.
    public Opened imported() {
      return new Opened(matter, title, place, zone, incidents, true, about);
    }

    /// This, as one that is about `entry`.
    public Opened about(EntryId entry) {
      return new Opened(matter, title, place, zone, incidents, isImported, Optional.of(entry));
    }

    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.MATTER_OPENED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .putTextIfPresent("about", about.map(EntryId::toString))
          .put("imported", isImported)
          .putIfPresent("incidents", Lists.written(incidents, Json::of))
          .put("matter", Codes.of(matter))
          .putIfPresent("place", place.map(Place::toJson))
          .put("title", title.toJson())
          .putTextIfPresent("zone", zone)
          .build();
    }

    private static Opened read(Json.Obj json) throws MalformedJsonException {
      Optional<Json.Obj> place = json.findObject("place");
      return new Opened(
          Codes.read(json, "matter", MatterKind.class),
          Words.fromJson(json.object("title")),
          place.isPresent() ? Optional.of(Place.fromJson(place.get())) : Optional.empty(),
          json.findText("zone"),
          Lists.texts(json, "incidents", name -> name),
          json.bool("imported"),
          json.findAs("about", EntryId::parse));
    }

    private static void requireIdentifier(String what, String name) {
      Optional<String> flaw = Text.flawInIdentifier(name, NAME_MAX);
      if (flaw.isPresent()) {
        throw new IllegalArgumentException(what + " has " + flaw.get());
      }
    }
  }

  /// "We have nothing more to say about it." Closes it for the author's side alone.
  record Closed(EntryId matter, Words reason) implements MatterFact {
    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.MATTER_CLOSED;
    }

    @Override
    public Json.Obj toJson() {
      return ended(matter, reason);
    }
  }

  /// "We have, after all." Opens it again for the author's side.
  record Reopened(EntryId matter, Words reason) implements MatterFact {
    @Override
    public InquiryFactKind kind() {
      return InquiryFactKind.MATTER_REOPENED;
    }

    @Override
    public Json.Obj toJson() {
      return ended(matter, reason);
    }
  }

  private static Json.Obj ended(EntryId matter, Words reason) {
    return Json.obj().put("matter", matter.toString()).put("reason", reason.toJson()).build();
  }

  /// The fact of `kind`, which is one of these, in `json`.
  static MatterFact read(InquiryFactKind kind, Json.Obj json) throws MalformedJsonException {
    if (kind == InquiryFactKind.MATTER_OPENED) {
      return Opened.read(json);
    }
    EntryId matter = json.as("matter", EntryId::parse);
    Words reason = Words.fromJson(json.object("reason"));
    return kind == InquiryFactKind.MATTER_CLOSED
        ? new Closed(matter, reason)
        : new Reopened(matter, reason);
  }
}
