package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.node.api.view.IncidentViews.Author;

/// What the registers have in common, and the register of complaints, as the contract has them.
public final class RegisterViews {
  private RegisterViews() {}

  /// `RegisterStatement` of the contract.
  public record Statement(
      String entry, String kind, Author by, Instant at, Optional<Object> body) {}

  /// `RegisterAct` of the contract.
  public record ActLine(
      String act,
      String kind,
      String stage,
      boolean isFinal,
      String proposer,
      Instant proposedAt) {}

  /// `ComplaintList` of the contract.
  public record ComplaintList(
      List<ComplaintView> items, int total, int unanswered, Optional<String> next) {}

  /// `Complaint` of the contract.
  public record ComplaintView(
      String complaint,
      String id,
      String by,
      String against,
      Instant at,
      Optional<Instant> occurred,
      Optional<Map<String, String>> place,
      Map<String, String> text,
      List<String> evidence,
      String stage,
      boolean isFinal,
      Optional<AnswerView> answer,
      List<MatterView> matters,
      Optional<ClosingView> closed) {}

  /// `ComplaintAnswer` of the contract.
  public record AnswerView(
      String entry, Instant at, String answer, Map<String, String> text, List<String> evidence) {}

  /// `ComplaintMatter` of the contract.
  public record MatterView(String matter, String entry, String party, Instant at) {}

  /// `ComplaintClosing` of the contract.
  public record ClosingView(String entry, Instant at, String how, Map<String, String> text) {}

  /// `ComplaintDetail` of the contract.
  public record ComplaintDetail(ComplaintView complaint, List<Statement> history) {}
}
