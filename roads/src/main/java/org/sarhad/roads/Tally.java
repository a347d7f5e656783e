package org.sarhad.roads;

import java.util.EnumMap;
import java.util.Map;
import org.sarhad.core.travel.Terrain;

/// What came of a file, in figures. Mutable, for one.
final class Tally {
  private static final int M_PER_KM = 1_000;

  private final Map<Terrain, Sum> sums = new EnumMap<>(Terrain.class);
  private long roads;
  private long points;

  /// Roads of one terrain.
  ///
  /// @param drivenM how long they are together, in metres
  /// @param gainedM how long without the bends that cells do not see
  /// @param hours how long GraphHopper drives along all of them
  record Sum(double drivenM, double gainedM, double hours) {
    private Sum plus(Sum other) {
      return new Sum(drivenM + other.drivenM, gainedM + other.gainedM, hours + other.hours);
    }

    /// Whole kilometres.
    long km() {
      return Math.round(drivenM / M_PER_KM);
    }

    /// How fast it drives on the whole, in whole km/h; 0 on nothing.
    long drivenKmh() {
      return kmh(drivenM);
    }

    /// How fast it gets on by that: what minutes over cells are reckoned with.
    long kmh() {
      return kmh(gainedM);
    }

    private long kmh(double metres) {
      return hours > 0 ? Math.round(metres / hours / M_PER_KM) : 0;
    }
  }

  /// @param made as GraphHopper has it, all along
  /// @param terrain what it counts as
  /// @param points of its course as it is written
  void add(Made made, Terrain terrain, Winding winding, int points) {
    double hours = winding.drivenM() / M_PER_KM / made.kmh();
    sums.merge(terrain, new Sum(winding.drivenM(), winding.gainedM(), hours), Sum::plus);
    this.roads++;
    this.points += points;
  }

  /// How many roads, or pieces of roads.
  long roads() {
    return roads;
  }

  /// How many points they have.
  long points() {
    return points;
  }

  /// Those of `terrain`.
  Sum of(Terrain terrain) {
    return sums.getOrDefault(terrain, new Sum(0, 0, 0));
  }
}
