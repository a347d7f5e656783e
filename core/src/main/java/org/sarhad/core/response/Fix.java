package org.sarhad.core.response;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.sarhad.core.geo.Position;

/// Where something was, how well that is known, and when. A position without its time is a trap, so
/// there is none here.
///
/// `precisionM` is the radius in metres within which it was, 0 to 1 000 000. `at` is when the
/// position was taken, by the device or person that took it.
public record Fix(Position position, int precisionM, Instant at) {
  public Fix {
    if (precisionM < 0 || precisionM > 1_000_000) {
      throw new IllegalArgumentException(
          "precisionM is " + precisionM + ", expected 0 to 1 000 000 metres");
    }
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /// How old the position is at `now`; zero for a position said to be from the future.
  public Duration ageAt(Instant now) {
    return at.isAfter(now) ? Duration.ZERO : Duration.between(at, now);
  }
}
