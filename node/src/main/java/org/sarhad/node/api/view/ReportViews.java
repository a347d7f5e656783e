package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.node.api.view.IncidentViews.Author;
import org.sarhad.node.api.view.RecordViews.Prose;

/// Daily reports, as the contract has them.
public final class ReportViews {
  private ReportViews() {}

  /// `DailyReportList` of the contract.
  public record DailyReports(String cutOff, String zone, List<Filed> items) {}

  /// `DailyReportFiled` of the contract.
  public record Filed(Day report, Author by, Instant at, String audience, String entry) {}

  /// `DailyReport` of the contract.
  public record Day(
      int number,
      String day,
      Instant from,
      Instant to,
      Map<String, Integer> counts,
      Map<String, Integer> previous,
      Optional<Prose> restrictions) {}

  /// `DailyReportDraft` of the contract.
  public record Draft(Day report, boolean filed) {}
}
