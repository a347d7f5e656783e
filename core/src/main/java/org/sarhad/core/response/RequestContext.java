package org.sarhad.core.response;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;

/// Who asks, when, and what the node knows that the state does not.
///
/// @param own the node's own side
/// @param officer the officer who asks and will sign
/// @param roles what the officer may do now
/// @param now the node's time
/// @param soil whose soil a position is on, as far as is agreed
public record RequestContext(
    PartyId own, OfficerId officer, Set<Role> roles, Instant now, Soil soil) {
  public RequestContext {
    roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
  }

  /// With the line unknown: no destination is refused for lying beyond it.
  public static RequestContext of(PartyId own, OfficerId officer, Set<Role> roles, Instant now) {
    return new RequestContext(own, officer, roles, now, Soil.UNKNOWN);
  }
}
