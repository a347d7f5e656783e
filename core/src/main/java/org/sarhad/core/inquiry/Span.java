package org.sarhad.core.inquiry;

import java.util.Optional;

/// Whole numbers from `low` to `high`, both included. The arithmetic of ranges: overlaps and hulls,
/// and never a mean.
///
/// @param low the least
/// @param high the most; empty when it is open above ("at least 20")
public record Span(long low, Optional<Long> high) implements Comparable<Span> {
  /// @throws IllegalArgumentException when `high` is below `low`
  public Span {
    if (high.isPresent() && high.get() < low) {
      throw new IllegalArgumentException("from " + low + " to " + high.get() + " is no span");
    }
  }

  /// One number.
  public static Span exactly(long value) {
    return new Span(value, Optional.of(value));
  }

  /// From `low` to `high`.
  public static Span between(long low, long high) {
    return new Span(low, Optional.of(high));
  }

  /// `low` or more.
  public static Span atLeast(long low) {
    return new Span(low, Optional.empty());
  }

  /// Whether it is one number.
  public boolean isExact() {
    return high.equals(Optional.of(low));
  }

  /// Whether `value` is in it.
  public boolean contains(long value) {
    return value >= low && high.stream().allMatch(most -> value <= most);
  }

  /// Whether all of `other` is in it.
  public boolean contains(Span other) {
    return other.low >= low
        && (high.isEmpty() || other.high.filter(most -> most <= high.get()).isPresent());
  }

  /// What is in both; empty when nothing is.
  public Optional<Span> overlap(Span other) {
    long from = Math.max(low, other.low);
    Optional<Long> to =
        high.isEmpty()
            ? other.high
            : Optional.of(Math.min(high.get(), other.high.orElse(high.get())));
    return to.filter(most -> most < from).isPresent()
        ? Optional.empty()
        : Optional.of(new Span(from, to));
  }

  /// By the lower end, then by the upper one, open ends last. For determinism only.
  @Override
  public int compareTo(Span other) {
    int byLow = Long.compare(low, other.low);
    return byLow != 0
        ? byLow
        : Long.compare(high.orElse(Long.MAX_VALUE), other.high.orElse(Long.MAX_VALUE));
  }

  /// `27`, `20–41`, `20+`.
  @Override
  public String toString() {
    return isExact() ? Long.toString(low) : high.map(most -> low + "–" + most).orElse(low + "+");
  }
}
