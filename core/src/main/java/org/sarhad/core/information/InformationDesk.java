package org.sarhad.core.information;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.sarhad.core.party.PartyId;

/// What an officer sees of the requests that are not over: by age, what is due, what is overdue,
/// and what cannot be judged (protocol clause 13-5.1). For display.
///
/// @param lines every request that is not over, the oldest first
/// @param now when it was drawn up
public record InformationDesk(List<Line> lines, Instant now) {
  /// Copies the list.
  public InformationDesk {
    lines = List.copyOf(lines);
  }

  /// One request.
  ///
  /// @param request what was asked and said
  /// @param deadline when it is due
  /// @param age since it was asked, by the asker's clock
  public record Line(InformationRequest request, InformationDeadline deadline, Duration age) {}

  /// The desk as `clock` shows it. O(n log n) over all requests.
  public static InformationDesk of(InformationState state, InformationClock clock) {
    return new InformationDesk(
        state.open().stream()
            .map(request -> new Line(request, clock.deadline(request), request.age(clock.now())))
            .toList(),
        clock.now());
  }

  /// Those that `side` has to answer, the soonest due first.
  public List<Line> toAnswer(PartyId side) {
    return soonest(line -> line.request().to().equals(side));
  }

  /// Those that `side` has asked, the soonest due first.
  public List<Line> askedBy(PartyId side) {
    return soonest(line -> line.request().by().equals(side));
  }

  /// Those whose time runs out within `ahead`, the soonest first; not those that are overdue.
  public List<Line> dueWithin(Duration ahead) {
    Instant until = now.plus(ahead);
    return soonest(
        line ->
            line.deadline().status() == InformationDeadline.Status.RUNNING
                && line.deadline().due().filter(due -> !due.isAfter(until)).isPresent());
  }

  /// Those whose time is over, the longest overdue first.
  public List<Line> overdue() {
    return of(InformationDeadline.Status.OVERDUE);
  }

  /// Those of which nothing can be said while the other side is out of sight.
  public List<Line> notJudged() {
    return of(InformationDeadline.Status.CANNOT_BE_JUDGED);
  }

  /// Those of `status`, the soonest due first.
  public List<Line> of(InformationDeadline.Status status) {
    return soonest(line -> line.deadline().status() == status);
  }

  private List<Line> soonest(Predicate<Line> which) {
    return lines.stream()
        .filter(which)
        .sorted(
            (one, other) ->
                InformationDeadline.SOONEST_FIRST.compare(one.deadline(), other.deadline()))
        .toList();
  }
}
