package org.sarhad.core.crossing;

import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.entry.Kind;

/// The kinds of fact about crossings, by the word in the envelope (protocol clause 11-3).
public enum CrossingFactKind {
  /// A visiting unit is on the host's soil.
  ENTERED,
  /// It has left.
  LEFT,
  /// The host says STOP.
  STOPPED,
  /// A visiting unit has understood a STOP.
  STOP_CONFIRMED,
  /// An officer of the host takes charge.
  CHARGE_TAKEN,
  /// It is over.
  ENDED,
  /// What was done.
  REPORTED,
  /// The report is not there in time.
  REPORT_OVERDUE,
  /// The fast lane is used.
  FAST_LANE_USED;

  /// The first word of every kind here.
  public static final String APPLICATION = "crossing";

  /// The word in the envelope: `crossing.stopped`. Never changes.
  public Kind kind() {
    return new Kind(APPLICATION + "." + name().toLowerCase(Locale.ROOT));
  }

  /// Inverse of [#kind()]; empty for a kind that this version does not know.
  public static Optional<CrossingFactKind> find(Kind kind) {
    for (CrossingFactKind known : values()) {
      if (known.kind().equals(kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
