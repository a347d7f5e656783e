package org.sarhad.node.api;

import java.util.Optional;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.AssistanceFact;
import org.sarhad.core.response.ClockFact;
import org.sarhad.core.response.HistoryFact;
import org.sarhad.core.response.HotlineFact;
import org.sarhad.core.response.IncidentFact;
import org.sarhad.core.response.ReportFact;
import org.sarhad.core.response.ResponseFact;
import org.sarhad.core.response.RunCardFact;
import org.sarhad.core.response.UnitFact;
import org.sarhad.core.response.WatchFact;

/// Entries in one plain English line each, for logs, scripts and people without a console. A
/// console writes its own, in its language, from kind and fields.
final class Plain {
  private static final int SHOWN = 120;

  private Plain() {}

  /// What an entry says.
  ///
  /// @param fact what its payload states; empty when it is withheld, erased or of a kind not known
  static String line(PartyId author, Kind kind, Optional<ResponseFact> fact) {
    return author.value().toUpperCase(java.util.Locale.ROOT)
        + " "
        + fact.map(Plain::says).orElseGet(() -> "wrote " + kind.value());
  }

  private static String says(ResponseFact fact) {
    return switch (fact) {
      case IncidentFact f -> incident(f);
      case UnitFact f -> unit(f);
      case AssistanceFact f -> assistance(f);
      case HotlineFact.Logged f ->
          "logged a call %s: %s".formatted(f.hotline(), shortened(f.call().words().text()));
      case HotlineFact.Answered f ->
          "%s the call %s".formatted(f.agrees() ? "confirmed" : "denied", f.hotline());
      case ReportFact.SitrepIssued f ->
          "issued situation report %d on %s".formatted(f.sitrep().number(), f.incident());
      case ReportFact.DailyReported f -> "issued daily report %d".formatted(f.report().number());
      case WatchFact.Offered f -> "offered the watch of the " + f.role().title();
      case WatchFact.Taken f -> "took the watch of the " + f.role().title();
      case WatchFact.Vacated f -> "noted that the watch of the " + f.role().title() + " is empty";
      case HistoryFact.Imported f ->
          "imported %s of %s, no proof of notice: %s"
              .formatted(f.history(), f.item().occurred(), shortened(f.item().title().text()));
      case RunCardFact.Written(var card) ->
          "wrote version %d of run card %s".formatted(card.version(), card.word().latin());
      case ClockFact.Passed f ->
          "let a deadline pass: %s of %s"
              .formatted(Codes.of(f.deadline().duty()), f.deadline().subject());
      case ClockFact.Escalated f ->
          "put %s of %s before the %s"
              .formatted(Codes.of(f.deadline().duty()), f.deadline().subject(), f.role().title());
    };
  }

  private static String incident(IncidentFact fact) {
    var id = fact.incident();
    return switch (fact) {
      case IncidentFact.Opened f ->
          "opened %s, %s: %s"
              .formatted(id, f.alert().priority(), shortened(f.alert().what().text()));
      case IncidentFact.Notified f ->
          "told of %s, %s: %s"
              .formatted(id, f.alert().priority(), shortened(f.alert().what().text()));
      case IncidentFact.Acknowledged f -> "acknowledged %s as %s".formatted(id, f.role().title());
      case IncidentFact.Noted f -> "noted on %s: %s".formatted(id, shortened(f.words().text()));
      case IncidentFact.StageReached f -> "declared %s %s".formatted(id, Codes.of(f.stage()));
      case IncidentFact.Corrected f ->
          "corrected an item of %s: %s".formatted(id, shortened(f.words().text()));
      case IncidentFact.Withdrawn f ->
          "withdrew an item of %s: %s".formatted(id, shortened(f.reason().text()));
      case IncidentFact.Translated f -> "translated an item of %s".formatted(id);
    };
  }

  private static String unit(UnitFact fact) {
    var id = fact.unit();
    return switch (fact) {
      case UnitFact.Registered f ->
          "registered unit %s, %s".formatted(id, f.description().callSign());
      case UnitFact.Redescribed _ -> "brought the register of unit %s up to date".formatted(id);
      case UnitFact.Shown f -> "showed unit %s, %s".formatted(id, f.description().callSign());
      case UnitFact.Hidden _ -> "shows unit %s no more".formatted(id);
      case UnitFact.StatusReported f -> "reported unit %s %s".formatted(id, f.status().code());
      case UnitFact.Retired _ -> "retired unit %s".formatted(id);
      case UnitFact.Tasked f ->
          "sent unit %s to %s: %s".formatted(id, f.incident(), shortened(f.instruction().text()));
      case UnitFact.TaskEnded f ->
          "ended %s of unit %s, %s".formatted(f.task(), id, Codes.of(f.outcome()));
    };
  }

  private static String assistance(AssistanceFact fact) {
    var id = fact.assistance();
    return switch (fact) {
      case AssistanceFact.Requested f ->
          "asked for help, %s on %s: %s"
              .formatted(id, f.incident(), shortened(f.need().words().text()));
      case AssistanceFact.Offered f ->
          "offered help, %s on %s: %s"
              .formatted(id, f.incident(), shortened(f.offer().words().text()));
      case AssistanceFact.Answered f ->
          "answered %s on %s: %s".formatted(id, f.incident(), Codes.of(f.answer()));
      case AssistanceFact.Committed f ->
          "committed %d units to %s on %s".formatted(f.units().size(), id, f.incident());
      case AssistanceFact.Said f ->
          "said in %s on %s: %s".formatted(id, f.incident(), shortened(f.words().text()));
      case AssistanceFact.Ended f -> "ended %s on %s".formatted(id, f.incident());
      case AssistanceFact.ConditionsAnswered f ->
          "%s the conditions in %s on %s"
              .formatted(f.accepts() ? "took" : "did not take", id, f.incident());
      case AssistanceFact.ExtensionAsked f ->
          "asked for help until %s, %s on %s".formatted(f.until(), id, f.incident());
      case AssistanceFact.ExtensionAnswered f ->
          f.until()
              .map(until -> "said in %s on %s: until %s".formatted(id, f.incident(), until))
              .orElseGet(() -> "said in %s on %s: no longer".formatted(id, f.incident()));
      case AssistanceFact.CostStated f -> "stated what %s on %s cost".formatted(id, f.incident());
      case AssistanceFact.CostAnswered f ->
          "%s what %s on %s cost"
              .formatted(f.agrees() ? "agreed to" : "disputed", id, f.incident());
    };
  }

  private static String shortened(String text) {
    var line = text.lines().findFirst().orElse("");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
