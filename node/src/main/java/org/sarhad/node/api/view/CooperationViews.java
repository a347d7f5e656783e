package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.node.api.view.CommitmentViews.CommitmentView;
import org.sarhad.node.api.view.MeetingViews.MeetingView;
import org.sarhad.node.api.view.MeetingViews.OccurrenceView;
import org.sarhad.node.api.view.RegisterViews.ComplaintView;

/// The health of the cooperation and its evaluation, as the contract has them.
public final class CooperationViews {
  private CooperationViews() {}

  /// `Cooperation` of the contract.
  public record Cooperation(
      Instant asOf,
      Instant from,
      Instant to,
      List<FigureView> figures,
      List<OccurrenceView> late,
      int lateTotal,
      List<MeetingView> withoutRecord,
      int withoutRecordTotal,
      Map<String, Integer> stages,
      Map<String, Integer> conditions,
      List<CommitmentView> lapsing,
      int lapsingTotal,
      List<ComplaintView> unanswered,
      int unansweredTotal,
      Optional<QuestionView> oldestQuestion,
      long watchedSeconds) {}

  /// `CooperationFigure` of the contract.
  public record FigureView(
      String name,
      Optional<String> party,
      Optional<String> level,
      Optional<Long> value,
      Optional<Long> previous) {}

  /// `OpenQuestion` of the contract.
  public record QuestionView(String asked, Instant since) {}

  /// `EvaluationReport` of the contract.
  public record Evaluation(
      Instant from,
      Instant to,
      Instant drawnUp,
      List<FigureView> figures,
      List<OccurrenceView> dutiesNotHeld,
      List<MeetingView> meetingsNotHeld,
      List<OccurrenceView> dutiesUnstated,
      List<MeetingView> meetingsUnstated,
      List<CommitmentView> commitmentsSilent,
      List<ComplaintView> unanswered,
      boolean cut) {}
}
