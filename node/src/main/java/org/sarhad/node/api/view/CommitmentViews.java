package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.node.api.view.RegisterViews.ActLine;
import org.sarhad.node.api.view.RegisterViews.Statement;

/// The register of commitments, as the contract has it.
public final class CommitmentViews {
  private CommitmentViews() {}

  /// `CommitmentList` of the contract.
  public record CommitmentList(
      List<CommitmentView> items,
      int total,
      Map<String, Integer> stages,
      Map<String, Integer> conditions,
      List<String> subjects,
      Optional<String> next) {}

  /// `Commitment` of the contract.
  public record CommitmentView(
      String entry,
      int number,
      String id,
      Map<String, String> title,
      String subject,
      List<String> owners,
      List<String> beneficiaries,
      Optional<String> due,
      Optional<Instant> over,
      MeasureView measure,
      Optional<SourceView> source,
      String standing,
      Optional<String> registeredBy,
      Instant madeAt,
      String stage,
      String condition,
      boolean isFinal,
      Instant lastSaid,
      List<CellView> cells,
      Optional<EndView> end) {}

  /// `CommitmentMeasure` of the contract.
  public record MeasureView(Optional<Map<String, String>> text, Optional<QuantityView> quantity) {}

  /// `Quantity` of the contract.
  public record QuantityView(long amount, String unit) {}

  /// `CommitmentSource` of the contract.
  public record SourceView(String day, String where) {}

  /// `CommitmentCell` of the contract.
  public record CellView(
      String party,
      boolean isOwner,
      boolean isBeneficiary,
      boolean isAcknowledged,
      Optional<WordView> word) {}

  /// `CommitmentWord` of the contract.
  public record WordView(
      String entry,
      Instant at,
      String says,
      Optional<Instant> asOf,
      Optional<Integer> percent,
      Optional<QuantityView> quantity,
      Map<String, String> text,
      List<String> evidence) {}

  /// `CommitmentEnd` of the contract.
  public record EndView(String entry, Instant at, Optional<String> act) {}

  /// `CommitmentDetail` of the contract.
  public record Detail(
      CommitmentView commitment, List<Statement> history, List<ActLine> closures) {}
}
