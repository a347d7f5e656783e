package org.sarhad.node.api.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A line, posts, towns, lands, marks or sectors that are in force, and those that would take their
/// place, as the contract has them.
public final class LayerViews {
  private LayerViews() {}

  /// `GeoImport` of the contract.
  public record State(
      Instant now,
      String kind,
      Optional<LayerView> held,
      boolean hasFormer,
      Optional<Long> readingBytes,
      Optional<DraftView> draft,
      Optional<AgreedView> agreed,
      boolean hasLine,
      boolean hasGround,
      List<VersionView> versions) {}

  /// What lies in a file, to be drawn and counted.
  ///
  /// @param edge beyond what the map shows nothing: west, south, east and north
  /// @param setting what a rule of the modalities would say, as JSON
  public record LayerView(
      String sha256,
      long bytes,
      long features,
      long points,
      List<List<List<BigDecimal>>> lines,
      List<PointView> places,
      List<AreaView> areas,
      Optional<List<BigDecimal>> edge,
      Optional<CourseView> course,
      Optional<Object> setting) {}

  /// A named point.
  public record PointView(String name, GeoViews.PositionView at) {}

  /// An edge of an area, longitude before latitude; the name of a mark or a land may be "".
  public record AreaView(String name, List<List<BigDecimal>> ring) {}

  /// How a line runs.
  public record CourseView(
      long lengthM,
      int uncertaintyM,
      Optional<String> left,
      Optional<String> right,
      List<SectorView> sectors) {}

  /// How much of a line lies in a sector.
  public record SectorView(String name, long lengthM) {}

  /// `GeoDraft` of the contract.
  public record DraftView(
      LayerView layer,
      boolean fit,
      long refused,
      List<RefusalView> refusals,
      Optional<ChangeView> change) {}

  /// A feature with something wrong; the whole file where no feature is given.
  public record RefusalView(
      Optional<Long> feature, String flaw, String sentence, Optional<GeoViews.PositionView> at) {}

  /// What changes.
  public record ChangeView(
      boolean same,
      Optional<GapView> gap,
      long before,
      long after,
      List<String> added,
      List<String> gone,
      List<String> moved,
      Optional<GroundView> ground) {}

  /// Where a line lies the farthest from the one in force.
  public record GapView(GeoViews.PositionView at, long metres) {}

  /// What a line makes of the ground in force, which is cut along another one.
  public record GroundView(int sidesChanged, List<String> gatesOff) {}

  /// The dataset that both sides agreed on.
  public record AgreedView(String name, String version, String sha256, int uncertaintyM) {}

  /// A line that was in force here.
  public record VersionView(String sha256, long bytes, Instant since) {}
}
