package org.sarhad.node.ground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Region;
import org.sarhad.tlog.Bytes;

/// A layer of the map beside the configuration: `lands.geojson`, `towns.geojson` or
/// `marks.geojson`. It is for the eye, and nothing is decided by it: a file that cannot be drawn at
/// a start leaves its layer empty and stops no node.
public enum MapFile {
  /// Outlines of countries; `land` is the name of a side, or any other.
  LANDS("lands.geojson"),
  /// Towns by their names, and `rank` 1 to 3.
  TOWNS("towns.geojson"),
  /// Ports, rivers, lakes and salt flats, by `kind` ([MarkKind]).
  MARKS("marks.geojson");

  /// Longest file, in bytes: what a browser draws without a pause.
  public static final int BYTES_MAX = 8 << 20;

  /// A layer without anything.
  public static final Bytes EMPTY =
      Bytes.ofUtf8(
          "{\"type\":\"FeatureCollection\",\"source\":\"\",\"licence\":\"\",\"features\":[]}");

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONGITUDE_MAX = 180;
  private static final int LATITUDE_MAX = 90;

  private final String fileName;

  MapFile(String fileName) {
    this.fileName = fileName;
  }

  /// What it is called in a node's directory.
  public String fileName() {
    return fileName;
  }

  /// The file in `directory`, as it is; empty if there is none, or it cannot be used.
  ///
  /// @param flaw told in a sentence why it cannot
  public Optional<Bytes> in(Path directory, Consumer<String> flaw) throws IOException {
    var file = directory.resolve(fileName);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new MalformedSurveyException(
            "it has more than %d bytes; thin its outlines and cut them to the region"
                .formatted(BYTES_MAX));
      }
      var bytes = Bytes.of(Files.readAllBytes(file));
      check(bytes);
      return Optional.of(bytes);
    } catch (MalformedSurveyException e) {
      flaw.accept("%s is left out of the map: %s.".formatted(file, e.getMessage()));
      return Optional.empty();
    }
  }

  /// Whether each feature of `file` has a place and a form that belong to the layer.
  public boolean canBeDrawn(Bytes file) {
    try {
      check(file);
      return true;
    } catch (MalformedSurveyException _) {
      return false;
    }
  }

  /// @throws MalformedSurveyException with what is wrong, as the end of a sentence
  void check(Bytes file) throws MalformedSurveyException {
    var collection = collection(file.toArray());
    var features = collection.path("features");
    if (!features.isArray()) {
      throw new MalformedSurveyException("it is no FeatureCollection of GeoJSON");
    }
    for (int i = 0; i < features.size(); i++) {
      check(features.get(i), i + 1);
    }
    if (this == LANDS) {
      edge(collection);
    }
  }

  /// Beyond what nothing is shown, out of the `bbox` of a collection of lands; empty without one.
  ///
  /// @throws MalformedSurveyException when it is none
  static Optional<Region> edge(JsonNode collection) throws MalformedSurveyException {
    var bbox = collection.path("bbox");
    if (bbox.isMissingNode()) {
      return Optional.empty();
    }
    boolean isBox =
        bbox.size() == 4
            && isPlaced(bbox, 0)
            && isDegrees(bbox.get(2), LONGITUDE_MAX)
            && isDegrees(bbox.get(3), LATITUDE_MAX)
            && bbox.get(0).asDouble() < bbox.get(2).asDouble()
            && bbox.get(1).asDouble() < bbox.get(3).asDouble();
    if (!isBox) {
      throw new MalformedSurveyException("its bbox is not west, south, east and north in degrees");
    }
    var corners =
        List.of(
            Position.ofDegrees(bbox.get(1).asDouble(), bbox.get(0).asDouble()),
            Position.ofDegrees(bbox.get(3).asDouble(), bbox.get(2).asDouble()));
    return Optional.of(Region.around(corners, 0));
  }

  private static JsonNode collection(byte[] bytes) throws MalformedSurveyException {
    try {
      return MAPPER.readTree(bytes);
    } catch (IOException _) {
      throw new MalformedSurveyException("it is no JSON, or it was cut short");
    }
  }

  /// What a feature with these properties may be, in the order in which they are named. A mark of a
  /// kind that nobody knows is not drawn, and may be anything.
  List<String> geometries(JsonNode properties) {
    return switch (this) {
      case LANDS -> List.of("MultiPolygon", "Polygon");
      case TOWNS -> List.of("Point");
      case MARKS ->
          MarkKind.find(properties.path("kind").asText())
              .map(MarkKind::geometries)
              .orElse(List.of("LineString", "MultiLineString", "MultiPolygon", "Point", "Polygon"));
    };
  }

  private void check(JsonNode feature, int number) throws MalformedSurveyException {
    var geometry = feature.path("geometry");
    var type = geometry.path("type").asText();
    var expected = geometries(feature.path("properties"));
    if (!expected.contains(type)) {
      throw new MalformedSurveyException(
          "feature %d is a \"%s\"; expected one of %s"
              .formatted(number, type, String.join(", ", expected)));
    }
    if (!feature.path("properties").isObject()) {
      throw new MalformedSurveyException("feature %d has no properties".formatted(number));
    }
    if (!isPlaced(geometry.path("coordinates"), depth(type))) {
      throw new MalformedSurveyException(
          "feature %d has coordinates that are none; expected longitude, then latitude, in degrees"
              .formatted(number));
    }
  }

  /// How many lists a position of such a geometry lies in.
  private static int depth(String type) {
    return switch (type) {
      case "Point" -> 0;
      case "LineString" -> 1;
      case "Polygon", "MultiLineString" -> 2;
      default -> 3;
    };
  }

  private static boolean isPlaced(JsonNode coordinates, int depth) {
    if (depth == 0) {
      return isDegrees(coordinates.path(0), LONGITUDE_MAX)
          && isDegrees(coordinates.path(1), LATITUDE_MAX);
    }
    if (!coordinates.isArray() || coordinates.isEmpty()) {
      return false;
    }
    for (var part : coordinates) {
      if (!isPlaced(part, depth - 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDegrees(JsonNode number, int most) {
    return number.isNumber() && Math.abs(number.asDouble()) <= most;
  }
}
