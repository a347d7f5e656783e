package org.sarhad.node.ground;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a mark of the map is, by its property `kind`.
public enum MarkKind {
  /// A port, where an anchor stands.
  PORT("Point"),
  /// A river.
  RIVER("LineString", "MultiLineString"),
  /// A lake.
  LAKE("MultiPolygon", "Polygon"),
  /// A salt flat.
  PLAYA("MultiPolygon", "Polygon");

  private final List<String> geometries;

  MarkKind(String... geometries) {
    this.geometries = List.of(geometries);
  }

  /// What its features may be.
  public List<String> geometries() {
    return geometries;
  }

  /// The kind that is spelled so in a file, such as `port`.
  public static Optional<MarkKind> find(String spelled) {
    return Stream.of(values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(spelled))
        .findFirst();
  }
}
