package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.api.view.GeoViews.PlaceView;

/// Plans of posts beside each other, as the contract has them. For the own side only.
public final class PostureComparisonViews {
  private PostureComparisonViews() {}

  /// `PostureComparison` of the contract.
  public record State(
      Instant now,
      String stage,
      Optional<Long> number,
      Optional<Asked> asked,
      int sitesDone,
      int sites,
      Optional<Laid> plans) {}

  /// What was asked for.
  public record Asked(int posts, int withinMin, int busyPermille, String unitType) {}

  /// `PosturePlansLaid` of the contract.
  public record Laid(
      List<SiteView> sites,
      int perSite,
      int spacingMetres,
      List<PointView> points,
      int unitsLeftOut,
      long floor,
      long bound,
      FiguresView today,
      FiguresView best) {}

  /// A site, and the units that stand there today.
  public record SiteView(PlaceView place, List<String> units) {}

  /// `PostureSiteAdded` of the contract.
  public record SiteAdded(long number, int site) {}

  /// A point of the line.
  public record PointView(String sector, long metres) {}

  /// `PostureFigures` of the contract.
  public record FiguresView(
      List<Integer> sites,
      long covered,
      Optional<Long> gapPermille,
      Optional<Long> sure,
      List<SectorView> sectors,
      List<Integer> present,
      List<PostureViews.ClauseView> clauses,
      List<MoveView> moves) {}

  /// What is reached of a sector.
  public record SectorView(String sector, int units, int sharePermille) {}

  /// A unit that goes from one site to another.
  public record MoveView(
      Optional<Integer> from, Optional<Integer> to, Optional<Long> metres, long gain) {}
}
