package org.sarhad.core.crossing;

import java.time.Instant;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;

/// A STOP. It counts from where it stands; there is no fact that takes it back.
///
/// @param by the host
/// @param said what was said
/// @param units whom it stops, those of the crossing it named included
/// @param confirmed which of them have understood, and since when
public record Stop(
    PartyId by,
    Word<CrossingFact.Stopped> said,
    SortedSet<UnitName> units,
    PersistentMap<UnitName, Word<Instant>> confirmed) {
  /// Copies its collection.
  public Stop {
    units = Ordered.set(units);
  }

  /// The entry in which it was said.
  public EntryId id() {
    return said.entry();
  }

  /// Whether it stops `unit`.
  public boolean isFor(UnitName unit) {
    return units.contains(unit);
  }

  /// Those that have not confirmed, by name.
  public Stream<UnitName> unconfirmed() {
    return units.stream().filter(unit -> !confirmed.containsKey(unit));
  }

  Stop confirmed(UnitName unit, Word<Instant> when) {
    return new Stop(by, said, units, confirmed.put(unit, when));
  }
}
