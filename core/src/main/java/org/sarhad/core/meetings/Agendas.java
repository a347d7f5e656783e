package org.sarhad.core.meetings;

import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// The agendas of one meeting: each side's own, in all its versions. An agreed one may come to be,
/// and need not (protocol clause 10-5.3).
///
/// @param all by entry
/// @param latest the last version of each side that has set one
public record Agendas(PersistentMap<EntryId, Agenda> all, PersistentMap<PartyId, EntryId> latest) {
  /// None yet.
  static final Agendas NONE = new Agendas(PersistentMap.empty(), PersistentMap.empty());

  /// The agenda that stands in `entry`.
  public Optional<Agenda> find(EntryId entry) {
    return all.find(entry);
  }

  /// The last version of `side`.
  public Optional<Agenda> latestOf(PartyId side) {
    return latest.find(side).map(all::get);
  }

  /// The version that `side` sets next.
  public int nextVersion(PartyId side) {
    return latestOf(side).map(agenda -> agenda.version() + 1).orElse(1);
  }

  /// The latest agendas that all `sides` want: usually none or one, several when each has accepted
  /// the other's.
  public Stream<Agenda> agreed(SortedSet<PartyId> sides) {
    return latest.values().map(all::get).filter(agenda -> agenda.isAgreedBy(sides));
  }

  /// These, and a new version; what was accepted of the last one is not accepted of this one.
  Agendas with(Agenda agenda) {
    return new Agendas(
        all.put(agenda.entry(), agenda), latest.put(agenda.author(), agenda.entry()));
  }

  /// These, one of which `side` has accepted.
  Agendas accepted(EntryId agenda, PartyId side) {
    return new Agendas(all.put(agenda, all.get(agenda).acceptedBy(side)), latest);
  }
}
