package org.sarhad.node.api;

import com.fasterxml.jackson.core.JsonProcessingException;
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

/// The operator's posts, `posts.geojson`, as places. What is no point with a name and a position is
/// passed over: the file is for the map, and nothing is decided by it alone.
final class PostsFile {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PostsFile() {}

  /// The posts in `file`; none if it is not JSON.
  static List<Place> places(Bytes file) {
    try {
      var features = MAPPER.readTree(file.toArray()).path("features");
      return StreamSupport.stream(features.spliterator(), false).flatMap(PostsFile::place).toList();
    } catch (JsonProcessingException _) {
      return List.of();
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot be read", e);
    }
  }

  private static Stream<Place> place(JsonNode feature) {
    var name = feature.path("properties").path("name").asText();
    var at = feature.path("geometry").path("coordinates");
    boolean isPoint = feature.path("geometry").path("type").asText().equals("Point");
    return isPoint && at.path(0).isNumber() && at.path(1).isNumber()
        ? place(name, at.path(1).asDouble(), at.path(0).asDouble()).stream()
        : Stream.empty();
  }

  private static Optional<Place> place(String name, double latitude, double longitude) {
    try {
      return Optional.of(Place.at(name, Position.ofDegrees(latitude, longitude), 0));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
