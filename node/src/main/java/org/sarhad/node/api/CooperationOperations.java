package org.sarhad.node.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sarhad.core.commitments.Commitment;
import org.sarhad.core.commitments.MatrixRow;
import org.sarhad.core.complaints.Complaint;
import org.sarhad.core.health.CooperationHealth;
import org.sarhad.core.health.EvaluationReport;
import org.sarhad.core.health.Figure;
import org.sarhad.core.health.HealthPeriod;
import org.sarhad.core.health.Registers;
import org.sarhad.core.meetings.LateDuty;
import org.sarhad.core.meetings.Meeting;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.api.view.CommitmentViews.CommitmentView;
import org.sarhad.node.api.view.CooperationViews;
import org.sarhad.node.api.view.MeetingViews.MeetingView;
import org.sarhad.node.api.view.MeetingViews.OccurrenceView;
import org.sarhad.node.api.view.RegisterViews.ComplaintView;
import org.sarhad.node.uptime.LinkDiary;

/// How the cooperation itself is doing, and its evaluation over a period (protocol clause 10-10).
/// Both are drawn up from what is final, so that two nodes draw up the same; the link is what this
/// node has seen of it.
final class CooperationOperations {
  private static final int DAYS_MAX = 3_660;

  /// The health page shows so many of a kind, those that wait longest; the registers have them all.
  private static final int SHOWN_MAX = 20;

  /// A report has so many of a kind; it says when it had to be cut.
  private static final int REPORTED_MAX = 500;

  private final Surface surface;
  private final Supplier<LinkDiary> diary;

  CooperationOperations(Surface surface, Supplier<LinkDiary> diary) {
    this.surface = surface;
    this.diary = diary;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("getCooperation", "/api/v1/cooperation", Access.signedIn(), this::health),
        Operation.get(
            "getEvaluation",
            "/api/v1/cooperation/evaluation",
            Access.signedIn(),
            this::evaluation));
  }

  // ---- drawing up -----------------------------------------------------------------------------

  private static Registers registers(Lens lens) {
    var agreed = lens.view().agreed();
    return new Registers(
        agreed.meetings(), agreed.commitments(), agreed.complaints(), Commitments.settings());
  }

  private CooperationHealth health(Lens lens, HealthPeriod period, Instant now) {
    var inputs =
        new CooperationInputs(
            lens.response(), lens.view().agreed().inquiry(), lens.view(), diary.get());
    return CooperationHealth.of(
        registers(lens), period, now, inputs.of(period), inputs.of(period.previous()));
  }

  private Answer health(Call call) throws MalformedRequestException {
    var query = call.query();
    int days = query.number("days", 90, 1, DAYS_MAX);
    query.finish();
    var lens = surface.look(call);
    var now = lens.now();
    var period = new HealthPeriod(now.minus(Duration.ofDays(days)), now);
    var health = health(lens, period, now);
    var views = new Views(lens, SHOWN_MAX);
    var lapsing = views.lapsing();
    return Answer.ok(
        new CooperationViews.Cooperation(
            now,
            period.from(),
            period.to(),
            figures(EvaluationReport.of(registers(lens), health).numbers()),
            views.duties(health.late()),
            health.late().size(),
            views.meetings(
                health.withoutRecord().stream().map(CooperationHealth.Aged::what).toList()),
            health.withoutRecord().size(),
            coded(health.commitments(), Codes::of),
            coded(health.conditions(), Codes::of),
            lapsing.stream().limit(SHOWN_MAX).map(views.commitments::view).toList(),
            lapsing.size(),
            views.complaints(
                health.unanswered().stream().map(CooperationHealth.Aged::what).toList()),
            health.unanswered().size(),
            health
                .oldestQuestion()
                .map(CooperationHealth.Aged::what)
                .map(
                    question ->
                        new CooperationViews.QuestionView(
                            question.asked().value(), question.since())),
            diary.get().tally(period.from(), period.to()).watched().toSeconds()));
  }

  private Answer evaluation(Call call) throws MalformedRequestException {
    var query = call.query();
    var lens = surface.look(call);
    var now = lens.now();
    var to = Spans.end(query, "to", now);
    var from = Spans.end(query, "from", to.minus(Duration.ofDays(365)));
    query.finish();
    if (!from.isBefore(to) || Duration.between(from, to).toDays() > DAYS_MAX) {
      throw MalformedRequestException.of(
          "from", from.toString(), "expected a time before `to`, by ten years at most");
    }
    var health = health(lens, new HealthPeriod(from, to), now);
    var report = EvaluationReport.of(registers(lens), health);
    var views = new Views(lens, REPORTED_MAX);
    return Answer.ok(
        new CooperationViews.Evaluation(
            from,
            to,
            now,
            figures(report.numbers()),
            views.duties(report.notHeld().duties()),
            views.meetings(report.notHeld().meetings()),
            views.duties(report.unstated().duties()),
            views.meetings(report.unstated().meetings()),
            views.rows(report.unstated().commitments()),
            views.complaints(report.unanswered()),
            views.isCut));
  }

  // ---- showing --------------------------------------------------------------------------------

  private static List<CooperationViews.FigureView> figures(List<Figure> numbers) {
    return numbers.stream()
        .map(
            figure ->
                new CooperationViews.FigureView(
                    Codes.of(figure.name()),
                    figure.side().map(PartyId::value),
                    figure.level().map(Codes::of),
                    boxed(figure.value()),
                    boxed(figure.previous())))
        .toList();
  }

  private static Optional<Long> boxed(OptionalLong value) {
    return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
  }

  private static <K> Map<String, Integer> coded(
      SortedMap<K, Integer> counts, Function<K, String> code) {
    var coded = new TreeMap<String, Integer>();
    counts.forEach((what, count) -> coded.put(code.apply(what), count));
    return coded;
  }

  /// Things of the registers in full, so many of a kind at most.
  private static final class Views {
    private final Meetings meetings;
    private final Commitments commitments;
    private final Complaints complaints;
    private final int max;
    private boolean isCut;

    Views(Lens lens, int max) {
      this.meetings = new Meetings(lens);
      this.commitments = new Commitments(lens);
      this.complaints = new Complaints(lens);
      this.max = max;
    }

    private <T, V> List<V> some(List<T> all, Function<T, V> view) {
      isCut |= all.size() > max;
      return all.stream().limit(max).map(view).toList();
    }

    List<OccurrenceView> duties(List<LateDuty> late) {
      return some(late, meetings::view);
    }

    List<MeetingView> meetings(List<Meeting> all) {
      return some(all, meetings::view);
    }

    List<CommitmentView> rows(List<Commitment> all) {
      return some(all, commitment -> commitments.view(commitments.row(commitment)));
    }

    List<ComplaintView> complaints(List<Complaint> all) {
      return some(all, complaints::view);
    }

    /// Commitments that ask for attention, the gravest first.
    List<MatrixRow> lapsing() {
      return commitments.all().stream()
          .filter(
              row ->
                  switch (row.condition()) {
                    case LAPSED, OVERDUE, SILENT -> true;
                    case CURRENT, CLOSED -> false;
                  })
          .toList();
    }
  }
}
