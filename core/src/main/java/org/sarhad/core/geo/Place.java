package org.sarhad.core.geo;

import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;

/// Where something is, as the side that says it knows it: words first, a position when there is
/// one.
///
/// As JSON `{"label":"post 12","lat":29496300,"lon":60862900,"radius_m":250}`, coordinates in
/// micro-degrees; `lat`, `lon` and `radius_m` are absent when there is no position.
///
/// @param label what people call it, in the author's words; prose of 1 to 200 characters
/// @param position the centre, if known
/// @param radiusM how far off the position may be, whole metres, 0 to 1 000 000; 0 when the
///   position is taken as exact, and when there is none
public record Place(String label, Optional<Position> position, int radiusM) {
  /// Longest label, in characters (UTF-16 units).
  public static final int LABEL_MAX = 200;

  /// Largest uncertainty, metres.
  public static final int RADIUS_MAX_M = 1_000_000;

  /// @throws IllegalArgumentException when the label is not prose (see [Text#flawInProse]), the
  ///   radius out of range, or a radius stands without a position
  public Place {
    Optional<String> flaw = Text.flawInProse(label, LABEL_MAX);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException("label \"" + label + "\" has " + flaw.get());
    }
    if (radiusM < 0 || radiusM > RADIUS_MAX_M) {
      throw new IllegalArgumentException("radius of " + radiusM + " m; expected 0 to 1 000 000");
    }
    if (position.isEmpty() && radiusM != 0) {
      throw new IllegalArgumentException("a radius of " + radiusM + " m around no position");
    }
  }

  /// A place known by name only.
  public static Place named(String label) {
    return new Place(label, Optional.empty(), 0);
  }

  /// A place at `position`, give or take `radiusM` metres.
  public static Place at(String label, Position position, int radiusM) {
    return new Place(label, Optional.of(position), radiusM);
  }

  /// Great-circle distance between the centres; empty when either place has no position.
  public Optional<Distance> distanceTo(Place other) {
    return position.flatMap(here -> other.position.map(here::distanceTo));
  }

  /// Inverse of [#fromJson(Json.Obj)].
  public Json.Obj toJson() {
    JsonBuilder json = Json.obj().put("label", label);
    position.ifPresent(
        centre ->
            json.put("lat", centre.latitudeMicro())
                .put("lon", centre.longitudeMicro())
                .put("radius_m", radiusM));
    return json.build();
  }

  /// Inverse of [#toJson()].
  ///
  /// @throws MalformedJsonException when the object is not a place in its one spelling
  public static Place fromJson(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("label", "lat", "lon", "radius_m");
    boolean positioned = json.has("lat") || json.has("lon") || json.has("radius_m");
    Optional<Position> position =
        positioned
            ? Optional.of(
                new Position(
                    json.smallInteger("lat", -90 * Position.MICRO, 90 * Position.MICRO),
                    json.smallInteger("lon", -180 * Position.MICRO, 180 * Position.MICRO)))
            : Optional.empty();
    int radiusM = positioned ? json.smallInteger("radius_m", 0, RADIUS_MAX_M) : 0;
    return json.as("label", label -> new Place(label, position, radiusM));
  }
}
