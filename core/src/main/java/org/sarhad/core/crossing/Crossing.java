package org.sarhad.core.crossing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.OfficerId;

/// One crossing, as it stands at some place of the joint order. Immutable. It has no clock: what is
/// so at some moment is asked with that moment.
///
/// @param id the entry of its proposal, or of the use of the fast lane
/// @param leave for whom, where, when
/// @param grant whether that is a leave, by what was signed
/// @param course what was said about it since
public record Crossing(EntryId id, Leave leave, Grant grant, Course course) {
  /// Whether it is a use of the fast lane.
  public boolean isInLane() {
    return leave instanceof LaneUse;
  }

  /// Whether the host has stopped `unit`.
  public boolean isStopped(UnitName unit) {
    return course.stopped().containsKey(unit);
  }

  /// Whether the host has stopped all its units.
  public boolean isStopped() {
    return leave.units().stream().allMatch(this::isStopped);
  }

  /// Whether `unit` entered under it, or went on under it, and has not left.
  boolean isVisitedBy(UnitName unit) {
    return course.visits().find(unit).filter(visit -> visit.left().isEmpty()).isPresent();
  }

  /// Whether any unit ever entered under it.
  public boolean isUsed() {
    return !course.visits().isEmpty();
  }

  /// Who of the host is in charge; empty in the fast lane until somebody has taken it.
  public Optional<OfficerId> inCharge() {
    return course.charge().map(Charge::officer);
  }

  /// Whether it is a leave for `unit` at `at`, as far as was said: signed, sound, in its window,
  /// and nobody has stopped or ended it. Time alone ends it; nothing but a new act prolongs it.
  public boolean isLeaveFor(UnitName unit, Instant at) {
    return grant.holds()
        && leave.units().contains(unit)
        && leave.isOpenAt(at)
        && !isStopped(unit)
        && course.ended().isEmpty();
  }

  /// When it is over: at the end of the window, or earlier where it was ended.
  public Instant over() {
    return course
        .ended()
        .filter(end -> end.said() == CrossingFact.End.EARLY)
        .map(end -> Stream.of(end.at(), leave.until()).min(Comparator.naturalOrder()).orElseThrow())
        .orElse(leave.until());
  }

  /// Whether it is over at `at`.
  public boolean isOverAt(Instant at) {
    return course.ended().isPresent() || !at.isBefore(over());
  }

  /// Whether the visitor owes a report on it, once it is over: it was a leave that somebody used,
  /// and no extension has taken it over.
  public boolean owesReport() {
    return grant.given().isPresent()
        && grant.stage() != ActStage.SUPERSEDED
        && isUsed()
        && !course.reports().containsKey(leave.visitor());
  }

  /// By when the visitor reports.
  ///
  /// @param within the agreed time
  public Instant reportDue(Duration within) {
    return over().plus(within);
  }

  /// How far it is at `now`.
  ///
  /// @param within the agreed time for the report
  public CrossingStage stage(Instant now, Duration within) {
    return switch (grant.stage()) {
      case PROPOSED, ASSENTED -> CrossingStage.ASKED;
      case REFUSED, WITHDRAWN, EXPIRED -> CrossingStage.NOT_GIVEN;
      case VOIDED ->
          grant.given().isPresent() && isUsed() ? after(now, within) : CrossingStage.VOID;
      case SUPERSEDED -> CrossingStage.REPLACED;
      case EFFECTIVE -> grant.given().isPresent() ? given(now, within) : CrossingStage.VOID;
    };
  }

  private CrossingStage given(Instant now, Duration within) {
    if (isOverAt(now)) {
      return after(now, within);
    }
    if (isStopped()) {
      return CrossingStage.STOPPED;
    }
    return now.isBefore(leave.from()) ? CrossingStage.GRANTED : CrossingStage.LIVE;
  }

  private CrossingStage after(Instant now, Duration within) {
    if (course.reports().containsKey(leave.visitor())) {
      return CrossingStage.REPORTED;
    }
    if (!isUsed()) {
      return CrossingStage.ENDED;
    }
    return now.isBefore(reportDue(within))
        ? CrossingStage.REPORT_DUE
        : CrossingStage.REPORT_OVERDUE;
  }

  Crossing with(Grant next) {
    return new Crossing(id, leave, next, course);
  }

  Crossing with(Course next) {
    return new Crossing(id, leave, grant, next);
  }
}
