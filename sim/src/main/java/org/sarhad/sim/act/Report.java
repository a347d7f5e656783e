package org.sarhad.sim.act;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.sarhad.core.act.ActStage;

/// What an enumeration has been through.
///
/// @param states worlds, each once
/// @param steps ways from one to another
/// @param folds pairs of logs, each ordered and folded once
/// @param longest steps of the longest walk
/// @param stages how many worlds have an act of that stage on some node
/// @param time how long it took
public record Report(
    long states, long steps, long folds, int longest, Map<ActStage, Long> stages, Duration time) {
  /// Copies the map.
  public Report {
    stages = Map.copyOf(stages);
  }

  /// One line: states explored, and time.
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d states by %,d steps (%,d pairs of logs, walks of up to %d steps) in %.1f s",
        states,
        steps,
        folds,
        longest,
        time.toMillis() / 1e3);
  }
}
