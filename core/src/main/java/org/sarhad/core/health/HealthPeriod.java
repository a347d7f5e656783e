package org.sarhad.core.health;

import java.time.Duration;
import java.time.Instant;

/// A stretch of time over which figures are counted.
///
/// @param from its first instant
/// @param to the first instant after it
public record HealthPeriod(Instant from, Instant to) {
  /// @throws IllegalArgumentException when it does not last
  public HealthPeriod {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "period from " + from + " to " + to + "; expected it to last");
    }
  }

  /// How long it is.
  public Duration length() {
    return Duration.between(from, to);
  }

  /// The one of the same length before it.
  public HealthPeriod previous() {
    return new HealthPeriod(from.minus(length()), from);
  }

  /// Whether `instant` is in it.
  public boolean has(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }
}
