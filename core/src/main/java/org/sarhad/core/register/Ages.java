package org.sarhad.core.register;

import java.time.Duration;
import java.time.Instant;

/// How long ago something was, for display.
public final class Ages {
  private Ages() {}

  /// From `then` to `now`; zero when `then` is later, because some clock is ahead.
  public static Duration since(Instant then, Instant now) {
    return then.isBefore(now) ? Duration.between(then, now) : Duration.ZERO;
  }
}
