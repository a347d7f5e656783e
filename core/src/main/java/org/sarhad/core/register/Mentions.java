package org.sarhad.core.register;

import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;

/// Every statement of one thing that holds, by the entry it stands in, in the joint order: what a
/// reader needs to see how it came to the last words. Immutable.
///
/// @param entries by place, from 1
public record Mentions(PersistentMap<Integer, EntryId> entries) {
  /// Nobody has said anything.
  public static final Mentions NONE = new Mentions(PersistentMap.empty());

  /// These, and `entry` after them. O(log n).
  public Mentions with(EntryId entry) {
    return new Mentions(entries.put(entries.size() + 1, entry));
  }

  /// The first entry first.
  public Stream<EntryId> stream() {
    return entries.values();
  }
}
