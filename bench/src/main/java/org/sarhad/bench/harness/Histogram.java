package org.sarhad.bench.harness;

import org.HdrHistogram.ConcurrentHistogram;

/// Counts durations from any number of threads, each kept to three significant digits.
public final class Histogram {
  private final ConcurrentHistogram counts = new ConcurrentHistogram(3);

  /// Counts one duration; a negative one counts as none at all.
  public void record(long nanos) {
    counts.recordValue(Math.max(0, nanos));
  }

  /// How many were counted.
  public long count() {
    return counts.getTotalCount();
  }

  /// The duration in milliseconds that `percent` (0 to 100) of all do not exceed; not a number if
  /// none was counted.
  public double millisAt(double percent) {
    return count() == 0 ? Double.NaN : counts.getValueAtPercentile(percent) / 1e6;
  }
}
