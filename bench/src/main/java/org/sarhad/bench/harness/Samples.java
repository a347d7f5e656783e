package org.sarhad.bench.harness;

import java.util.List;

/// What several rounds of one measurement gave, lowest first; at least one.
public record Samples(List<Double> sorted) {
  /// Sorts a copy. Throws [IllegalArgumentException] if there is none, or one is not a number.
  public Samples {
    if (sorted.isEmpty() || sorted.stream().anyMatch(value -> value.isNaN())) {
      throw new IllegalArgumentException("samples " + sorted + ": expected numbers, at least one");
    }
    sorted = sorted.stream().sorted().toList();
  }

  /// These values.
  public static Samples of(double... values) {
    return new Samples(java.util.Arrays.stream(values).boxed().toList());
  }

  /// The middle one; of two in the middle, their mean.
  public double median() {
    int size = sorted.size();
    return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
  }

  /// The lowest.
  public double min() {
    return sorted.getFirst();
  }

  /// The highest.
  public double max() {
    return sorted.getLast();
  }
}
