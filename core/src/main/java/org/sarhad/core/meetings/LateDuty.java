package org.sarhad.core.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Ages;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;

/// An occurrence of a duty whose due date is over and that was neither held nor cancelled: a row of
/// the list of what is overdue.
///
/// @param occurrence which
/// @param what meeting, patrol, review or exercise
/// @param level who
/// @param title for people
/// @param due when it was due
/// @param age since the end of the due date
/// @param before the highest role before which a node has brought it; empty while no node has
/// @param stage what became of it: nothing yet, the sides differ, or not held
/// @param spoken the sides that have said what came of it; empty: no statement by any side
public record LateDuty(
    OccurrenceId occurrence,
    DutyKind what,
    Level level,
    Wording title,
    DueDate due,
    Duration age,
    Optional<Role> before,
    OccurrenceStage stage,
    SortedSet<PartyId> spoken) {
  /// Copies its collection.
  public LateDuty {
    spoken = Ordered.set(spoken);
  }

  static LateDuty of(Duty duty, Occurrence occurrence, Instant now) {
    DutyTerms terms = duty.terms();
    DueDate due = terms.due(occurrence.number());
    Optional<Role> before =
        occurrence.overdue().last().map(rung -> terms.escalation().ladder().get(rung.key()));
    return new LateDuty(
        new OccurrenceId(duty.id(), occurrence.number()),
        terms.what(),
        terms.level(),
        terms.title(),
        due,
        Ages.since(due.over(), now),
        before,
        occurrence.stage(),
        Ordered.set(occurrence.words().bySide().keys().toList()));
  }
}
