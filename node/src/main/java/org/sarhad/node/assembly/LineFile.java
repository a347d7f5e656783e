package org.sarhad.node.assembly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sarhad.core.crossing.Line;
import org.sarhad.core.geo.Polyline;
import org.sarhad.core.geo.Position;
import org.sarhad.core.joint.Border;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.Soil;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// The operational line out of a file beside the configuration, `line.geojson`: a collection of
/// lines, each with the properties `left` and `right`, the sides on either hand of who walks along
/// it from its first point, and `uncertainty_m`, within which nobody's soil is certain.
///
/// The line claims nothing about a boundary. Without the file no place is known to be on anybody's
/// soil.
///
/// @param pieces the lines
record LineFile(List<Piece> pieces) implements Soil, Line {
  /// The name of the file in a node's directory.
  static final String NAME = "line.geojson";

  private static final int UNCERTAINTY_MAX_M = 100_000;

  /// One line of the file.
  record Piece(Polyline line, PartyId left, PartyId right, int uncertaintyM) {}

  /// A position beside its nearest line.
  private record Nearest(Piece piece, Polyline.Offset offset) {}

  /// The line of the node in `directory`; unknown if it has none.
  ///
  /// @throws StartException when the file is not what it should be
  static Border border(Path directory) throws IOException, StartException {
    var file = directory.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Border.UNKNOWN;
    }
    try {
      var bytes = Files.readAllBytes(file);
      var line = parse(new ObjectMapper().readTree(bytes));
      return new Border(line, line, line.course(), Optional.of(Merkle.sha256(Bytes.of(bytes))));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new StartException(
          "%s is not an operational line: %s Write a FeatureCollection of LineStrings, each with the properties left, right and uncertainty_m."
              .formatted(file, String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
    }
  }

  static LineFile parse(JsonNode collection) {
    var pieces = new ArrayList<Piece>();
    for (var feature : collection.path("features")) {
      if (!feature.path("geometry").path("type").asText().equals("LineString")) {
        throw new IllegalArgumentException("a feature is no LineString.");
      }
      var properties = feature.path("properties");
      int uncertaintyM = properties.path("uncertainty_m").asInt(-1);
      if (uncertaintyM < 0 || uncertaintyM > UNCERTAINTY_MAX_M) {
        throw new IllegalArgumentException("uncertainty_m is not a number from 0 to 100000.");
      }
      pieces.add(
          new Piece(
              line(feature.path("geometry").path("coordinates")),
              PartyId.of(properties.path("left").asText()),
              PartyId.of(properties.path("right").asText()),
              uncertaintyM));
    }
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException("it has no feature.");
    }
    return new LineFile(List.copyOf(pieces));
  }

  private List<Polyline> course() {
    return pieces.stream().map(Piece::line).toList();
  }

  private static Polyline line(JsonNode coordinates) {
    var points = new ArrayList<Position>();
    for (var point : coordinates) {
      points.add(Position.ofDegrees(degrees(point.path(1)), degrees(point.path(0))));
    }
    return new Polyline(points);
  }

  private static double degrees(JsonNode number) {
    if (!number.isNumber()) {
      throw new IllegalArgumentException("a coordinate is no number.");
    }
    return number.asDouble();
  }

  private Nearest nearest(Position position) {
    return pieces.stream()
        .map(piece -> new Nearest(piece, piece.line().offset(position)))
        .min(Comparator.comparingLong(near -> near.offset().metres()))
        .orElseThrow();
  }

  @Override
  public Optional<PartyId> of(Position position) {
    var near = nearest(position);
    if (near.offset().metres() <= near.piece().uncertaintyM()) {
      return Optional.empty();
    }
    return Optional.of(near.offset().isLeft() ? near.piece().left() : near.piece().right());
  }

  @Override
  public boolean isAtLine(Position position) {
    var near = nearest(position);
    return near.offset().metres() <= near.piece().uncertaintyM();
  }

  @Override
  public OptionalLong metresFrom(Position position) {
    return OptionalLong.of(nearest(position).offset().metres());
  }
}
