package org.sarhad.core.travel;

import java.util.List;

/// How fast a patrol vehicle is on each terrain, and what a change of the driving side costs. Both
/// sides reckon by the same ones, out of the agreed rules (protocol clause 19-3).
///
/// @param kmh whole km/h by [Terrain], in its order; 0 where there is no way through, else 1 to 150
/// @param sideChangeMin minutes lost at a gate behind which one drives on the other side of the
///   road, 0 to 60
public record Speeds(List<Integer> kmh, int sideChangeMin) {
  /// Fastest there is, km/h.
  public static final int KMH_MAX = 150;

  /// Longest loss at a gate, minutes.
  public static final int SIDE_CHANGE_MAX = 60;

  /// What holds where nothing was agreed.
  public static final Speeds DEFAULT = new Speeds(List.of(0, 20, 10, 8, 10, 30, 60, 80), 5);

  /// @throws IllegalArgumentException naming the speed or the loss that is out of range
  public Speeds {
    kmh = List.copyOf(kmh);
    if (kmh.size() != Terrain.count() || kmh.getFirst() != 0) {
      throw new IllegalArgumentException("speeds %s are not one for each terrain".formatted(kmh));
    }
    for (int speed : kmh.subList(1, kmh.size())) {
      if (speed < 1 || speed > KMH_MAX) {
        throw new IllegalArgumentException(
            "a speed of %d km/h; expected 1 to %d".formatted(speed, KMH_MAX));
      }
    }
    if (sideChangeMin < 0 || sideChangeMin > SIDE_CHANGE_MAX) {
      throw new IllegalArgumentException(
          "a loss of %d min; expected 0 to %d".formatted(sideChangeMin, SIDE_CHANGE_MAX));
    }
  }

  /// On `terrain`, in km/h.
  public int on(Terrain terrain) {
    return kmh.get(terrain.number());
  }
}
