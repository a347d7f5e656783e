package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.time.UtcTime;

/// A matter as STIX 2.1, for analysts' tools: one way, out (protocol clause 09-10.2).
///
/// - each side is an `identity`;
/// - the matter is a `report` that refers to everything else;
/// - each claim and each item of a finding is a `note`; a claim that no longer stands is *revoked*,
///   which in STIX hides nothing;
/// - each latest position is an `opinion` on the note of its claim, on the five steps of STIX:
///   accept is `strongly-agree`, accept in part `agree`, cannot verify `neutral`, dispute
///   `strongly-disagree`. A side that has not answered has no opinion here either.
///
/// The identifiers are made of the entries ([StixId]). Nothing is added that was not said.
public final class StixBundle {
  private static final String SPEC = "2.1";

  private final InquiryState state;
  private final MatterFile file;
  private final List<Json.Obj> objects = new ArrayList<>();

  private StixBundle(InquiryState state, MatterFile file) {
    this.state = state;
    this.file = file;
  }

  /// The bundle of the matter that `matter` opened, which must be one of `state`. O(n).
  public static Json.Obj of(InquiryState state, MatterFile matter) {
    return new StixBundle(state, matter).bundle();
  }

  private Json.Obj bundle() {
    for (PartyId side : state.sides()) {
      objects.add(identity(side));
    }
    for (Claim claim : file.accounts().claims().values().toList()) {
      objects.add(note(claim));
      for (PartyId side : state.sides()) {
        claim.positionOf(side).flatMap(taken -> opinion(claim, taken)).ifPresent(objects::add);
      }
    }
    for (AgreedAct act : file.joint().findings().toList()) {
      for (FindingTerms.Item item : BoardMaker.itemsOf(act)) {
        objects.add(note(act, item));
      }
      file.joint().dissentsFrom(act.id()).forEach(dissent -> objects.add(note(act, dissent)));
    }
    List<Json> all = new ArrayList<>(objects);
    all.add(report());
    return Json.obj()
        .put("id", StixId.of("bundle", file.id().toString()))
        .put("objects", Json.arr(all.stream()))
        .put("type", "bundle")
        .build();
  }

  // ---- objects --------------------------------------------------------------------------------

  private Json.Obj identity(PartyId side) {
    Instant time = file.opened().time();
    return Json.obj()
        .put("created", UtcTime.print(time))
        .put("id", identityOf(side))
        .put("identity_class", "organization")
        .put("modified", UtcTime.print(time))
        .put("name", side.value())
        .put("spec_version", SPEC)
        .put("type", "identity")
        .build();
  }

  private Json.Obj report() {
    Instant time = file.opened().time();
    return object("report", file.id().toString(), Optional.of(file.opened().by()), time, time)
        .put("name", file.said().title().text())
        .put("lang", file.said().title().language())
        .put("object_refs", Json.arr(objects.stream().map(StixBundle::idOf)))
        .put("published", UtcTime.print(time))
        .put("report_types", Json.arr(Json.of("threat-report")))
        .build();
  }

  private Json.Obj note(Claim claim) {
    Instant created = claim.stated().time();
    Instant modified =
        claim
            .end()
            .map(end -> end.said().time())
            .filter(time -> time.isAfter(created))
            .orElse(created);
    Statement says = claim.says();
    List<String> lines = new ArrayList<>();
    lines.add(says.subject() + ": " + says.value().toJson());
    lines.add("as of " + UtcTime.print(says.asOf()));
    lines.add("basis " + Codes.of(says.provenance().basis()));
    says.provenance().sources().forEach(source -> lines.add("source " + source.name()));
    says.original().ifPresent(words -> lines.add(words.text()));
    claim.end().ifPresent(end -> lines.add("no longer held: " + end.reason().text()));
    JsonBuilder note =
        object("note", claim.id().toString(), Optional.of(claim.by()), created, modified)
            .put("abstract", claim.by() + " " + Codes.of(Verb.of(claim)))
            .put("authors", Json.arr(Json.of(claim.by().value())))
            .put("content", String.join("\n", lines))
            .put("object_refs", Json.arr(Json.of(reportId())));
    return claim.isStanding() ? note.build() : note.put("revoked", true).build();
  }

