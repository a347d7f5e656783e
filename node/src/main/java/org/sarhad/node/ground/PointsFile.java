package org.sarhad.node.ground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Named points out of a file beside the configuration: the operator's posts, `posts.geojson`, or
/// the towns of the map, `towns.geojson`. What is no point with a name and a position is passed
/// over: the file is for the map, and nothing is decided by it alone.
///
/// @param places the points
/// @param file the bytes, as the map is given them
/// @param sha256 of them
public record PointsFile(List<Place> places, Bytes file, Hash sha256) implements Dataset {
  /// Longest file, in bytes.
  public static final int BYTES_MAX = 16 << 20;

  /// Its file.
  public static final Shelf.Format<PointsFile> FORMAT =
      new Shelf.Format<>() {
        @Override
        public long bytesMax() {
          return BYTES_MAX;
        }

        @Override
        public Bytes write(PointsFile points) {
          return points.file();
        }

        @Override
        public PointsFile parse(Bytes bytes) {
          return PointsFile.of(bytes);
        }
      };

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /// Copies the list.
  public PointsFile {
    places = List.copyOf(places);
  }

  /// The points in `file`; none if it is not JSON.
  public static PointsFile of(Bytes file) {
    return new PointsFile(places(file), file, Merkle.sha256(file));
  }

  private static List<Place> places(Bytes file) {
    try {
      var features = MAPPER.readTree(file.toArray()).path("features");
      return StreamSupport.stream(features.spliterator(), false)
          .flatMap(PointsFile::place)
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  private static Stream<Place> place(JsonNode feature) {
    var at = feature.path("geometry").path("coordinates");
    boolean isPoint = feature.path("geometry").path("type").asText().equals("Point");
    return isPoint && at.path(0).isNumber() && at.path(1).isNumber()
        ? place(name(feature), at.path(1).asDouble(), at.path(0).asDouble()).stream()
        : Stream.empty();
  }

  /// What a point is called: its `name`, or its name in English.
  static String name(JsonNode feature) {
    var properties = feature.path("properties");
    return properties.path("name").asText(properties.path("en").asText());
  }

  private static Optional<Place> place(String name, double latitude, double longitude) {
    try {
      return Optional.of(Place.at(name, Position.ofDegrees(latitude, longitude), 0));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
