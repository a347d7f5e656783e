package org.sarhad.bench.harness;

import java.util.Locale;

/// What a figure ought to be.
///
/// @param bound in the unit of the figure
/// @param atLeast whether more is better
public record Target(double bound, boolean atLeast) {
  /// No less than `bound`.
  public static Target atLeast(double bound) {
    return new Target(bound, true);
  }

  /// No more than `bound`.
  public static Target atMost(double bound) {
    return new Target(bound, false);
  }

  /// Whether the median reaches it.
  public boolean isMetBy(Samples samples) {
    return atLeast ? samples.median() >= bound : samples.median() <= bound;
  }

  @Override
  public String toString() {
    return (atLeast ? "≥ " : "≤ ") + Figure.number(bound).toLowerCase(Locale.ROOT);
  }
}
