package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.node.api.view.ActivityViews.SaidView;

/// Requests of information, as the contract has them.
public final class InformationViews {
  private InformationViews() {}

  /// `InformationPage` of the contract.
  public record Page(Instant now, List<RequestView> items, long total, Optional<String> next) {}

  /// `InformationRequest` of the contract.
  public record RequestView(
      String request,
      String entry,
      String by,
      String to,
      String stage,
      boolean isFinal,
      Instant askedAt,
      long ageSeconds,
      Object asked,
      DeadlineView deadline) {}

  /// `InformationDeadline` of the contract.
  public record DeadlineView(
      String status,
      Optional<Instant> since,
      Optional<Instant> limit,
      Optional<Instant> due,
      Optional<Long> leftSeconds) {}

  /// `InformationDetail` of the contract.
  public record Detail(
      RequestView request,
      Optional<SaidView> received,
      List<QuestionView> clarifications,
      List<SaidView> answers,
      List<SaidView> deferrals,
      Optional<SaidView> withdrawn) {}

  /// `InformationQuestion` of the contract.
  public record QuestionView(SaidView asked, Optional<SaidView> given) {}

  /// `InformationTallies` of the contract.
  public record Tallies(Instant from, Instant to, List<TallyView> items) {}

  /// `InformationTally` of the contract.
  public record TallyView(
      String party,
      int asked,
      int urgent,
      int deferred,
      Map<String, Integer> statuses,
      Map<String, Integer> replies,
      Map<String, Integer> grounds) {}
}
