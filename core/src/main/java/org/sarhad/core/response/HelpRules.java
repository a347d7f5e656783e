package org.sarhad.core.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;

/// The rules for asking for help, answering, and logging calls.
record HelpRules(Case at) {
  private static final int COUNTERPART_MAX = 200;

  Decision<ResponseFact, ResponseReply, Refusal> request(
      ResponseRequest.RequestAssistance request) {
    AssistanceId id = nextThread();
    return opening(request, request.incident(), request.need(), request.cost())
        .unless(
            request.need().units().stream().noneMatch(at::isOwn),
            Refusal.OWN_NEEDS_NO_ANSWER,
            request.need().units().toString())
        .unless(
            request.need().units().stream().allMatch(this::isAskable),
            Refusal.UNIT_UNKNOWN,
            request.need().units().toString())
        .otherwise(
            id.toString(),
            () ->
                List.of(
                    Case.released(
                        new AssistanceFact.Requested(
                            id, request.incident(), request.need(), request.cost()))));
  }

  Decision<ResponseFact, ResponseReply, Refusal> offer(ResponseRequest.OfferAssistance request) {
    AssistanceId id = nextThread();
    return ownUnits(
            opening(request, request.incident(), request.offer(), request.cost()),
            request.offer().units())
        .otherwise(
            id.toString(),
            () ->
                List.of(
                    Case.released(
                        new AssistanceFact.Offered(
                            id, request.incident(), request.offer(), request.cost()))));
  }

  Decision<ResponseFact, ResponseReply, Refusal> answer(ResponseRequest.AnswerAssistance request) {
    AssistanceId id = request.assistance();
    Optional<Assistance> thread = at.state().assistance(id);
    boolean declines = request.answer() == AssistanceFact.Answer.DECLINED;
    Objections objections =
        inThread(request, id)
            .optional("words", request.words(), at.textMax())
            .unless(
                request.answer() != AssistanceFact.Answer.CONDITIONAL
                    || !request.conditions().isEmpty(),
                Refusal.FIELD_MISSING,
                "conditions")
            .unless(!declines || !request.words().isBlank(), Refusal.FIELD_MISSING, "words")
            .unless(!at.isOwn(id), Refusal.OWN_NEEDS_NO_ANSWER, id.toString())
            .unless(
                at.ownSide().help().thread(id).answered().isEmpty(),
                Refusal.ALREADY_ANSWERED,
                id.toString())
            .unless(
                !declines || request.units().isEmpty(),
                Refusal.ASSISTANCE_NOT_ACCEPTED,
                id.toString());
    request.conditions().forEach(words -> objections.required("conditions", words, at.textMax()));
    return ownUnits(objections, request.units())
        .otherwise(id.toString(), () -> answerFacts(request, thread.orElseThrow().incident()));
  }

  private static List<Authored<ResponseFact>> answerFacts(
      ResponseRequest.AnswerAssistance request, IncidentId incident) {
    var facts = new ArrayList<Authored<ResponseFact>>();
    facts.add(
        Case.released(
            new AssistanceFact.Answered(
                request.assistance(),
                incident,
                request.answer(),
                request.conditions(),
                request.words())));
    if (!request.units().isEmpty()) {
      facts.add(
          Case.released(
              new AssistanceFact.Committed(
                  request.assistance(), incident, request.units(), Words.NONE, Optional.empty())));
    }
    return facts;
  }

  Decision<ResponseFact, ResponseReply, Refusal> commit(ResponseRequest.CommitAssistance request) {
    AssistanceId id = request.assistance();
    Optional<Assistance> thread = at.state().assistance(id);
    return ownUnits(
            cost(inThread(request, id), request.cost())
                .optional("words", request.words(), at.textMax()),
            request.units())
        .unless(
            !request.units().isEmpty() || !request.words().isBlank(),
            Refusal.FIELD_MISSING,
            "units or words")
        .unless(
            thread.isEmpty() || !at.isOwn(id) || thread.get().isOffer(),
            Refusal.OWN_NEEDS_NO_ANSWER,
            id.toString())
        .unless(
            thread.map(this::isAccepted).orElse(true),
            Refusal.ASSISTANCE_NOT_ACCEPTED,
            id.toString())
        .unless(
            thread.map(known -> !known.areConditionsDeclined()).orElse(true),
            Refusal.CONDITIONS_DECLINED,
            id.toString())
        .otherwise(
            id.toString(),
            () ->
                List.of(
                    Case.released(
                        new AssistanceFact.Committed(
                            id,
                            thread.orElseThrow().incident(),
                            request.units(),
                            request.words(),
                            request.cost()))));
  }

  Decision<ResponseFact, ResponseReply, Refusal> say(ResponseRequest.SayInAssistance request) {
    AssistanceId id = request.assistance();
    return inThread(request, id)
        .required("words", request.words(), at.textMax())
        .unless(
            request.status().isEmpty() || request.verb() == AssistanceFact.Verb.DEPLOYMENT_STATUS,
            Refusal.STATUS_OUT_OF_PLACE,
            request.verb().name())
        .otherwise(
            id.toString(),
            () ->
                List.of(
                    Case.released(
                        new AssistanceFact.Said(
                            id,
                            incidentOf(id),
                            request.verb(),
                            request.words(),
                            request.status()))));
  }

  Decision<ResponseFact, ResponseReply, Refusal> end(ResponseRequest.EndAssistance request) {
    AssistanceId id = request.assistance();
    return inThread(request, id)
        .optional("words", request.words(), at.textMax())
        .otherwise(
            id.toString(),
            () ->
                List.of(
                    Case.released(new AssistanceFact.Ended(id, incidentOf(id), request.words()))));
  }

