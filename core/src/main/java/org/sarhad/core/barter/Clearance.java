package org.sarhad.core.barter;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;

/// What those who screen say to dealing with somebody (protocol clause 14-6.7). It comes in from
/// outside, as it stands at the place of the entry that is judged.
@FunctionalInterface
public interface Clearance {
  /// Why nothing is signed with all of these at `at`; empty when it is.
  ///
  /// @param parties trading parties, by the names that contracts give them
  Optional<BarterRefusal> objection(SortedSet<String> parties, Instant at);
}
