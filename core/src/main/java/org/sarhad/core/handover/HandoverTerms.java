package org.sarhad.core.handover;

import java.util.Optional;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.IncidentName;
import org.sarhad.core.register.Wording;

/// The terms of a `handover`: one side offers to another that it be responsible from now on
/// (protocol clause 12-3).
///
/// @param incident which
/// @param part the whole, or one part of it
/// @param from who is responsible, and offers
/// @param to who is to be
/// @param basis the entry by which `from` came to be responsible; empty when it is because it
///   opened the incident
/// @param reasons why; at most 2 000 characters
/// @param briefing how things stand
public record HandoverTerms(
    IncidentName incident,
    Part part,
    PartyId from,
    PartyId to,
    Optional<EntryId> basis,
    Wording reasons,
    Briefing briefing) {
  /// The kind of act that they are the terms of.
  public static final ActKind KIND = ActKind.of("handover");

  /// Most characters of the reasons.
  public static final int REASONS_MAX = 2_000;

  /// @throws IllegalArgumentException when the reasons are too long
  public HandoverTerms {
    reasons.atMost("reasons", REASONS_MAX);
  }

  /// The terms as they stand in the proposal. Inverse of [#fromJson].
  public Json.Obj toJson() {
    return Json.obj()
        .putTextIfPresent("basis", basis.map(EntryId::toString))
        .put("briefing", briefing.toJson())
        .put("from", from.value())
        .put("incident", incident.value())
        .put("part", part.toJson())
        .put("reasons", reasons.toJson())
        .put("to", to.value())
        .build();
  }

  /// Reads terms in their one spelling.
  ///
  /// @throws MalformedJsonException when they are none
  public static HandoverTerms fromJson(Json.Obj terms) throws MalformedJsonException {
    return Bodies.closed("handover", terms, HandoverTerms::read, HandoverTerms::toJson);
  }

  private static HandoverTerms read(Json.Obj json) throws MalformedJsonException {
    return new HandoverTerms(
        json.as("incident", IncidentName::of),
        Part.fromJson(json.object("part")),
        json.as("from", PartyId::of),
        json.as("to", PartyId::of),
        json.findAs("basis", EntryId::parse),
        Bodies.wording(json, "reasons"),
        Briefing.fromJson(json.object("briefing")));
  }
}
