package org.sarhad.core.modalities;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sarhad.core.geo.Place;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// Where the medical and fire fast lane begins and ends: the points at which crews of both sides
/// meet, and the hospitals that take patients from the other side. Agreed beforehand, because
/// nobody looks for a hospital while a patient waits.
///
/// As JSON `[{"kind":"hospital","place":{"label":…}},…]`.
///
/// @param points at most 32, hospitals and meeting points as the document lists them
public record LanePoints(List<Point> points) {
  /// None.
  public static final LanePoints NONE = new LanePoints(List.of());

  private static final int POINTS_MAX = 32;

  /// What a point is for.
  public enum Use {
    /// Takes patients from the other side.
    HOSPITAL,
    /// Crews of both sides meet here, and the host's escort takes over.
    RENDEZVOUS;

    /// The word in signed bytes.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Use of(String code) {
      for (Use use : values()) {
        if (use.code().equals(code)) {
          return use;
        }
      }
      throw new IllegalArgumentException("hospital or rendezvous");
    }
  }

  /// One of them.
  public record Point(Use use, Place place) {}

  /// @throws IllegalArgumentException when there are too many
  public LanePoints {
    points = List.copyOf(points);
    if (points.size() > POINTS_MAX) {
      throw new IllegalArgumentException(points.size() + " points; at most " + POINTS_MAX);
    }
  }

  /// The places for `use`, in the document's order.
  public Stream<Place> of(Use use) {
    return points.stream().filter(point -> point.use() == use).map(Point::place);
  }

  Json.Arr toJson() {
    return Json.arr(
        points.stream()
            .map(
                point ->
                    Json.obj()
                        .put("kind", point.use().code())
                        .put("place", point.place().toJson())
                        .build()));
  }

  static LanePoints fromJson(Json.Arr json) throws MalformedJsonException {
    List<Point> points = new ArrayList<>();
    for (Json.Obj point : json.objects()) {
      point.allowOnly("kind", "place");
      points.add(new Point(point.as("kind", Use::of), Place.fromJson(point.object("place"))));
    }
    return new LanePoints(points);
  }
}
