package org.sarhad.node.ground;

import java.util.Optional;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Region;
import org.sarhad.core.joint.Border;
import org.sarhad.core.tracks.WatchedLine;

/// The geography of one node: what it goes by now, and what may take its place.
///
/// @param ground over which travel is reckoned
/// @param line by which it is judged whose soil a place is on
/// @param posts of the own side, for the map and for who plans posts
/// @param towns of the map
/// @param lands of the map: outlines of countries
/// @param marks of the map: ports, rivers, lakes and salt flats
public record GeoShelves(
    Shelf<HeldGround> ground,
    Shelf<HeldLine> line,
    Shelf<PointsFile> posts,
    Shelf<PointsFile> towns,
    Shelf<ShapesFile> lands,
    Shelf<ShapesFile> marks) {
  /// How far around the line something may lie that belongs to this border, in micro-degrees, where
  /// no ground says what the region is.
  private static final int MARGIN = 3 * Position.MICRO;

  /// The operational line, as this node has it.
  public Border border() {
    return line.held().map(HeldLine::border).orElse(Border.UNKNOWN);
  }

  /// The line by which tracks are judged; empty when there is none, or it is not one line.
  public Optional<WatchedLine> watched() {
    return line.held().flatMap(HeldLine::watched);
  }

  /// The line as one, along which ground is cut.
  public Optional<LineFile.Course> whole() {
    return line.held().flatMap(held -> held.line().whole());
  }

  /// Where things of this border lie: the region of the ground, or else what is around the line.
  public Optional<Region> region() {
    return ground
        .held()
        .map(held -> held.grid().frame().region())
        .or(() -> whole().map(line -> Region.around(line.course(), MARGIN)));
  }

  /// Where what the map shows around the line may lie: as far from the line as [#region] goes
  /// without ground, or else the region of the ground. A grid ends where units do, a map does not.
  public Optional<Region> surroundings() {
    return whole().map(line -> Region.around(line.course(), MARGIN)).or(this::region);
  }

  /// What the map shows: what the lands say, or else the [#surroundings].
  public Optional<Region> shown() {
    return lands.held().flatMap(ShapesFile::edge).or(this::surroundings);
  }
}
