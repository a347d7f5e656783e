package org.sarhad.node.ground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Region;
import org.sarhad.core.travel.EdgeCheck;
import org.sarhad.core.travel.SurveyFlaw;
import org.sarhad.tlog.Bytes;

/// Reads a file of lands or marks that is to take the place of another (protocol clause 19-10.7).
/// What is wrong with one of them leaves it out, and no other; a file with nothing wrong is kept
/// byte for byte. Mutable, for one file.
public final class ShapesReader {
  /// Most features of a file.
  public static final int FEATURES_MAX = 10_000;

  /// Most points of all features.
  public static final int POINTS_MAX = 200_000;

  private static final int TRIANGLE = 3;

  private static final Region EARTH =
      new Region(
          -90L * Position.MICRO,
          -180L * Position.MICRO,
          90L * Position.MICRO + 1,
          180L * Position.MICRO + 1);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final MapFile layer;
  private final String name;
  private final List<JsonNode> features = new ArrayList<>();
  private final ArrayNode kept = MAPPER.createArrayNode();
  private final Set<JsonNode> places = new HashSet<>();
  private final Refusals refusals = new Refusals();
  private Optional<Region> region;
  private long points;

  /// What is wrong with a feature, and where, if it is at a place.
  private record Wrong(SurveyFlaw flaw, Optional<Position> where) {}

  private ShapesReader(MapFile layer, String name, Optional<Region> region) {
    this.layer = layer;
    this.name = name;
    this.region = region;
  }

  /// Reads shapes out of a stream, which is not closed. At most [MapFile#BYTES_MAX] bytes are kept.
  ///
  /// @param layer lands or marks
  /// @param name of the file, for sentences
  /// @param region where they are to lie, unless the file itself says by its `bbox` what the map
  ///   shows; empty where that is not known
  public static Tray.Reading<ShapesFile> reading(
      MapFile layer, String name, InputStream in, Optional<Region> region) {
    return progress -> {
      var file = WholeFile.read(name, in, MapFile.BYTES_MAX, progress);
      return new ShapesReader(layer, name, region).judged(file);
    };
  }

  private Draft<ShapesFile> judged(Bytes file) throws IOException, MalformedSurveyException {
    var bytes = new ByteArrayInputStream(file.toArray());
    new FeatureReader(name, bytes, _ -> {}).read(this::take);
    if (features.isEmpty()) {
      throw new MalformedSurveyException("%s has no feature.".formatted(name));
    }
    var collection = MAPPER.readTree(file.toArray());
    boolean isHere = isEdgeHere(collection);
    for (int i = 0; i < features.size(); i++) {
      judge(i + 1, features.get(i));
    }
    var whole = refusals.count() == 0 ? file : spelled(collection);
    return new Draft<>(
        ShapesFile.of(whole), isHere && !kept.isEmpty(), refusals.count(), refusals.first());
  }

  private void take(long feature, JsonNode json) throws MalformedSurveyException {
    features.add(json);
    points += Coordinates.flat(json.path("geometry").path("coordinates")).size();
    if (features.size() > FEATURES_MAX || points > POINTS_MAX) {
      throw new MalformedSurveyException(
          "%s: with feature %d there are more than %d features or %d points. Thin its outlines and cut them to the region first."
              .formatted(name, feature, FEATURES_MAX, POINTS_MAX));
    }
  }

  /// What a file says that the map shows, is of this border, or nothing of the file is.
  private boolean isEdgeHere(JsonNode collection) throws MalformedSurveyException {
    var edge = layer == MapFile.LANDS ? edge(collection) : Optional.<Region>empty();
    var flaw =
        edge.flatMap(shown -> region.flatMap(here -> SurveyFlaw.of(here.fit(shown.corners()))));
    flaw.ifPresent(wrong -> refusals.add(Refusal.of(name, 0, wrong)));
    if (flaw.isEmpty()) {
      region = edge.or(() -> region);
    }
    return flaw.isEmpty();
  }

  private Optional<Region> edge(JsonNode collection) throws MalformedSurveyException {
    try {
      return MapFile.edge(collection);
    } catch (MalformedSurveyException e) {
      throw new MalformedSurveyException("%s: %s.".formatted(name, e.getMessage()));
    }
  }

  // ---- feature by feature ---------------------------------------------------------------------

  /// Keeps the feature unless something is wrong with it.
  private void judge(long number, JsonNode feature) {
    var wrong = flaw(feature);
    if (wrong.isEmpty()) {
      kept.add(feature);
    }
    wrong.ifPresent(flaw -> refusals.add(Refusal.of(name, number, flaw.flaw(), flaw.where())));
  }

