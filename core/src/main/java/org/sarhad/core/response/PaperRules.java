package org.sarhad.core.response;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.fact.Decision;

/// The rules for numbered reports, imported history and run cards.
record PaperRules(Case at) {
  Decision<ResponseFact, ResponseReply, Refusal> sitrep(ResponseRequest.IssueSitrep request) {
    IncidentId id = request.incident();
    int last = at.ownSide().incidents().file(id).sitreps();
    int number = at.nextAfter(last);
    boolean inForm =
        request.form() == Sitrep.Form.FULL
            || request.letters().keySet().stream().allMatch(Sitrep.Letter::inShortForm);
    Objections objections =
        at.objectionsTo(request)
            .unless(!request.letters().isEmpty(), Refusal.FIELD_MISSING, "letters")
            .optional("restrictions", request.restrictions(), at.textMax())
            .past("asOf", request.asOf())
            .unless(inForm, Refusal.SITREP_OUT_OF_FORM, request.letters().keySet().toString())
            .unless(at.isKnown(id), Refusal.INCIDENT_UNKNOWN, id.toString())
            .unless(at.canBeTold(id, request.audience()), Refusal.NOT_RELEASED_YET, id.toString())
            .unless(last < ResponseId.MAX_NUMBER, Refusal.SERIES_EXHAUSTED, "SITREP");
    for (Map.Entry<Sitrep.Letter, Words> letter : new TreeMap<>(request.letters()).entrySet()) {
      objections.required(letter.getKey().name(), letter.getValue(), at.textMax());
    }
    return objections.otherwise(
        "SITREP " + number,
        () ->
            List.of(
                Case.fact(
                    new ReportFact.SitrepIssued(
                        id,
                        Sitrep.of(
                            number,
                            request.form(),
                            request.phase(),
                            request.asOf(),
                            request.letters(),
                            request.restrictions())),
                    request.audience())));
  }

  Decision<ResponseFact, ResponseReply, Refusal> daily(ResponseRequest.IssueDailyReport request) {
    boolean released = request.audience() == Audience.RELEASE;
    var days = new DailyCounts(at.state(), at.own(), at.settings().daily());
    DailyReport report = days.report(at.now(), released, request.restrictions());
    return at.objectionsTo(request)
        .optional("restrictions", request.restrictions(), at.textMax())
        .unless(!days.isIssued(report.day(), released), Refusal.ALREADY_SO, report.day().toString())
        .otherwise(
            "daily report " + report.number(),
            () -> List.of(Case.fact(new ReportFact.DailyReported(report), request.audience())));
  }

  Decision<ResponseFact, ResponseReply, Refusal> history(ResponseRequest.ImportHistory request) {
    Shelf shelf = at.ownSide().shelf();
    HistoryItem item = request.item();
    var id = new HistoryId(at.own(), at.nextAfter(shelf.lastHistory()));
    Objections objections =
        at.objectionsTo(request)
            .required("title", item.title(), at.settings().lengths().what())
            .text("externalId", item.externalId(), at.settings().lengths().what())
            .unless(!item.claims().isEmpty(), Refusal.FIELD_MISSING, "claims")
            .unless(
                !shelf.historyNames().containsKey(item.externalId()),
                Refusal.ALREADY_IMPORTED,
                item.externalId())
            .unless(
                shelf.lastHistory() < ResponseId.MAX_NUMBER,
                Refusal.SERIES_EXHAUSTED,
                id.toString());
    for (HistoryItem.ReportedClaim claim : item.claims()) {
      objections
          .required("figure", Words.en(claim.figure()), at.textMax())
          .required("source", Words.en(claim.source()), at.textMax())
          .text("saidBy", claim.saidBy(), at.textMax());
    }
    return objections.otherwise(
        id.toString(),
        () -> List.of(Case.fact(new HistoryFact.Imported(id, item), request.audience())));
  }

  Decision<ResponseFact, ResponseReply, Refusal> runCard(ResponseRequest.WriteRunCard request) {
    RunCard card = request.card();
    int last = at.card(card.word().latin()).map(RunCard::version).orElse(0);
    Objections objections =
        at.objectionsTo(request)
            .text("title", card.title().en(), at.settings().lengths().what())
            .unless(last < ResponseId.MAX_NUMBER, Refusal.SERIES_EXHAUSTED, card.word().latin());
    card.checklist()
        .forEach(line -> objections.text("checklist", line.en(), at.settings().lengths().what()));
    return objections.otherwise(
        card.word().latin(),
        () ->
            List.of(
                Case.fact(
                    new RunCardFact.Written(card.withVersion(at.nextAfter(last))),
                    request.audience())));
  }
}
