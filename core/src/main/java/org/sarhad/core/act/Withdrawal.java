package org.sarhad.core.act;

import org.sarhad.core.entry.EntryId;
import org.sarhad.tlog.tree.Hash;

/// The proposer takes an act back. It ends the act only where a side that has not assented knows of
/// it (protocol clause 07-5.5).
///
/// @param entry where it stands
/// @param leaf the leaf hash of that entry, by which a contest proves that a head covers it
/// @param isExpiry whether it was announced and written by the node
public record Withdrawal(EntryId entry, Hash leaf, boolean isExpiry) {
  /// What the act comes to where the withdrawal ends it.
  ActStage stage() {
    return isExpiry ? ActStage.EXPIRED : ActStage.WITHDRAWN;
  }
}
