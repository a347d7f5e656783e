package org.sarhad.core.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.sarhad.core.commitments.Commitment;
import org.sarhad.core.commitments.CommitmentStage;
import org.sarhad.core.complaints.Complaint;
import org.sarhad.core.meetings.DutyTally;
import org.sarhad.core.meetings.LateDuty;
import org.sarhad.core.meetings.Level;
import org.sarhad.core.meetings.Meeting;
import org.sarhad.core.meetings.MeetingStage;
import org.sarhad.core.meetings.MeetingsState;
import org.sarhad.core.party.PartyId;

/// The periodic evaluation of the cooperation, usually of a year, as data that a page is drawn from
/// (protocol clause 10-10.3). Joint centres evaluate themselves by a questionnaire; here the
/// numbers come out of the record, equal on both nodes, and what was not done stands beside what
/// was.
///
/// No side is ranked: numbers of sides stand in the order of their names, and every section says
/// the same of each.
///
/// @param period what is evaluated
/// @param drawnUp when
/// @param numbers beside those of the period before, always all of them
/// @param notHeld what was due or called in the period and not held
/// @param unstated what no side has said anything of in the period
/// @param unanswered complaints lodged in the period or before, without an answer
public record EvaluationReport(
    HealthPeriod period,
    Instant drawnUp,
    List<Figure> numbers,
    NotHeld notHeld,
    Unstated unstated,
    List<Complaint> unanswered) {
  /// Copies its collections.
  public EvaluationReport {
    numbers = List.copyOf(numbers);
    unanswered = List.copyOf(unanswered);
  }

  /// What was not held.
  ///
  /// @param duties occurrences that were due in the period, neither held nor cancelled; the oldest
  ///   first
  /// @param meetings called for the period, that were not held, walked out of, or of which the
  ///   sides say different things; the oldest first
  public record NotHeld(List<LateDuty> duties, List<Meeting> meetings) {
    /// Copies its collections.
    public NotHeld {
      duties = List.copyOf(duties);
      meetings = List.copyOf(meetings);
    }
  }

  /// What no side has said anything of.
  ///
  /// @param duties occurrences that were due in the period, without a word of any side
  /// @param meetings called for the period, without a word of any side about what came of them
  /// @param commitments open at the end, made before the period ended, without a word of any side
  ///   in it
  public record Unstated(
      List<LateDuty> duties, List<Meeting> meetings, List<Commitment> commitments) {
    /// Copies its collections.
    public Unstated {
      duties = List.copyOf(duties);
      meetings = List.copyOf(meetings);
      commitments = List.copyOf(commitments);
    }
  }

  /// Draws it up from the figures of `health`, whose period it is about.
  ///
  /// @param registers those that `health` was drawn up from
  public static EvaluationReport of(Registers registers, CooperationHealth health) {
    HealthPeriod period = health.figures().period();
    List<LateDuty> late =
        health.late().stream().filter(duty -> period.has(duty.due().over())).toList();
    return new EvaluationReport(
        period,
        health.asOf(),
        numbers(health.figures(), health.previous()),
        new NotHeld(late, notHeld(registers.meetings(), period)),
        new Unstated(
            late.stream().filter(duty -> duty.spoken().isEmpty()).toList(),
            unstated(registers.meetings(), period),
            silent(registers, period)),
        registers.complaints().unanswered().stream()
            .filter(complaint -> complaint.lodged().at().isBefore(period.to()))
            .toList());
  }

  // ---- sections -------------------------------------------------------------------------------

  private static List<Meeting> notHeld(MeetingsState meetings, HealthPeriod period) {
    return calledFor(meetings, period)
        .filter(
            meeting ->
                switch (meeting.stage()) {
                  case NOT_HELD, WALKED_OUT, DIFFERING -> true;
                  case PROPOSED, AGREED, PARTLY_STATED, HELD -> false;
                })
        .toList();
  }

  private static List<Meeting> unstated(MeetingsState meetings, HealthPeriod period) {
    return calledFor(meetings, period)
        .filter(
            meeting ->
                meeting.stage() == MeetingStage.PROPOSED || meeting.stage() == MeetingStage.AGREED)
        .toList();
  }

  private static Stream<Meeting> calledFor(MeetingsState meetings, HealthPeriod period) {
    return meetings
        .meetings()
        .values()
        .filter(meeting -> period.has(meeting.at()))
        .sorted(Comparator.comparing(Meeting::at).thenComparing(Meeting::id));
  }

  private static List<Commitment> silent(Registers registers, HealthPeriod period) {
    return registers
        .commitments()
        .commitments()
        .values()
        .filter(commitment -> commitment.stage() == CommitmentStage.OPEN)
        .filter(commitment -> commitment.made().at().isBefore(period.to()))
        .filter(commitment -> commitment.words().values().noneMatch(word -> period.has(word.at())))
        .toList();
  }

  // ---- numbers --------------------------------------------------------------------------------

  private static List<Figure> numbers(HealthFigures now, HealthFigures before) {
    List<Figure> figures = new ArrayList<>();
    figures.add(joint(Figure.Name.LINK_UP_PERMILLE, now, before, EvaluationReport::permille));
    figures.add(
        joint(
            Figure.Name.HOTLINE_ACTIVATIONS,
            now,
            before,
            of -> OptionalLong.of(of.hotline().activations())));
    figures.add(
        joint(
            Figure.Name.HOTLINE_SUBJECTS,
            now,
            before,
            of -> OptionalLong.of(of.hotline().subjects())));
    for (PartyId side : sides(now, before)) {
      figures.addAll(ofSide(side, now, before));
    }
    for (Level level : Level.values()) {
      figures.addAll(ofLevel(level, now, before));
    }
    return figures;
  }

  private static OptionalLong permille(HealthFigures figures) {
    return figures.linkPermille().isPresent()
        ? OptionalLong.of(figures.linkPermille().getAsInt())
        : OptionalLong.empty();
  }

  private static SortedSet<PartyId> sides(HealthFigures now, HealthFigures before) {
    TreeSet<PartyId> sides = new TreeSet<>(now.acknowledgements().keySet());
    sides.addAll(before.acknowledgements().keySet());
    return sides;
  }

  private static Figure joint(
      Figure.Name name,
      HealthFigures now,
      HealthFigures before,
      Function<HealthFigures, OptionalLong> value) {
    return new Figure(
        name, Optional.empty(), Optional.empty(), value.apply(now), value.apply(before));
  }

  private static List<Figure> ofSide(PartyId side, HealthFigures now, HealthFigures before) {
    AcknowledgementTimes times = times(now, side);
    AcknowledgementTimes earlier = times(before, side);
    return List.of(
        of(side, Figure.Name.ACKNOWLEDGED, times, earlier, t -> OptionalLong.of(t.count())),
        of(side, Figure.Name.ACKNOWLEDGED_MEDIAN_S, times, earlier, t -> seconds(t.median())),
        of(side, Figure.Name.ACKNOWLEDGED_P95_S, times, earlier, t -> seconds(t.p95())));
  }

  private static AcknowledgementTimes times(HealthFigures figures, PartyId side) {
    return figures.acknowledgements().getOrDefault(side, AcknowledgementTimes.of(List.of()));
  }

  private static OptionalLong seconds(Optional<Duration> time) {
    return time.map(t -> OptionalLong.of(t.toSeconds())).orElseGet(OptionalLong::empty);
  }

  private static Figure of(
      PartyId side,
      Figure.Name name,
      AcknowledgementTimes now,
      AcknowledgementTimes before,
      Function<AcknowledgementTimes, OptionalLong> value) {
    return new Figure(
        name, Optional.of(side), Optional.empty(), value.apply(now), value.apply(before));
  }

  private static List<Figure> ofLevel(Level level, HealthFigures now, HealthFigures before) {
    DutyTally tally = now.duties().getOrDefault(level, DutyTally.NONE);
    DutyTally earlier = before.duties().getOrDefault(level, DutyTally.NONE);
    return List.of(
        of(level, Figure.Name.DUTIES_DUE, tally, earlier, DutyTally::due),
        of(level, Figure.Name.DUTIES_HELD, tally, earlier, DutyTally::held),
        of(level, Figure.Name.DUTIES_CANCELLED, tally, earlier, DutyTally::cancelled),
        of(level, Figure.Name.DUTIES_MISSED, tally, earlier, DutyTally::missed));
  }

  private static Figure of(
      Level level,
      Figure.Name name,
      DutyTally now,
      DutyTally before,
      ToLongFunction<DutyTally> value) {
    return new Figure(
        name,
        Optional.empty(),
        Optional.of(level),
        OptionalLong.of(value.applyAsLong(now)),
        OptionalLong.of(value.applyAsLong(before)));
  }
}
