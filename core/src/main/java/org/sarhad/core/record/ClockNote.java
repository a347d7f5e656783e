package org.sarhad.core.record;

import java.time.Duration;
import java.time.Instant;
import org.sarhad.core.time.TimeBracket;

/// How an author's clock compares with what signatures prove (protocol clause 03-7). An entry is
/// flagged for its clock, never refused and never moved.
///
/// An entry that arrives after three weeks without a link is not late by its author's fault: so the
/// author's time is held against the whole [TimeBracket], from the signed time of what the entry
/// has seen to its arrival, and only what lies outside counts.
public enum ClockNote {
  /// At most 2 min outside the bracket.
  AGREES,
  /// More than 2 min, at most 10 min: shown in amber.
  DIFFERS,
  /// More than 10 min: "clock disputed".
  DISPUTED;

  private static final Duration AMBER = Duration.ofMinutes(2);
  private static final Duration RED = Duration.ofMinutes(10);

  /// The note on an author's time.
  ///
  /// @param bracket not before: when what the entry has seen was signed; not after: when it arrived
  public static ClockNote of(Instant authorTime, TimeBracket bracket) {
    Duration early =
        bracket.notBefore().map(bound -> Duration.between(authorTime, bound)).orElse(Duration.ZERO);
    Duration late =
        bracket.notAfter().map(bound -> Duration.between(bound, authorTime)).orElse(Duration.ZERO);
    Duration outside = early.compareTo(late) > 0 ? early : late;
    if (outside.compareTo(RED) > 0) {
      return DISPUTED;
    }
    return outside.compareTo(AMBER) > 0 ? DIFFERS : AGREES;
  }
}
