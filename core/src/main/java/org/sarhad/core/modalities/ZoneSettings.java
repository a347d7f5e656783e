package org.sarhad.core.modalities;

import java.time.Duration;
import java.util.List;
import org.sarhad.core.geo.Zone;

/// Where the modalities apply, and what happens near the line.
public final class ZoneSettings {
  /// The zone, by sectors.
  public static final Setting<Zone> SECTORS =
      Setting.withoutInitial(
          "zone.sectors", new ValueType.Sectors(), "the border zone, by sectors");

  /// The operational line.
  public static final Setting<DatasetRef> REFERENCE_LINE =
      Setting.withoutInitial(
          "zone.reference_line",
          new ValueType.Dataset(),
          "the operational line, without prejudice to any boundary");

  /// How near two alerts lie that may be one.
  public static final Setting<Long> DUPLICATE_RADIUS =
      Setting.metres(
          "alert.duplicate_radius", 2_000, 1, 100_000, "alerts this near are offered as one");

  /// How near in time.
  public static final Setting<Duration> DUPLICATE_WITHIN =
      Setting.minutes(
          "alert.duplicate_within", 30, 24 * 60, "alerts this near in time are offered as one");

  /// How long before an activity near the line the other side is told.
  public static final Setting<Duration> ACTIVITY_NOTICE =
      Setting.hours(
          "activity.notice", 48, 30 * 24, "works, drills and patrols near the line are announced");

  /// How near two planned activities may come before both sides are warned.
  public static final Setting<Long> ACTIVITY_DISTANCE =
      Setting.metres(
          "activity.distance", 2_000, 0, 100_000, "planned activities nearer than this conflict");

  /// Code-words.
  public static final Setting<AgreedCards> RUN_CARDS =
      Setting.of(
          "run_cards",
          new ValueType.Cards(),
          AgreedCards.INITIAL,
          "code-words, and what both sides do for each");

  private ZoneSettings() {}

  static List<Setting<?>> all() {
    return List.of(
        SECTORS,
        REFERENCE_LINE,
        DUPLICATE_RADIUS,
        DUPLICATE_WITHIN,
        ACTIVITY_NOTICE,
        ACTIVITY_DISTANCE,
        RUN_CARDS);
  }
}
