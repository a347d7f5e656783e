package org.sarhad.core.response;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.party.Role;

/// The rules for what is said about incidents.
record IncidentRules(Case at) {
  Decision<ResponseFact, ResponseReply, Refusal> open(ResponseRequest.OpenIncident request) {
    IncidentBook book = at.ownSide().incidents();
    int last = request.exercise() ? book.lastExercise() : book.lastNumber();
    var id = new IncidentId(at.own(), at.nextAfter(last), request.exercise());
    return alert(at.objectionsTo(request), request.alert())
        .unless(last < ResponseId.MAX_NUMBER, Refusal.SERIES_EXHAUSTED, id.toString())
        .otherwise(
            id.toString(),
            () ->
                List.of(
                    Case.fact(new IncidentFact.Opened(id, request.alert()), request.audience())));
  }

  Decision<ResponseFact, ResponseReply, Refusal> notifyPeer(ResponseRequest.NotifyPeer request) {
    IncidentId id = request.incident();
    Optional<Incident> incident = at.known(id);
    return alert(at.objectionsTo(request), request.alert())
        .unless(incident.isPresent(), Refusal.INCIDENT_UNKNOWN, id.toString())
        .unless(incident.isEmpty() || at.isOwn(id), Refusal.NOT_YOURS, id.toString())
        .unless(
            incident.filter(Incident::isReleased).isEmpty(),
            Refusal.ALREADY_RELEASED,
            id.toString())
        .otherwise(
            id.toString(),
            () -> List.of(Case.released(new IncidentFact.Notified(id, request.alert()))));
  }

  Decision<ResponseFact, ResponseReply, Refusal> acknowledge(ResponseRequest.Acknowledge request) {
    IncidentId id = request.incident();
    return at.objectionsTo(request)
        .optional("words", request.words(), at.textMax())
        .unless(at.isKnown(id), Refusal.INCIDENT_UNKNOWN, id.toString())
        .unless(!at.isOwn(id), Refusal.OWN_NEEDS_NO_ANSWER, id.toString())
        .unless(
            at.ownSide().incidents().file(id).acknowledged().isEmpty(),
            Refusal.ALREADY_ACKNOWLEDGED,
            id.toString())
        .otherwise(
            id.toString(),
            () ->
                List.of(
                    Case.released(
                        new IncidentFact.Acknowledged(id, actingAs(request), request.words()))));
  }

  Decision<ResponseFact, ResponseReply, Refusal> note(ResponseRequest.Note request) {
    IncidentId id = request.incident();
    Optional<Said> about = request.about().flatMap(entry -> at.item(id, entry));
    boolean aboutSecret =
        request.audience() == Audience.RELEASE && about.filter(Said::released).isEmpty();
    return at.objectionsTo(request)
        .required("words", request.words(), at.textMax())
        .unless(at.isKnown(id), Refusal.INCIDENT_UNKNOWN, id.toString())
        .unless(
            request.about().isEmpty() || about.isPresent(),
            Refusal.ITEM_UNKNOWN,
            request.about().map(Object::toString).orElse(""))
        .unless(
            at.canBeTold(id, request.audience()) && (request.about().isEmpty() || !aboutSecret),
            Refusal.NOT_RELEASED_YET,
            id.toString())
        .otherwise(
            id.toString(),
            () ->
                List.of(
                    Case.fact(
                        new IncidentFact.Noted(id, request.words(), request.about()),
                        request.audience())));
  }

  Decision<ResponseFact, ResponseReply, Refusal> reach(ResponseRequest.ReachStage request) {
    IncidentId id = request.incident();
    boolean already =
        at.known(id).filter(known -> known.stageOf(at.own()) == request.stage()).isPresent();
    return at.objectionsTo(request)
        .optional("words", request.words(), at.textMax())
        .unless(at.isKnown(id), Refusal.INCIDENT_UNKNOWN, id.toString())
        .unless(!already, Refusal.ALREADY_SO, id + ": " + request.stage())
        .unless(at.canBeTold(id, request.audience()), Refusal.NOT_RELEASED_YET, id.toString())
        .otherwise(
            id.toString(),
            () ->
                List.of(
                    Case.fact(
                        new IncidentFact.StageReached(id, request.stage(), request.words()),
                        request.audience())));
  }

  Decision<ResponseFact, ResponseReply, Refusal> correct(ResponseRequest.Correct request) {
    Optional<Said> item = at.ownItem(request.incident(), request.item());
    return aboutItem(request, request.incident(), item, request.item().toString())
        .required("words", request.words(), at.textMax())
        .required("reason", request.reason(), at.textMax())
        .otherwise(
            request.incident().toString(),
            () ->
                List.of(
                    Case.fact(
                        new IncidentFact.Corrected(
                            request.incident(), request.item(), request.words(), request.reason()),
                        Case.audienceOf(item.orElseThrow()))));
  }

  Decision<ResponseFact, ResponseReply, Refusal> withdraw(ResponseRequest.Withdraw request) {
    Optional<Said> item = at.ownItem(request.incident(), request.item());
    return aboutItem(request, request.incident(), item, request.item().toString())
        .required("reason", request.reason(), at.textMax())
        .otherwise(
            request.incident().toString(),
            () ->
                List.of(
                    Case.fact(
                        new IncidentFact.Withdrawn(
                            request.incident(), request.item(), request.reason()),
                        Case.audienceOf(item.orElseThrow()))));
  }

  Decision<ResponseFact, ResponseReply, Refusal> translate(ResponseRequest.Translate request) {
    Optional<Said> item = at.item(request.incident(), request.item());
    return aboutItem(request, request.incident(), item, request.item().toString())
        .required("words", request.words(), at.textMax())
        .otherwise(
            request.incident().toString(),
            () ->
                List.of(
                    Case.fact(
                        new IncidentFact.Translated(
                            request.incident(), request.item(), request.words()),
                        Case.audienceOf(item.orElseThrow()))));
  }

  /// What is said about an item goes where the item went; where that is the other side, only those
  /// who may speak to it may say it.
  private Objections aboutItem(
      ResponseRequest request, IncidentId id, Optional<Said> item, String name) {
    boolean speaks = at.context().roles().stream().anyMatch(Authority.SPEAKS::contains);
    return at.objectionsTo(request)
        .unless(
            speaks || item.filter(Said::released).isEmpty(),
            Refusal.ROLE_MAY_NOT,
            "allowed: " + Authority.SPEAKS.stream().sorted().map(Role::title).toList())
        .unless(at.isKnown(id), Refusal.INCIDENT_UNKNOWN, id.toString())
        .unless(item.isPresent(), Refusal.ITEM_UNKNOWN, name);
  }

  private Objections alert(Objections objections, Alert alert) {
    return objections
        .required("what", alert.what(), at.settings().lengths().what())
        .past("when", alert.occurredAt())
        .unless(
            alert.codeWord().map(word -> at.card(word).isPresent()).orElse(true),
            Refusal.CODE_WORD_UNKNOWN,
            alert.codeWord().orElse(""));
  }

  private Role actingAs(ResponseRequest request) {
    return Authority.actingAs(request, at.context().roles()).orElseThrow();
  }
}
