package org.sarhad.node.ground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.sarhad.tlog.Bytes;

/// A layer of the map beside the configuration: `lands.geojson`, `towns.geojson` or
/// `marks.geojson`. It is for the eye, and nothing is decided by it: a file that cannot be drawn
/// leaves its layer empty and stops no node.
public enum MapFile {
  /// Outlines of countries; `land` is the name of a side, or any other.
  LANDS("lands.geojson"),
  /// Towns by their names, and `rank` 1 to 3.
  TOWNS("towns.geojson"),
  /// Ports, rivers, lakes and salt flats, by `kind`.
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

  /// The file in `directory`, as it is; [#EMPTY] if there is none, or it cannot be used.
  ///
  /// @param flaw told in a sentence why it cannot
  public Bytes in(Path directory, Consumer<String> flaw) throws IOException {
    var file = directory.resolve(fileName);
    if (!Files.isRegularFile(file)) {
      return EMPTY;
    }
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new MalformedSurveyException(
            "it has more than %d bytes; thin its outlines and cut them to the region"
                .formatted(BYTES_MAX));
      }
      var bytes = Files.readAllBytes(file);
      check(bytes);
      return Bytes.of(bytes);
    } catch (MalformedSurveyException e) {
      flaw.accept("%s is left out of the map: %s.".formatted(file, e.getMessage()));
      return EMPTY;
    }
  }

  /// Whether each feature of `file` has a place and a form that belong to the layer.
  public boolean canBeDrawn(Bytes file) {
    try {
      check(file.toArray());
      return true;
    } catch (MalformedSurveyException _) {
      return false;
    }
  }

  private void check(byte[] bytes) throws MalformedSurveyException {
    var features = collection(bytes).path("features");
    if (!features.isArray()) {
      throw new MalformedSurveyException("it is no FeatureCollection of GeoJSON");
    }
    for (int i = 0; i < features.size(); i++) {
      check(features.get(i), i + 1);
    }
  }

  private static JsonNode collection(byte[] bytes) throws MalformedSurveyException {
    try {
      return MAPPER.readTree(bytes);
    } catch (IOException _) {
      throw new MalformedSurveyException("it is no JSON, or it was cut short");
    }
  }

  /// What its features may be, in the order in which they are named.
  private List<String> geometries() {
    return switch (this) {
      case LANDS -> List.of("MultiPolygon", "Polygon");
      case TOWNS -> List.of("Point");
      case MARKS -> List.of("LineString", "MultiLineString", "MultiPolygon", "Point", "Polygon");
    };
  }

  private void check(JsonNode feature, int number) throws MalformedSurveyException {
    var geometry = feature.path("geometry");
    var type = geometry.path("type").asText();
    if (!geometries().contains(type)) {
      throw new MalformedSurveyException(
          "feature %d is a \"%s\"; expected one of %s"
              .formatted(number, type, String.join(", ", geometries())));
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