  private Optional<Json.Obj> opinion(Claim claim, Position position) {
    Optional<String> opinion =
        switch (position.stance()) {
          case ACCEPT -> Optional.of("strongly-agree");
          case ACCEPT_PART -> Optional.of("agree");
          case CANNOT_VERIFY -> Optional.of("neutral");
          case DISPUTE -> Optional.of("strongly-disagree");
          case NONE_YET -> Optional.empty();
        };
    Stamp taken = position.taken();
    Optional<String> part = position.said().part().map(value -> "part: " + value.toJson());
    Optional<String> reason = position.said().reason().map(Words::text);
    List<String> lines = new ArrayList<>();
    part.ifPresent(lines::add);
    reason.ifPresent(lines::add);
    return opinion.map(
        word ->
            object(
                    "opinion",
                    taken.entry().toString(),
                    Optional.of(taken.by()),
                    taken.time(),
                    taken.time())
                .put("authors", Json.arr(Json.of(taken.by().value())))
                .putTextIfPresent(
                    "explanation",
                    lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines)))
                .put("object_refs", Json.arr(Json.of(noteOf(claim.id().toString()))))
                .put("opinion", word)
                .build());
  }

  /// A finding is nobody's alone, so its note names no creator and all sides as authors.
  private Json.Obj note(AgreedAct act, FindingTerms.Item item) {
    Instant time = act.moved().time();
    List<String> grounds =
        item.restsOn().stream()
            .filter(ground -> file.accounts().find(ground).isPresent())
            .map(ground -> noteOf(ground.toString()))
            .toList();
    String values =
        String.join(" ", item.outcome().everyValue().map(v -> v.toJson().toString()).toList());
    return object("note", act.id() + " " + item.subject(), Optional.empty(), time, time)
        .put("abstract", "joint finding, version " + act.version())
        .put("authors", Json.arr(state.sides().stream().map(side -> Json.of(side.value()))))
        .put("content", item.subject() + ": " + item.outcome().code() + " " + values)
        .put(
            "object_refs",
            Json.arr((grounds.isEmpty() ? List.of(reportId()) : grounds).stream().map(Json::of)))
        .build();
  }

  private Json.Obj note(AgreedAct act, Dissent dissent) {
    Stamp annexed = dissent.annexed();
    List<String> refs = new ArrayList<>();
    for (FindingTerms.Item item : BoardMaker.itemsOf(act)) {
      if (dissent.said().property().filter(p -> p != item.subject().property()).isEmpty()) {
        refs.add(noteOf(act.id() + " " + item.subject()));
      }
    }
    return object(
            "note",
            annexed.entry().toString(),
            Optional.of(annexed.by()),
            annexed.time(),
            annexed.time())
        .put("abstract", "dissent of " + annexed.by())
        .put("authors", Json.arr(Json.of(annexed.by().value())))
        .put("content", dissent.said().words().text())
        .put("object_refs", Json.arr(refs.stream().map(Json::of)))
        .build();
  }

  // ---- what all have in common ----------------------------------------------------------------

  private JsonBuilder object(
      String type, String name, Optional<PartyId> by, Instant created, Instant modified) {
    return Json.obj()
        .put("created", UtcTime.print(created))
        .putTextIfPresent("created_by_ref", by.map(this::identityOf))
        .put("id", StixId.of(type, name))
        .put("modified", UtcTime.print(modified))
        .put("spec_version", SPEC)
        .put("type", type);
  }

  private String identityOf(PartyId side) {
    return StixId.of("identity", file.id() + " " + side);
  }

  private static String noteOf(String name) {
    return StixId.of("note", name);
  }

  private String reportId() {
    return StixId.of("report", file.id().toString());
  }

  private static Json idOf(Json.Obj object) {
    return object.find("id").orElseThrow();
  }
}
