package org.sarhad.node.port;

import java.time.Instant;

/// The time as this machine believes it to be. It may be wrong, and it may step backwards: nothing
/// in the record depends on it but what is shown to people and the seconds in a cosignature.
public interface Clock {
  /// The time of day in UTC, to the millisecond. Two calls may go backwards when the operator or
  /// NTP steps the clock.
  Instant now();

  /// Nanoseconds since some arbitrary moment, never going backwards: for measuring how long
  /// something took and for deadlines, never for saying when it happened.
  long nanos();
}
