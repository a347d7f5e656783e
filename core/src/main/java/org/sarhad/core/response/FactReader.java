package org.sarhad.core.response;

import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.geo.Place;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.OfficerId;
import org.sarhad.tlog.tree.Hash;

/// Reads the body of an entry's payload as the fact its kind says it is.
///
/// Closed: a body is accepted only if writing the fact again gives that body. So nothing is signed
/// that was not understood, and no two bodies mean the same fact.
final class FactReader {
  private FactReader() {}

  static ResponseFact read(FactKind kind, Json.Obj body) throws MalformedJsonException {
    ResponseFact fact;
    try {
      fact = readAny(kind, body);
    } catch (IllegalArgumentException refusal) {
      throw new MalformedJsonException(
          kind.code(), body.toString(), String.valueOf(refusal.getMessage()));
    }
    if (!fact.toJson().equals(body)) {
      throw new MalformedJsonException(
          kind.code(), body.toString(), "only the members of this kind, each in its one spelling");
    }
    return fact;
  }

  private static ResponseFact readAny(FactKind kind, Json.Obj body) throws MalformedJsonException {
    return switch (kind) {
      case ALERT -> new IncidentFact.Opened(incident(body), NounReader.alert(body.object("alert")));
      case NOTICE ->
          new IncidentFact.Notified(incident(body), NounReader.alert(body.object("alert")));
      case ACKNOWLEDGED ->
          new IncidentFact.Acknowledged(
              incident(body), NounReader.role(body, "role"), NounReader.words(body));
      case NOTE ->
          new IncidentFact.Noted(
              incident(body), NounReader.words(body), body.findAs("about", EntryId::parse));
      case STAGE ->
          new IncidentFact.StageReached(
              incident(body), NounReader.code(body, "stage", Stage.class), NounReader.words(body));
      case CORRECTION ->
          new IncidentFact.Corrected(
              incident(body),
              body.as("about", EntryId::parse),
              NounReader.words(body),
              NounReader.words(body, "reason"));
      case WITHDRAWAL ->
          new IncidentFact.Withdrawn(
              incident(body), body.as("about", EntryId::parse), NounReader.words(body, "reason"));
      case TRANSLATION ->
          new IncidentFact.Translated(
              incident(body), body.as("about", EntryId::parse), NounReader.words(body));
      case UNIT_REGISTERED -> new UnitFact.Registered(unit(body), description(body), status(body));
      case UNIT_DESCRIBED -> new UnitFact.Redescribed(unit(body), description(body));
      case UNIT_SHOWN -> new UnitFact.Shown(unit(body), description(body), status(body));
      case UNIT_HIDDEN -> new UnitFact.Hidden(unit(body), NounReader.words(body, "reason"));
      case UNIT_STATUS ->
          new UnitFact.StatusReported(
              unit(body),
              status(body),
              NounReader.find(body, "fix", NounReader::fix),
              NounReader.words(body));
      case UNIT_RETIRED -> new UnitFact.Retired(unit(body), NounReader.words(body, "reason"));
      case TASKING ->
          new UnitFact.Tasked(
              body.as("task", TaskId::parse),
              incident(body),
              unit(body),
              NounReader.words(body),
              Place.fromJson(body.object("destination")));
      case TASKING_ENDED ->
          new UnitFact.TaskEnded(
              body.as("task", TaskId::parse),
              incident(body),
              unit(body),
              NounReader.code(body, "outcome", UnitFact.Outcome.class),
              NounReader.words(body));
      case ASSISTANCE_REQUESTED ->
          new AssistanceFact.Requested(
              assistance(body), incident(body), NounReader.need(body.object("need")), cost(body));
      case ASSISTANCE_OFFERED ->
          new AssistanceFact.Offered(
              assistance(body), incident(body), NounReader.need(body.object("offer")), cost(body));
      case ASSISTANCE_ANSWERED ->
          new AssistanceFact.Answered(
              assistance(body),
              incident(body),
              NounReader.code(body, "answer", AssistanceFact.Answer.class),
              NounReader.wordsList(body, "conditions"),
              NounReader.words(body));
      case ASSISTANCE_COMMITTED ->
          new AssistanceFact.Committed(
              assistance(body),
              incident(body),
              NounReader.texts(body, "units", UnitId::parse),
              NounReader.words(body),
              cost(body));
      case ASSISTANCE_SAID ->
          new AssistanceFact.Said(
              assistance(body),
              incident(body),
              NounReader.code(body, "verb", AssistanceFact.Verb.class),
              NounReader.words(body),
              body.has("status")
                  ? Optional.of(NounReader.code(body, "status", Deployment.class))
                  : Optional.empty());
      case ASSISTANCE_ENDED ->
          new AssistanceFact.Ended(assistance(body), incident(body), NounReader.words(body));
      case ASSISTANCE_CONDITIONS_ANSWERED ->
          new AssistanceFact.ConditionsAnswered(
              assistance(body),
              incident(body),
              body.as("answer", EntryId::parse),
              body.bool("accepts"),
              NounReader.words(body));
      case ASSISTANCE_EXTENSION_ASKED ->
          new AssistanceFact.ExtensionAsked(
              assistance(body), incident(body), body.time("until"), NounReader.words(body));
      case ASSISTANCE_EXTENSION_ANSWERED ->
          new AssistanceFact.ExtensionAnswered(
              assistance(body),
              incident(body),
              body.as("question", EntryId::parse),
              body.findTime("until"),
              NounReader.words(body));
      case ASSISTANCE_COST_STATED ->
          new AssistanceFact.CostStated(
              assistance(body),
              incident(body),
              body.as("commitment", EntryId::parse),
              NounReader.cost(body.object("cost")));
      case ASSISTANCE_COST_ANSWERED ->
          new AssistanceFact.CostAnswered(
              assistance(body),
              incident(body),
              body.as("statement", EntryId::parse),
              body.bool("agrees"),
              NounReader.words(body));
      case HOTLINE ->
          new HotlineFact.Logged(
              hotline(body), findIncident(body), NounReader.call(body.object("call")));
      case HOTLINE_ANSWERED ->
          new HotlineFact.Answered(
              hotline(body), findIncident(body), body.bool("agrees"), NounReader.words(body));
      case SITREP ->
          new ReportFact.SitrepIssued(incident(body), NounReader.sitrep(body.object("sitrep")));
      case DAILY_REPORT -> new ReportFact.DailyReported(NounReader.daily(body.object("report")));
      case WATCH_OFFERED ->
          new WatchFact.Offered(
              body.as("watch", WatchId::parse),
              NounReader.role(body, "role"),
              body.findAs("to", OfficerId::of),
              NounReader.checklist(body.object("checklist")));
      case WATCH_TAKEN ->
          new WatchFact.Taken(
              NounReader.role(body, "role"),
              body.findAs("offer", WatchId::parse),
              digest(body),
              NounReader.words(body));
      case WATCH_VACATED ->
          new WatchFact.Vacated(NounReader.role(body, "role"), NounReader.words(body, "reason"));
      case HISTORY ->
          new HistoryFact.Imported(
              body.as("history", HistoryId::parse), NounReader.history(body.object("item")));
      case RUN_CARD -> new RunCardFact.Written(NounReader.card(body.object("card")));
      case DEADLINE_PASSED -> new ClockFact.Passed(NounReader.deadline(body.object("deadline")));
      case ESCALATED ->
          new ClockFact.Escalated(
              NounReader.deadline(body.object("deadline")), NounReader.role(body, "role"));
    };
  }