  Decision<ResponseFact, ResponseReply, Refusal> logCall(ResponseRequest.LogHotline request) {
    int last = at.ownSide().help().lastCall();
    var id = new HotlineId(at.own(), at.nextAfter(last));
    Call call = request.call();
    Optional<IncidentId> incident = request.incident();
    return at.objectionsTo(request)
        .required("words", call.words(), at.textMax())
        .optional("readBackWords", call.readBackWords(), at.textMax())
        .text("counterpart", call.counterpart(), COUNTERPART_MAX)
        .past("at", call.at())
        .unless(
            incident.map(at::isKnown).orElse(true),
            Refusal.INCIDENT_UNKNOWN,
            incident.map(IncidentId::toString).orElse(""))
        .unless(
            incident.map(named -> at.canBeTold(named, request.audience())).orElse(true),
            Refusal.NOT_RELEASED_YET,
            incident.map(IncidentId::toString).orElse(""))
        .unless(last < ResponseId.MAX_NUMBER, Refusal.SERIES_EXHAUSTED, id.toString())
        .otherwise(
            id.toString(),
            () ->
                List.of(Case.fact(new HotlineFact.Logged(id, incident, call), request.audience())));
  }

  Decision<ResponseFact, ResponseReply, Refusal> answerCall(ResponseRequest.AnswerHotline request) {
    HotlineId id = request.hotline();
    Optional<Said> call = at.state().side(id.owner()).help().calls().find(id);
    return at.objectionsTo(request)
        .optional("words", request.words(), at.textMax())
        .unless(call.isPresent(), Refusal.HOTLINE_UNKNOWN, id.toString())
        .unless(call.isEmpty() || !at.isOwn(id), Refusal.OWN_NEEDS_NO_ANSWER, id.toString())
        .unless(
            !at.ownSide().help().answers().containsKey(id), Refusal.ALREADY_ANSWERED, id.toString())
        .otherwise(
            id.toString(),
            () ->
                List.of(
                    Case.released(
                        new HotlineFact.Answered(
                            id,
                            call.flatMap(said -> said.fact().aboutIncident()),
                            request.agrees(),
                            request.words()))));
  }

  private AssistanceId nextThread() {
    return new AssistanceId(at.own(), at.nextAfter(at.ownSide().help().lastThread()));
  }

  private Objections opening(
      ResponseRequest request, IncidentId incident, Need need, Optional<CostLine> cost) {
    Objections objections = cost(at.objectionsTo(request), cost);
    need.answerBy().ifPresent(time -> objections.near("answerBy", time));
    return objections
        .required("words", need.words(), at.textMax())
        .unless(at.isKnown(incident), Refusal.INCIDENT_UNKNOWN, incident.toString())
        .unless(!at.isClosedHere(incident), Refusal.INCIDENT_CLOSED, incident.toString())
        .unless(
            at.known(incident).map(Incident::isReleased).orElse(true),
            Refusal.NOT_RELEASED_YET,
            incident.toString())
        .unless(
            at.ownSide().help().lastThread() < ResponseId.MAX_NUMBER,
            Refusal.SERIES_EXHAUSTED,
            "AR");
  }

  /// The thread exists and neither side has ended it.
  Objections inThread(ResponseRequest request, AssistanceId id) {
    Optional<Assistance> thread = at.state().assistance(id);
    return at.objectionsTo(request)
        .unless(thread.isPresent(), Refusal.ASSISTANCE_UNKNOWN, id.toString())
        .unless(
            thread.map(Assistance::progress).filter(Assistance.Progress.ENDED::equals).isEmpty(),
            Refusal.ASSISTANCE_ENDED,
            id.toString());
  }

  /// Only own units can be promised, and only those the other side has been shown.
  private Objections ownUnits(Objections objections, List<UnitId> units) {
    for (UnitId id : units) {
      Optional<Unit> unit = at.ownUnit(id);
      objections
          .unless(at.isOwn(id), Refusal.PEER_UNIT_ASK_DONT_TASK, id.toString())
          .unless(!at.isOwn(id) || unit.isPresent(), Refusal.UNIT_UNKNOWN, id.toString())
          .unless(unit.filter(Unit::retired).isEmpty(), Refusal.UNIT_RETIRED, id.toString())
          .unless(unit.map(Unit::isShown).orElse(true), Refusal.NOT_RELEASED_YET, id.toString());
    }
    return objections;
  }

  private Objections cost(Objections objections, Optional<CostLine> cost) {
    cost.ifPresent(line -> objections.required("cost", line.what(), at.textMax()));
    return objections;
  }

  private boolean isAskable(UnitId id) {
    return at.isOwn(id) || at.state().unit(id).filter(Unit::isShown).isPresent();
  }

  /// The helper may commit once there is a yes: its own to a request, the other's to its offer.
  private boolean isAccepted(Assistance thread) {
    Optional<Said> yes =
        at.isOwn(thread.id())
            ? thread.answer()
            : at.ownSide().help().thread(thread.id()).answered();
    return yes.map(Said::fact)
        .map(AssistanceFact.Answered.class::cast)
        .filter(answered -> answered.answer() != AssistanceFact.Answer.DECLINED)
        .isPresent();
  }

  private IncidentId incidentOf(AssistanceId id) {
    return at.state().assistance(id).orElseThrow().incident();
  }
}
