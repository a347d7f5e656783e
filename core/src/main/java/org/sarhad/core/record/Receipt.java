package org.sarhad.core.record;

import java.time.Instant;
import java.util.Set;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;

/// A person opened an entry of another side.
///
/// @param by the entry that says so
/// @param party the reader's side
/// @param officer the reader
/// @param roles what the reader was entitled to then
/// @param time the reader's node's clock
public record Receipt(EntryId by, PartyId party, OfficerId officer, Set<Role> roles, Instant time) {
  /// Copies the roles, in the enum's order.
  public Receipt {
    roles = Ordered.set(roles);
  }
}
