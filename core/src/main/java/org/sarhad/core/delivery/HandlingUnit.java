package org.sarhad.core.delivery;

import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;

/// One thing that is handled, as it stands (protocol clause 18-2.2). Units make up a tree: what was
/// reloaded from some into others.
///
/// @param number within the consignment, from 1
/// @param load what is in it
/// @param from the units that it was loaded from; none for those that were consigned
/// @param emptied the entry by which it was reloaded into others
/// @param ended the entry of the event after which nothing happens to it
public record HandlingUnit(
    int number,
    Load load,
    SortedSet<Integer> from,
    Optional<EntryId> emptied,
    Optional<EntryId> ended) {
  /// Copies its collection.
  public HandlingUnit {
    from = Ordered.set(from);
  }

  static HandlingUnit of(int number, Load load, SortedSet<Integer> from) {
    return new HandlingUnit(number, load, from, Optional.empty(), Optional.empty());
  }

  /// Whether the goods are in it, and something can still happen to them.
  public boolean isLive() {
    return emptied.isEmpty() && ended.isEmpty();
  }

  HandlingUnit emptied(EntryId by) {
    return new HandlingUnit(number, load, from, Optional.of(by), ended);
  }

  HandlingUnit ended(EntryId by) {
    return new HandlingUnit(number, load, from, emptied, Optional.of(by));
  }
}
