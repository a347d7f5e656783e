package org.sarhad.core.activity;

import org.sarhad.core.geo.Distance;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// Where an activity takes place: a circle, or an area with an edge (protocol clause 12-6.3).
///
/// As JSON `{"lat":29014800,"lon":61449600,"radius_m":500}` or `{"ring":[29500000,60900000,…]}`,
/// coordinates in micro-degrees, latitude first.
public sealed interface Area {
  /// The southern end, micro-degrees of latitude; nothing of the area lies south of it.
  long southMicro();

  /// The northern end, micro-degrees of latitude; nothing of the area lies north of it.
  long northMicro();

  /// The JSON form. Inverse of [#fromJson].
  Json.Obj toJson();

  /// How far it is from here to `other`, from edge to edge; zero when they have a point in common.
  /// Great-circle metres, to a metre for circles; with edges, to one part in a hundred for areas of
  /// one stretch of border, which is what a warning needs. Equal on every machine. O(corners²).
  default Distance distanceTo(Area other) {
    return switch (this) {
      case Circle a ->
          switch (other) {
            case Circle b -> Gaps.between(a, b);
            case Enclosed b -> Gaps.between(a, b.ring());
          };
      case Enclosed a ->
          switch (other) {
            case Circle b -> Gaps.between(b, a.ring());
            case Enclosed b -> Gaps.between(a.ring(), b.ring());
          };
    };
  }

  /// Reads the JSON form.
  ///
  /// @throws MalformedJsonException when a member is missing or out of range
  /// @throws IllegalArgumentException when the corners are no edge
  static Area fromJson(Json.Obj json) throws MalformedJsonException {
    return json.has("ring")
        ? new Enclosed(Ring.fromJson(json.array("ring")))
        : new Circle(
            new Position(
                json.smallInteger("lat", -90 * Position.MICRO, 90 * Position.MICRO),
                json.smallInteger("lon", -180 * Position.MICRO, 180 * Position.MICRO)),
            json.smallInteger("radius_m", 0, Circle.RADIUS_MAX_M));
  }

  /// Everything within a distance of a point.
  ///
  /// @param centre the middle
  /// @param radiusM whole metres, 0 to 200 000; 0 for a point
  record Circle(Position centre, int radiusM) implements Area {
    /// Largest radius, metres.
    public static final int RADIUS_MAX_M = 200_000;

    /// @throws IllegalArgumentException when the radius is out of range
    public Circle {
      if (radiusM < 0 || radiusM > RADIUS_MAX_M) {
        throw new IllegalArgumentException(
            "radius of %d m; expected 0 to %d".formatted(radiusM, RADIUS_MAX_M));
      }
    }

    @Override
    public long southMicro() {
      return centre.latitudeMicro() - Gaps.latitudeMicro(radiusM);
    }

    @Override
    public long northMicro() {
      return centre.latitudeMicro() + Gaps.latitudeMicro(radiusM);
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("lat", centre.latitudeMicro())
          .put("lon", centre.longitudeMicro())
          .put("radius_m", radiusM)
          .build();
    }
  }

  /// What an edge encloses.
  ///
  /// @param ring the edge
  record Enclosed(Ring ring) implements Area {
    @Override
    public long southMicro() {
      return ring.corners().stream().mapToInt(Position::latitudeMicro).min().orElseThrow();
    }

    @Override
    public long northMicro() {
      return ring.corners().stream().mapToInt(Position::latitudeMicro).max().orElseThrow();
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("ring", ring.toJson()).build();
    }
  }
}
