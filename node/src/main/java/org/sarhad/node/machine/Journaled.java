package org.sarhad.node.machine;

import java.time.Instant;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.posture.PosturePlans;

/// What stands in the private journal beside what it says about the response, folded as it is
/// written. A value.
///
/// @param displaced entries that keep a displaced one (06-6.5)
/// @param plans of posts
/// @param audits lines of the audit trail: when, by their place in the journal
record Journaled(long displaced, PosturePlans plans, PersistentMap<Long, Instant> audits) {
  /// Nothing yet.
  static final Journaled NONE = new Journaled(0, PosturePlans.NONE, PersistentMap.empty());

  /// After the next entry of the journal.
  Journaled with(Told told) {
    if (told.kind().equals(Displacement.KIND)) {
      return new Journaled(displaced + 1, plans, audits);
    }
    if (told.kind().equals(AuditFact.KIND)) {
      return new Journaled(displaced, plans, audits.put(told.id().index(), told.context().time()));
    }
    return told.posture()
        .map(fact -> new Journaled(displaced, plans.apply(told.context(), fact), audits))
        .orElse(this);
  }
}
