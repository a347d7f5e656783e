package org.sarhad.core.modalities;

import java.time.Duration;
import java.util.List;

/// By what those who trade are screened (protocol clause 16-4). A range is a red line: no version
/// makes screening so loose that it finds nothing, or lets anybody decide by last year's list.
public final class ScreenSettings {
  /// From which likeness on a name is stopped, 1000 being the same.
  public static final Setting<Long> THRESHOLD =
      Setting.count("screening.threshold", 800, 500, 900, "names this alike are stopped, of 1000");

  /// How old a list may be.
  public static final Setting<Duration> LIST_AGE =
      Setting.days("screening.list_age", 7, 30, "a list is good to decide by for so long");

  /// How far back dealings are looked at again.
  public static final Setting<Duration> LOOK_BACK =
      Setting.days("screening.look_back", 365, 1_825, "dealings are looked at again so far back");

  private ScreenSettings() {}

  static List<Setting<?>> all() {
    return List.of(THRESHOLD, LIST_AGE, LOOK_BACK);
  }
}
