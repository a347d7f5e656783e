package org.sarhad.core.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// The border zone in which the modalities apply, by sectors. An area of work, on both sides of the
/// operational line; it claims nothing about a boundary (red line 7 of clause 08-4).
///
/// As JSON `[{"name":"north","ring":[…]},…]`, by name.
///
/// @param sectors at most 32, in the order of their names, with at most 1024 corners together
public record Zone(List<Sector> sectors) {
  /// No zone: what holds as long as no document names one.
  public static final Zone NONE = new Zone(List.of());

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");
  private static final int SECTORS_MAX = 32;
  private static final int CORNERS_MAX = 1024;

  /// A part of the zone with a commander of its own on each side.
  ///
  /// @param name 1 to 32 characters of `[a-z0-9_]`, beginning with a letter
  public record Sector(String name, Ring ring) {
    /// @throws IllegalArgumentException when the name is not of that form
    public Sector {
      if (!isName(name)) {
        throw new IllegalArgumentException(
            "sector \"" + name + "\" is not 1 to 32 characters of [a-z0-9_], a letter first");
      }
    }
  }

  /// Whether a sector can be called so.
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /// @throws IllegalArgumentException when there is too much of it, or the names do not ascend
  public Zone {
    sectors = List.copyOf(sectors);
    int corners = sectors.stream().mapToInt(sector -> sector.ring().corners().size()).sum();
    if (sectors.size() > SECTORS_MAX || corners > CORNERS_MAX) {
      throw new IllegalArgumentException(
          "a zone of %d sectors with %d corners; at most %d and %d"
              .formatted(sectors.size(), corners, SECTORS_MAX, CORNERS_MAX));
    }
    for (int i = 1; i < sectors.size(); i++) {
      if (sectors.get(i - 1).name().compareTo(sectors.get(i).name()) >= 0) {
        throw new IllegalArgumentException(
            "sector \"" + sectors.get(i).name() + "\" does not ascend");
      }
    }
  }

  /// The sector in which `position` lies, the first by name if several overlap; empty outside the
  /// zone. O(corners).
  public Optional<Sector> find(Position position) {
    return sectors.stream().filter(sector -> sector.ring().contains(position)).findFirst();
  }

  /// Whether `position` lies in the zone. O(corners).
  public boolean contains(Position position) {
    return find(position).isPresent();
  }

  /// Inverse of [#fromJson].
  public Json.Arr toJson() {
    return Json.arr(
        sectors.stream()
            .map(
                sector ->
                    Json.obj()
                        .put("name", sector.name())
                        .put("ring", sector.ring().toJson())
                        .build()));
  }

  /// Inverse of [#toJson]; at least one sector.
  ///
  /// @throws MalformedJsonException when a sector is not an object of a name and an edge
  /// @throws IllegalArgumentException when they do not make a zone
  public static Zone fromJson(Json.Arr json) throws MalformedJsonException {
    List<Sector> sectors = new ArrayList<>();
    for (Json.Obj sector : json.objects()) {
      sector.allowOnly("name", "ring");
      sectors.add(new Sector(sector.text("name"), Ring.fromJson(sector.array("ring"))));
    }
    if (sectors.isEmpty()) {
      throw new IllegalArgumentException("a zone without a sector");
    }
    return new Zone(sectors);
  }
}
