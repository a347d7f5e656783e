package org.sarhad.node.api.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.api.view.GeoViews.PositionView;

/// Travel and dispatch, as the contract has them.
public final class TravelViews {
  private TravelViews() {}

  /// `Travel` of the contract.
  public record Travel(
      Instant now,
      Optional<GroundView> ground,
      String standing,
      Optional<String> agreed,
      List<SpeedView> speeds,
      long sideChangeMinutes,
      long targetMinutes,
      List<GateView> gates,
      List<SectorView> sectors) {}

  /// The file that this node holds.
  public record GroundView(String sha256, int columns, int rows, PositionView southWest) {}

  /// How fast a patrol vehicle is on a terrain.
  public record SpeedView(String terrain, int kmh) {}

  /// `MeasuredSpeeds` of the contract.
  public record MeasuredSpeeds(
      Instant now,
      boolean hasGround,
      int pieceMetres,
      int piecesNeeded,
      List<MeasuredView> terrains) {}

  /// What was measured on a terrain, beside what is agreed.
  public record MeasuredView(
      String terrain, int agreedKmh, int pieces, Optional<SpreadView> measured) {}

  /// The median of what was measured, and its quarters.
  public record SpreadView(int kmh, int lowerKmh, int upperKmh) {}

  /// A gate in the line.
  public record GateView(String name, boolean open, boolean changesHand, PositionView position) {}

  /// How soon the first own unit is at the line in a sector.
  public record SectorView(
      String sector,
      int points,
      int reached,
      int inTime,
      Optional<Long> soonestSeconds,
      Optional<Long> middleSeconds,
      Optional<Long> latestSeconds) {}

  /// `Way` of the contract.
  public record WayView(List<LegView> legs, Optional<String> gate, List<PositionView> sketch) {}

  /// A share of a way.
  public record LegView(String terrain, long metres) {}

  /// `Advice` of the contract: what a ranking means for the one who decides.
  public record AdviceView(
      long targetSeconds,
      Optional<Long> soonestSeconds,
      List<ProposalView> proposals,
      List<MeetingView> meetings) {}

  /// What the other side may be asked for.
  public record ProposalView(String mode, String key, Optional<String> clause) {}

  /// Where both could meet.
  public record MeetingView(
      String gate, PositionView position, Optional<Long> ownSeconds, Optional<Long> otherSeconds) {}

  /// What is lost where a unit is if it goes.
  public record CoverView(int others, int lossPermille) {}

  /// `Isochrones` of the contract: where the first own unit is within some times.
  public record Isochrones(
      Instant now, String standing, int units, List<IsochroneView> isochrones) {}

  /// The ground that is reached within a time.
  ///
  /// @param edges by edge and point, longitude before latitude, in degrees
  public record IsochroneView(long minutes, long km2, List<List<List<BigDecimal>>> edges) {}
}
