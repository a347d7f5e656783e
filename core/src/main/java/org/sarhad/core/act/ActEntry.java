package org.sarhad.core.act;

import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.fact.FactContext;
import org.sarhad.tlog.tree.Hash;

/// An entry of the joint order as acts see it: who speaks there, what they knew, and its bytes.
///
/// @param context who, where, in which roles
/// @param seen what the author had seen of the other logs
/// @param leaf the leaf hash of the entry
public record ActEntry(FactContext context, Seen seen, Hash leaf) {
  /// Where it stands.
  public EntryId id() {
    return context.entry();
  }

  /// Whether its author knew of the entry `other`: had seen it, or wrote behind it in the same log.
  public boolean knows(EntryId other) {
    return knows(context, seen, other);
  }

  static boolean knows(FactContext context, Seen seen, EntryId other) {
    EntryId own = context.entry();
    return other.origin().equals(own.origin())
        ? other.index() < own.index()
        : other.index() < seen.sizeOf(other.origin());
  }
}
