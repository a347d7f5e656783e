package org.sarhad.node.api;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.tlog.Bytes;

/// Static map data: the operational line and the towns out of the console, the posts that the
/// operator keeps beside the configuration.
final class GeoOperations {
  private static final String GEOJSON = "application/geo+json";
  private static final Map<String, String> IN_THE_JAR =
      Map.of("border", "/console/geo/line.json", "towns", "/console/geo/towns.json");
  private static final String NO_POSTS =
      "{\"type\":\"FeatureCollection\",\"features\":[],\"source\":\"posts.geojson beside sarhad.properties\","
          + "\"licence\":\"the operator's\"}";

  private final Bytes posts;

  /// @param posts the operator's posts as GeoJSON; empty when there are none
  GeoOperations(Optional<Bytes> posts) {
    this.posts = posts.orElseGet(() -> Bytes.ofUtf8(NO_POSTS));
  }

  List<Operation> list() {
    return List.of(
        Operation.get("getLayer", "/api/v1/geo/{layer}", Access.signedIn(), this::layer));
  }

  private Answer layer(Call call) throws IOException {
    var layer = call.part("layer");
    if (layer.equals("posts")) {
      return new Answer.Bytes(GEOJSON, posts, "");
    }
    var resource = IN_THE_JAR.get(layer);
    if (resource == null) {
      return Answer.unknown(layer);
    }
    try (var in = GeoOperations.class.getResourceAsStream(resource)) {
      return in == null
          ? Answer.unknown(layer)
          : new Answer.Bytes(GEOJSON, Bytes.of(in.readAllBytes()), "");
    }
  }
}
