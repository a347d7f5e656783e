package org.sarhad.node.api.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.node.api.view.IncidentViews.Author;

/// Energy over lines, as the contract has it. In watt hours.
public final class EnergyViews {
  private EnergyViews() {}

  /// `EnergyLines` of the contract.
  public record Lines(Instant now, List<LineView> items) {}

  /// `EnergyLine` of the contract.
  public record LineView(
      String line,
      String act,
      DeliveryViews.GoodsView of,
      String weighed,
      Object price,
      long tolerance,
      String offset,
      LocalDate today,
      boolean isEnded,
      Object terms) {}

  /// `EnergyMonth` of the contract.
  public record Month(
      Instant now, LineView line, String month, List<DayRow> days, CloseView close) {}

  /// `EnergyDayRow` of the contract.
  public record DayRow(LocalDate day, String schedule, DayView close) {}

  /// `EnergyDayClose` of the contract.
  public record DayView(
      boolean isClosed,
      List<String> missing,
      Optional<Long> sent,
      Optional<Long> received,
      Optional<Boolean> isTolerated,
      Optional<Long> accepted,
      Optional<Long> disputed,
      List<HoleView> holes,
      Optional<Map<String, Long>> deviations) {}

  /// `MeterHole` of the contract.
  public record HoleView(
      String party,
      String kind,
      Optional<Integer> from,
      Optional<Integer> count,
      Optional<Long> wh) {}

  /// `EnergyMonthClose` of the contract.
  public record CloseView(
      List<LocalDate> open,
      long accepted,
      long disputed,
      Map<String, Long> deviations,
      long shortfall,
      Optional<Long> worth,
      Optional<Object> draft,
      Optional<String> paid,
      Optional<InKindView> returned) {}

  /// `DueInKind` of the contract.
  public record InKindView(String exact, String whole, String unit) {}

  // ---- a day ----------------------------------------------------------------------------------

  /// `EnergyDay` of the contract.
  public record Day(
      Instant now,
      LineView line,
      LocalDate day,
      Instant begins,
      boolean isOver,
      String schedule,
      List<ScheduleView> schedules,
      List<MeterView> meters,
      DayView close,
      Optional<List<Long>> accepted) {}

  /// `EnergySchedule` of the contract.
  public record ScheduleView(
      String party, String entry, Author by, Instant at, int version, List<Long> quarters) {}

  /// `MeterReading` of the contract.
  public record MeterView(
      String party,
      String entry,
      Author by,
      Instant at,
      int version,
      String serial,
      long from,
      long to,
      String quality,
      List<Long> quarters,
      List<Long> filled) {}

  // ---- upload ---------------------------------------------------------------------------------

  /// `MeterPreview` of the contract.
  public record Preview(
      String digest,
      List<FoundView> found,
      List<RefusedView> refused,
      long refusedTotal,
      Optional<String> next) {}

  /// `FoundReading` of the contract.
  public record FoundView(
      LocalDate day, String serial, long from, long to, long wh, int gaps, String was) {}

  /// `RefusedLine` of the contract.
  public record RefusedView(int line, String value, String code, String sentence) {}

  /// `MeterStated` of the contract.
  public record Stated(List<String> entries, List<RefusedReading> refused) {}

  /// `RefusedReading` of the contract.
  public record RefusedReading(LocalDate day, String serial, String code, String sentence) {}
}
