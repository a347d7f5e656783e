package org.sarhad.core.response;

import java.util.Optional;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Role;
import org.sarhad.tlog.tree.Hash;

/// Handing over the watch. The one who leaves offers, the one who comes takes, and each signs by
/// writing the entry; between the two the leaver still has the watch.
public sealed interface WatchFact extends ResponseFact {
  /// The role whose watch it is.
  Role role();

  /// The officer on watch offers it, with everything the next one must know; `to` is empty when
  /// whoever comes may take it.
  record Offered(WatchId watch, Role role, Optional<OfficerId> to, Checklist checklist)
      implements WatchFact {}

  /// "I have the watch." `offer` and `checklist` are absent only when nobody had it before;
  /// `checklist` is the digest of the one that the taker was shown.
  record Taken(Role role, Optional<WatchId> offer, Optional<Hash> checklist, Words words)
      implements WatchFact {}

  /// A commander notes that the officer on watch has left it without handing over, so that the next
  /// one can take an empty chair.
  record Vacated(Role role, Words reason) implements WatchFact {}
}
