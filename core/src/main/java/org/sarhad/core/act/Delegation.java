package org.sarhad.core.act;

import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;

/// A role that an officer has lent for signing acts (protocol clause 07-4).
///
/// @param entry where it stands; it holds for entries behind it in that log
/// @param party whose officers both are
/// @param from who lent it; it holds only while they hold the role
/// @param said to whom, which role, for which kinds
/// @param ended the entry that ended it, if one did
public record Delegation(
    EntryId entry, PartyId party, OfficerId from, ActFact.Delegated said, Optional<EntryId> ended) {

  /// Whether it lets `officer` sign acts of `kind` in the capacity `as`, as far as it says itself.
  boolean covers(OfficerId officer, Capacity as, ActKind kind) {
    return ended.isEmpty()
        && said.to().equals(officer)
        && said.role() == as.role()
        && (said.kinds().isEmpty() || said.kinds().contains(kind));
  }

  Delegation endedBy(EntryId by) {
    return new Delegation(entry, party, from, said, Optional.of(by));
  }
}
