package org.sarhad.node.api;

import org.sarhad.core.response.AssistanceFact;
import org.sarhad.core.response.ClockFact;
import org.sarhad.core.response.HistoryFact;
import org.sarhad.core.response.HotlineFact;
import org.sarhad.core.response.IncidentFact;
import org.sarhad.core.response.ReportFact;
import org.sarhad.core.response.ResponseFact;
import org.sarhad.core.response.RunCardFact;
import org.sarhad.core.response.Sitrep;
import org.sarhad.core.response.UnitFact;
import org.sarhad.core.response.WatchFact;
import org.sarhad.core.response.Words;

/// What a person wrote into a fact, verbatim and in the language they wrote it in: the only part of
/// an entry that is never said in the reader's own language.
final class Prose {
  private Prose() {}

  /// The main words of a fact; blank where its author had nothing to write. Pure, O(1).
  static Words of(ResponseFact fact) {
    return switch (fact) {
      case IncidentFact.Opened f -> f.alert().what();
      case IncidentFact.Notified f -> f.alert().what();
      case IncidentFact.Acknowledged f -> f.words();
      case IncidentFact.Noted f -> f.words();
      case IncidentFact.StageReached f -> f.words();
      case IncidentFact.Corrected f -> f.words();
      case IncidentFact.Withdrawn f -> f.reason();
      case IncidentFact.Translated f -> f.words();
      case UnitFact.Hidden f -> f.reason();
      case UnitFact.StatusReported f -> f.words();
      case UnitFact.Retired f -> f.reason();
      case UnitFact.Tasked f -> f.instruction();
      case UnitFact.TaskEnded f -> f.words();
      case AssistanceFact.Requested f -> f.need().words();
      case AssistanceFact.Offered f -> f.offer().words();
      case AssistanceFact.Answered f -> f.words();
      case AssistanceFact.Committed f -> f.words();
      case AssistanceFact.Said f -> f.words();
      case AssistanceFact.Ended f -> f.words();
      case AssistanceFact.ConditionsAnswered f -> f.words();
      case AssistanceFact.ExtensionAsked f -> f.words();
      case AssistanceFact.ExtensionAnswered f -> f.words();
      case AssistanceFact.CostStated f -> f.cost().what();
      case AssistanceFact.CostAnswered f -> f.words();
      case HotlineFact.Logged f -> f.call().words();
      case HotlineFact.Answered f -> f.words();
      case ReportFact.SitrepIssued f ->
          f.sitrep().letters().getOrDefault(Sitrep.Letter.C, Words.NONE);
      case ReportFact.DailyReported f -> f.report().restrictions();
      case WatchFact.Offered f -> f.checklist().remarks();
      case WatchFact.Taken f -> f.words();
      case WatchFact.Vacated f -> f.reason();
      case HistoryFact.Imported f -> f.item().title();
      case UnitFact.Registered _, UnitFact.Redescribed _, UnitFact.Shown _ -> Words.NONE;
      case RunCardFact.Written _, ClockFact.Passed _, ClockFact.Escalated _ -> Words.NONE;
    };
  }
}
