package org.sarhad.node.api.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.api.view.GeoViews.PlaceView;
import org.sarhad.node.api.view.OverviewView.ClockView;
import org.sarhad.node.api.view.OverviewView.DutyView;

/// Run cards and the watch, as the contract has them.
public final class ShiftViews {
  private ShiftViews() {}

  /// `RunCardList` of the contract.
  public record RunCards(List<RunCardView> items) {}

  /// `RunCard` of the contract.
  ///
  /// @param agreedSteps how many lines of the checklist, the first ones, both sides have agreed on
  public record RunCardView(
      String codeWord,
      LabelView spelling,
      int version,
      LabelView title,
      String priority,
      @JsonProperty("notify") List<String> roles,
      boolean notifyPeer,
      long reminderMinutes,
      List<String> capabilities,
      List<String> types,
      Optional<PlaceView> rendezvous,
      Optional<PlaceView> hospital,
      List<LabelView> checklist,
      Optional<Integer> agreedSteps) {}

  /// `Label` of the contract.
  public record LabelView(String en, Optional<String> fa, Optional<String> ur) {}

  /// `Shift` of the contract.
  public record ShiftView(
      Optional<DutyView> holder, Optional<Offer> offered, ChecklistView checklist) {}

  /// A watch on offer.
  public record Offer(
      String by,
      Optional<String> to,
      Instant at,
      Optional<String> standingOrders,
      Optional<String> remarks,
      String entry) {}

  /// What a handover says by itself.
  public record ChecklistView(
      List<String> openIncidents,
      List<String> unacknowledged,
      List<ClockView> clocks,
      List<LinkStateView> links,
      List<String> unitsOut,
      List<String> openRequests) {}
}
