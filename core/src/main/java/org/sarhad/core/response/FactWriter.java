package org.sarhad.core.response;

import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;

/// Writes each fact as the body of its entry's payload. Inverse of [FactReader].
final class FactWriter {
  private FactWriter() {}

  static Json.Obj write(ResponseFact fact) {
    JsonBuilder json =
        switch (fact) {
          case IncidentFact f -> incident(f);
          case UnitFact f -> unit(f);
          case AssistanceFact f -> assistance(f);
          case HotlineFact f -> hotline(f);
          case ReportFact f -> report(f);
          case WatchFact f -> watch(f);
          case HistoryFact.Imported(HistoryId id, HistoryItem item) ->
              Json.obj().put("history", id.toString()).put("item", NounWriter.history(item));
          case RunCardFact.Written(RunCard card) -> Json.obj().put("card", NounWriter.card(card));
          case ClockFact.Passed(DeadlineKey deadline) ->
              Json.obj().put("deadline", NounWriter.deadline(deadline));
          case ClockFact.Escalated f ->
              Json.obj()
                  .put("deadline", NounWriter.deadline(f.deadline()))
                  .put("role", f.role().code());
        };
    return json.build();
  }

  private static JsonBuilder incident(IncidentFact fact) {
    var json = Json.obj().put("incident", fact.incident().toString());
    return switch (fact) {
      case IncidentFact.Opened f -> json.put("alert", NounWriter.alert(f.alert()));
      case IncidentFact.Notified f -> json.put("alert", NounWriter.alert(f.alert()));
      case IncidentFact.Acknowledged f ->
          NounWriter.put(json, f.words()).put("role", f.role().code());
      case IncidentFact.Noted f -> {
        f.about().ifPresent(item -> json.put("about", item.toString()));
        yield NounWriter.put(json, f.words());
      }
      case IncidentFact.StageReached f ->
          NounWriter.put(json, f.words()).put("stage", NounWriter.code(f.stage()));
      case IncidentFact.Corrected f ->
          NounWriter.put(json, f.words())
              .put("about", f.item().toString())
              .put("reason", NounWriter.words(f.reason()));
      case IncidentFact.Withdrawn f ->
          json.put("about", f.item().toString()).put("reason", NounWriter.words(f.reason()));
      case IncidentFact.Translated f ->
          NounWriter.put(json, f.words()).put("about", f.item().toString());
    };
  }

  private static JsonBuilder unit(UnitFact fact) {
    var json = Json.obj().put("unit", fact.unit().toString());
    return switch (fact) {
      case UnitFact.Registered f ->
          json.put("description", NounWriter.unit(f.description()))
              .put("status", NounWriter.code(f.status()));
      case UnitFact.Redescribed f -> json.put("description", NounWriter.unit(f.description()));
      case UnitFact.Shown f ->
          json.put("description", NounWriter.unit(f.description()))
              .put("status", NounWriter.code(f.status()));
      case UnitFact.Hidden f -> json.put("reason", NounWriter.words(f.reason()));
      case UnitFact.StatusReported f ->
          NounWriter.put(json, f.words())
              .put("status", NounWriter.code(f.status()))
              .putIfPresent("fix", f.fix().map(NounWriter::fix));
      case UnitFact.Retired f -> json.put("reason", NounWriter.words(f.reason()));
      case UnitFact.Tasked f ->
          NounWriter.put(json, f.instruction())
              .put("task", f.task().toString())
              .put("incident", f.incident().toString())
              .put("destination", f.destination().toJson());
      case UnitFact.TaskEnded f ->
          NounWriter.put(json, f.words())
              .put("task", f.task().toString())
              .put("incident", f.incident().toString())
              .put("outcome", NounWriter.code(f.outcome()));
    };
  }

  private static JsonBuilder assistance(AssistanceFact fact) {
    var json =
        Json.obj()
            .put("assistance", fact.assistance().toString())
            .put("incident", fact.incident().toString());
    return switch (fact) {
      case AssistanceFact.Requested f ->
          json.put("need", NounWriter.need(f.need()))
              .putIfPresent("cost", NounWriter.cost(f.cost()));
      case AssistanceFact.Offered f ->
          json.put("offer", NounWriter.need(f.offer()))
              .putIfPresent("cost", NounWriter.cost(f.cost()));
      case AssistanceFact.Answered f ->
          NounWriter.put(json, f.words())
              .put("answer", NounWriter.code(f.answer()))
              .put("conditions", Json.arr(f.conditions().stream().map(NounWriter::words)));
      case AssistanceFact.Committed f ->
          NounWriter.put(json, f.words())
              .put("units", NounWriter.names(f.units()))
              .putIfPresent("cost", NounWriter.cost(f.cost()));
      case AssistanceFact.Said f ->
          NounWriter.put(json, f.words())
              .put("verb", NounWriter.code(f.verb()))
              .putIfPresent("status", f.status().map(NounWriter::code));
      case AssistanceFact.Ended f -> NounWriter.put(json, f.words());
      case AssistanceFact.ConditionsAnswered f ->
          NounWriter.put(json, f.words())
              .put("answer", f.answer().toString())
              .put("accepts", f.accepts());
      case AssistanceFact.ExtensionAsked f ->
          NounWriter.put(json, f.words()).put("until", f.until());
      case AssistanceFact.ExtensionAnswered f -> {
        f.until().ifPresent(until -> json.put("until", until));
        yield NounWriter.put(json, f.words()).put("question", f.question().toString());
      }
      case AssistanceFact.CostStated f ->
          json.put("commitment", f.commitment().toString()).put("cost", NounWriter.cost(f.cost()));
      case AssistanceFact.CostAnswered f ->
          NounWriter.put(json, f.words())
              .put("statement", f.statement().toString())
              .put("agrees", f.agrees());
    };
  }

  private static JsonBuilder hotline(HotlineFact fact) {
    var json = Json.obj().put("hotline", fact.hotline().toString());
    fact.incident().ifPresent(incident -> json.put("incident", incident.toString()));
    return switch (fact) {
      case HotlineFact.Logged f -> json.put("call", NounWriter.call(f.call()));
      case HotlineFact.Answered f -> NounWriter.put(json, f.words()).put("agrees", f.agrees());
    };
  }

  private static JsonBuilder report(ReportFact fact) {
    return switch (fact) {
      case ReportFact.SitrepIssued f ->
          Json.obj()
              .put("incident", f.incident().toString())
              .put("sitrep", NounWriter.sitrep(f.sitrep()));
      case ReportFact.DailyReported f -> Json.obj().put("report", NounWriter.daily(f.report()));
    };
  }

  private static JsonBuilder watch(WatchFact fact) {
    var json = Json.obj().put("role", fact.role().code());
    return switch (fact) {
      case WatchFact.Offered f ->
          json.put("watch", f.watch().toString())
              .putTextIfPresent("to", f.to().map(officer -> officer.value()))
              .put("checklist", NounWriter.checklist(f.checklist()));
      case WatchFact.Taken f ->
          NounWriter.putIfPresent(
              NounWriter.put(json, f.words())
                  .putTextIfPresent("offer", f.offer().map(WatchId::toString)),
              "checklist",
              f.checklist());
      case WatchFact.Vacated f -> json.put("reason", NounWriter.words(f.reason()));
    };
  }
}
