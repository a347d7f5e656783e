package org.sarhad.core.fact;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;

/// What `apply` may know about a fact beside the fact itself: the entry it came in.
///
/// @param entry where the fact stands; for an internal fact, its place in the private journal
/// @param author the side whose log it is
/// @param released whether both sides have it; false for the private journal
/// @param time what the author's node says the time was, to the millisecond; for display and for
///   the author's own clocks, never proof and never order
/// @param officer who signed it; empty when the node spoke by itself (a deadline that passed)
/// @param roles what that officer was entitled to **at this entry's position**, in the enum's
///   order; empty without officer
public record FactContext(
    EntryId entry,
    PartyId author,
    boolean released,
    Instant time,
    Optional<OfficerId> officer,
    Set<Role> roles) {
  /// @throws IllegalArgumentException when there are roles without an officer
  public FactContext {
    roles = Ordered.set(roles);
    if (officer.isEmpty() && !roles.isEmpty()) {
      throw new IllegalArgumentException("roles " + roles + " of no officer at " + entry);
    }
  }

  /// Whether the officer held `role` at this position.
  public boolean has(Role role) {
    return roles.contains(role);
  }
}
