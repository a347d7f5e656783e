package org.sarhad.core.inquiry;

import java.util.Optional;
import java.util.stream.Stream;

/// The envelope of several ranges: from the least anybody says to the most anybody names (protocol
/// clause 09-8.5). Called *spread* in code, because an entry has an envelope too.
///
/// @param low the least
/// @param high the greatest number that was named
/// @param isOpenAbove whether somebody says "at least", so that it may be more than `high`
public record Spread(long low, long high, boolean isOpenAbove) {
  /// The spread of one range.
  public static Spread of(Span span) {
    return new Spread(span.low(), span.high().orElse(span.low()), span.high().isEmpty());
  }

  /// The spread of all of `spans`; empty for none.
  public static Optional<Spread> of(Stream<Span> spans) {
    return spans.map(Spread::of).reduce(Spread::with);
  }

  /// The spread of this and `other`.
  public Spread with(Spread other) {
    return new Spread(
        Math.min(low, other.low), Math.max(high, other.high), isOpenAbove || other.isOpenAbove);
  }

  /// `20–41`, `20–41+`.
  @Override
  public String toString() {
    return low + "–" + high + (isOpenAbove ? "+" : "");
  }
}
