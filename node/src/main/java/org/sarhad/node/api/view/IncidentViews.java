package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.node.api.view.GeoViews.PlaceView;
import org.sarhad.node.api.view.OverviewView.ClockView;

/// The queue and the incident room, as the contract has them.
public final class IncidentViews {
  private IncidentViews() {}

  /// `IncidentPage` of the contract.
  ///
  /// @param total real ones and exercises
  /// @param exercises how many of these are exercises
  public record Page(
      List<Summary> items, Instant asOf, long total, long exercises, Optional<String> next) {}

  /// `IncidentSummary` of the contract.
  public record Summary(
      String id,
      String what,
      PlaceView where,
      Optional<String> sector,
      Optional<Instant> occurredAt,
      Instant reportedAt,
      String priority,
      Optional<String> codeWord,
      String state,
      String owner,
      String audience,
      List<String> closedBy,
      LadderView ladder,
      Optional<Instant> acknowledgedAt,
      Optional<ClockView> nextClock,
      long unread,
      Optional<Instant> lastChange) {}

  /// `Incident` of the contract.
  public record Room(
      Summary summary,
      List<PartyView> parties,
      List<Item> items,
      List<Task> taskings,
      List<Help> assistance,
      List<Report> sitreps,
      List<ClockView> clocks,
      List<CrossingViews.CrossingView> crossings,
      Optional<HandoverViews.ResponsibilityView> responsibility,
      Optional<ShiftViews.RunCardView> runCard,
      List<String> may) {}

  /// `TimelineItem` of the contract.
  public record Item(
      String entry,
      String kind,
      Author by,
      Instant time,
      String audience,
      Object body,
      Optional<String> about,
      LadderView ladder,
      Map<String, Known> known,
      List<String> marks,
      boolean withdrawn,
      Optional<String> inVain,
      boolean crossed,
      boolean clockDisputed,
      boolean imported) {}

  /// `Author` of the contract.
  public record Author(
      String party, Optional<String> officer, Optional<String> role, Optional<String> name) {}

  /// `Knowledge` of the contract.
  public record Known(Instant at, boolean proven, Optional<Instant> notBefore) {}

  /// `Tasking` of the contract.
  public record Task(
      String id,
      String unit,
      Optional<String> name,
      PlaceView destination,
      Optional<String> ended,
      Instant at,
      String order,
      String status,
      Instant statusSince,
      String entry) {}

  /// `Assistance` of the contract.
  public record Help(
      String id,
      String by,
      boolean offer,
      String what,
      List<String> types,
      List<String> units,
      Optional<PlaceView> where,
      Instant askedAt,
      Optional<Instant> answerDue,
      String state,
      Optional<Instant> answeredAt,
      Optional<String> conditions,
      Optional<Boolean> conditionsTaken,
      Optional<String> reason,
      List<String> committed,
      String entry,
      Optional<String> answerEntry,
      String stage,
      Optional<String> deployment,
      Optional<Instant> stayAsked,
      Optional<Instant> until,
      List<HelpExtension> extensions,
      List<HelpCost> costs,
      List<String> endedBy) {}

  /// `HelpExtension` of the contract.
  ///
  /// @param until until when the helper stays; absent when it does not, or has not answered
  public record HelpExtension(
      String asked,
      Instant wanted,
      Optional<String> answered,
      Optional<Instant> until,
      Optional<String> words) {}

  /// `HelpCost` of the contract.
  ///
  /// @param words what was committed beside `units`
  /// @param standing whether the sides agree on the final figure
  /// @param answer what the helped side says to it
  public record HelpCost(
      String commitment,
      List<String> units,
      Optional<String> words,
      String standing,
      Optional<Cost> estimate,
      Optional<Cost> figure,
      Optional<String> statement,
      Optional<String> answer) {}

  /// `CostLine` of the contract.
  public record Cost(
      String what,
      String payer,
      String currency,
      Optional<Long> amountMinor,
      Optional<CostQuantity> quantity) {}

  /// `CostQuantity` of the contract.
  public record CostQuantity(long amount, String unit) {}

  /// `Sitrep` of the contract.
  public record Report(
      int number,
      String by,
      String form,
      String stage,
      Instant at,
      Map<String, String> letters,
      Optional<String> restrictions,
      String entry,
      LadderView ladder) {}

  /// `DuplicateHints` of the contract.
  public record Hints(List<Hint> items) {}

  /// One of them.
  public record Hint(Summary incident, long distanceM, long minutesApart) {}

  /// `SitrepDraft` of the contract.
  public record Draft(Map<String, String> letters) {}

  /// `IncidentWritten` and `Written` of the contract.
  public record Written(Optional<String> id, List<String> entries, Instant durableAt) {}
}
