package org.sarhad.bench.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Several subjects under the same load, in turns: A, B, A, B …, so that whatever else the machine
/// does in the meantime does not favour one of them.
public final class Rounds {
  private Rounds() {}

  /// Takes one sample.
  @FunctionalInterface
  public interface Take<S> {
    /// Measures `subject` once.
    double from(S subject) throws Exception;
  }

  /// One unreported round of each subject to warm up, then `rounds` of each. Gives the samples of
  /// each subject, in the order of `subjects`.
  public static <S> Map<S, Samples> interleaved(List<S> subjects, int rounds, Take<S> take)
      throws Exception {
    Map<S, List<Double>> taken = new LinkedHashMap<>();
    for (S subject : subjects) {
      take.from(subject);
      taken.put(subject, new ArrayList<>());
    }
    for (int round = 0; round < rounds; round++) {
      for (S subject : subjects) {
        taken.getOrDefault(subject, new ArrayList<>()).add(take.from(subject));
      }
    }
    Map<S, Samples> samples = new LinkedHashMap<>();
    taken.forEach((subject, values) -> samples.put(subject, new Samples(values)));
    return samples;
  }
}
