package org.sarhad.bench.harness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What several rounds of one measurement gave, in the order of the rounds; at least one.
public record Samples(List<Double> rounds) {
  /// Copies. Throws [IllegalArgumentException] if there is none, or one is not a number.
  public Samples {
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty() || rounds.stream().anyMatch(value -> value.isNaN())) {
      throw new IllegalArgumentException("samples " + rounds + ": expected numbers, at least one");
    }
  }

  /// These values.
  public static Samples of(double... values) {
    return new Samples(Arrays.stream(values).boxed().toList());
  }

  /// The middle one; of two in the middle, their mean.
  public double median() {
    List<Double> sorted = rounds.stream().sorted().toList();
    int size = sorted.size();
    return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
  }

  /// The lowest.
  public double min() {
    return rounds.stream().min(Double::compare).orElseThrow();
  }

  /// The highest.
  public double max() {
    return rounds.stream().max(Double::compare).orElseThrow();
  }

  /// These divided by `others`, round by round: whoever disturbed a round disturbed both. Throws
  /// [IllegalArgumentException] unless there are as many of each.
  public Samples dividedBy(Samples others) {
    if (rounds.size() != others.rounds.size()) {
      throw new IllegalArgumentException(
          rounds.size() + " rounds beside " + others.rounds.size() + ": expected as many of each");
    }
    List<Double> quotients = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      quotients.add(rounds.get(i) / others.rounds.get(i));
    }
    return new Samples(quotients);
  }
}
