package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sarhad.node.api.view.ActivityViews.SaidView;

/// Where a side stands and what both say they reach, as the contract has it.
public final class PostureViews {
  private PostureViews() {}

  /// `Posture` of the contract.
  public record Posture(
      Instant now, List<String> sectors, List<SummaryView> summaries, List<GapView> gaps) {}

  /// `PostureSummary` of the contract.
  public record SummaryView(String party, boolean isFinal, SaidView said) {}

  /// `PostureGap` of the contract.
  public record GapView(
      String sector,
      String reached,
      List<String> reachedBy,
      List<String> silent,
      Map<String, ReachView> said,
      int openAtLeastPermille,
      int openAtMostPermille) {}

  /// `PostureReach` of the contract.
  public record ReachView(int units, int sharePermille) {}

  /// `PosturePlans` of the contract.
  public record Plans(Instant now, List<PlanView> items) {}

  /// `PosturePlan` of the contract.
  public record PlanView(SaidView said, long coveredPermille, long gapPermille, Object summary) {}
}
