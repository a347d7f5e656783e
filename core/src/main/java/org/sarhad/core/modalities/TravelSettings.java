package org.sarhad.core.modalities;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.travel.Speeds;

/// How fast one is over the ground, and from when on the other side is asked for help (protocol
/// clauses 19-3 and 19-6).
public final class TravelSettings {
  /// Over which ground both nodes reckon.
  public static final Setting<DatasetRef> GRID =
      Setting.withoutInitial(
          "travel.grid", new ValueType.Dataset(), "the ground over which both sides reckon");

  /// Off the roads.
  public static final Setting<Long> SPEED_OPEN =
      speed("travel.speed_open", 20, "speed of a patrol vehicle on open ground");

  /// On dunes.
  public static final Setting<Long> SPEED_SAND =
      speed("travel.speed_sand", 10, "speed of a patrol vehicle on sand");

  /// On salt flats.
  public static final Setting<Long> SPEED_SALT =
      speed("travel.speed_salt", 8, "speed of a patrol vehicle on salt flats");

  /// In mountains.
  public static final Setting<Long> SPEED_ROUGH =
      speed("travel.speed_rough", 10, "speed of a patrol vehicle on broken ground");

  /// On tracks.
  public static final Setting<Long> SPEED_TRACK =
      speed("travel.speed_track", 30, "speed of a patrol vehicle on a track");

  /// On roads.
  public static final Setting<Long> SPEED_ROAD =
      speed("travel.speed_road", 60, "speed of a patrol vehicle on a road");

  /// On highways.
  public static final Setting<Long> SPEED_HIGHWAY =
      speed("travel.speed_highway", 80, "speed of a patrol vehicle on a highway");

  /// What it costs that one drives on the other side of the road behind a gate.
  public static final Setting<Duration> SIDE_CHANGE =
      Setting.minutes(
          "travel.side_change",
          5,
          Speeds.SIDE_CHANGE_MAX,
          "lost at a gate where the driving side changes");

  /// How soon somebody is to be there.
  public static final Setting<Duration> TARGET =
      Setting.minutes(
          "travel.target", 60, 24 * 60, "own units later than this: the other side may be asked");

  /// Whether the other side can be asked to close the way on its own soil.
  public static final Setting<Boolean> MIRRORED =
      Setting.of(
          "travel.mirrored",
          new ValueType.Flag(),
          true,
          "help may be asked for on the other side's own soil");

  /// Whether the other side can be asked to cross.
  public static final Setting<Boolean> CROSSING =
      Setting.of(
          "travel.crossing",
          new ValueType.Flag(),
          true,
          "help may be asked for that crosses, with an assent each time");

  /// What a unit loses at the line before it goes on.
  public static final Setting<Duration> HANDOVER =
      Setting.minutes(
          "travel.handover", 15, 24 * 60, "lost at the line before a unit of one side goes on");

  /// How long the sides negotiate where to stand.
  public static final Setting<Long> ROUNDS =
      Setting.count("travel.rounds", 3, 1, 9, "offers of each side in one negotiation of posture");

  private TravelSettings() {}

  private static Setting<Long> speed(String key, long initial, String meaning) {
    return Setting.of(
        key, new ValueType.Whole(Optional.of("kmh"), 1, Speeds.KMH_MAX), initial, meaning);
  }

  static List<Setting<?>> all() {
    return List.of(
        GRID,
        SPEED_OPEN,
        SPEED_SAND,
        SPEED_SALT,
        SPEED_ROUGH,
        SPEED_TRACK,
        SPEED_ROAD,
        SPEED_HIGHWAY,
        SIDE_CHANGE,
        TARGET,
        MIRRORED,
        CROSSING,
        HANDOVER,
        ROUNDS);
  }
}
