package org.sarhad.core.meetings;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Wording;

/// One version of one side's agenda for a meeting.
///
/// @param entry where it stands
/// @param author whose it is
/// @param version from 1, counted by its author
/// @param items in the author's order
/// @param accepted the other sides that have taken it as the agenda of the meeting
public record Agenda(
    EntryId entry, PartyId author, int version, List<Wording> items, SortedSet<PartyId> accepted) {
  /// Most items.
  static final int ITEMS_MAX = 40;

  /// Most characters of an item.
  static final int ITEM_LENGTH_MAX = 400;

  /// Most versions of one side.
  static final int VERSIONS_MAX = 1_000;

  /// Copies its collections.
  public Agenda {
    items = List.copyOf(items);
    accepted = Ordered.set(accepted);
  }

  /// Whether all of `sides` want it: its author, and the others that have accepted it.
  public boolean isAgreedBy(SortedSet<PartyId> sides) {
    return sides.stream().allMatch(side -> side.equals(author) || accepted.contains(side));
  }

  Agenda acceptedBy(PartyId side) {
    TreeSet<PartyId> all = new TreeSet<>(accepted);
    all.add(side);
    return new Agenda(entry, author, version, items, all);
  }
}