  private static UnitId unit(Json.Obj body) throws MalformedJsonException {
    return body.as("unit", UnitId::parse);
  }

  private static AssistanceId assistance(Json.Obj body) throws MalformedJsonException {
    return body.as("assistance", AssistanceId::parse);
  }

  private static IncidentId incident(Json.Obj body) throws MalformedJsonException {
    return body.as("incident", IncidentId::parse);
  }

  private static Optional<IncidentId> findIncident(Json.Obj body) throws MalformedJsonException {
    return body.findAs("incident", IncidentId::parse);
  }

  private static HotlineId hotline(Json.Obj body) throws MalformedJsonException {
    return body.as("hotline", HotlineId::parse);
  }

  private static UnitDescription description(Json.Obj body) throws MalformedJsonException {
    return NounReader.unit(body.object("description"));
  }

  private static UnitStatus status(Json.Obj body) throws MalformedJsonException {
    return NounReader.code(body, "status", UnitStatus.class);
  }

  private static Optional<CostLine> cost(Json.Obj body) throws MalformedJsonException {
    return NounReader.find(body, "cost", NounReader::cost);
  }

  private static Optional<Hash> digest(Json.Obj body) throws MalformedJsonException {
    return body.has("checklist") ? Optional.of(body.sha256("checklist")) : Optional.empty();
  }
}
