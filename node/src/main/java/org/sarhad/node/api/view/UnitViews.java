package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.api.view.GeoViews.PlaceView;
import org.sarhad.node.api.view.GeoViews.PositionView;

/// Units and who could go, as the contract has them.
public final class UnitViews {
  private UnitViews() {}

  /// `UnitList` of the contract.
  public record UnitList(List<UnitView> items, Instant asOf) {}

  /// `Unit` of the contract.
  public record UnitView(
      String id,
      String party,
      String name,
      String type,
      PlaceView station,
      List<String> capabilities,
      String status,
      Instant statusSince,
      Optional<Integer> precisionM,
      Optional<PositionView> position,
      Optional<Instant> positionAt,
      Optional<Long> positionAgeSeconds,
      boolean stale,
      Optional<String> incident,
      String audience,
      boolean mayTask) {}

  /// `Ranking` of the contract.
  public record RankingView(
      String incident,
      String method,
      Optional<String> grid,
      Optional<TravelViews.AdviceView> advice,
      List<CandidateView> items) {}

  /// One of its places.
  public record CandidateView(
      UnitView unit,
      boolean own,
      boolean mayTask,
      Optional<Long> distanceM,
      Optional<Long> arrivalSeconds,
      Optional<TravelViews.WayView> way,
      Optional<String> basis,
      Optional<TravelViews.CoverView> cover,
      boolean fits,
      String reason,
      List<ReasonView> reasons) {}

  /// Why it stands there, for catalogues.
  public record ReasonView(String key, List<String> values) {}
}
