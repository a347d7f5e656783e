package org.sarhad.core.response;

/// Numbered reports.
public sealed interface ReportFact extends ResponseFact {
  /// A situation report on one incident, numbered by its author per incident.
  record SitrepIssued(IncidentId incident, Sitrep sitrep) implements ReportFact {}

  /// The day in counts.
  record DailyReported(DailyReport report) implements ReportFact {}
}
