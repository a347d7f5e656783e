package org.sarhad.node.api;

import java.time.Instant;

/// The ends of a stretch of time that a caller asks for.
final class Spans {
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");

  private Spans() {}

  /// The time `name`, in the years in which something can be due; `standard` if it is left out.
  static Instant end(Query query, String name, Instant standard) {
    return query
        .parsed(name, Spans::parse, "expected a time in UTC, 1900 to 2999")
        .orElse(standard);
  }

  private static Instant parse(String text) {
    Instant time = Instant.parse(text);
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      throw new IllegalArgumentException();
    }
    return time;
  }
}
