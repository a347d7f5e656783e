package org.sarhad.node.machine;

import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.party.Origin;

/// What the author of each entry had seen of the other logs. Only the changes are kept: between two
/// of them every entry of a log had seen the same.
///
/// @param changes for each log, by index
record Sightings(PersistentMap<Origin, PersistentMap<Long, Seen>> changes) {
  static final Sightings NONE = new Sightings(PersistentMap.empty());

  /// With the next entry of a log.
  Sightings with(EntryId entry, Seen seen) {
    return seen.equals(of(entry))
        ? this
        : new Sightings(
            changes.update(
                entry.origin(), PersistentMap.empty(), known -> known.put(entry.index(), seen)));
  }

  /// What the author of `entry` had seen; nothing if the entry is not known.
  Seen of(EntryId entry) {
    return changes
        .getOrElse(entry.origin(), PersistentMap.empty())
        .floor(entry.index())
        .map(PersistentMap.Entry::value)
        .orElse(Seen.NOTHING);
  }

  /// Whether the author of `writer` had seen `earlier`. An entry has seen all before it in its own
  /// log.
  boolean saw(EntryId writer, EntryId earlier) {
    return writer.origin().equals(earlier.origin())
        ? earlier.index() < writer.index()
        : earlier.index() < of(writer).sizeOf(earlier.origin());
  }
}
