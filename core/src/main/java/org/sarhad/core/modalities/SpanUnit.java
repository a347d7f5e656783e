package org.sarhad.core.modalities;

import java.time.Duration;

/// The unit in which a document states a length of time (protocol clause 08-3.2). A day is 24
/// hours: a clock that runs over the change of a local time is not longer or shorter by it.
public enum SpanUnit {
  /// Minutes.
  MINUTES("min", Duration.ofMinutes(1)),
  /// Hours.
  HOURS("h", Duration.ofHours(1)),
  /// Days of 24 hours.
  DAYS("d", Duration.ofDays(1));

  private final String code;
  private final Duration one;

  SpanUnit(String code, Duration one) {
    this.code = code;
    this.one = one;
  }

  /// The unit's sign in signed bytes: `min`, `h`, `d`.
  public String code() {
    return code;
  }

  /// `count` of this unit.
  public Duration times(long count) {
    return one.multipliedBy(count);
  }

  /// How many of this unit `span` is, rounded down. Inverse of [#times] for what that gives.
  public long in(Duration span) {
    return span.dividedBy(one);
  }
}
