package org.sarhad.core.health;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long the people of one side took to acknowledge. No mean: one forgotten night would hide in
/// it, or hide all else.
///
/// @param count how many were acknowledged
/// @param median half of them took no longer; empty when there were none
/// @param p95 95 of 100 took no longer; empty when there were none
public record AcknowledgementTimes(int count, Optional<Duration> median, Optional<Duration> p95) {
  /// Of these, in any order. O(n log n).
  public static AcknowledgementTimes of(List<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    return new AcknowledgementTimes(sorted.size(), rank(sorted, 50), rank(sorted, 95));
  }

  /// The nearest rank: the shortest of them that `percent` in 100 did not exceed. Always one that
  /// was measured.
  private static Optional<Duration> rank(List<Duration> sorted, int percent) {
    int rank = Math.ceilDiv(sorted.size() * percent, 100);
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(rank - 1));
  }
}
