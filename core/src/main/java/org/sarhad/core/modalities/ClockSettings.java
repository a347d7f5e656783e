package org.sarhad.core.modalities;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/// How long each duty may take. Sources of the initial values: docs/protocol/08-modalities.md
/// (clause 08-10).
public final class ClockSettings {
  private static final long DAY = 24 * 60;

  /// First notice of an incident in the zone.
  public static final Setting<Duration> TELL_PEER =
      Setting.minutes("clock.tell_peer", 15, DAY, "first notice of an incident to the other side");

  /// A person takes note.
  public static final Setting<Duration> ACKNOWLEDGE =
      Setting.minutes("clock.acknowledge", 5, DAY, "a person acknowledges, counted from receipt");

  /// The second role is called.
  public static final Setting<Duration> ESCALATE =
      Setting.minutes("clock.escalate", 10, DAY, "the second role is called");

  /// The chief is called.
  public static final Setting<Duration> ESCALATE_CHIEF =
      Setting.minutes("clock.escalate_chief", 30, DAY, "the security chief is called");

  /// A request for assistance, or an offer, is answered.
  public static final Setting<Duration> ANSWER_ASSISTANCE =
      Setting.minutes("clock.answer_assistance", 15, DAY, "a request for help is answered");

  /// Situation reports on a grave incident.
  public static final Setting<Duration> SITREP =
      Setting.minutes("clock.sitrep", 60, DAY, "from one situation report to the next, priority 1");

  /// Reports of a unit in the field.
  public static final Setting<Duration> UNIT_REPORT =
      Setting.minutes("clock.unit_report", 10, DAY, "a unit in the field reports this often");

  /// The end of a reporting day.
  public static final Setting<LocalClock> DAILY_CUT_OFF =
      Setting.of(
          "clock.daily_cut_off",
          new ValueType.TimeOfDay(),
          new LocalClock(LocalTime.of(19, 30), ZoneOffset.UTC),
          "a reporting day ends");

  /// A visiting unit confirms STOP.
  public static final Setting<Duration> STOP_CONFIRMED =
      Setting.minutes("clock.stop_confirmed", 2, 15, "a visiting unit confirms a STOP");

  /// A request to cross is answered.
  public static final Setting<Duration> ANSWER_CROSSING =
      Setting.minutes(
          "clock.answer_crossing", 5, 60, "a request to cross is answered; silence is no");

  /// Report after a crossing.
  public static final Setting<Duration> CROSSING_REPORT =
      Setting.hours("clock.crossing_report", 24, 240, "the report after a crossing is due");

  /// An urgent request for information that the asked desk can answer itself.
  public static final Setting<Duration> INFORMATION_URGENT =
      Setting.hours("clock.information_urgent", 8, 240, "urgent information held by the desk");

  /// An urgent one that the desk has to ask others for.
  public static final Setting<Duration> INFORMATION_INDIRECT =
      Setting.days("clock.information_indirect", 3, 30, "urgent information held by others");

  /// Any other.
  public static final Setting<Duration> INFORMATION_OTHER =
      Setting.days("clock.information_other", 7, 90, "any other information");

  /// A scene stays as it is.
  public static final Setting<Duration> SCENE_KEPT =
      Setting.hours("clock.scene_kept", 24, 240, "a scene is left as it is");

  /// A joint visit is proposed.
  public static final Setting<Duration> JOINT_VISIT =
      Setting.hours("clock.joint_visit", 48, 240, "a joint visit to a scene is proposed");

  /// A position on a claim.
  public static final Setting<Duration> CLAIM_POSITION =
      Setting.days("clock.claim_position", 10, 90, "a position on the other side's claim is due");

  /// A sealed claim is shown.
  public static final Setting<Duration> CLAIM_REVEAL =
      Setting.hours("clock.claim_reveal", 72, 72, "a sealed claim is shown at the latest");

  private ClockSettings() {}

  static List<Setting<?>> all() {
    return List.of(
        TELL_PEER,
        ACKNOWLEDGE,
        ESCALATE,
        ESCALATE_CHIEF,
        ANSWER_ASSISTANCE,
        SITREP,
        UNIT_REPORT,
        DAILY_CUT_OFF,
        STOP_CONFIRMED,
        ANSWER_CROSSING,
        CROSSING_REPORT,
        INFORMATION_URGENT,
        INFORMATION_INDIRECT,
        INFORMATION_OTHER,
        SCENE_KEPT,
        JOINT_VISIT,
        CLAIM_POSITION,
        CLAIM_REVEAL);
  }
}
