package org.sarhad.core.response;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// One call, as one end remembers it.
///
/// `counterpart` is the role spoken to, never a person's name. `at` is when the words were said.
/// `readBackWords` are what the listener repeated, empty where nobody did.
public record Call(
    Direction direction,
    Channel channel,
    String counterpart,
    Instant at,
    Words words,
    ReadBack readBack,
    Words readBackWords) {
  public Call {
    if (counterpart.isBlank()) {
      throw new IllegalArgumentException("counterpart is blank. Maybe \"Watch officer\"?");
    }
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /// Who called whom.
  public enum Direction {
    WE_CALLED,
    THEY_CALLED
  }

  /// How the words travelled.
  public enum Channel {
    PHONE,
    RADIO,
    SATELLITE,
    IN_PERSON,
    OTHER
  }

  /// Whether the listener repeated what was said. Without it, a notice is only a claim to have
  /// called.
  public enum ReadBack {
    /// Repeated, and right at once.
    CORRECT,
    /// Repeated, put right, repeated again.
    CORRECTED,
    /// Nobody repeated anything.
    NOT_GIVEN
  }
}
