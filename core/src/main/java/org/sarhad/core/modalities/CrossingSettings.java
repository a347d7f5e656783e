package org.sarhad.core.modalities;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.party.Role;

/// How far, how long and under whom a unit may be on the other side's soil, with an assent each
/// time, and in the fast lane that is signed for beforehand.
public final class CrossingSettings {
  /// Schengen art. 40(2): without authorisation it ends after five hours. No document can ask for
  /// more.
  private static final long HARD_CAP_HOURS = 5;

  /// How far from the line.
  public static final Setting<Long> DEPTH =
      Setting.metres("crossing.depth", 10_000, 1, 50_000, "how far beyond the line");

  /// How long one assent holds.
  public static final Setting<Duration> DURATION =
      Setting.minutes("crossing.duration", 90, HARD_CAP_HOURS * 60, "how long an assent holds");

  /// How long a unit may stay, extensions included.
  public static final Setting<Duration> HARD_CAP =
      Setting.hours("crossing.hard_cap", HARD_CAP_HOURS, HARD_CAP_HOURS, "longest stay of all");

  /// How large the area of one assent.
  public static final Setting<Long> AREA =
      Setting.of(
          "crossing.area",
          new ValueType.Whole(Optional.of("km2"), 1, 2_500),
          100L,
          "largest area of one assent");

  /// How many units under one assent.
  public static final Setting<Long> UNITS =
      Setting.count("crossing.units", 2, 1, 20, "units under one assent");

  /// Which officer of the host is in charge.
  public static final Setting<Role> HOST_ROLE =
      Setting.of(
          "crossing.host_role",
          new ValueType.OneRole(),
          Role.SECTOR_COMMANDER,
          "the officer of the host in charge on the spot");

  /// Who of the host can say STOP.
  public static final Setting<RoleSet> STOP_ROLES =
      Setting.of(
          "crossing.stop_roles",
          new ValueType.AnyRole(),
          RoleSet.of(Role.WATCH_OFFICER, Role.UNIT_LEADER, Role.SECTOR_COMMANDER, Role.CHIEF),
          "who of the host can stop a visiting unit");

  /// How far from the line ambulances and fire engines may go.
  public static final Setting<Long> LANE_DEPTH =
      Setting.metres("fast_lane.depth", 30_000, 1, 100_000, "how far ambulances and engines go");

  /// How long.
  public static final Setting<Duration> LANE_DURATION =
      Setting.minutes("fast_lane.duration", 180, HARD_CAP_HOURS * 60, "how long they stay");

  /// How many at a time.
  public static final Setting<Long> LANE_UNITS =
      Setting.count("fast_lane.units", 6, 1, 50, "ambulances and engines at a time");

  /// Hospitals and meeting points.
  public static final Setting<LanePoints> LANE_POINTS =
      Setting.of(
          "fast_lane.points",
          new ValueType.Points(),
          LanePoints.NONE,
          "hospitals and meeting points of the fast lane");

  /// Whether the fast lane stays open while the modalities are suspended.
  public static final Setting<Boolean> LANE_SURVIVES =
      Setting.of(
          "fast_lane.survives_suspension",
          new ValueType.Flag(),
          true,
          "the fast lane stays open while the rest is suspended");

  private CrossingSettings() {}

  static List<Setting<?>> all() {
    return List.of(
        DEPTH,
        DURATION,
        HARD_CAP,
        AREA,
        UNITS,
        HOST_ROLE,
        STOP_ROLES,
        LANE_DEPTH,
        LANE_DURATION,
        LANE_UNITS,
        LANE_POINTS,
        LANE_SURVIVES);
  }
}
