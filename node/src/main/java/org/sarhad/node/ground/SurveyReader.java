package org.sarhad.node.ground;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.travel.GridFrame;
import org.sarhad.core.travel.Survey;
import org.sarhad.core.travel.SurveyFlaw;
import org.sarhad.core.travel.Terrain;

/// Reads GeoJSON into a survey, feature by feature. Mutable, for one survey.
///
/// | geometry | properties | what it is |
/// |---|---|---|
/// | Polygon, MultiPolygon | `terrain`: impassable, open, sand, salt or rough | ground, over what was read before |
/// | LineString, MultiLineString | `road`: track, road or highway | a road |
/// | Point | `gate`: its name; `open` (else true); `changes_hand` (else false) | a gate |
///
/// Anything else is refused. Memory is bound by what is kept: [#POINTS_MAX] points.
public final class SurveyReader {
  /// Most points of all features that are kept.
  public static final int POINTS_MAX = 2_000_000;

  private static final Optional<SurveyFlaw> ELSEWHERE = Optional.of(SurveyFlaw.OUTSIDE);

  private final GridFrame frame;
  private final Progress progress;
  private final List<Survey.Area> areas = new ArrayList<>();
  private final List<Survey.Road> roads = new ArrayList<>();
  private final List<Survey.GatePoint> gates = new ArrayList<>();
  private final Refusals refusals = new Refusals();
  private long points;

  /// Told how far it is.
  @FunctionalInterface
  public interface Progress {
    /// So much of a file is read.
    ///
    /// @param bytes that were read of the file
    /// @param size of it
    void read(long bytes, long size);
  }

  /// @param frame the region
  public SurveyReader(GridFrame frame, Progress progress) {
    this.frame = frame;
    this.progress = progress;
  }

  /// Reads one more file.
  ///
  /// @throws MalformedSurveyException when it is no collection of features, was cut short, or holds
  ///   more than can be kept
  public void read(Path file) throws IOException, MalformedSurveyException {
    if (!Files.isRegularFile(file)) {
      throw new MalformedSurveyException(
          "%s is no file. Maybe the path is misspelt.".formatted(file));
    }
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      read(file.toString(), in, Files.size(file));
    }
  }

  /// Reads one more file out of a stream, which is not closed.
  ///
  /// @param name of the file, for sentences
  /// @param size of it, to be told on; 0 where it is not known
  /// @throws MalformedSurveyException as above
  public void read(String name, InputStream stream, long size)
      throws IOException, MalformedSurveyException {
    new FeatureReader(name, stream, bytes -> progress.read(bytes, size))
        .read((feature, json) -> take(shortened(name), feature, json));
  }

  /// A file by its last name.
  private static String shortened(String name) {
    return String.valueOf(Path.of(name).getFileName());
  }

  private void take(String file, long feature, JsonNode json) throws MalformedSurveyException {
    try {
      flaw(json).ifPresent(flaw -> refusals.add(Refusal.of(file, feature, flaw)));
    } catch (IllegalArgumentException e) {
      refusals.add(Refusal.of(file, feature, String.valueOf(e.getMessage())));
    }
    if (points > POINTS_MAX) {
      throw new MalformedSurveyException(
          "%s: with feature %d it is more than %d points. Cut the files to the region first."
              .formatted(file, feature, POINTS_MAX));
    }
  }

  /// Keeps the feature unless something is wrong with it.
  private Optional<SurveyFlaw> flaw(JsonNode feature) {
    var properties = feature.path("properties");
    var coordinates = feature.path("geometry").path("coordinates");
    return switch (feature.path("geometry").path("type").asText()) {
      case "Polygon" -> area(properties, List.of(coordinates));
      case "MultiPolygon" -> area(properties, Coordinates.children(coordinates));
      case "LineString" -> road(properties, List.of(coordinates));
      case "MultiLineString" -> road(properties, Coordinates.children(coordinates));
      case "Point" -> gate(properties, Coordinates.position(coordinates));
      default ->
          throw new IllegalArgumentException(
              "It is no polygon, line or point, but \"%s\"."
                  .formatted(feature.path("geometry").path("type").asText()));
    };
  }

  // ---- ground, roads, gates -------------------------------------------------------------------

  /// The polygons of one feature are checked one by one: those that lie elsewhere are no flaw of a
  /// country with islands, as long as one of them is here.
  private Optional<SurveyFlaw> area(JsonNode properties, List<JsonNode> polygons) {
    var terrain =
        Terrain.find(properties.path("terrain").asText())
            .filter(found -> !found.isRoad())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Its property terrain is none of impassable, open, sand, salt, rough."));
    var all =
        polygons.stream()
            .map(polygon -> Coordinates.children(polygon).stream().map(Coordinates::edge).toList())
            .map(edges -> new Survey.Area(terrain, edges))
            .toList();
    return kept(
        all,
        all.stream().map(area -> area.flaw(frame)).toList(),
        areas,
        area -> area.edges().stream().mapToLong(List::size).sum());
  }

  private Optional<SurveyFlaw> road(JsonNode properties, List<JsonNode> lines) {
    var terrain =
        Terrain.find(properties.path("road").asText())
            .filter(Terrain::isRoad)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Its property road is none of track, road, highway."));
    var all =
        lines.stream().map(line -> new Survey.Road(terrain, Coordinates.positions(line))).toList();
    return kept(
        all,
        all.stream().map(road -> road.flaw(frame)).toList(),
        roads,
        road -> road.course().size());
  }

  private Optional<SurveyFlaw> gate(JsonNode properties, Position at) {
    if (!properties.path("gate").isTextual()) {
      throw new IllegalArgumentException("It is a point without the property gate, its name.");
    }
    var gate =
        new Survey.GatePoint(
            properties.path("gate").asText(),
            at,
            properties.path("open").asBoolean(true),
            properties.path("changes_hand").asBoolean(false));
    var flaw = gate.flaw(frame);
    if (flaw.isEmpty()) {
      gates.add(gate);
    }
    return flaw;
  }

  /// Keeps the sound parts of a feature. It is refused with the first flaw, unless all that is
  /// wrong is that some of its parts lie elsewhere.
  private <T> Optional<SurveyFlaw> kept(
      List<T> parts, List<Optional<SurveyFlaw>> flaws, List<T> target, ToLongFunction<T> size) {
    boolean isElsewhere = flaws.stream().allMatch(flaw -> flaw.equals(ELSEWHERE));
    var worst =
        flaws.stream().flatMap(Optional::stream).filter(f -> f != SurveyFlaw.OUTSIDE).findFirst();
    if (parts.isEmpty()) {
      return Optional.of(SurveyFlaw.EMPTY);
    }
    if (worst.isEmpty() && !isElsewhere) {
      for (int i = 0; i < parts.size(); i++) {
        if (flaws.get(i).isEmpty()) {
          target.add(parts.get(i));
          points += size.applyAsLong(parts.get(i));
        }
      }
      return Optional.empty();
    }
    return worst.or(() -> ELSEWHERE);
  }

  // ---- what was read --------------------------------------------------------------------------

  /// How many features were left out.
  public long refused() {
    return refusals.count();
  }

  /// What was left out, in the order of the files; the first of them.
  public List<Refusal> refusals() {
    return refusals.first();
  }

  /// The survey of all that was kept.
  ///
  /// @param left the side to the left of the line
  /// @param right the side to the right
  /// @param line how it runs
  public Survey survey(PartyId left, PartyId right, List<Position> line) {
    return new Survey(frame, left, right, line, areas, roads, gates);
  }
}
