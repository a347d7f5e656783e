package org.sarhad.node.ground;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a mark of the map is, by its property `kind`.
public enum MarkKind {
  /// A port, where an anchor stands.
  PORT,
  /// A river.
  RIVER,
  /// A lake.
  LAKE,
  /// A salt flat.
  PLAYA;

  /// What its features may be.
  public List<String> geometries() {
    return switch (this) {
      case PORT -> List.of("Point");
      case RIVER -> List.of("LineString", "MultiLineString");
      case LAKE, PLAYA -> List.of("MultiPolygon", "Polygon");
    };
  }

  /// The kind that is spelled so in a file, such as `port`.
  public static Optional<MarkKind> find(String spelled) {
    return Stream.of(values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(spelled))
        .findFirst();
  }
}
