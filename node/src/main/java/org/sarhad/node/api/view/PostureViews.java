package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.node.api.view.ActivityViews.SaidView;

/// Where a side stands and what both say they reach, as the contract has it.
public final class PostureViews {
  private PostureViews() {}

  /// `Posture` of the contract.
  public record Posture(
      Instant now,
      List<String> sectors,
      List<SummaryView> summaries,
      List<GapView> gaps,
      Optional<NegotiationView> negotiation,
      Optional<NegotiationView> settled) {}

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

  /// `PostureNegotiation` of the contract.
  public record NegotiationView(List<OfferView> offers, Optional<String> accepted) {}

  /// `PostureOffer` of the contract.
  public record OfferView(String entry, String statement, String party, Object body) {}

  /// `PostureCounsel` of the contract.
  public record Counsel(
      Instant now,
      Optional<Object> offer,
      List<GeoViews.PlaceView> posts,
      Optional<String> accept,
      long togetherPermille,
      long surePermille,
      long alonePermille) {}

  /// `PosturePlanWorth` of the contract.
  public record WorthView(Instant now, List<ClauseView> clauses, List<HeldView> table) {}

  /// `PostureClause` of the contract.
  public record ClauseView(String rule, int value, boolean isAgreed, long home, long across) {}

  /// `PostureHeld` of the contract.
  public record HeldView(int free, List<Integer> held, long coveredPermille, long moved) {}

  /// `PostureReach` of the contract.
  public record ReachView(int units, int sharePermille) {}

  /// `PosturePlans` of the contract.
  public record Plans(Instant now, List<PlanView> items) {}

  /// `PosturePlan` of the contract.
  public record PlanView(SaidView said, long coveredPermille, long gapPermille, Object summary) {}
}