  private Optional<Wrong> flaw(JsonNode feature) {
    var geometry = feature.path("geometry");
    var properties = feature.path("properties");
    if (layer == MapFile.MARKS && MarkKind.find(properties.path("kind").asText()).isEmpty()) {
      return wrong(SurveyFlaw.NO_KIND);
    }
    if (!layer.geometries(properties).contains(geometry.path("type").asText())) {
      return wrong(SurveyFlaw.WRONG_KIND);
    }
    try {
      return flaw(feature, Shape.of(feature));
    } catch (IllegalArgumentException _) {
      return wrong(Coordinates.flaw(Coordinates.flat(geometry.path("coordinates"))));
    }
  }

  private Optional<Wrong> flaw(JsonNode feature, Shape shape) {
    if (isEmpty(shape)) {
      return wrong(SurveyFlaw.EMPTY);
    }
    return placed(shape)
        .or(() -> crossing(shape))
        .or(() -> named(feature, shape))
        .or(
            () ->
                places.add(feature.path("geometry"))
                    ? Optional.empty()
                    : Optional.of(new Wrong(SurveyFlaw.TWICE, shape.at())));
  }

  private static Optional<Wrong> wrong(SurveyFlaw flaw) {
    return Optional.of(new Wrong(flaw, Optional.empty()));
  }

  /// Whether a part of it has too few points to be anything, or no ground.
  private static boolean isEmpty(Shape shape) {
    return shape.parts().findAny().isEmpty()
        || shape.courses().stream().anyMatch(course -> course.stream().distinct().count() < 2)
        || shape.areas().stream()
            .anyMatch(
                area ->
                    area.edges().isEmpty()
                        || area.edges().stream().anyMatch(edge -> !hasGround(edge)));
  }

  /// Whether there is any ground within an edge: not all of its points lie on one line.
  private static boolean hasGround(List<Position> edge) {
    if (edge.size() < TRIANGLE) {
      return false;
    }
    var first = edge.getFirst();
    var other = edge.stream().filter(point -> !point.equals(first)).findFirst();
    return other.isPresent()
        && edge.stream().anyMatch(point -> turn(first, other.get(), point) != 0);
  }

  private static long turn(Position a, Position b, Position c) {
    long east = (long) b.longitudeMicro() - a.longitudeMicro();
    long north = (long) b.latitudeMicro() - a.latitudeMicro();
    return east * ((long) c.latitudeMicro() - a.latitudeMicro())
        - north * ((long) c.longitudeMicro() - a.longitudeMicro());
  }

  /// A country with islands may lie elsewhere with most of them, but not with all.
  private Optional<Wrong> placed(Shape shape) {
    if (region.isEmpty()) {
      return Optional.empty();
    }
    var fits = shape.parts().map(part -> region.get().fit(part)).toList();
    if (fits.contains(Region.Fit.HERE)) {
      return Optional.empty();
    }
    boolean isSwapped = fits.stream().allMatch(fit -> fit == Region.Fit.SWAPPED);
    var flaw = isSwapped ? SurveyFlaw.SWAPPED : SurveyFlaw.OUTSIDE;
    return Optional.of(new Wrong(flaw, shape.at()));
  }

  /// Rivers may cross themselves on a map; what is an area may not.
  private static Optional<Wrong> crossing(Shape shape) {
    return shape.areas().stream()
        .flatMap(area -> EdgeCheck.of(EARTH, area.edges()).stream())
        .map(check -> new Wrong(check.flaw(), check.where()))
        .findFirst();
  }

  /// Whose a land is, is said; a mark may be without a name.
  private Optional<Wrong> named(JsonNode feature, Shape shape) {
    boolean isWhose = feature.path("properties").path("land").isTextual();
    return layer == MapFile.LANDS && (!isWhose || shape.name().isBlank())
        ? wrong(SurveyFlaw.NO_NAME)
        : Optional.empty();
  }

  // ---- what is kept ---------------------------------------------------------------------------

  private Bytes spelled(JsonNode collection) {
    var spelled = MAPPER.createObjectNode().put("type", "FeatureCollection");
    spelled.put("source", collection.path("source").asText("the operator"));
    spelled.put("licence", collection.path("licence").asText("the operator's"));
    for (var beside : List.of("credit", "bbox")) {
      if (collection.has(beside)) {
        spelled.set(beside, collection.path(beside));
      }
    }
    spelled.set("features", kept);
    return Bytes.ofUtf8(spelled.toString());
  }
}
