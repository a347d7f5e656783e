package org.sarhad.core.meetings;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.party.PartyId;

/// What is due, late and done at a given time. Pure; what it gives is for display, and for a node
/// to know what it has to state. Nothing that is folded comes from here.
final class DutyCalendar {
  private DutyCalendar() {}

  /// See [MeetingsState#due]. Nothing is walked but what is not settled and what is.
  static Stream<MeetingFact> due(MeetingsState state, PartyId own, Instant now) {
    return state
        .duties()
        .values()
        .filter(duty -> duty.sides().contains(own) && duty.ended().isEmpty())
        .flatMap(duty -> open(duty, now))
        .sorted(Comparator.comparing(Step::at))
        .map(step -> new MeetingFact.DutyOverdue(step.occurrence(), step.rung()));
  }

  private record Step(Instant at, OccurrenceId occurrence, int rung) {}

  private static Stream<Step> open(Duty duty, Instant now) {
    return IntStream.rangeClosed(duty.settled() + 1, duty.countDue(now))
        .mapToObj(duty::occurrence)
        .filter(occurrence -> !occurrence.stage().isEnd())
        .flatMap(occurrence -> steps(duty, occurrence, now));
  }

  private static Stream<Step> steps(Duty duty, Occurrence occurrence, Instant now) {
    int number = occurrence.number();
    return IntStream.range(0, duty.terms().escalation().rungs())
        .filter(rung -> !occurrence.overdue().containsKey(rung))
        .mapToObj(
            rung ->
                new Step(
                    duty.terms().overdueAt(number, rung),
                    new OccurrenceId(duty.id(), number),
                    rung))
        .filter(step -> !step.at().isAfter(now));
  }

  /// See [MeetingsState#late]. O(occurrences that were due).
  static List<LateDuty> late(MeetingsState state, Instant now) {
    return state
        .duties()
        .values()
        .flatMap(
            duty ->
                IntStream.rangeClosed(1, duty.countDue(now))
                    .mapToObj(duty::occurrence)
                    .filter(occurrence -> !occurrence.stage().isEnd())
                    .map(occurrence -> LateDuty.of(duty, occurrence, now)))
        .sorted(Comparator.comparing(LateDuty::due).thenComparing(LateDuty::occurrence))
        .toList();
  }

  /// See [MeetingsState#tallies]. O(occurrences in the period).
  static SortedMap<Level, DutyTally> tallies(MeetingsState state, Instant from, Instant to) {
    TreeMap<Level, DutyTally> tallies = new TreeMap<>();
    for (Level level : Level.values()) {
      tallies.put(level, DutyTally.NONE);
    }
    // A duty is counted up to where it ended; an instant is due before it, not at it.
    Instant last = to.minusNanos(1);
    for (Duty duty : state.duties().values().toList()) {
      int before = duty.terms().countDue(from.minusNanos(1));
      for (int number = before + 1; number <= duty.countDue(last); number++) {
        DutyTally one = DutyTally.of(duty.occurrence(number).stage());
        tallies.merge(duty.terms().level(), one, DutyTally::plus);
      }
    }
    return Ordered.map(tallies);
  }
}
