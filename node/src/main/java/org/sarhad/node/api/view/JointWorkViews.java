package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What sides do and establish together in a matter, as the contract has it.
public final class JointWorkViews {
  private JointWorkViews() {}

  /// `MatterJointWork` of the contract.
  public record JointWork(
      List<VisitView> visits,
      int visitsTotal,
      List<FindingView> findings,
      int findingsTotal,
      List<AliasView> aliases,
      int aliasesTotal) {}

  /// `InquiryAct` of the contract.
  public record ActView(
      String act,
      String id,
      String leaf,
      String proposer,
      String stage,
      int version,
      Instant movedAt,
      Optional<String> supersedes,
      boolean isFinal) {}

  /// `JointVisit` of the contract.
  public record VisitView(
      ActView act,
      String host,
      GeoViews.PlaceView place,
      Instant from,
      Instant to,
      List<ExpertsView> experts,
      Optional<PassView> pass,
      List<MinutesView> minutes,
      List<RemarkView> notAgreed) {}

  /// `VisitExperts` of the contract.
  public record ExpertsView(String party, String function, int count) {}

  /// `VisitPass` of the contract.
  public record PassView(String entry, String party, Instant at, int experts) {}

  /// `VisitMinutes` of the contract.
  public record MinutesView(
      ActView act, List<MatterViews.WordsView> words, List<String> exhibits) {}

  /// `VisitRemark` of the contract.
  public record RemarkView(String entry, String party, Instant at, MatterViews.WordsView words) {}

  /// `JointFinding` of the contract.
  public record FindingView(
      ActView act,
      String standard,
      List<MatterViews.ItemView> items,
      List<RemedyView> remedies,
      List<MatterViews.WordsView> words,
      List<MatterViews.DissentView> dissents) {}

  /// `FindingRemedy` of the contract.
  public record RemedyView(String owner, MatterViews.WordsView words, Optional<Instant> due) {}

  /// `InquiryAlias` of the contract: two names, or two matters.
  public record AliasView(ActView act, List<String> labels, List<String> matters) {}
}
