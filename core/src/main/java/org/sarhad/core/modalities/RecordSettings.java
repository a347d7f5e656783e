package org.sarhad.core.modalities;

import java.util.List;
import org.sarhad.core.entry.Release;

/// What is released to whom unless an officer chooses otherwise, how exactly, and how long texts
/// may be. A default is what a form is opened with: nothing is released without a person's choice.
public final class RecordSettings {
  /// Alerts.
  public static final Setting<Release> RELEASE_ALERT =
      level("release.alert", Release.PEER, "alerts are offered for release at this level");

  /// Situation reports.
  public static final Setting<Release> RELEASE_SITREP =
      level("release.sitrep", Release.PEER, "situation reports are offered at this level");

  /// Evidence of an inquiry.
  public static final Setting<Release> RELEASE_EVIDENCE =
      level("release.evidence", Release.OWN, "evidence is offered for release at this level");

  /// Joint findings.
  public static final Setting<Release> RELEASE_FINDING =
      level("release.finding", Release.PEER, "joint findings are offered at this level");

  /// How coarse the other side sees the position of a unit.
  public static final Setting<Long> RELEASED_POSITION =
      Setting.metres(
          "release.position", 1_000, 0, 100_000, "positions of units are coarsened to this");

  /// The first line of an alert.
  public static final Setting<Long> TEXT_FIRST_LINE =
      Setting.count("text.first_line", 500, 20, 8_000, "characters in the first line of an alert");

  /// Any other text.
  public static final Setting<Long> TEXT_LENGTH =
      Setting.count("text.length", 8_000, 500, 50_000, "characters in any other text");

  /// Sealed claims of one side that may wait at a time in one matter.
  public static final Setting<Long> SEALED_CLAIMS =
      Setting.count("inquiry.sealed_claims", 5, 0, 100, "sealed claims of a side in one matter");

  /// Visitors in a joint visit.
  public static final Setting<Long> VISITORS =
      Setting.count("inquiry.visitors", 4, 1, 20, "visitors of the other side in a joint visit");

  private RecordSettings() {}

  private static Setting<Release> level(String key, Release initial, String meaning) {
    return Setting.of(key, new ValueType.Level(), initial, meaning);
  }

  static List<Setting<?>> all() {
    return List.of(
        RELEASE_ALERT,
        RELEASE_SITREP,
        RELEASE_EVIDENCE,
        RELEASE_FINDING,
        RELEASED_POSITION,
        TEXT_FIRST_LINE,
        TEXT_LENGTH,
        SEALED_CLAIMS,
        VISITORS);
  }
}
