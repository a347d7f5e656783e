package org.sarhad.node.api;

import java.util.Optional;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.MalformedPayloadException;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.Officer;
import org.sarhad.core.response.EntryTimes;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.Ladder;
import org.sarhad.core.response.ResponseFact;
import org.sarhad.core.response.Said;
import org.sarhad.node.api.view.LadderView;
import org.sarhad.node.api.view.RecordViews;

/// Entries of the logs as the contract shows them: rows of the record.
final class Entries {
  private static final String RESPONSE = "response.";

  private final Lens lens;

  Entries(Lens lens) {
    this.lens = lens;
  }

  /// What an entry's payload says, if it is here and this version knows its kind.
  Optional<ResponseFact> fact(Entry entry) {
    var kind = entry.envelope().kind().value();
    if (!kind.startsWith(RESPONSE)) {
      return Optional.empty();
    }
    return body(entry)
        .flatMap(
            body -> {
              try {
                return Optional.of(ResponseFact.parse(kind, body));
              } catch (MalformedJsonException _) {
                return Optional.empty();
              }
            });
  }

  /// The salted JSON of the body, without the salt, if it is here.
  Optional<Json.Obj> body(Entry entry) {
    return entry
        .envelope()
        .body()
        .flatMap(
            ref ->
                lens.view().payload(entry.id(), ref.sha256()).flatMap(bytes -> parsed(ref, bytes)));
  }

  private static Optional<Json.Obj> parsed(PayloadRef ref, org.sarhad.tlog.Bytes bytes) {
    try {
      return Payload.open(ref, bytes) instanceof Payload.Salted salted
          ? Optional.of(salted.body())
          : Optional.empty();
    } catch (MalformedPayloadException _) {
      return Optional.empty();
    }
  }

  RecordViews.Row row(Entry entry) {
    var envelope = entry.envelope();
    var fact = fact(entry);
    var author = author(entry);
    var incident = fact.flatMap(ResponseFact::aboutIncident);
    return new RecordViews.Row(
        lens.entryName(entry.id()),
        envelope.kind().value(),
        lens.author(author, entry.author(), role(entry)),
        envelope.time(),
        envelope.release().code(),
        incident.map(IncidentId::toString),
        Plain.line(author, envelope.kind(), fact),
        fact.map(Prose::of).filter(words -> !words.isBlank()).map(RecordViews.Prose::of),
        ladder(entry, incident),
        isUnread(entry, author),
        fact.isPresent() || !envelope.kind().value().startsWith(RESPONSE));
  }

  /// The side that wrote it: the own one for the journal.
  PartyId author(Entry entry) {
    return lens.view()
        .channel()
        .sides()
        .find(entry.id().origin())
        .map(side -> side.party())
        .orElse(lens.own());
  }

  private Optional<Role> role(Entry entry) {
    var origin =
        entry.id().origin().equals(lens.view().self().journal())
            ? lens.view().self().origin()
            : entry.id().origin();
    long position =
        origin.equals(entry.id().origin())
            ? entry.id().index()
            : entry.envelope().seen().sizeOf(origin);
    return lens.view()
        .channel()
        .sides()
        .find(origin)
        .flatMap(
            side -> entry.author().flatMap(officer -> officerAt(side.roster(), officer, position)))
        .flatMap(officer -> officer.roles().stream().findFirst());
  }

  private static Optional<Officer> officerAt(
      org.sarhad.core.record.Roster roster, OfficerId officer, long position) {
    return roster.officerAt(officer, position);
  }

  private LadderView ladder(Entry entry, Optional<IncidentId> about) {
    Optional<Incident> incident = about.flatMap(lens.response()::incident);
    Optional<Said> said = incident.flatMap(known -> known.file(author(entry)).item(entry.id()));
    var ladder =
        said.map(item -> Ladder.of(item, incident.orElseThrow(), lens.view()))
            .orElseGet(
                () ->
                    new Ladder(
                        entry.envelope().time(),
                        lens.view().times(entry.id()),
                        Optional.empty(),
                        entry.envelope().kind().value().equals("response.history")));
    return lens.ladder(ladder, entry.id());
  }

  private boolean isUnread(Entry entry, PartyId author) {
    EntryTimes times = lens.view().times(entry.id());
    return !author.equals(lens.own())
        && times.read().isEmpty()
        && entry.envelope().kind().value().startsWith(RESPONSE);
  }
}
