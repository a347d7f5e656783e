package org.sarhad.core.response;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.party.PartyId;

/// The rules for what follows a yes: conditions taken or not, staying longer, and what it has cost.
record DeploymentRules(Case at) {

  Decision<ResponseFact, ResponseReply, Refusal> answerConditions(
      ResponseRequest.AnswerConditions request) {
    AssistanceId id = request.assistance();
    Optional<Said> answer = thread(id).flatMap(Assistance::answer);
    boolean isConditional = thread(id).filter(Assistance::isConditional).isPresent();
    boolean isAnswered = thread(id).flatMap(Assistance::conditionsAnswered).isPresent();
    return help()
        .inThread(request, id)
        .optional("words", request.words(), at.textMax())
        .unless(request.accepts() || !request.words().isBlank(), Refusal.FIELD_MISSING, "words")
        .unless(at.isOwn(id) || thread(id).isEmpty(), Refusal.NOT_YOURS, id.toString())
        .unless(!isAnswered, Refusal.ALREADY_ANSWERED, id.toString())
        .unless(isConditional, Refusal.NOTHING_TO_ANSWER, id.toString())
        .otherwise(
            id.toString(),
            () ->
                List.of(
                    Case.released(
                        new AssistanceFact.ConditionsAnswered(
                            id,
                            incidentOf(id),
                            answer.orElseThrow().entry(),
                            request.accepts(),
                            request.words()))));
  }

  Decision<ResponseFact, ResponseReply, Refusal> askExtension(
      ResponseRequest.AskExtension request) {
    AssistanceId id = request.assistance();
    return binding(asHelped(help().inThread(request, id), id), id)
        .required("words", request.words(), at.textMax())
        .near("until", request.until())
        .unless(
            request.until().isAfter(at.now()),
            Refusal.TIME_NOT_PLAUSIBLE,
            "until: " + request.until())
        .otherwise(
            id.toString(),
            () ->
                List.of(
                    Case.released(
                        new AssistanceFact.ExtensionAsked(
                            id, incidentOf(id), request.until(), request.words()))));
  }

  Decision<ResponseFact, ResponseReply, Refusal> answerExtension(
      ResponseRequest.AnswerExtension request) {
    AssistanceId id = request.assistance();
    Optional<Extension> waiting =
        thread(id).stream()
            .flatMap(known -> known.extensions().stream())
            .filter(extension -> extension.answered().isEmpty())
            .reduce((_, later) -> later);
    Objections objections =
        asHelper(help().inThread(request, id), id)
            .optional("words", request.words(), at.textMax())
            .unless(
                request.until().isPresent() || !request.words().isBlank(),
                Refusal.FIELD_MISSING,
                "words")
            .unless(waiting.isPresent(), Refusal.NOTHING_TO_ANSWER, id.toString());
    Optional<Instant> until = request.until();
    until.ifPresent(
        time ->
            objections
                .near("until", time)
                .unless(time.isAfter(at.now()), Refusal.TIME_NOT_PLAUSIBLE, "until: " + time));
    return objections.otherwise(
        id.toString(),
        () ->
            List.of(
                Case.released(
                    new AssistanceFact.ExtensionAnswered(
                        id,
                        incidentOf(id),
                        waiting.orElseThrow().asked().entry(),
                        until,
                        request.words()))));
  }

  /// Money is settled when the help is over as well as before.
  Decision<ResponseFact, ResponseReply, Refusal> stateCost(ResponseRequest.StateCost request) {
    AssistanceId id = request.assistance();
    Optional<HelpCost> line =
        thread(id).stream()
            .flatMap(known -> known.costs().stream())
            .filter(cost -> cost.commitment().entry().equals(request.commitment()))
            .findFirst();
    return asHelper(known(request, id), id)
        .required("cost", request.cost().what(), at.textMax())
        .unless(request.cost().amountMinor().isPresent(), Refusal.FIELD_MISSING, "cost: an amount")
        .unless(line.isPresent(), Refusal.COMMITMENT_UNKNOWN, request.commitment().toString())
        .unless(
            line.map(HelpCost::standing).filter(HelpCost.Standing.AGREED::equals).isEmpty(),
            Refusal.ALREADY_SO,
            request.commitment().toString())
        .otherwise(
            id.toString(),
            () ->
                List.of(
                    Case.released(
                        new AssistanceFact.CostStated(
                            id, incidentOf(id), request.commitment(), request.cost()))));
  }

  Decision<ResponseFact, ResponseReply, Refusal> answerCost(ResponseRequest.AnswerCost request) {
    AssistanceId id = request.assistance();
    Optional<HelpCost> line =
        thread(id).stream()
            .flatMap(known -> known.costs().stream())
            .filter(
                cost ->
                    cost.stated()
                        .filter(said -> said.entry().equals(request.statement()))
                        .isPresent())
            .findFirst();
    return asHelped(known(request, id), id)
        .optional("words", request.words(), at.textMax())
        .unless(request.agrees() || !request.words().isBlank(), Refusal.FIELD_MISSING, "words")
        .unless(
            line.flatMap(HelpCost::answered).isEmpty(),
            Refusal.ALREADY_ANSWERED,
            request.statement().toString())
        .unless(line.isPresent(), Refusal.NOTHING_TO_ANSWER, request.statement().toString())
        .otherwise(
            id.toString(),
            () ->
                List.of(
                    Case.released(
                        new AssistanceFact.CostAnswered(
                            id,
                            incidentOf(id),
                            request.statement(),
                            request.agrees(),
                            request.words()))));
  }

  // ---- who and whether ------------------------------------------------------------------------

  private Objections known(ResponseRequest request, AssistanceId id) {
    return at.objectionsTo(request)
        .unless(thread(id).isPresent(), Refusal.ASSISTANCE_UNKNOWN, id.toString());
  }

  private Objections asHelper(Objections objections, AssistanceId id) {
    return objections.unless(
        thread(id).isEmpty() || isOwn(thread(id).flatMap(Assistance::helper)),
        Refusal.NOT_THE_HELPER,
        id.toString());
  }

  private Objections asHelped(Objections objections, AssistanceId id) {
    return objections.unless(
        thread(id).isEmpty() || isOwn(thread(id).flatMap(Assistance::helped)),
        Refusal.NOT_THE_HELPED,
        id.toString());
  }

  private Objections binding(Objections objections, AssistanceId id) {
    return objections.unless(
        thread(id).map(Assistance::isBinding).orElse(true),
        Refusal.ASSISTANCE_NOT_ACCEPTED,
        id.toString());
  }

  private boolean isOwn(Optional<PartyId> side) {
    return side.equals(Optional.of(at.own()));
  }

  private HelpRules help() {
    return new HelpRules(at);
  }

  private Optional<Assistance> thread(AssistanceId id) {
    return at.state().assistance(id);
  }

  private IncidentId incidentOf(AssistanceId id) {
    return thread(id).orElseThrow().incident();
  }
}
