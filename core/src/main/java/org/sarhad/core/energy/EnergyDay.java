package org.sarhad.core.energy;

import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;

/// What the sides have said of one day of a line: the last word of each. Immutable.
///
/// @param schedules what each had scheduled
/// @param meters what the meter of each says
public record EnergyDay(
    PersistentMap<PartyId, Word<EnergyFact.Scheduled>> schedules,
    PersistentMap<PartyId, Word<EnergyFact.Metered>> meters) {
  static final EnergyDay NONE = new EnergyDay(PersistentMap.empty(), PersistentMap.empty());

  /// What both have scheduled; empty as long as one has not, or they differ.
  public Optional<Quarters> agreed(Line line) {
    Optional<Quarters> importers = scheduled(line.importer());
    return scheduled(line.exporter()).filter(own -> importers.equals(Optional.of(own)));
  }

  private Optional<Quarters> scheduled(PartyId side) {
    return schedules.find(side).map(word -> word.said().quarters());
  }

  /// What the meter of `side` says; empty as long as it has said nothing.
  public Optional<Reading> reading(PartyId side) {
    return meters.find(side).map(word -> word.said().reading());
  }

  EnergyDay scheduled(PartyId side, Word<EnergyFact.Scheduled> word) {
    return new EnergyDay(schedules.put(side, word), meters);
  }

  EnergyDay metered(PartyId side, Word<EnergyFact.Metered> word) {
    return new EnergyDay(schedules, meters.put(side, word));
  }

  /// The last word of `side` of the kind of `fact`.
  Optional<EnergyFact> last(PartyId side, EnergyFact fact) {
    return switch (fact) {
      case EnergyFact.Scheduled _ -> schedules.find(side).map(Word::said);
      case EnergyFact.Metered _ -> meters.find(side).map(Word::said);
    };
  }
}
