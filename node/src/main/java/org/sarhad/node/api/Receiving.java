package org.sarhad.node.api;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.information.Receipts;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.EntryTimes;
import org.sarhad.core.time.TimeBracket;
import org.sarhad.node.machine.NodeView;

/// When a side's node had an entry, as far as its own cosignature proves it (protocol clause 03-6).
///
/// @param view what this node knows
record Receiving(NodeView view) implements Receipts {
  @Override
  public TimeBracket received(EntryId entry, PartyId by) {
    return view.times(entry)
        .received()
        .filter(receipt -> receipt.by().equals(by))
        .map(EntryTimes.Receipt::bracket)
        .orElse(TimeBracket.OPEN);
  }

  /// When the other side's node had `entry` at the latest; empty while that is not proven.
  Optional<Instant> told(EntryId entry) {
    return view.times(entry).received().flatMap(receipt -> receipt.bracket().notAfter());
  }
}
