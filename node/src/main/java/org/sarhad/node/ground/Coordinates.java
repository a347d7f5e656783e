package org.sarhad.node.ground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.StreamSupport;
import org.sarhad.core.geo.Position;
import org.sarhad.core.travel.SurveyFlaw;

/// Coordinates of GeoJSON, longitude before latitude, as positions.
final class Coordinates {
  private Coordinates() {}

  static List<JsonNode> children(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  /// The edge of an area: as GeoJSON has it, it repeats its first point at its end.
  static List<Position> edge(JsonNode ring) {
    var positions = positions(ring);
    boolean isClosed = positions.size() > 1 && positions.getFirst().equals(positions.getLast());
    return isClosed ? positions.subList(0, positions.size() - 1) : positions;
  }

  static List<Position> positions(JsonNode line) {
    return children(line).stream().map(Coordinates::position).toList();
  }

  /// @throws IllegalArgumentException with a sentence when it is none
  static Position position(JsonNode point) {
    if (!point.path(0).isNumber() || !point.path(1).isNumber()) {
      throw new IllegalArgumentException("A coordinate is no number.");
    }
    double longitude = point.path(0).asDouble();
    double latitude = point.path(1).asDouble();
    try {
      return Position.ofDegrees(latitude, longitude);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s, %s is no longitude and latitude.".formatted(point.path(0), point.path(1)), e);
    }
  }

  /// All positions of a geometry of whatever depth, or what stands in their place.
  static ArrayNode flat(JsonNode coordinates) {
    var flat = JsonNodeFactory.instance.arrayNode();
    flatten(coordinates, flat);
    return flat;
  }

  private static void flatten(JsonNode coordinates, ArrayNode into) {
    if (coordinates.path(0).isArray()) {
      coordinates.forEach(part -> flatten(part, into));
    } else {
      into.add(coordinates);
    }
  }

  /// What is wrong with `coordinates` that are no [#positions] or no [#position]: exchanged, if all
  /// of them would be places the other way round.
  static SurveyFlaw flaw(JsonNode coordinates) {
    var all = coordinates.path(0).isNumber() ? List.of(coordinates) : children(coordinates);
    boolean isSwapped =
        all.stream().allMatch(Coordinates::isPlaceSwapped)
            && !all.stream().allMatch(Coordinates::isPlace);
    return isSwapped ? SurveyFlaw.SWAPPED : SurveyFlaw.NO_PLACE;
  }

  private static boolean isPlace(JsonNode point) {
    return point.path(0).isNumber()
        && point.path(1).isNumber()
        && Math.abs(point.path(0).asDouble()) <= 180
        && Math.abs(point.path(1).asDouble()) <= 90;
  }

  private static boolean isPlaceSwapped(JsonNode point) {
    return point.path(0).isNumber()
        && point.path(1).isNumber()
        && Math.abs(point.path(0).asDouble()) <= 90
        && Math.abs(point.path(1).asDouble()) <= 180;
  }
}
