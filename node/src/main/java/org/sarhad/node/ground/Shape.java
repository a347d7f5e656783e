package org.sarhad.node.ground;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.geo.Position;

/// Something that the map shows around the line: a land, a lake or a salt flat as areas, a river as
/// courses, a port as a point.
///
/// @param name what it is called in its own language or in English, or whose land it is; may be ""
/// @param areas of which it is made, if it is an area
/// @param courses how it runs, if it is a line
/// @param at where it is, if it is a point
public record Shape(
    String name, List<Area> areas, List<List<Position>> courses, Optional<Position> at) {
  /// Copies the lists.
  public Shape {
    areas = List.copyOf(areas);
    courses = courses.stream().map(List::copyOf).toList();
  }

  /// An area and the holes in it.
  ///
  /// @param edges the outer one first, each without its first point at its end
  public record Area(List<List<Position>> edges) {
    /// Copies the lists.
    public Area {
      edges = edges.stream().map(List::copyOf).toList();
    }

    private static Area of(JsonNode polygon) {
      return new Area(Coordinates.children(polygon).stream().map(Coordinates::edge).toList());
    }
  }

  /// The shape of a feature.
  ///
  /// @throws IllegalArgumentException when a coordinate of it is none
  static Shape of(JsonNode feature) {
    var coordinates = feature.path("geometry").path("coordinates");
    var parts = Coordinates.children(coordinates);
    List<JsonNode> polygons = List.of();
    List<JsonNode> lines = List.of();
    Optional<Position> at = Optional.empty();
    switch (feature.path("geometry").path("type").asText()) {
      case "Polygon" -> polygons = List.of(coordinates);
      case "MultiPolygon" -> polygons = parts;
      case "LineString" -> lines = List.of(coordinates);
      case "MultiLineString" -> lines = parts;
      case "Point" -> at = Optional.of(Coordinates.position(coordinates));
      default -> {}
    }
    return new Shape(
        name(feature),
        polygons.stream().map(Area::of).toList(),
        lines.stream().map(Coordinates::positions).toList(),
        at);
  }

  private static String name(JsonNode feature) {
    var called = PointsFile.name(feature);
    return called.isEmpty() ? feature.path("properties").path("land").asText() : called;
  }

  /// What it is made of, each part with all its points.
  Stream<List<Position>> parts() {
    return Stream.of(
            areas.stream().map(area -> area.edges().stream().flatMap(List::stream).toList()),
            courses.stream(),
            at.stream().map(List::of))
        .flatMap(part -> part);
  }

  /// How many points it is drawn by.
  public long points() {
    return parts().mapToLong(List::size).sum();
  }
}
