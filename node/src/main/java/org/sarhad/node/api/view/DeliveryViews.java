package org.sarhad.node.api.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.node.api.view.ActivityViews.SaidView;

/// Goods on their way, as the contract has them.
public final class DeliveryViews {
  private DeliveryViews() {}

  /// `Deliveries` of the contract.
  public record Board(
      Instant now,
      Optional<AccountView> account,
      Map<String, Long> states,
      List<ReservationView> reservations,
      List<DepartureView> departures) {}

  /// `DeliveryAccount` of the contract.
  public record AccountView(
      String a,
      String b,
      String unit,
      LocalDate today,
      long tolerance,
      Map<String, Integer> next) {}

  /// `GoodsOfContract` of the contract.
  public record GoodsView(
      String contract,
      String act,
      String exporter,
      String importer,
      Object name,
      String commodity,
      String seller,
      String buyer,
      String unit) {}

  /// `DeliveryReservation` of the contract.
  public record ReservationView(
      String reservation,
      String statement,
      GoodsView of,
      long quantity,
      long most,
      long despatched,
      String until,
      String weighed) {}

  /// `Departure` of the contract.
  public record DepartureView(
      String despatch, String statement, GoodsView of, String reservation, long sent) {}

  // ---- consignments ---------------------------------------------------------------------------

  /// `ConsignmentPage` of the contract.
  public record Page(Instant now, List<ConsignmentView> items, long total, Optional<String> next) {}

  /// `Consignment` of the contract.
  public record ConsignmentView(
      String consignment,
      String statement,
      Instant at,
      boolean isFinal,
      GoodsView of,
      long quantity,
      String state,
      int units,
      int liveUnits,
      Optional<LastView> last,
      int unstamped,
      Optional<Long> sent,
      Optional<Long> received,
      Optional<Boolean> isTolerated) {}

  /// `LastEvent` of the contract.
  public record LastView(String point, String party, Instant at) {}

  /// `ConsignmentDetail` of the contract.
  public record Detail(
      Instant now,
      ConsignmentView consignment,
      String reservation,
      List<UnitView> units,
      List<TimingView> timings,
      EventPage events,
      Optional<PapersView> papers,
      List<MatterView> matters) {}

  /// `HandlingUnit` of the contract.
  public record UnitView(
      int number,
      String kind,
      String mark,
      long quantity,
      List<Integer> from,
      List<Integer> into,
      boolean isLive,
      Optional<SaidView> reloaded,
      Optional<String> ended) {}

  /// `PointTiming` of the contract.
  public record TimingView(
      String point,
      boolean isHandover,
      Optional<Instant> planned,
      Optional<Instant> estimated,
      Optional<Instant> actual) {}

  /// `ControlEventPage` of the contract.
  public record EventPage(List<EventView> items, long total, Optional<String> next) {}

  /// `ControlEvent` of the contract.
  public record EventView(
      SaidView said, List<Integer> units, boolean isHandover, Optional<SaidView> stamp) {}

  /// `ConsignmentPapers` of the contract.
  public record PapersView(
      PaperView despatch,
      Optional<PaperView> receipt,
      List<PaperView> loading,
      List<PaperView> outturn,
      Optional<DifferenceView> difference,
      Optional<AcceptanceView> acceptance,
      Optional<Object> draft,
      Optional<String> suggestedMatter) {}

  /// `DeliveryPaper` of the contract.
  public record PaperView(SaidView said, String leaf) {}

  /// `WeightDifference` of the contract.
  public record DifferenceView(
      long sent,
      long received,
      String allowed,
      boolean isTolerated,
      String valued,
      String disputed) {}

  /// `AcceptanceOfGoods` of the contract.
  public record AcceptanceView(
      String act,
      String statement,
      String voucher,
      long booked,
      long disputed,
      long open,
      Optional<String> settledBy) {}

  /// `MatterOfDelivery` of the contract.
  public record MatterView(String matter, String party, Object title) {}

  // ---- comparison -----------------------------------------------------------------------------

  /// `Comparisons` of the contract.
  public record Comparisons(
      Instant now, List<ComparedView> items, long total, Optional<String> next) {}

  /// `ComparedContract` of the contract.
  public record ComparedView(GoodsView of, long count, FindingView finding) {}

  /// `Comparison` of the contract.
  public record Comparison(
      Instant now,
      GoodsView of,
      TestView test,
      FindingView finding,
      long total,
      long first,
      List<StepView> steps) {}

  /// `BiasTest` of the contract.
  public record TestView(
      long deviationPpm,
      long slackPermille,
      long thresholdPermille,
      long thresholdPpm,
      Optional<Integer> falseAlarmsPermille) {}

  /// `BiasFinding` of the contract.
  public record FindingView(
      boolean isSystematic,
      Optional<Integer> since,
      Optional<Integer> at,
      Optional<Long> meanPpm) {}

  /// `BiasStep` of the contract.
  public record StepView(
      int number,
      Optional<String> despatch,
      Optional<LocalDate> day,
      long sent,
      long received,
      long differencePpm,
      long morePpm,
      long lessPpm,
      boolean isTolerated) {}
}
