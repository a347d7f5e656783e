package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is different between two documents of the agreed rules, and what it would do, as the
/// contract has it.
public final class ComparisonViews {
  private ComparisonViews() {}

  /// `ModalitiesComparison` of the contract.
  public record Comparison(
      Optional<Compared> from,
      Compared to,
      List<Change> changes,
      List<Result> effects,
      Instant asOf) {}

  /// `ComparedDocument` of the contract.
  public record Compared(Optional<String> act, Optional<Long> number, Object document) {}

  /// `ModalitiesPreview` of the contract.
  public record Preview(
      Optional<String> flaw,
      Optional<ActViews.VoidView> objection,
      Optional<Comparison> comparison) {}

  /// `ClauseChange` of the contract: `what` says which of the other members are there.
  public record Change(
      String what,
      Optional<String> clause,
      Optional<String> was,
      Optional<String> part,
      Optional<String> language,
      Optional<String> member,
      Optional<Object> from,
      Optional<Object> to) {}

  /// `ModalitiesEffect` of the contract: `what` says which of the other members are there.
  public record Result(
      String what,
      Optional<String> key,
      Optional<String> unit,
      Optional<String> name,
      Optional<String> kind,
      Optional<String> role,
      Optional<Object> from,
      Optional<Object> to,
      Optional<Duties> duties,
      Optional<Incidents> incidents) {}

  /// `DutiesMoved` of the contract.
  public record Duties(long live, long lateAtOnce, long inTimeAgain) {}

  /// `IncidentsMoved` of the contract.
  public record Incidents(long entering, long leaving) {}
}
