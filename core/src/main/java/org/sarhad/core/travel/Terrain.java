package org.sarhad.core.travel;

import java.util.Arrays;
import java.util.Optional;

/// What a cell of the grid is made of, as far as a vehicle needs to know. The order is that of the
/// file (protocol clause 19-2); a later one is never put before an earlier one.
public enum Terrain {
  /// Water, other countries, and what lies beyond the region: no way through.
  IMPASSABLE(0),
  /// Open ground without roads.
  OPEN(1),
  /// Dunes.
  SAND(2),
  /// Salt flats, which bear a vehicle in some places.
  SALT(3),
  /// Mountains and broken ground.
  ROUGH(4),
  /// Unpaved track.
  TRACK(5),
  /// Paved road.
  ROAD(6),
  /// Road with separate lanes.
  HIGHWAY(7);

  private static final Terrain[] ALL = values();

  private final int number;

  Terrain(int number) {
    this.number = number;
  }

  /// Its name in files and in the catalogue of settings.
  public String code() {
    return switch (this) {
      case IMPASSABLE -> "impassable";
      case OPEN -> "open";
      case SAND -> "sand";
      case SALT -> "salt";
      case ROUGH -> "rough";
      case TRACK -> "track";
      case ROAD -> "road";
      case HIGHWAY -> "highway";
    };
  }

  /// The one with that code.
  public static Optional<Terrain> find(String code) {
    return Arrays.stream(ALL).filter(terrain -> terrain.code().equals(code)).findFirst();
  }

  /// Whether a vehicle can be there.
  public boolean isPassable() {
    return this != IMPASSABLE;
  }

  /// Whether somebody made it to be driven on.
  public boolean isRoad() {
    return this == TRACK || this == ROAD || this == HIGHWAY;
  }

  /// How many there are.
  static int count() {
    return ALL.length;
  }

  /// Its place in the order, from 0.
  public int number() {
    return number;
  }

  /// The one at that place of the order.
  static Terrain at(int number) {
    return ALL[number];
  }
}
