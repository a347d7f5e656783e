package org.sarhad.core.modalities;

import java.util.Locale;
import java.util.Optional;

/// What both sides do when a code-word is given. Each acts on its own soil with its own units.
public enum CardStep {
  /// Decide at once whether to tell the other side, and do so within the agreed time.
  TELL_PEER,
  /// Account for all own people.
  ACCOUNT_FOR_OWN,
  /// Close or watch the roads that lead out, on own soil.
  CLOSE_EXIT_ROADS,
  /// Units stop at the line and wait: nobody crosses without a live assent.
  HOLD_AT_LINE,
  /// Leave the scene as it is for the agreed time.
  KEEP_SCENE,
  /// Warn the agreed hospitals and give the number of patients.
  WARN_HOSPITAL,
  /// Open the fast lane for ambulances or fire engines.
  OPEN_FAST_LANE,
  /// Log time, place and direction of each impact.
  LOG_IMPACTS,
  /// Give the last position, words, route and vehicles.
  SHARE_LAST_SEEN,
  /// Say where it spreads and what lies in its way.
  WATCH_SPREAD,
  /// Name the officer of the host who is in charge on the spot.
  NAME_HOST_OFFICER;

  /// The word in signed bytes: `tell_peer`. Never changes.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Inverse of [#code()]; empty when this version knows none.
  public static Optional<CardStep> find(String code) {
    for (CardStep step : values()) {
      if (step.code().equals(code)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }
}
