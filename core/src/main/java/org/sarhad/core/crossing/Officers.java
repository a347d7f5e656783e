package org.sarhad.core.crossing;

import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;

/// Who holds which role, at some place of the joint order. The channel answers.
@FunctionalInterface
public interface Officers {
  /// Whether `officer` is an officer of `side` in good standing who holds `role`.
  boolean holds(PartyId side, OfficerId officer, Role role);
}
