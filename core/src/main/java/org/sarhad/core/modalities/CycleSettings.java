package org.sarhad.core.modalities;

import java.time.Duration;
import java.util.List;

/// What recurs, and what is announced before it changes.
public final class CycleSettings {
  /// Meetings of sector commanders.
  public static final Setting<Duration> SECTOR_MEETING =
      Setting.days("meeting.sector", 30, 365, "sector commanders meet this often");

  /// Meetings of the commission.
  public static final Setting<Duration> COMMISSION_MEETING =
      Setting.days("meeting.commission", 90, 730, "the commission meets this often");

  /// When a meeting that was not held comes before the chiefs.
  public static final Setting<Duration> MEETING_OVERDUE =
      Setting.days("meeting.overdue", 7, 180, "a meeting not held comes before the chiefs");

  /// Simultaneous patrols, each side on its own soil.
  public static final Setting<Duration> PATROL =
      Setting.days("patrol.simultaneous", 7, 365, "simultaneous patrols, each on its own soil");

  /// How long before an exercise the other side is told.
  public static final Setting<Duration> EXERCISE_NOTICE =
      Setting.hours("exercise.notice", 72, 30 * 24, "an exercise is announced");

  /// How long one may last.
  public static final Setting<Duration> EXERCISE_LENGTH =
      Setting.hours("exercise.length", 24, 14 * 24, "an exercise lasts at most");

  /// Who pays for help.
  public static final Setting<CostRule> COSTS =
      Setting.of("assistance.costs", new ValueType.Cost(), CostRule.ASSISTED, "who pays for help");

  /// Notice of suspension, and of resumption.
  public static final Setting<Duration> SUSPENSION_NOTICE =
      Setting.hours("suspension.notice", 48, 30 * 24, "suspension and resumption are announced");

  /// Review of the modalities.
  public static final Setting<Duration> REVIEW =
      Setting.days("modalities.review", 180, 1_825, "the modalities are reviewed this often");

  private CycleSettings() {}

  static List<Setting<?>> all() {
    return List.of(
        SECTOR_MEETING,
        COMMISSION_MEETING,
        MEETING_OVERDUE,
        PATROL,
        EXERCISE_NOTICE,
        EXERCISE_LENGTH,
        COSTS,
        SUSPENSION_NOTICE,
        REVIEW);
  }
}
