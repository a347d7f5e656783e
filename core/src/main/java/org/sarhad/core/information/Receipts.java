package org.sarhad.core.information;

import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.time.TimeBracket;

/// When a side's node had an entry of another side's log, as far as that side's own signatures
/// prove it (protocol clause 03-6).
@FunctionalInterface
public interface Receipts {
  /// The bracket in which the node of `by` came to have `entry`; [TimeBracket#OPEN] while nothing
  /// is proven.
  TimeBracket received(EntryId entry, PartyId by);
}
