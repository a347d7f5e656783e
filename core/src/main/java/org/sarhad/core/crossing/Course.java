package org.sarhad.core.crossing;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;

/// What was said about a crossing since it was asked for. Immutable.
///
/// @param charge who of the host is in charge; empty in the fast lane until somebody takes it: then
///   it is whoever holds the agreed role
/// @param stopped which units were stopped, and by which entry first
/// @param visits which units entered and left, the last time each
/// @param ended how it ended, if that was said
/// @param reports what each side reported
/// @param overdue the entry by which the visitor's node said that its report is late
public record Course(
    Optional<Charge> charge,
    PersistentMap<UnitName, EntryId> stopped,
    PersistentMap<UnitName, Visit> visits,
    Optional<Word<CrossingFact.End>> ended,
    PersistentMap<PartyId, Word<CrossingFact.Reported>> reports,
    Optional<EntryId> overdue) {
  static Course of(Optional<Charge> charge) {
    return new Course(
        charge,
        PersistentMap.empty(),
        PersistentMap.empty(),
        Optional.empty(),
        PersistentMap.empty(),
        Optional.empty());
  }

  Course charged(Charge next) {
    return new Course(Optional.of(next), stopped, visits, ended, reports, overdue);
  }

  Course stopped(UnitName unit, EntryId by) {
    return stopped.containsKey(unit)
        ? this
        : new Course(charge, stopped.put(unit, by), visits, ended, reports, overdue);
  }

  Course entered(UnitName unit, Word<Instant> when) {
    return new Course(
        charge, stopped, visits.put(unit, Visit.since(when)), ended, reports, overdue);
  }

  Course left(UnitName unit, Word<Instant> when) {
    return visits
        .find(unit)
        .map(
            visit ->
                new Course(
                    charge, stopped, visits.put(unit, visit.until(when)), ended, reports, overdue))
        .orElse(this);
  }

  Course ended(Word<CrossingFact.End> how) {
    return ended.isPresent()
        ? this
        : new Course(charge, stopped, visits, Optional.of(how), reports, overdue);
  }

  Course reported(PartyId side, Word<CrossingFact.Reported> what) {
    return new Course(charge, stopped, visits, ended, reports.put(side, what), overdue);
  }

  Course overdue(EntryId by) {
    return new Course(charge, stopped, visits, ended, reports, Optional.of(by));
  }
}
