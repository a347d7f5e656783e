package org.sarhad.core.posture;

import java.util.Arrays;
import java.util.List;

/// Answers a [MedianProblem] by the same engine as [Stationing].
public final class Median {
  private Median() {}

  /// Which sites to open. O(effort · sites · points).
  public static SitePlan plan(MedianProblem problem, Effort effort) {
    MedianSearch search = new MedianSearch(problem);
    search.iterate(effort, 0);
    List<Integer> sites =
        Arrays.stream(search.remember(), 0, problem.open()).sorted().boxed().toList();
    long cost = -search.merit();
    return new SitePlan(
        sites, new Certificate(cost, new MedianBound(problem).above(cost, effort.boundSteps())));
  }
}
