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
/// @param passes which own units may be on the other side's soil now
/// @param missing how many entries the own log is known to lack here, after an old backup: each of
///   them may have given a name, so new names begin behind as many
public record RequestContext(
    PartyId own,
    OfficerId officer,
    Set<Role> roles,
    Instant now,
    Soil soil,
    Passes passes,
    long missing) {
  public RequestContext {
    if (missing < 0) {
      throw new IllegalArgumentException(missing + " entries missing");
    }
    roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
  }

  /// With the line unknown, so that no destination is refused for lying beyond it, no leave to
  /// cross, and nothing missing.
  public static RequestContext of(PartyId own, OfficerId officer, Set<Role> roles, Instant now) {
    return new RequestContext(own, officer, roles, now, Soil.UNKNOWN, Passes.NONE, 0);
  }
}
