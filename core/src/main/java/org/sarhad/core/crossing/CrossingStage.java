package org.sarhad.core.crossing;

/// How far a crossing is at some moment (protocol clause 11-6.1). The first that applies, from
/// below.
public enum CrossingStage {
  /// Proposed; not all have signed.
  ASKED,
  /// Refused, taken back, or not answered in time.
  NOT_GIVEN,
  /// Signed by all, and no leave all the same: its terms keep no agreed limit, or an assent to it
  /// was stale.
  VOID,
  /// Another crossing has taken its place.
  REPLACED,
  /// A leave whose window has not come.
  GRANTED,
  /// A leave: the units may be there.
  LIVE,
  /// The host has stopped all its units.
  STOPPED,
  /// Over, and nobody went: there is nothing to report.
  ENDED,
  /// Over; the report is awaited.
  REPORT_DUE,
  /// Over; the report is late.
  REPORT_OVERDUE,
  /// Over, and the visitor has reported.
  REPORTED
}
