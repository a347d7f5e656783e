package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.api.view.GeoViews.PositionView;
import org.sarhad.node.api.view.IncidentViews.Author;
import org.sarhad.node.api.view.OverviewView.ClockView;

/// Crossings, as the contract has them.
public final class CrossingViews {
  private CrossingViews() {}

  /// `CrossingList` of the contract.
  public record CrossingList(
      Instant now,
      List<CrossingView> items,
      long total,
      Optional<String> next,
      List<StopView> stops,
      List<BreachView> breaches) {}

  /// `Crossing` of the contract.
  public record CrossingView(
      String crossing,
      String entry,
      String basis,
      String incident,
      String visitor,
      String host,
      String stage,
      boolean isFinal,
      WindowView window,
      List<UnitView> units,
      Optional<List<PositionView>> area,
      Object purpose,
      Optional<Object> conditions,
      List<String> languages,
      ChargeView inCharge,
      List<StopView> stops,
      Optional<EndView> ended,
      ReportsView report,
      List<ClockView> clocks,
      Optional<ActViews.VoidView> flaw) {}

  /// `CrossingWindow` of the contract.
  public record WindowView(Instant from, Instant until, Optional<Instant> answerBy) {}

  /// `CrossingUnit` of the contract.
  public record UnitView(
      String unit,
      Optional<String> service,
      boolean leave,
      boolean inside,
      Optional<Instant> enteredAt,
      Optional<Instant> leftAt,
      Optional<String> stop,
      List<String> doubts) {}

  /// `CrossingCharge` of the contract.
  public record ChargeView(String role, Optional<Author> officer, Optional<String> entry) {}

  /// `CrossingStop` of the contract.
  public record StopView(
      String stop,
      String entry,
      Author by,
      Instant at,
      Optional<Object> reason,
      List<ConfirmationView> units) {}

  /// `CrossingConfirmation` of the contract.
  public record ConfirmationView(
      String unit,
      Optional<Instant> confirmedAt,
      Optional<String> entry,
      Optional<ClockView> clock) {}

  /// `CrossingEnd` of the contract.
  public record EndView(String how, Instant at, String entry) {}

  /// `CrossingReports` of the contract.
  public record ReportsView(
      boolean owed, Instant due, Optional<String> overdue, List<ReportView> made) {}

  /// `CrossingReport` of the contract.
  public record ReportView(
      String party, Instant at, String entry, Object done, Optional<Object> restrictions) {}

  /// `CrossingBreach` of the contract.
  public record BreachView(
      String entry,
      String party,
      String unit,
      Instant at,
      Optional<Instant> leftAt,
      ActViews.VoidView why) {}
}
