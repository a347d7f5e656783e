package org.sarhad.core.modalities;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long positions of things are kept, and when they are old (protocol clause 20-2).
public final class TrackSettings {
  /// Faster is no thing that is followed.
  private static final int KMH_MAX = 4_000;

  /// After which a position is forgotten that nobody released.
  public static final Setting<Duration> RETENTION =
      Setting.minutes(
          "tracks.retention", 60, 7 * 24 * 60, "positions of things are forgotten after this");

  /// After which it is shown as old.
  public static final Setting<Duration> STALE_AFTER =
      Setting.minutes(
          "tracks.stale_after", 5, 24 * 60, "positions of things older than this are shown as old");

  /// How far ahead an approach is told.
  public static final Setting<Duration> FORECAST =
      Setting.minutes(
          "tracks.forecast", 15, 4 * 60, "a thing that straight on is at the line within this");

  /// How fast an own unit can be.
  public static final Setting<Long> SPEED_UNIT =
      speed("tracks.speed_unit", 300, "no unit is faster than this");

  /// How fast a vehicle can be.
  public static final Setting<Long> SPEED_VEHICLE =
      speed("tracks.speed_vehicle", 250, "no vehicle is faster than this");

  /// How fast an aircraft can be.
  public static final Setting<Long> SPEED_AIRCRAFT =
      speed("tracks.speed_aircraft", 3_000, "no aircraft is faster than this");

  /// How fast a drone can be.
  public static final Setting<Long> SPEED_DRONE =
      speed("tracks.speed_drone", 500, "no drone is faster than this");

  /// How fast a boat can be.
  public static final Setting<Long> SPEED_BOAT =
      speed("tracks.speed_boat", 120, "no boat is faster than this");

  private TrackSettings() {}

  private static Setting<Long> speed(String key, long initial, String meaning) {
    return Setting.of(key, new ValueType.Whole(Optional.of("kmh"), 1, KMH_MAX), initial, meaning);
  }

  static List<Setting<?>> all() {
    return List.of(
        RETENTION,
        STALE_AFTER,
        FORECAST,
        SPEED_UNIT,
        SPEED_VEHICLE,
        SPEED_AIRCRAFT,
        SPEED_DRONE,
        SPEED_BOAT);
  }
}
