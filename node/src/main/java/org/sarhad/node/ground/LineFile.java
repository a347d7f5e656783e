package org.sarhad.node.ground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.sarhad.core.crossing.Line;
import org.sarhad.core.geo.Polyline;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.Soil;
import org.sarhad.core.tracks.LineVersion;
import org.sarhad.tlog.Bytes;

/// The operational line out of a file beside the configuration, `line.geojson`: a collection of
/// lines, each with the properties `left` and `right`, the sides on either hand of who walks along
/// it from its first point, and `uncertainty_m`, within which nobody's soil is certain.
///
/// The line claims nothing about a boundary. Without the file no place is known to be on anybody's
/// soil.
///
/// @param pieces the lines
public record LineFile(List<Piece> pieces) implements Soil, Line {
  /// Largest uncertainty, metres.
  static final int UNCERTAINTY_MAX_M = LineVersion.UNCERTAINTY_MAX_M;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /// Copies the list.
  public LineFile {
    pieces = List.copyOf(pieces);
  }

  /// One line of the file.
  public record Piece(Polyline line, PartyId left, PartyId right, int uncertaintyM) {}

  /// A position beside its nearest line.
  private record Nearest(Piece piece, Polyline.Offset offset) {}

  /// The line in `file`.
  ///
  /// @throws MalformedSurveyException when it is not what it should be
  public static LineFile parse(Bytes file) throws MalformedSurveyException {
    try {
      var pieces = new ArrayList<Piece>();
      for (var feature : MAPPER.readTree(file.toArray()).path("features")) {
        pieces.add(piece(feature));
      }
      if (pieces.isEmpty()) {
        throw new IllegalArgumentException("it has no feature.");
      }
      return new LineFile(pieces);
    } catch (IOException | IllegalArgumentException e) {
      throw new MalformedSurveyException(
          "It is no operational line: %s Write a FeatureCollection of LineStrings, each with the properties left, right and uncertainty_m."
              .formatted(String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
    }
  }

  private static Piece piece(JsonNode feature) {
    if (!feature.path("geometry").path("type").asText().equals("LineString")) {
      throw new IllegalArgumentException("a feature is no LineString.");
    }
    var properties = feature.path("properties");
    return new Piece(
        new Polyline(Coordinates.positions(feature.path("geometry").path("coordinates"))),
        PartyId.of(properties.path("left").asText()),
        PartyId.of(properties.path("right").asText()),
        uncertainty(properties)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "uncertainty_m is not a number from 0 to 100000.")));
  }

  static OptionalInt uncertainty(JsonNode properties) {
    int metres = properties.path("uncertainty_m").asInt(-1);
    return metres >= 0 && metres <= UNCERTAINTY_MAX_M
        ? OptionalInt.of(metres)
        : OptionalInt.empty();
  }

  /// How far off the line may be, where it is the least certain; 0 without a piece.
  public int uncertaintyM() {
    return pieces.stream().mapToInt(Piece::uncertaintyM).max().orElse(0);
  }

  /// The line as one, from its first point to its last.
  ///
  /// @param left the side on the left hand all along
  /// @param right the side on the right
  public record Course(PartyId left, PartyId right, List<Position> course) {
    /// Copies the list.
    public Course {
      course = List.copyOf(course);
    }
  }

  /// The line as one; empty without a piece, and where a piece does not begin at the end of the one
  /// before it, or has other sides on its hands.
  public Optional<Course> whole() {
    if (pieces.isEmpty()) {
      return Optional.empty();
    }
    var first = pieces.getFirst();
    var course = new ArrayList<>(first.line().points());
    for (var piece : pieces.subList(1, pieces.size())) {
      boolean isNext =
          piece.left().equals(first.left())
              && piece.right().equals(first.right())
              && piece.line().points().getFirst().equals(course.getLast());
      if (!isNext) {
        return Optional.empty();
      }
      course.addAll(piece.line().points().subList(1, piece.line().points().size()));
    }
    return Optional.of(new Course(first.left(), first.right(), List.copyOf(course)));
  }

  /// How it runs, piece by piece.
  public List<Polyline> course() {
    return pieces.stream().map(Piece::line).toList();
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
