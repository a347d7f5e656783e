package org.sarhad.node.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.sarhad.core.commitments.CommitmentId;
import org.sarhad.core.commitments.CommitmentStage;
import org.sarhad.core.commitments.Condition;
import org.sarhad.core.commitments.MatrixRow;
import org.sarhad.core.complaints.ComplaintStage;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.meetings.LateDuty;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.api.view.CommitmentViews;
import org.sarhad.node.api.view.MeetingViews;
import org.sarhad.node.api.view.RegisterViews;

/// What the sides keep together: what is due, meetings, commitments, complaints. All of it is
/// looked at here; what is said goes through [StatementOperations], what is signed through
/// [ActOperations].
final class RegisterOperations {
  private static final String ONE = "/{log}/{index}";
  private static final String MEETINGS = "/api/v1/meetings";
  private static final String COMMITMENTS = "/api/v1/commitments";
  private static final String COMPLAINTS = "/api/v1/complaints";

  /// The calendar shows so many occurrences at most, and so many that are late.
  private static final int OCCURRENCES_MAX = 400;

  private static final int LATE_MAX = 100;
  private static final int SILENT_DAYS_MAX = 36_500;

  private final Surface surface;

  RegisterOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("getDutyCalendar", "/api/v1/duties", Access.signedIn(), this::calendar),
        Operation.get("listMeetings", MEETINGS, Access.signedIn(), this::meetings),
        Operation.get("getMeeting", MEETINGS + ONE, Access.signedIn(), this::meeting),
        Operation.get("listCommitments", COMMITMENTS, Access.signedIn(), this::commitments),
        Operation.get(
            "getCommitment", COMMITMENTS + ONE + "/{number}", Access.signedIn(), this::commitment),
        Operation.get("listComplaints", COMPLAINTS, Access.signedIn(), this::complaints),
        Operation.get("getComplaint", COMPLAINTS + ONE, Access.signedIn(), this::complaint));
  }

  // ---- duties and meetings --------------------------------------------------------------------

  private Answer calendar(Call call) throws MalformedRequestException {
    var query = call.query();
    var lens = surface.look(call);
    var from = Spans.end(query, "from", lens.now().minus(Duration.ofDays(60)));
    var to = Spans.end(query, "to", lens.now().plus(Duration.ofDays(120)));
    query.finish();
    var meetings = new Meetings(lens);
    var due = meetings.due(from, to, OCCURRENCES_MAX + 1).limit(OCCURRENCES_MAX + 1L).toList();
    List<LateDuty> late = meetings.late();
    return Answer.ok(
        new MeetingViews.Calendar(
            lens.now(),
            from,
            to,
            meetings.duties(),
            due.subList(0, Math.min(due.size(), OCCURRENCES_MAX)),
            due.size() > OCCURRENCES_MAX,
            late.stream().limit(LATE_MAX).map(meetings::view).toList(),
            late.size()));
  }

  private Answer meetings(Call call) throws MalformedRequestException {
    var query = call.query();
    var phase = query.choice("phase", Codes.lower(Meetings.Phase.class), Meetings.Phase.ALL);
    var asked = Pages.asked(query);
    query.finish();
    var meetings = new Meetings(surface.look(call));
    var page = asked.of(meetings.all(phase));
    return Answer.ok(
        new MeetingViews.MeetingList(page.map(meetings::view), page.total(), page.next()));
  }

  private Answer meeting(Call call) {
    var lens = surface.look(call);
    var meetings = new Meetings(lens);
    return lens.entry(call)
        .flatMap(meetings::find)
        .map(meetings::detail)
        .map(Answer::ok)
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  // ---- commitments ----------------------------------------------------------------------------

  /// Whether a date was set.
  private enum Dated {
    ALL,
    DATED,
    UNDATED;

    boolean includes(MatrixRow row) {
      boolean isDated = row.commitment().terms().due().isPresent();
      return switch (this) {
        case ALL -> true;
        case DATED -> isDated;
        case UNDATED -> !isDated;
      };
    }
  }

  private Answer commitments(Call call) throws MalformedRequestException {
    var query = call.query();
    var filters = new ArrayList<Predicate<MatrixRow>>();
    query
        .parsed("owner", PartyId::new, "expected a party, such as pk")
        .ifPresent(owner -> filters.add(row -> row.commitment().terms().owners().contains(owner)));
    query
        .text("subject", 32)
        .ifPresent(
            subject -> filters.add(row -> row.commitment().terms().subject().equals(subject)));
    find(query, "stage", Codes.lower(CommitmentStage.class))
        .ifPresent(stage -> filters.add(row -> row.commitment().stage() == stage));
    find(query, "condition", Codes.lower(Condition.class))
        .ifPresent(condition -> filters.add(row -> row.condition() == condition));
    var dated = query.choice("due", Codes.lower(Dated.class), Dated.ALL);
    filters.add(dated::includes);
    int silent = query.number("silentDays", 0, 0, SILENT_DAYS_MAX);
    filters.add(row -> Commitments.isSilentFor(row, silent));
    var asked = Pages.asked(query);
    query.finish();
    var commitments = new Commitments(surface.look(call));
    var all = commitments.all();
    var page =
        asked.of(
            all.stream()
                .filter(row -> filters.stream().allMatch(filter -> filter.test(row)))
                .toList());
    var subjects = new TreeSet<String>();
    all.forEach(row -> subjects.add(row.commitment().terms().subject()));
    return Answer.ok(
        new CommitmentViews.CommitmentList(
            page.map(commitments::view),
            page.total(),
            Commitments.counts(all, CommitmentStage.class, row -> row.commitment().stage()),
            Commitments.counts(all, Condition.class, MatrixRow::condition),
            List.copyOf(subjects),
            page.next()));
  }

  private static <T> Optional<T> find(Query query, String name, Map<String, T> choices) {
    return query.parsed(
        name,
        text -> Optional.ofNullable(choices.get(text)).orElseThrow(IllegalArgumentException::new),
        "expected one of " + String.join(", ", choices.keySet()));
  }

  private Answer commitment(Call call) {
    var lens = surface.look(call);
    var commitments = new Commitments(lens);
    return lens.entry(call)
        .flatMap(entry -> commitment(entry, call.part("number")))
        .flatMap(commitments::find)
        .map(commitments::detail)
        .map(Answer::ok)
        .orElseGet(() -> Answer.unknown(call.entryName() + "/" + call.part("number")));
  }

  private static Optional<CommitmentId> commitment(EntryId entry, String number) {
    return number.matches("[1-9][0-9]?") && Integer.parseInt(number) <= CommitmentId.NUMBER_MAX
        ? Optional.of(new CommitmentId(entry, Integer.parseInt(number)))
        : Optional.empty();
  }

  // ---- complaints -----------------------------------------------------------------------------

  private Answer complaints(Call call) throws MalformedRequestException {
    var query = call.query();
    var stage = find(query, "stage", Codes.lower(ComplaintStage.class));
    var asked = Pages.asked(query);
    query.finish();
    var complaints = new Complaints(surface.look(call));
    var all = complaints.all();
    var page =
        asked.of(
            all.stream()
                .filter(complaint -> stage.isEmpty() || stage.get() == complaint.stage())
                .toList());
    return Answer.ok(
        new RegisterViews.ComplaintList(
            page.map(complaints::view),
            page.total(),
            (int)
                all.stream()
                    .filter(complaint -> complaint.stage() == ComplaintStage.UNANSWERED)
                    .count(),
            page.next()));
  }

  private Answer complaint(Call call) {
    var lens = surface.look(call);
    var complaints = new Complaints(lens);
    return lens.entry(call)
        .flatMap(complaints::find)
        .map(complaints::detail)
        .map(Answer::ok)
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }
}
